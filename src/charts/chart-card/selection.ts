import type { ChartOption } from '../chart-kind';

/** Places of an ordered axis, both ends included. */
export type Range = { readonly from: number; readonly to: number };

/** The range that selected keys make when they follow one another on the axis. */
export function rangeOf(selected: readonly string[], axis: readonly string[]): Range | null {
  const places = selected.map((key) => axis.indexOf(key)).sort((a, b) => a - b);
  const [from = -1] = places;
  if (from < 0 || places.some((place, at) => place !== from + at)) return null;
  return { from, to: from + places.length - 1 };
}

/** What is selected after a click or key on a mark (ux.md §1.4). */
export function selectionAfter(
  mode: 'one' | 'add' | 'range',
  key: string,
  selected: readonly string[],
  options: readonly ChartOption[],
  anchor: string | null,
): readonly string[] {
  const can = new Set(options.filter(({ canSelect }) => canSelect).map((option) => option.key));
  if (!can.has(key)) return selected;
  if (mode === 'one') return selected.length === 1 && selected[0] === key ? [] : [key];
  if (mode === 'add') {
    return selected.includes(key) ? selected.filter((one) => one !== key) : [...selected, key];
  }
  const order = [...new Set(options.map((option) => option.key))];
  const from = order.indexOf(anchor ?? selected[0] ?? key);
  const to = order.indexOf(key);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1).filter((one) => can.has(one));
  return [...new Set([...selected, ...between])];
}
