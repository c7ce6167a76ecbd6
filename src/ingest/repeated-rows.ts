import { isNull, type Column, type Int32Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import { takeRows } from '../dataset/take-rows';

/**
 * Fields of which one must be there, so that two equal rows are one: without a number, a balance or a time two payments
 * of a day may be equal and still be two.
 */
const telling: Readonly<Record<string, readonly string[]>> = {
  transaction: ['txn_id', 'balance_after', 'txn_time'],
  balance: ['month'],
  holder: ['account_id'],
  loan: ['loan_id'],
  card: ['card_id'],
  holding: ['date'],
  branch: ['branch_id'],
  manager: ['rm_id'],
  region: ['region_id'],
  product: ['product_code'],
  campaign: ['campaign_id'],
  service: ['case_id'],
  exchange_rate: ['date'],
  code_list: ['code'],
};

/** The day or month by which files of a table follow each other. */
const orderedBy: Readonly<Record<string, string>> = { transaction: 'txn_date', balance: 'month' };

/**
 * The rows of several files of one table without those that an earlier file has already, equal in every column (data.md
 * §5.8). Rows that repeat inside one file stay. Files that do not overlap in time are not looked at.
 *
 * @param whole the rows of all files, in their order, with the file of each in `source_file`
 * @param from rows before this one stay, whatever they repeat
 */
export function withoutRepeatedRows(whole: Frame, from = 0): Frame {
  const files = whole.columns['source_file'];
  const fields = telling[whole.name] ?? [];
  if (files?.kind !== 'text' || !fields.some((field) => whole.columns[field] !== undefined)) return whole;
  const isCandidate = overlapping(whole, files.codes);
  if (isCandidate === null) return whole;
  const cells = Object.entries(whole.columns)
    .filter(([name]) => name !== 'source_file' && name !== 'source_row')
    .map(([, column]) => cellKey(column));
  const seen = new Map<string, Seen>();
  const kept: number[] = [];
  for (let row = 0; row < whole.rowCount; row++) {
    const isKnown = isCandidate(row) && isRepeated(seen, keyOf(cells, row), files.codes[row] as number);
    if (!isKnown || row < from) kept.push(row);
  }
  return kept.length === whole.rowCount ? whole : takeRows(whole, Uint32Array.from(kept));
}

/** Equal rows: how many stand in the files before this one, and how many were met in it. */
type Seen = { file: number; before: number; here: number };

/** Whether an earlier file has a row for this one; each of its rows stands for one. */
function isRepeated(seen: Map<string, Seen>, key: string, file: number): boolean {
  const known = seen.get(key);
  if (known === undefined) {
    seen.set(key, { file, before: 0, here: 1 });
    return false;
  }
  if (known.file !== file) {
    known.before = Math.max(known.before, known.here);
    known.here = 0;
    known.file = file;
  }
  known.here++;
  return known.here <= known.before;
}

const keyOf = (cells: readonly ((row: number) => string)[], row: number): string =>
  cells.map((cell) => cell(row)).join('\u0001');

/** What a cell is compared by: its code or number; nothing where it is null. */
function cellKey(column: Column): (row: number) => string {
  const values = column.kind === 'text' ? column.codes : column.values;
  return (row) => (isNull(column.nulls, row) ? '' : String(values[row]));
}

/** Which rows lie in a span of time that several files share; null when no two files do. */
function overlapping(whole: Frame, files: Uint32Array): ((row: number) => boolean) | null {
  const time = whole.columns[orderedBy[whole.name] ?? ''];
  if (time?.kind !== 'int32') return () => true;
  const shared: Span[] = [];
  let reached = -Infinity;
  for (const { first, last } of spansOf(time, files).sort((a, b) => a.first - b.first)) {
    if (first <= reached) shared.push({ first, last: Math.min(last, reached) });
    reached = Math.max(reached, last);
  }
  if (shared.length === 0) return null;
  return (row) => {
    const at = time.values[row] as number;
    return shared.some(({ first, last }) => at >= first && at <= last);
  };
}

type Span = { first: number; last: number };

function spansOf(time: Int32Column, files: Uint32Array): Span[] {
  const spans = new Map<number, Span>();
  for (let row = 0; row < files.length; row++) {
    if (time.nulls !== null && isNull(time.nulls, row)) continue;
    const file = files[row] as number;
    const value = time.values[row] as number;
    const span = spans.get(file);
    if (span === undefined) spans.set(file, { first: value, last: value });
    else if (value < span.first) span.first = value;
    else if (value > span.last) span.last = value;
  }
  return [...spans.values()];
}
