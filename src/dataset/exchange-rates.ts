import type { Day } from '../base/calendar-day';
import { isNull } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { textOf } from './link-people';

/** Rates of one currency, by their days, ascending. */
type History = { readonly days: readonly Day[]; readonly rates: readonly number[] };

export type ExchangeRates = {
  /** The currency that the rates are given in; null where the rates do not tell. */
  readonly base: string | null;
  /** Units of the base for one of the currency on a day: the last rate up to it; the newest for null. Null without one. */
  readonly rateOn: (currency: string, day: Day | null) => number | null;
};

/**
 * The rates of a table of exchange rates, or null without one. Its base is the currency with rate 1, else the only one of
 * those in use that it has no rates of.
 *
 * @param used currencies of the amounts
 */
export function exchangeRatesOf(frame: Frame | undefined, used: readonly string[]): ExchangeRates | null {
  const histories = historiesOf(frame);
  if (histories.size === 0) return null;
  const ones = [...histories].flatMap(([currency, { rates }]) =>
    rates.every((rate) => rate === 1) ? [currency] : [],
  );
  const without = used.filter((currency) => !histories.has(currency));
  const [base] = ones.length > 0 ? ones : without.length === 1 ? without : [];
  return {
    base: base ?? null,
    rateOn: (currency, day) => {
      if (currency === base) return 1;
      const { days, rates } = histories.get(currency) ?? { days: [], rates: [] };
      const at = day === null ? rates.length - 1 : days.findLastIndex((one) => one <= day);
      return rates[at] ?? null;
    },
  };
}

function historiesOf(frame: Frame | undefined): ReadonlyMap<string, History> {
  const histories = new Map<string, History>();
  const currencies = textOf(frame, 'currency');
  const { date, rate } = frame?.columns ?? {};
  if (!currencies || date?.kind !== 'int32' || rate?.kind !== 'float64') return histories;
  const names = dictionaryValues(currencies.dictionary);
  const rows = new Map<string, { day: Day; rate: number }[]>();
  for (let row = 0; row < currencies.codes.length; row++) {
    const value = rate.values[row] as number;
    const isKnown = [currencies, date, rate].every(({ nulls }) => !isNull(nulls, row));
    if (!isKnown || value <= 0) continue;
    const name = names[currencies.codes[row] as number] as string;
    const list = rows.get(name) ?? [];
    list.push({ day: date.values[row] as number, rate: value });
    rows.set(name, list);
  }
  for (const [name, list] of rows) {
    const sorted = list.toSorted((a, b) => a.day - b.day);
    histories.set(name, { days: sorted.map(({ day }) => day), rates: sorted.map((one) => one.rate) });
  }
  return histories;
}
