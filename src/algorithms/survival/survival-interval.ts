/** Ours, R's default for comparison, and the symmetric one of textbooks. */
export const intervalKinds = ['log-log', 'log', 'plain'] as const;

export type IntervalKind = (typeof intervalKinds)[number];

/** Normal quantile for 95%. */
export const Z_95 = 1.959963984540054;

/**
 * Confidence limits of a survival share strictly between 0 and 1.
 *
 * @param s S(t), 0 < s < 1
 * @param g Greenwood's sum Σ d / (n (n − d)), > 0
 * @returns lower, upper within 0 … 1
 *
 * Source: log-log: Kalbfleisch & Prentice 2002, eq. 1.13 (S^exp(± z s)); log: S · exp(± z √g), cut at 1, as in R's
 * survfit; plain: S ± z S √g, cut at 0 and 1 (Greenwood 1926).
 */
export function limitsOf(s: number, g: number, kind: IntervalKind, z: number): readonly [number, number] {
  const root = Math.sqrt(g);
  if (kind === 'log') return [s * Math.exp(-z * root), Math.min(1, s * Math.exp(z * root))];
  if (kind === 'plain') return [Math.max(0, s - z * s * root), Math.min(1, s + z * s * root)];
  const width = (z * root) / Math.abs(Math.log(s));
  return [Math.pow(s, Math.exp(width)), Math.pow(s, Math.exp(-width))];
}
