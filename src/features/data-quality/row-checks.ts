import { monthOfDay } from '../../base/calendar-day';
import { maskId } from '../../base/masking';
import { isNull, type Int32Column, type TextColumn } from '../../columns/column';
import { dictionaryValue } from '../../columns/dictionary';
import type { Frame } from '../../columns/frame';
import { dayAt, textAt } from '../../dataset/cell-value';
import { doubtfulIds } from '../../dataset/doubtful-ids';
import type { Dataset } from '../../dataset/dataset';
import { spans } from '../../dataset/repair';
import { isCardNumber, isResidentId, isSocialCreditCode } from './check-digits';
import type { Example, Issue } from './quality-result';

/** Rows behind an issue that are kept. */
export const mostExamples = 50;

/** The id of each table: unique, and what its rows are called. */
const ids: Readonly<Record<string, string>> = {
  customer: 'customer_id',
  account: 'account_id',
  transaction: 'txn_id',
  loan: 'loan_id',
  card: 'card_id',
  branch: 'branch_id',
  manager: 'rm_id',
  product: 'product_code',
};

/** `T000123`, or the number of the row where the table has no ids. */
export function placeOf(frame: Frame, row: number): string {
  return textAt(frame, ids[frame.name] ?? '', row) ?? `#${row + 1}`;
}

/** Rows with an issue: all are counted, some kept. */
export class Found {
  rows = 0;
  readonly examples: Example[] = [];

  add(rows: number, examples: () => readonly Example[]): void {
    this.rows += rows;
    if (rows === 0 || this.examples.length >= mostExamples) return;
    this.examples.push(...examples().slice(0, mostExamples - this.examples.length));
  }

  addOne(example: () => Example): void {
    this.add(1, () => [example()]);
  }
}

type Kind = Pick<Issue, 'code' | 'severity' | 'dimension' | 'table' | 'column'> &
  Partial<Pick<Issue, 'about'>>;

/** An issue, if any row has it. */
export function issueOf(kind: Kind, found: Pick<Issue, 'rows' | 'examples'>, of: number): Issue[] {
  if (found.rows === 0) return [];
  const about = kind.about ?? null;
  const key = [kind.code, kind.table, kind.column ?? '', about ?? ''].join(' ');
  return [{ ...kind, about, key, rows: found.rows, of, examples: found.examples }];
}

export type Checked = {
  readonly issues: readonly Issue[];
  /** Whether there was anything to judge. */
  readonly isJudged: boolean;
};

const nothing: Checked = { issues: [], isJudged: false };
const join = (parts: readonly Checked[]): Checked => ({
  issues: parts.flatMap(({ issues }) => issues),
  isJudged: parts.some(({ isJudged }) => isJudged),
});

function textColumnIn(frame: Frame | undefined, name: string): TextColumn | null {
  const column = frame?.columns[name];
  return column?.kind === 'text' ? column : null;
}

function dayColumnIn(frame: Frame | undefined, name: string): Int32Column | null {
  const column = frame?.columns[name];
  return column?.kind === 'int32' ? column : null;
}

/** Ids that several rows share. Masked and damaged ones only look so. */
export function checkUniqueness(dataset: Dataset): Checked {
  const inTables = Object.entries(ids).map(([table, id]): Checked => {
    const frame = dataset.tables[table];
    const column = textColumnIn(frame, id);
    if (!frame || !column) return nothing;
    const first = new Int32Array(column.dictionary.size).fill(-1);
    const doubtful = doubtfulIds(column.dictionary);
    const found = new Found();
    for (let row = 0; row < column.codes.length; row++) {
      if (isNull(column.nulls, row)) continue;
      const code = column.codes[row] as number;
      if (doubtful.has(code)) continue;
      const earlier = first[code] as number;
      if (earlier < 0) first[code] = row;
      else found.addOne(() => ({ place: placeOf(frame, row), text: `#${earlier + 1} = #${row + 1}` }));
    }
    return {
      issues: issueOf(
        { code: 'key.repeated', severity: 'review', dimension: 'uniqueness', table, column: id },
        found,
        frame.rowCount,
      ),
      isJudged: true,
    };
  });
  return join(inTables);
}

