/**
 * The places of the `count` largest values, the largest first; of equal values the earlier place comes first. NaN
 * (unknown) never belongs to them.
 *
 * A heap of `count` places whose root is the one to leave next: O(n log count), and O(n) when few values enter.
 *
 * @example topRows([3, 1, 9, 3], 2) // [2, 0]
 */
export function topRows(values: ArrayLike<number>, count: number): Uint32Array {
  const heap = new Uint32Array(Math.max(0, Math.min(count, values.length)));
  if (heap.length === 0) return heap;
  let size = 0;
  const leavesBefore = (a: number, b: number): boolean => {
    const [left, right] = [values[a] as number, values[b] as number];
    return left < right || (left === right && a > b);
  };
  const sink = (place: number, row: number): void => {
    let at = place;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && leavesBefore(heap[child + 1] as number, heap[child] as number)) child++;
      if (leavesBefore(row, heap[child] as number)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = row;
  };
  let least = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (size === heap.length) {
      if (!(value > least)) continue;
      sink(0, row);
    } else if (value === value) {
      let at = size++;
      while (at > 0 && leavesBefore(row, heap[(at - 1) >> 1] as number)) {
        heap[at] = heap[(at - 1) >> 1] as number;
        at = (at - 1) >> 1;
      }
      heap[at] = row;
    }
    least = size === heap.length ? (values[heap[0] as number] as number) : -Infinity;
  }
  return heap.slice(0, size).sort((a, b) => (leavesBefore(a, b) ? 1 : -1));
}
