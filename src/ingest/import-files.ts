import { isoDay, type Day } from '../base/calendar-day';
import type { Control } from '../base/control';
import { AppError, toAppError } from '../base/errors';
import { unknownCurrency } from '../dataset/base-currency';
import { withFinerMoney } from '../dataset/rescale-money';
import { buildDataset, withSignedAmounts } from '../dataset/build-dataset';
import type { Assumption, Dataset, SourceFile } from '../dataset/dataset';
import { assumptionsOfReading } from '../dataset/given-tables';
import { measureLinks, type LinkMatch } from '../dataset/measure-links';
import { mappedFileFor, type MappedFile, type MappingFile } from '../model/mapping';
import { appendTables } from './append-tables';
import { assembleTables, type ReadFile } from './assemble-tables';
import type { ByteSource } from './byte-source';
import { checkControls, partControls } from './control-files';
import { draftFromInspections } from './draft-import';
import { textReader, type FileReader } from './file-reader';
import { fingerprint } from '../base/fingerprint';
import {
  appendRejects,
  joinMappings,
  ownersAreKnown,
  reportsWithoutReplaced,
  withKnownRows,
  withoutReplaced,
  type ImportBase,
} from './import-base';
import { checkTotals } from './control-totals';
import type { DraftFile, ImportDraft } from './import-draft';
import { settledDifferently } from './inspect-as';
import type { FileReport, Fix, ImportReport } from './import-report';
import { noteLinks } from './note-links';
import { readExactly, type ExactFiles } from './read-exactly';
import { refuseIncomplete, refuseUnusable } from './refuse-draft';
import { rejectsFrame } from './rejects-frame';
import { countsByRule, reportedLines } from './reported-lines';
import type { Inspection } from './table';

export type ImportOptions = {
  /** Name of the dataset; that of the first file when absent. */
  readonly name?: string;
  /** How bytes become rows; {@link textReader} when absent. */
  readonly reader?: FileReader;
  /** The project that the files are added to. */
  readonly base?: ImportBase;
  /** The day of the import: bookings more than a year later are named, and the data end before them. */
  readonly today?: Day;
};

export type ImportResult = {
  readonly dataset: Dataset;
  readonly report: ImportReport;
  /** What was imported by, complete: with `--mapping` it gives the same result again. */
  readonly mapping: MappingFile;
};

/** Rejected rows that the report lists per file; the counts are of all. */
const listedRejects = 10_000;

/**
 * Looks at files and proposes what they mean; reads only samples.
 *
 * @param given a mapping to take over where it names a file
 * @throws the error of the only file; of several, each failure is listed in the draft
 */
export async function draftImport(
  sources: readonly ByteSource[],
  control: Control,
  given: MappingFile | null = null,
  reader: FileReader = textReader,
): Promise<ImportDraft> {
  const inspections: Inspection[] = [];
  const failures: ImportDraft['failures'][number][] = [];
  const { tables, controls } = partControls(sources);
  for (const [index, source] of tables.entries()) {
    await control.yield(index, tables.length, 'inspect');
    try {
      inspections.push(await inspect(source, reader, control, given));
    } catch (error) {
      const { code, message, details } = toAppError(error);
      if (code === 'task.cancelled' || tables.length === 1) throw error;
      failures.push({ name: source.name, code, message, details });
    }
  }
  const draft = draftFromInspections(inspections, given, failures);
  if (controls.length === 0) return draft;
  return {
    ...draft,
    controls: controls.map(({ source, about }) => ({ name: source.name, about: about.name })),
  };
}

/**
 * A first look; where the mapping settles how the file is cut, a second one in that way. What a mapping says of a file by
 * its name may make it readable.
 */
