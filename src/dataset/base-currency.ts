import { lastDayOfMonth, type Day } from '../base/calendar-day';
import { minorOf } from '../base/money';
import { emptyBitmap, isNull, setNull, type Float64Column } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';
import { exchangeRatesOf } from './exchange-rates';
import { textOf, type Frames } from './link-people';
import { withColumns } from './make-column';

/** ISO 4217 for "no currency". */
export const unknownCurrency = 'XXX';

/** Money columns that pages add up. */
const summed: Readonly<Record<string, readonly string[]>> = {
  account: ['balance', 'avg_balance_month', 'avg_balance_year'],
  balance: ['balance', 'avg_balance'],
  transaction: ['amount', 'balance_after'],
};

/** The day of a row's rate: of bookings their own, of balances the end of their month; of states none. */
const dayOfRow: Readonly<Record<string, (frame: Frame) => (row: number) => Day | null>> = {
  transaction: (frame) => dayIn(frame, 'txn_date', (day) => day),
  balance: (frame) => dayIn(frame, 'month', lastDayOfMonth),
};

function dayIn(frame: Frame, name: string, day: (value: number) => Day): (row: number) => Day | null {
  const column = frame.columns[name];
  if (column?.kind !== 'int32') return () => null;
  return (row) => (isNull(column.nulls, row) ? null : day(column.values[row] as number));
}

/** Rows by currency, of the transactions, else of the accounts; most rows first. */
function usedCurrencies(frames: Frames): readonly string[] {
  const column = textOf(frames['transaction'], 'currency') ?? textOf(frames['account'], 'currency');
  if (!column) return [];
  const counts = new Float64Array(column.dictionary.size);
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row] as number;
    if (!isNull(column.nulls, row)) counts[code] = (counts[code] as number) + 1;
  }
  const names = dictionaryValues(column.dictionary);
  return names
    .map((name, code) => ({ name, count: counts[code] as number }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ name }) => name);
}

/** Rows in another currency than the base: by the row's own currency, else by that of its account. */
function rowsInOthers(frame: Frame, account: Frame | undefined, base: string): readonly ForeignRow[] {
  const own = textOf(frame, 'currency');
  const ofAccount = textOf(account, 'currency');
  const keys = frame.columns['account_key'];
  const column = own ?? ofAccount;
  if (!column || (!own && keys?.kind !== 'int32')) return [];
  const names = dictionaryValues(column.dictionary);
  if (names.every((name) => name === base)) return [];
  const rows: ForeignRow[] = [];
  for (let row = 0; row < frame.rowCount; row++) {
    if (!own && keys?.kind === 'int32' && isNull(keys.nulls, row)) continue;
    const at = own || keys?.kind !== 'int32' ? row : (keys.values[row] as number);
    const currency = names[column.codes[at] as number] as string;
    if (!isNull(column.nulls, at) && currency !== base) rows.push({ row, currency });
  }
  return rows;
}

type ForeignRow = { readonly row: number; readonly currency: string };
type RatedRow = ForeignRow & { readonly rate: number | null };

/** Amounts in the base: converted, to whole minor units, or null without a rate. */
function inBase(column: Float64Column, rows: readonly RatedRow[]): Float64Column {
  const values = column.values.slice();
  const nulls = column.nulls?.slice() ?? emptyBitmap(values.length);
  for (const { row, rate } of rows) {
    values[row] = rate === null ? 0 : minorOf(values[row] as number, rate);
    if (rate === null) setNull(nulls, row);
  }
  return { kind: 'float64', values, nulls };
}

/**
 * Currencies are never added up without a rate (data.md §4.2). Amounts in another currency than the base are converted by
 * the last rate up to their day; without one they become null in the columns that pages sum. As they were they stay in
 * `…_original`. Which currencies and how many rows is noted. Rows without a currency count as base.
 */
export function keepBaseCurrency(
  frames: Frames,
  given: string | undefined,
  assumptions: Assumption[],
): { frames: Frames; currency: string } {
  const used = usedCurrencies(frames);
  const rates = exchangeRatesOf(frames['exchange_rate'], used);
  const base = given ?? (used.length > 0 ? (rates?.base ?? used[0]) : undefined);
  if (base === undefined) return { frames, currency: unknownCurrency };
  const kept: Frames = { ...frames };
  for (const [table, columns] of Object.entries(summed)) {
    const frame = frames[table];
    if (!frame) continue;
    const dayOf = dayOfRow[table]?.(frame) ?? (() => null);
    const rows = rowsInOthers(frame, frames['account'], base).map((one): RatedRow => ({
      ...one,
      rate: rates?.base === base ? rates.rateOn(one.currency, dayOf(one.row)) : null,
    }));
    if (rows.length === 0) continue;
    const changed = columns.flatMap((name) => {
      const column = frame.columns[name];
      return column?.kind === 'float64'
        ? [[name, inBase(column, rows)] as const, [`${name}_original`, column] as const]
        : [];
    });
    if (changed.length === 0) continue;
    kept[table] = withColumns(frame, Object.fromEntries(changed));
    note(
      'currency.converted',
      { table, base },
      rows.filter(({ rate }) => rate !== null),
      assumptions,
    );
    note(
      'currency.several',
      { table, base },
      rows.filter(({ rate }) => rate === null),
      assumptions,
    );
  }
  return { frames: kept, currency: base };
}

function note(
  code: 'currency.converted' | 'currency.several',
  about: { readonly table: string; readonly base: string },
  rows: readonly ForeignRow[],
  assumptions: Assumption[],
): void {
  if (rows.length === 0) return;
  const others = [...new Set(rows.map(({ currency }) => currency))].join(' ');
  assumptions.push({ code, values: { ...about, others, rows: rows.length } });
}
