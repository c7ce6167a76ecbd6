import type { Formats } from '../../i18n/formats';
import type { BarItem, BarModel } from '../chart-model';

/** Class of a bar's fill: its tone, and for gains and losses the sign, which some schemes colour by. */
export function fillOf({ tone = 'primary', value, isRest }: BarItem): string {
  if (isRest === true || tone === 'rest') return 'fill-rest';
  if (tone === 'fav' || tone === 'unfav') {
    return `fill-${(value ?? 0) >= 0 ? 'rise' : 'fall'}-${tone === 'fav' ? 'better' : 'worse'}`;
  }
  return `fill-${tone}`;
}

const isMonth = /^\d{4}-\d{2}$/;

/** Bars over months get short ticks, with the year on the first and every January. */
export function tickOf(item: BarItem, index: number, f: Formats): string {
  return isMonth.test(item.key) ? f.monthTick(item.key, index === 0) : item.label;
}

export const isTimeline = ({ items }: BarModel): boolean => items.every(({ key }) => isMonth.test(key));

/** Domain of the value axis: always with zero. The sum of the rest has no bar beside single members. */
export function barDomain(model: BarModel): readonly [number, number] {
  const ends = model.items
    .filter(
      ({ asText, isRest }) => asText !== true && !(isRest === true && model.orientation === 'horizontal'),
    )
    .flatMap(({ base = 0, value, comparison }) => [base, base + (value ?? 0), comparison ?? 0]);
  const below = (model.below?.values ?? []).map((value) => -Math.abs(value ?? 0));
  const reference = model.reference?.value ?? 0;
  const all = [0, reference, ...ends, ...below].filter(Number.isFinite);
  return [Math.min(...all), Math.max(...all)];
}
