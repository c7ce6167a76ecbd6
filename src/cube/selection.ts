/** Rows `first` … `last` − 1 whose byte in `mask` is not 0; without a mask all of them. */
export type Selection = { readonly first: number; readonly last: number; readonly mask: Uint8Array | null };

export function allRows(count: number): Selection {
  return { first: 0, last: count, mask: null };
}

export function countSelected({ first, last, mask }: Selection): number {
  if (mask === null) return Math.max(0, last - first);
  let count = 0;
  for (let row = first; row < last; row++) count += mask[row] === 0 ? 0 : 1;
  return count;
}
