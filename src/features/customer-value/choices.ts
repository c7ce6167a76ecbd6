import { isoDay, lastDayOfMonth, monthOfDay, parseIsoDay } from '../../base/calendar-day';
import { modelChoices, type ModelChoice } from './btyd-settings';

/** What the link says of the model, as far as it can be understood. */
export type ValueChoices = { readonly model: ModelChoice; readonly calibrationEnd: string };

export function choicesOf(given: Readonly<Record<string, string>>): ValueChoices {
  const { model = 'auto', calibrationEnd = 'auto' } = given;
  return {
    model: modelChoices.find((one) => one === model) ?? 'auto',
    calibrationEnd: parseIsoDay(calibrationEnd) === null ? 'auto' : calibrationEnd,
  };
}

/** Days on which a model may stop learning: the ends of the months of the data, and the one that is chosen. */
export function calibrationDays(
  first: string | null,
  last: string | null,
  chosen: string,
): readonly string[] {
  const [from, to] = [parseIsoDay(first ?? ''), parseIsoDay(last ?? '')];
  const days = new Set<string>();
  if (from !== null && to !== null) {
    for (let month = monthOfDay(from); lastDayOfMonth(month) <= to; month++)
      days.add(isoDay(lastDayOfMonth(month)));
  }
  if (chosen !== 'auto') days.add(chosen);
  return [...days].sort();
}
