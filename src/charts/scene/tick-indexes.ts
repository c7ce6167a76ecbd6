/**
 * Points whose ticks are written: the first and last, Januaries and July where there is room, never two that touch.
 */
export function tickIndexes(
  keys: readonly string[],
  widths: readonly number[],
  step: number,
): readonly number[] {
  const last = keys.length - 1;
  const rank = (index: number): number => {
    if (index === 0 || index === last) return 0;
    const month = /^\d{4}-(\d{2})$/.exec(keys[index] ?? '')?.[1];
    if (month === '01') return 1;
    if (month === '07') return 2;
    if (month === '04' || month === '10') return 3;
    return month === undefined && index % 2 === 0 ? 3 : 4;
  };
  const chosen: number[] = [];
  const isFree = (index: number) =>
    chosen.every((other) => {
      const needed = ((widths[index] ?? 0) + (widths[other] ?? 0)) / 2 + 12;
      return Math.abs(index - other) * step >= needed + (index === 0 || other === 0 ? 8 : 0);
    });
  const candidates = keys.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  const most = keys.length <= 13 ? 4 : 2;
  for (const index of candidates) if (rank(index) <= most && isFree(index)) chosen.push(index);
  return chosen.sort((a, b) => a - b);
}
