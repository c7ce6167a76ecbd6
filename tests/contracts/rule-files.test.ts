import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ruleFiles } from '../../sample-data/broken/rules/make-rules';
import type { Fate, Meant, MeantCell } from '../../sample-data/broken/rules/rule-file';
import { dayOf } from '../../src/base/calendar-day';
import { silentControl } from '../../src/base/control';
import { toAppError } from '../../src/base/errors';
import { plainDecimal } from '../../src/base/money';
import { isNull } from '../../src/columns/column';
import type { Frame } from '../../src/columns/frame';
import { writeDatasetImage } from '../../src/database/dataset-image';
import { openDatabase } from '../../src/database/open-database';
import { numberAt, textAt, typeOfColumn, valueAt } from '../../src/dataset/cell-value';
import type { Dataset } from '../../src/dataset/dataset';
import { quality } from '../../src/features/data-quality/quality';
import { issueCodes } from '../../src/features/data-quality/quality-result';
import { ruleMessages } from '../../src/i18n/rules.messages';
import { bytesSource, type ByteSource } from '../../src/ingest/byte-source';
import type { ImportDraft } from '../../src/ingest/import-draft';
import { draftImport, importFiles, type ImportResult } from '../../src/ingest/import-files';
import type { FileReport } from '../../src/ingest/import-report';
import type { MappedFile, MappingFile } from '../../src/model/mapping';

const today = dayOf(2026, 6, 30);

/** What nearly every small file leads to; told only where a file is about it. */
const usual: ReadonlySet<string> = new Set([
  'customers.from-ids',
  'accounts.from-ids',
  'product.unspecified',
  'direction.all-inflow',
  'balance.snapshot-month',
  'balance.rebuilt',
]);

const sets = Object.entries(ruleFiles).filter(([, { meant }]) => meant.partOf === undefined);

describe('a file is imported as its author meant it, with the fate of every row', () => {
  it.each(sets)('%s', async (first, { meant }) => {
    const names = [first, ...(meant.with ?? [])];
    const sources = names.map(sourceOf);
    const draft = await draftImport(sources, silentControl);
    expect(draft.failures).toEqual([]);
    expect(questionsOf(draft)).toEqual(meant.questions ?? []);
    if (meant.error) {
      const [code, details] = meant.error;
      const error = toAppError(await importSet(sources, draft, meant).catch((thrown: unknown) => thrown));
      expect({ code: error.code, details: error.details }).toMatchObject({ code, details });
      return;
    }
    const result = await importSet(sources, draft, meant);
    for (const [index, name] of names.entries()) checkFile(name, index, result);
    checkNotes(meant, result);
    if (meant.quality) expect(await issuesOf(result.dataset)).toEqual([...meant.quality].sort());
    if (meant.sql) expect(await answerOf(result.dataset, meant.sql[0])).toEqual(meant.sql[1]);
  });
});

describe('the files of rules', () => {
  const all = Object.values(ruleFiles).map(({ meant }) => meant);
  const rowRules = new Set([
    ...all.flatMap(({ rows }) => rows.flatMap((fate) => (fate[1] === 'loaded' ? [] : [fate[2]]))),
    ...all.flatMap(({ cells }) => (cells ?? []).map(([, rule]) => rule)),
  ]);

  it('are at least one for each rule by which rows and cells are left out', () => {
    // How a file is cut is what the other broken files are about; the last rule needs a project that is there already.
    const elsewhere = [
      'row.bad-quote',
      'row.cut-off',
      'row.repeated-header',
      'row.ruler',
      'row.across-columns',
      'cell.garbled',
    ];
    const missing = Object.keys(ruleMessages).filter((rule) => !rowRules.has(rule));
    expect(missing.sort()).toEqual([...elsewhere, 'rows.already-there'].sort());
  });

  it('are at least one for each issue of the quality of data', () => {
    const shown = new Set(all.flatMap(({ quality: issues }) => (issues ?? []).map(([code]) => code)));
    expect(issueCodes.filter((code) => !shown.has(code))).toEqual([]);
  });
});

const meantOf = (name: string): Meant => {
  const file = ruleFiles[name];
  if (!file) throw new Error(`no file ${name}`);
  return file.meant;
};

const sourceOf = (name: string): ByteSource => bytesSource(name, ruleFiles[name]?.bytes ?? new Uint8Array());

const questionsOf = ({ questions }: ImportDraft): readonly (readonly string[])[] =>
  questions.map(({ kind, field }) => [kind, field]);

/** Without answers nobody looks at the draft; answers are written into its mapping. */
function importSet(sources: readonly ByteSource[], draft: ImportDraft, meant: Meant): Promise<ImportResult> {
  const { answers } = meant;
  const [entry, ...others] = draft.mapping.files;
  const mapping: MappingFile | null =
    answers && entry ? { ...draft.mapping, files: [answered(entry, answers), ...others] } : null;
  return importFiles(sources, mapping, { today }, silentControl);
}

