import type { Frame } from '../columns/frame';
import type { Assumption } from '../dataset/dataset';
import { withSignedAmounts } from '../dataset/build-dataset';
import { keepById } from '../dataset/link-people';
import { appendFrames } from './append-frames';
import { canonicalFrame } from './canonical-frame';
import type { Container } from './byte-source';
import type { DraftFile } from './import-draft';
import { withoutRepeatedRows } from './repeated-rows';
import { withSettledSign } from './settled-sign';
import type { ParsedTable } from './table';

/** A file with what it was taken for and what it holds. */
export type ReadFile = {
  readonly draft: DraftFile;
  readonly parsed: ParsedTable;
  readonly container?: Container;
};

export type RemovedRows = ReadonlyMap<ReadFile, Readonly<Record<string, number>>>;

export type AssembledTables = {
  readonly tables: Readonly<Record<string, Frame>>;
  readonly others: Readonly<Record<string, Frame>>;
  /** Bookings have their sign already: files said directions in different ways, so each was signed by itself. */
  readonly areAmountsSigned: boolean;
  /** Rows removed by a named rule (`rows.repeated-id`, `rows.repeated-row`, `file.repeated`), by file. */
  readonly removed: RemovedRows;
};

/** Tables with one row per thing, and the id of the thing. */
const keyed: Readonly<Record<string, string>> = { customer: 'customer_id', account: 'account_id' };

/**
 * The canonical tables of a set of files: files of one table appended in their order, of several rows with one customer
 * or account id the last kept, of rows that an earlier file has already none; a file whose bytes came before is left out.
 *
 * @param present SHA-256 of files that are in the project already
 */
export function assembleTables(
  files: readonly ReadFile[],
  assumptions: Assumption[],
  present: ReadonlySet<string> = new Set(),
): AssembledTables {
  const groups = new Map<string, ReadFile[]>();
  const removed = new Map<ReadFile, Readonly<Record<string, number>>>();
  const seen = new Set<string>(present);
  for (const file of files) {
    if (seen.has(file.parsed.sha256)) removed.set(file, { 'file.repeated': file.parsed.rowCount });
    else groups.set(file.draft.table, [...(groups.get(file.draft.table) ?? []), file]);
    seen.add(file.parsed.sha256);
  }
  const tables: Record<string, Frame> = {};
  const others: Record<string, Frame> = {};
  let areAmountsSigned = false;
  for (const [table, group] of groups) {
    const read = group.map(({ parsed, draft }) =>
      withSettledSign(canonicalFrame(parsed, draft, assumptions), draft.sign?.value),
    );
    const isSignedApart = table === 'transaction' && new Set(read.map(directionOf)).size > 1;
    if (isSignedApart) areAmountsSigned = true;
    const frames = isSignedApart
      ? read.map((frame) => (directionOf(frame) === 'own' ? frame : withSignedAmounts(frame, assumptions)))
      : read;
    const names = group.map(({ draft }) => draft.name);
    const whole = appendFrames(frames, names);
    const isCanonical = group.every(({ draft }) => draft.isCanonical);
    const key = keyed[table];
    const repeated = group.find(({ draft }) => draft.repeated !== undefined)?.draft.repeated ?? 'last';
    const kept =
      isCanonical && key !== undefined
        ? keepById(whole, key, repeated, assumptions)
        : withoutRepeatedRows(whole);
    if (kept !== whole) {
      const rule = key === undefined ? 'rows.repeated-row' : 'rows.repeated-id';
      noteRemoved(whole, kept, group, rule, removed);
      const values = { table, rows: whole.rowCount - kept.rowCount };
      if (key === undefined) assumptions.push({ code: 'rows.repeated-row', values });
    }
    if (isCanonical) tables[table] = kept;
    else others[table] = kept;
  }
  return { tables, others, areAmountsSigned, removed };
}

/** How a file says whether money comes in or goes out. */
function directionOf({ columns }: Frame): 'flag' | 'columns' | 'own' {
  if (columns['debit_amount'] !== undefined || columns['credit_amount'] !== undefined) return 'columns';
  return columns['dc_flag'] === undefined ? 'own' : 'flag';
}

function rowsByFile(frame: Frame, count: number): readonly number[] {
  const files = frame.columns['source_file'];
  const rows = new Array<number>(count).fill(0);
  if (files?.kind !== 'text') rows[0] = frame.rowCount;
  else for (const code of files.codes) rows[code] = (rows[code] ?? 0) + 1;
  return rows;
}

function noteRemoved(
  before: Frame,
  after: Frame,
  files: readonly ReadFile[],
  rule: string,
  removed: Map<ReadFile, Readonly<Record<string, number>>>,
): void {
  const [had, has] = [rowsByFile(before, files.length), rowsByFile(after, files.length)];
  files.forEach((file, index) => {
    const count = (had[index] ?? 0) - (has[index] ?? 0);
    if (count > 0) removed.set(file, { [rule]: count });
  });
}
