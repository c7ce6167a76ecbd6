import { emptyBitmap, isNull, setNull, type Float64Column } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';
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

/** The currency of most rows of the transactions, else of the accounts; null when no column says. */
function mostUsedCurrency(frames: Frames): string | null {
  const column = textOf(frames['transaction'], 'currency') ?? textOf(frames['account'], 'currency');
  if (!column) return null;
  const counts = new Float64Array(column.dictionary.size);
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row] as number;
    if (!isNull(column.nulls, row)) counts[code] = (counts[code] as number) + 1;
  }
  const most = counts.reduce((best, count, code) => (count > (counts[best] as number) ? code : best), 0);
  return counts[most] === 0 ? null : (dictionaryValues(column.dictionary)[most] ?? null);
}

/** Rows in another currency than the base: by the row's own currency, else by that of its account. */
function rowsInOthers(
  frame: Frame,
  account: Frame | undefined,
  base: string,
): { rows: Uint32Array; currencies: Set<string> } {
  const own = textOf(frame, 'currency');
  const ofAccount = textOf(account, 'currency');
  const keys = frame.columns['account_key'];
  const column = own ?? ofAccount;
  const currencies = new Set<string>();
  if (!column || (!own && keys?.kind !== 'int32')) return { rows: new Uint32Array(0), currencies };
  const names = dictionaryValues(column.dictionary);
  const rows: number[] = [];
  for (let row = 0; row < frame.rowCount; row++) {
    if (!own && keys?.kind === 'int32' && isNull(keys.nulls, row)) continue;
    const at = own || keys?.kind !== 'int32' ? row : (keys.values[row] as number);
    const name = names[column.codes[at] as number] as string;
    if (isNull(column.nulls, at) || name === base) continue;
    rows.push(row);
    currencies.add(name);
  }
  return { rows: Uint32Array.from(rows), currencies };
}

function without(column: Float64Column, rows: Uint32Array): Float64Column {
  const values = column.values.slice();
  const nulls = column.nulls?.slice() ?? emptyBitmap(values.length);
  for (const row of rows) {
    values[row] = 0;
    setNull(nulls, row);
  }
  return { kind: 'float64', values, nulls };
}

/**
 * Currencies are never added up without a rate (data.md §4.2): amounts in another currency than the base become null
 * in the columns that pages sum, and stay as they are in `…_original`. Which currencies and how many rows is noted.
 * Rows without a currency count as base.
 */
export function keepBaseCurrency(
  frames: Frames,
  given: string | undefined,
  assumptions: Assumption[],
): { frames: Frames; currency: string } {
  const base = given ?? mostUsedCurrency(frames);
  if (base === null) return { frames, currency: unknownCurrency };
  const kept: Frames = { ...frames };
  for (const [table, columns] of Object.entries(summed)) {
    const frame = frames[table];
    if (!frame) continue;
    const { rows, currencies } = rowsInOthers(frame, frames['account'], base);
    if (rows.length === 0) continue;
    const changed = columns.flatMap((name) => {
      const column = frame.columns[name];
      return column?.kind === 'float64'
        ? [[name, without(column, rows)] as const, [`${name}_original`, column] as const]
        : [];
    });
    if (changed.length === 0) continue;
    kept[table] = withColumns(frame, Object.fromEntries(changed));
    const others = [...currencies].join(' ');
    assumptions.push({ code: 'currency.several', values: { table, base, others, rows: rows.length } });
  }
  return { frames: kept, currency: base };
}