async function inspect(
  source: ByteSource,
  reader: FileReader,
  control: Control,
  given: MappingFile | null,
): Promise<Inspection> {
  const named = given ? mappedFileFor(given, source.name, [])?.dialect : undefined;
  const { quote, encoding } = named ?? {};
  const found = await reader.inspect(source, control, {
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  const entry = given ? mappedFileFor(given, source.name, found.header) : undefined;
  if (!entry?.dialect) return found;
  const cut = await reader.inspectAs(source, found, entry.dialect, control);
  const settled = settledDifferently(found.dialect, entry.dialect);
  return Object.keys(settled).length === 0 ? cut : { ...cut, settled };
}

/**
 * Reads files in full into a dataset. Without a mapping every proposal of 0.6 and more is taken, those below 0.9 are
 * listed as assumed, and a needed role that stays empty or undecided is refused.
 *
 * @throws ingest.missing-role, ingest.ambiguous-role, ingest.ambiguous-date, ingest.bad-mapping, whatever the reader
 * throws, task.cancelled
 */
export async function importFiles(
  sources: readonly ByteSource[],
  mapping: MappingFile | null,
  options: ImportOptions,
  control: Control,
): Promise<ImportResult> {
  const { reader = textReader, base } = options;
  const given = joinMappings(mapping, base?.mapping ?? null);
  const draft = await draftImport(sources, control, given, reader);
  const [failure] = draft.failures;
  if (failure) throw new AppError(failure.code, failure.message, failure.details);
  refuseIncomplete(draft, base !== undefined && ownersAreKnown(base));
  const { tables, controls } = partControls(sources);
  const read = await readExactly(tables, draft, reader, base?.dataset.minorPerMajor ?? 100, control);
  refuseUnusable(read.files);
  const said = [...(await checkControls(controls, read.files))];
  for (const file of read.files) said.push(...(await checkTotals(file, read.minorPerMajor, control)));
  control.report(1, 1, 'build');
  return base
    ? appendFiles(read, draft, base, options, said)
    : buildFiles(read, draft, options, nameOf(tables), said);
}

function buildFiles(
  { files, minorPerMajor }: ExactFiles,
  { mapping }: ImportDraft,
  options: ImportOptions,
  name: string,
  said: readonly Assumption[],
): ImportResult {
  const assumptions: Assumption[] = [...said];
  const { tables, others, removed, areAmountsSigned } = assembleTables(files, assumptions);
  const links = measureLinks(tables, others);
  noteLinks(tables, links, assumptions);
  const dataset = buildDataset({
    id: idOf(
      files.map(({ parsed }) => parsed.sha256),
      mapping,
    ),
    name: options.name ?? name,
    tables,
    others,
    rejects: rejectsFrame(files),
    assumptions,
    sources: files.map((file) => sourceOf(file, removed.get(file))),
    minorPerMajor,
    areAmountsSigned,
    ...(options.today === undefined ? {} : { today: options.today }),
  });
  const reports = files.map((file, index) => reportFile(file, removed.get(file) ?? {}, mapping.files[index]));
  return { dataset, report: reportImport(dataset, links, reports), mapping };
}

/**
 * The project with the files added, through the same joins. Files that it has already are left out; when it has them all
 * it stays as it is. Its published columns are computed anew from the new data when somebody asks.
 */
function appendFiles(
  { files, minorPerMajor }: ExactFiles,
  draft: ImportDraft,
  base: ImportBase,
  options: ImportOptions,
  said: readonly Assumption[],
): ImportResult {
  const old = withFinerMoney(base.dataset, minorPerMajor);
  const present = new Set(old.sources.map(({ sha256 }) => sha256));
  const assumptions: Assumption[] = [...assumptionsOfReading(old), ...said];
  const assembled = assembleTables(files, assumptions, present);
  const fresh = files.filter((file) => assembled.removed.get(file)?.['file.repeated'] === undefined);
  if (fresh.length === 0) {
    const repeated = files.map((file, index) =>
      reportFile(file, assembled.removed.get(file) ?? {}, draft.mapping.files[index]),
    );
    const links = measureLinks(old.tables, old.others);
    const report = reportImport(old, links, [...base.files, ...repeated]);
    return { dataset: base.dataset, report, mapping: base.mapping ?? draft.mapping };
  }
  const { transaction, ...rest } = assembled.tables;
  const signed =
    transaction && !assembled.areAmountsSigned ? withSignedAmounts(transaction, assumptions) : transaction;
  const fileOf = (table: string) => fresh.find((file) => file.draft.table === table)?.draft.name ?? '';
  const { tables, others, replaced, known } = appendTables(
    old,
    { tables: signed ? { ...rest, transaction: signed } : rest, others: assembled.others },
    fileOf,
    assumptions,
  );
  const links = measureLinks(tables, others);
  noteLinks(tables, links, assumptions);
  const removed = withKnownRows(assembled.removed, fresh, known);
  const reports = files.map((file, index) =>
    reportFile(file, removed.get(file) ?? {}, draft.mapping.files[index]),
  );
  const mapping = joinMappings(draft.mapping, base.mapping) ?? draft.mapping;
  const dataset = buildDataset({
    id: idOf([...present, ...fresh.map(({ parsed }) => parsed.sha256)], mapping),
    name: options.name ?? old.name,
    tables,
    others,
    rejects: appendRejects(old.rejects, rejectsFrame(fresh)),
    assumptions,
    sources: [
      ...withoutReplaced(old.sources, replaced),
      ...fresh.map((file) => sourceOf(file, removed.get(file))),
    ],
    minorPerMajor,
    areAmountsSigned: true,
    ...(options.today === undefined ? {} : { today: options.today }),
    ...(old.currency === unknownCurrency ? {} : { currency: old.currency }),
  });
  const report = reportImport(dataset, links, [...reportsWithoutReplaced(base.files, replaced), ...reports]);
  return { dataset, report, mapping };
}

const idOf = (hashes: readonly string[], mapping: MappingFile): string =>
  `local-${fingerprint([...hashes.toSorted(), JSON.stringify(mapping)])}`;

function sourceOf(
  { draft, parsed }: ReadFile,
  removed: Readonly<Record<string, number>> | undefined,
): SourceFile {
  return {
    name: draft.name,
    sha256: parsed.sha256,
    byteLength: parsed.byteLength,
    table: draft.table,
    rowsLoaded: parsed.rowCount - total(removed),
    rowsRejected: parsed.rejects.length,
  };
}

const total = (counts: Readonly<Record<string, number>> | undefined): number =>
  Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);

function nameOf(sources: readonly ByteSource[]): string {
  const [first] = sources;
  const stem = (first?.name ?? '').replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return sources.length > 1 ? `${stem} +${sources.length - 1}` : stem;
}

function reportFile(
  { draft, parsed, container }: ReadFile,
  removed: Readonly<Record<string, number>>,
  entry: MappedFile | undefined,
): FileReport {
  const { dialect } = parsed;
  const fixes = fixesOf(draft);
  const unused = draft.columns.filter(({ field }) => field === null).map(({ column }) => column);
  const taken = draft.columns.flatMap((column) =>
    column.field === null
      ? []
      : [{ column: column.column, field: column.field, confidence: column.confidence }],
  );
  return {
    name: draft.name,
    sha256: parsed.sha256,
    ...(container ? { container } : {}),
    format: draft.inspection.table?.format ?? dialect.format,
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    header: dialect.hasHeader,
    table: draft.table,
    rows: {
      read: parsed.rowsRead,
      loaded: parsed.rowCount - total(removed),
      rejected: parsed.rejects.length,
      removed: { ...countsByRule(parsed.removed), ...removed },
    },
    columns: Object.fromEntries(taken.map(({ column, field }) => [column, field])),
    ...(entry === undefined ? {} : { mapping: entry }),
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(unused.length > 0 ? { unused } : {}),
    assumed: taken.filter(({ confidence }) => confidence < 0.9),
    refused: draft.refused,
    issues: parsed.issues ?? [],
    rejects: reportedLines(parsed.rejects.slice(0, listedRejects), dialect.encoding),
    leftOut: reportedLines(parsed.removed.slice(0, listedRejects), dialect.encoding),
  };
}

/** What a person said against what was found. */
function fixesOf({ inspection, columns, refused, sign, repeated }: DraftFile): readonly Fix[] {
  const kept = new Set([...columns.map(({ column }) => column), ...refused]);
  const leftOut = inspection.header.filter((column) => !kept.has(column));
  return [
    ...Object.entries(inspection.settled ?? {}).map(([about, value]): Fix => ({
      code: 'cut',
      about,
      value: typeof value === 'object' ? JSON.stringify(value) : String(value),
    })),
    ...(sign === undefined || sign.value === 'as-written'
      ? []
      : [{ code: 'sign', about: 'amount', value: sign.value } as const]),
    ...(repeated === 'first' ? [{ code: 'repeated', about: '', value: repeated } as const] : []),
    ...leftOut.map((about): Fix => ({ code: 'left-out', about, value: '' })),
  ];
}

function reportImport(
  dataset: Dataset,
  links: readonly LinkMatch[],
  files: readonly FileReport[],
): ImportReport {
  const day = (value: number | null) => (value === null ? null : isoDay(value));
  return {
    id: dataset.id,
    files,
    links: links.map((link) => ({
      ...link,
      matchRate: link.rows === 0 ? null : link.matched / link.rows,
    })),
    currency: dataset.currency,
    asOf: day(dataset.asOf),
    firstDay: day(dataset.firstDay),
    lastDay: day(dataset.lastDay),
    rows: Object.fromEntries(Object.entries(dataset.tables).map(([name, frame]) => [name, frame.rowCount])),
    assumptions: dataset.assumptions,
  };
}
