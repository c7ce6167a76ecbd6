import { join } from 'node:path';
import { silentControl } from '../base/control';
import type { ByteSource, Container } from '../ingest/byte-source';
import { csvRecord } from '../ingest/csv-text';
import { textReader } from '../ingest/file-reader';
import { openFiles } from '../ingest/formats/open-file';
import type { TableFormat } from '../ingest/formats/text-table';
import { openRaw, type RawTable } from '../ingest/read-raw';
import type { ReportedLine } from '../ingest/import-report';
import { countsByRule, reportedLines } from '../ingest/reported-lines';
import type { CellIssue, Dialect } from '../ingest/table';
import { oneOf, readArguments, UsageError } from './arguments';
import {
  jsonBytes,
  refuseOverwriting,
  withFiles,
  writingFiles,
  type CommandIo,
  type Write,
} from './command-io';
import { readersFor } from './format-readers';
import { jsonRecord } from './json-record';

type Format = 'csv' | 'json';

/** What became of a file, as the report of `import` says it, without what only a mapping knows. */
type ReadReport = {
  readonly name: string;
  readonly sha256: string;
  readonly container?: Container;
  readonly format: Dialect['format'] | TableFormat;
  readonly encoding: Dialect['encoding'];
  readonly delimiter: string;
  readonly header: boolean;
  readonly columns: readonly string[];
  readonly rows: {
    readonly read: number;
    readonly loaded: number;
    readonly rejected: number;
    readonly removed: Readonly<Record<string, number>>;
  };
  readonly rejects: readonly ReportedLine[];
  /** Lines that are no rows of the table. */
  readonly leftOut: readonly ReportedLine[];
  readonly issues: readonly CellIssue[];
};

/**
 * Any readable file as clean CSV or JSON, values as written. One file goes to stdout, several into a folder under their
 * own names, with the ending of the format. All files are looked at before the first is written.
 */
export async function readCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  const { files, options } = readArguments(argv, ['out', 'format', 'report']);
  const format = oneOf('format', options.format, ['csv', 'json']);
  const { out: folder, report } = options;
  if (files.length === 0) throw new UsageError('A file is needed');
  if (files.length > 1 && folder === undefined) {
    throw new UsageError('Several files need a folder: --out DIR');
  }
  await withFiles(io, files, async (sources) => {
    const tables = await openFiles(sources, readersFor(io), silentControl);
    if (tables.length > 1 && folder === undefined) {
      throw new UsageError('Several tables need a folder: --out DIR');
    }
    const dialects: Dialect[] = [];
    for (const table of tables) dialects.push((await textReader.inspect(table, silentControl)).dialect);
    const paths = folder === undefined ? [] : outputPaths(tables, folder, format);
    await refuseOverwriting(io, [...paths, report], files);
    if (folder !== undefined) await io.makeFolder(folder);
    await writingFiles(io, async (create) => {
      const writeReport = report === undefined ? null : await create(report);
      const done: ReadReport[] = [];
      for (const [index, source] of tables.entries()) {
        const [dialect, path] = [dialects[index], paths[index]];
        const write = path === undefined ? io.stdout : await create(path);
        if (dialect) done.push(await readOne(source, dialect, format, write));
      }
      await writeReport?.(jsonBytes({ files: done }));
    });
  });
}

/**
 * `trans.asc` becomes `trans.csv`, the sheet `May` of `bank.xlsx` `bank.May.csv`; of two tables that would have one name
 * the later keeps its ending or gets a number.
 */
function outputPaths(sources: readonly ByteSource[], folder: string, format: Format): readonly string[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const name = source.name.replaceAll('/', '_');
    const stem = stemOf(source);
    const candidates = [stem, name, ...Array.from({ length: sources.length }, (_, n) => `${name}_${n + 2}`)];
    const free = candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? name;
    taken.add(free.toLowerCase());
    return join(folder, `${free}.${format}`);
  });
}

/** The name without its ending, one of a file within a file behind the one of that. */
function stemOf({ name, table }: ByteSource): string {
  const parts = name.split('/');
  return parts
    .map((part, index) => {
      const isTable = index > 0 && index === parts.length - 1 && table !== undefined && table.table !== null;
      return isTable ? part : part.replace(/(?<=.)\.[^.]*$/, '');
    })
    .join('.');
}

async function readOne(
  source: ByteSource,
  dialect: Dialect,
  format: Format,
  write: Write,
): Promise<ReadReport> {
  const raw = await openRaw(source, dialect, silentControl);
  const chunks = format === 'csv' ? csvChunks(raw) : jsonChunks(raw);
  for await (const chunk of chunks) await write(new TextEncoder().encode(chunk));
  // The file is whole only when the end of the text has been looked at too.
  const { rejects, removed, sha256, rowsRead, rowCount, issues } = await raw.finish();
  return {
    name: source.name,
    sha256,
    ...(source.container ? { container: source.container } : {}),
    format: source.table?.format ?? dialect.format,
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    header: dialect.hasHeader,
    columns: raw.header,
    rows: {
      read: rowsRead,
      loaded: rowCount,
      rejected: rejects.length,
      removed: countsByRule(removed),
    },
    rejects: reportedLines(rejects, dialect.encoding),
    leftOut: reportedLines(removed, dialect.encoding),
    issues,
  };
}

async function* csvChunks(raw: RawTable): AsyncGenerator<string> {
  yield csvRecord(raw.header);
  for await (const rows of raw.batches()) yield rows.map(csvRecord).join('');
}

async function* jsonChunks(raw: RawTable): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of raw.batches()) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => jsonRecord(raw.header, row)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
