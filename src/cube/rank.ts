/**
 * Share of the selected values below `value`, those equal to it counted half: 0 … 1. Null when nothing is selected.
 *
 * @param values NaN = unknown, left out
 * @example percentileOf([1, 2, 2, 5], null, 2) // (1 + 2 / 2) / 4
 */
export function percentileOf(
  values: ArrayLike<number>,
  mask: Uint8Array | null,
  value: number,
): number | null {
  let [below, equal, count] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const one = values[row] as number;
    if ((mask !== null && mask[row] === 0) || one !== one) continue;
    count++;
    if (one < value) below++;
    else if (one === value) equal++;
  }
  return count === 0 ? null : (below + equal / 2) / count;
}