const answered = (entry: MappedFile, answers: NonNullable<Meant['answers']>): MappedFile => ({
  ...entry,
  ...answers,
  columns: { ...entry.columns, ...(answers['columns'] ?? {}) },
});

function checkFile(name: string, index: number, { dataset, report }: ImportResult): void {
  const meant = meantOf(name);
  const file = report.files[index];
  if (!file) throw new Error(`no report of ${name}`);
  const { read, loaded, rejected, removed } = file.rows;
  expect(read).toBe(loaded + rejected + Object.values(removed).reduce((sum, rows) => sum + rows, 0));
  expect(file).toMatchObject({
    name,
    sha256: createHash('sha256')
      .update(ruleFiles[name]?.bytes ?? '')
      .digest('hex'),
    table: meant.table,
    refused: meant.refused ?? [],
  });
  expect(fatesIn(name, meant, file, dataset)).toEqual(meant.rows.map(withoutLines(removedInTables(meant))));
  expect(file.issues.map(({ column, rule, count }) => [column, rule, count])).toEqual(meant.cells ?? []);
  expect(removed).toEqual(countsOf(meant.rows));
}

/** Rows that were taken out after reading are counted by their rule, not listed by line. */
const removedInTables = ({ rows }: Meant): ReadonlySet<number> =>
  new Set(
    rows.flatMap((fate) => (fate[1] === 'left out' && /^(?:rows|file)\./.test(fate[2]) ? [fate[0]] : [])),
  );

const withoutLines =
  (lines: ReadonlySet<number>) =>
  (fate: Fate): Fate | null =>
    lines.has(fate[0]) ? null : fate;

function countsOf(rows: readonly Fate[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const fate of rows) if (fate[1] === 'left out') counts[fate[2]] = (counts[fate[2]] ?? 0) + 1;
  return counts;
}

/** For each line that was meant what became of it; null where it is nowhere. */
function fatesIn(name: string, meant: Meant, file: FileReport, dataset: Dataset): readonly (Fate | null)[] {
  const fates = new Map<number, Fate>();
  for (const { line, rule, column } of file.rejects) fates.set(line, [line, 'rejected', rule, column]);
  for (const { line, rule } of file.leftOut ?? []) fates.set(line, [line, 'left out', rule]);
  const frame = dataset.tables[meant.table] ?? dataset.others[meant.table];
  if (frame === undefined) throw new Error(`no table ${meant.table}`);
  const lines = meant.rows.flatMap((fate) => (fate[1] === 'loaded' ? [fate[0]] : []));
  let own = 0;
  for (let row = 0; row < frame.rowCount && file.rows.loaded > 0; row++) {
    if ((textAt(frame, 'source_file', row) ?? name) !== name) continue;
    const line = numberAt(frame, 'source_row', row) ?? lines[own] ?? -1;
    own++;
    fates.set(line, [line, 'loaded', meant.columns.map((column) => cellOf(dataset, frame, column, row))]);
  }
  const known = meant.rows.map(([line]) => fates.get(line) ?? null);
  expect([...fates.keys()].filter((line) => !meant.rows.some(([one]) => one === line))).toEqual([]);
  return known;
}

/** A cell as the author writes it: money in full, with two decimals at least. */
function cellOf(dataset: Dataset, frame: Frame, name: string, row: number): MeantCell {
  const column = frame.columns[name];
  if (column === undefined || isNull(column.nulls, row)) return null;
  const type = typeOfColumn(frame, name);
  if (type === 'flag') return numberAt(frame, name, row) === 1;
  if (type !== 'money') return valueAt(dataset, frame, name, row);
  return plainDecimal(numberAt(frame, name, row) ?? 0, dataset.minorPerMajor).replace(
    /(\.\d\d\d*?)0*$/,
    '$1',
  );
}

function checkNotes(meant: Meant, { report }: ImportResult): void {
  const wanted = meant.notes ?? [];
  const told = report.assumptions
    .filter(({ code }) => !usual.has(code) || wanted.some(([one]) => one === code))
    .map(({ code, values }) => [code, values]);
  expect(told).toEqual(expect.arrayContaining([...wanted]));
  expect(told).toHaveLength(wanted.length);
}

async function issuesOf(dataset: Dataset): Promise<readonly unknown[]> {
  const { issues } = await quality(dataset, {}, silentControl);
  return issues
    .map(({ code, table, column, rows }) => [code, column === null ? table : `${table}.${column}`, rows])
    .sort();
}

async function answerOf(dataset: Dataset, query: string): Promise<readonly (readonly unknown[])[]> {
  const database = await openDatabase(writeDatasetImage(dataset));
  const { rows } = database.query(query);
  database.close();
  return rows;
}