/** Numbers of documents and cards whose check digit is wrong. Masked and foreign ones are not judged. */
export function checkDigits(dataset: Dataset): Checked {
  const check = (
    code: 'identity.check-digit' | 'card.check-digit',
    table: string,
    name: string,
    isRight: (text: string) => boolean | null,
  ): Checked => {
    const frame = dataset.tables[table];
    const column = textColumnIn(frame, name);
    if (!frame || !column) return nothing;
    const verdicts = Array.from({ length: column.dictionary.size }, (_, value) =>
      isRight(dictionaryValue(column.dictionary, value)),
    );
    const found = new Found();
    let judged = 0;
    for (let row = 0; row < frame.rowCount; row++) {
      const verdict = isNull(column.nulls, row) ? null : (verdicts[column.codes[row] as number] ?? null);
      if (verdict === null) continue;
      judged++;
      if (!verdict)
        found.addOne(() => ({ place: placeOf(frame, row), text: maskId(textAt(frame, name, row) ?? '') }));
    }
    const kind = { code, severity: 'review', dimension: 'validity', table, column: name } as const;
    return { issues: issueOf(kind, found, judged), isJudged: judged > 0 };
  };
  const identity = (text: string) => isResidentId(text) ?? isSocialCreditCode(text);
  return join([
    check('identity.check-digit', 'customer', 'id_no', identity),
    check('card.check-digit', 'card', 'card_id', isCardNumber),
  ]);
}

/** What ends before it begins. */
export function checkSpans(dataset: Dataset): Checked {
  return join(
    spans.map(([table, start, end]): Checked => {
      const frame = dataset.tables[table];
      const from = dayColumnIn(frame, start);
      const to = dayColumnIn(frame, end);
      if (!frame || !from || !to) return nothing;
      const found = new Found();
      let both = 0;
      for (let row = 0; row < frame.rowCount; row++) {
        if (isNull(from.nulls, row) || isNull(to.nulls, row)) continue;
        both++;
        if ((to.values[row] as number) >= (from.values[row] as number)) continue;
        found.addOne(() => ({
          place: placeOf(frame, row),
          text: `${dayAt(frame, start, row) ?? ''} > ${dayAt(frame, end, row) ?? ''}`,
        }));
      }
      const kind = {
        code: 'date.order',
        severity: 'review',
        dimension: 'consistency',
        table,
        column: end,
      } as const;
      return { issues: issueOf(kind, found, both), isJudged: both > 0 };
    }),
  );
}

const oldestYears = 120;

/** Birth dates that nobody can have. */
export function checkBirths(dataset: Dataset): Checked {
  const frame = dataset.tables['customer'];
  const births = dayColumnIn(frame, 'birth_date');
  const today = dataset.lastDay;
  if (!frame || !births || today === null) return nothing;
  const found = new Found();
  let judged = 0;
  for (let row = 0; row < frame.rowCount; row++) {
    if (isNull(births.nulls, row)) continue;
    judged++;
    const birth = births.values[row] as number;
    if (birth <= today && monthOfDay(today) - monthOfDay(birth) <= oldestYears * 12) continue;
    found.addOne(() => ({ place: placeOf(frame, row), text: dayAt(frame, 'birth_date', row) ?? '' }));
  }
  const kind = {
    code: 'date.impossible-birth',
    severity: 'review',
    dimension: 'validity',
    table: 'customer',
    column: 'birth_date',
  } as const;
  return { issues: issueOf(kind, found, judged), isJudged: judged > 0 };
}

/** Rows that were left out while reading, by file, rule and column. */
export function checkRejects(dataset: Dataset): Checked {
  const { rejects, sources } = dataset;
  const groups = new Map<string, { file: string; rule: string; column: string | null; found: Found }>();
  for (let row = 0; row < rejects.rowCount; row++) {
    const [file, rule, column] = ['file', 'rule', 'column'].map((name) => textAt(rejects, name, row));
    const key = `${file ?? ''} ${rule ?? ''} ${column ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = { file: file ?? '', rule: rule ?? '', column: column ?? null, found: new Found() };
      groups.set(key, group);
    }
    const line = rejects.columns['line'];
    const place = `${file ?? ''}:${line?.kind === 'int32' ? String(line.values[row]) : ''}`;
    group.found.addOne(() => ({ place, text: textAt(rejects, 'raw', row) ?? '' }));
  }
  const issues = [...groups.values()].flatMap(({ file, rule, column, found }) => {
    const source = sources.find(({ name }) => name === file);
    const read = source === undefined ? found.rows : source.rowsLoaded + source.rowsRejected;
    const kind = {
      code: 'row.rejected',
      severity: 'review',
      dimension: 'validity',
      table: file,
      column,
    } as const;
    return issueOf({ ...kind, about: rule }, found, Math.max(read, found.rows));
  });
  return { issues, isJudged: sources.length > 0 };
}
