/**
 * The stable ascending order of whole, non-negative keys: `order[i]` is the row that comes i-th. Radix sort, 11 bits a
 * pass, O(n · passes).
 *
 * @param keys the first `count` entries are sorted, each 0 … 2^31 − 1
 */
export function orderOfKeys(keys: Int32Array, count = keys.length): Uint32Array {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, keys[i] as number);
  let order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  let next = new Uint32Array(count);
  const starts = new Uint32Array(2049);
  for (let shift = 0; shift < 31 && largest >>> shift > 0; shift += 11) {
    starts.fill(0);
    for (let i = 0; i < count; i++) {
      const digit = ((keys[i] as number) >>> shift) & 2047;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < 2048; digit++) {
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    }
    for (let i = 0; i < count; i++) {
      const row = order[i] as number;
      const digit = ((keys[row] as number) >>> shift) & 2047;
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      next[place] = row;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** The rows of `values` from the largest to the smallest; equal values keep their order, NaN comes last. */
export function orderDescending(values: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => {
    const left = values[a] as number;
    const right = values[b] as number;
    if (left > right || (left === left && right !== right)) return -1;
    if (left < right || (left !== left && right === right)) return 1;
    return a - b;
  });
}
