import type { ParetoItem, ParetoModel } from '../chart-model';

export type ParetoPart = {
  readonly item: ParetoItem;
  /** Of the total; null where the value is not known or the total is not above 0. */
  readonly share: number | null;
  /** Of all items so far. */
  readonly together: number | null;
  /** Both ends along the axis, 0 to 1. */
  readonly from: number;
  readonly to: number;
};

const mostItems = 200;

/** Shares of the total, summed up from the first. Sections under a curve are as wide as their customers, bars all alike. */
export function partsOf({ items, curve }: ParetoModel): readonly ParetoPart[] {
  const total = items.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const people = items.reduce((sum, { n = 0 }) => sum + n, 0);
  const widthOf = ({ n = 0 }: ParetoItem): number => (curve && people > 0 ? n / people : 1 / items.length);
  let sum = 0;
  let at = 0;
  return items.slice(0, mostItems).map((item): ParetoPart => {
    const from = at;
    at += widthOf(item);
    sum += item.value ?? 0;
    const isKnown = total > 0 && item.value !== null;
    return {
      item,
      share: isKnown ? item.value / total : null,
      together: total > 0 ? sum / total : null,
      from,
      to: at,
    };
  });
}
