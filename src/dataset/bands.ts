/** Neighbouring ranges of a number: band `i` reaches from `bounds[i − 1]` to below `bounds[i]`; both ends are open. */
export type Bands = { readonly bounds: readonly number[]; readonly keys: readonly string[] };

/** 1, 2 or 5 times a power of ten, not below `step`. */
export function roundStep(step: number): number {
  let unit = 1;
  while (unit > step) unit /= 10;
  while (unit * 10 <= step) unit *= 10;
  return (step <= unit ? 1 : step <= 2 * unit ? 2 : step <= 5 * unit ? 5 : 10) * unit;
}

/**
 * About six ranges of round numbers over the middle 90% of the values (over all when these are equal), as texts that filters take: `-20`, `20-29`,
 * `30-39`, `60-`. Ranges of whole numbers name both ends; of others the upper end belongs to the next range.
 *
 * @param values NaN = unknown, left out
 */
export function bandsOf(values: Float64Array, isWhole: boolean): Bands {
  const sorted = values.filter((value) => value === value).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [least, most] = [at(0), at(1)];
  if (sorted.length === 0) return { bounds: [], keys: [] };
  if (least === most) return { bounds: [], keys: [String(least)] };
  const isSpread = at(0.05) < at(0.95);
  const [low, high] = isSpread ? [at(0.05), at(0.95)] : [least, most];
  const step = Math.max(roundStep((high - low) / 6), isWhole ? 1 : 0);
  const count = Math.floor(high / step) - Math.floor(low / step);
  const first = Math.floor(low / step) + 1;
  const bounds = Array.from({ length: count }, (_, index) => roundTo((first + index) * step, step));
  const upper = (bound: number): string => String(isWhole ? bound - 1 : bound);
  const keys = [
    ...bounds.map((bound, index) => {
      const from = bounds[index - 1];
      return `${from === undefined ? '' : String(from)}-${upper(bound)}`;
    }),
    `${String(bounds.at(-1) ?? low)}-`,
  ];
  return { bounds, keys };
}

/** Takes away what a product of decimal fractions adds behind the last digit of the step. */
function roundTo(value: number, step: number): number {
  const digits = step >= 1 ? 0 : Math.min(12, String(step).length);
  return Number(value.toFixed(digits));
}

/** The band of each value; the number after the last band = unknown. */
export function placesInBands(values: Float64Array, { bounds, keys }: Bands): Int32Array {
  return Int32Array.from(values, (value) => {
    if (value !== value) return keys.length;
    const place = bounds.findIndex((bound) => value < bound);
    return place < 0 ? bounds.length : place;
  });
}
