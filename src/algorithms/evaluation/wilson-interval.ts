/**
 * Confidence limits of a share.
 *
 * @param hits of `n`, 0 … n
 * @param z normal quantile: 1.96 for 95%
 * @returns lower, upper within 0 … 1; 0, 1 when n is 0: nothing is known
 *
 * Source: Wilson 1927; methods.md §6.4.
 *
 * @example wilsonInterval(0, 10) // [0, 0.2775]
 */
export function wilsonInterval(hits: number, n: number, z = 1.959963984540054): readonly [number, number] {
  if (n === 0) return [0, 1];
  const [share, square] = [hits / n, z * z];
  const centre = share + square / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
