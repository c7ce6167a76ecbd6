import { join } from 'node:path';
import { silentControl } from '../base/control';
import type { ByteSource } from '../ingest/byte-source';
import { csvRecord } from '../ingest/csv-text';
import { inspectFile } from '../ingest/inspect-file';
import { openRaw, type RawTable } from '../ingest/read-raw';
import { rejectText } from '../ingest/rejects-frame';
import type { Dialect } from '../ingest/table';
import { oneOf, readArguments, UsageError } from './arguments';
import { withFiles, writeFile, writeText, type CommandIo } from './command-io';
import { jsonRecord } from './json-record';

type Format = 'csv' | 'json';

/** What became of a file, as the report of `import` says it, without what only a mapping knows. */
type ReadReport = {
  readonly name: string;
  readonly sha256: string;
  readonly format: Dialect['format'];
  readonly encoding: Dialect['encoding'];
  readonly delimiter: string;
  readonly header: boolean;
  readonly columns: readonly string[];
  readonly rows: { readonly read: number; readonly loaded: number; readonly rejected: number };
  readonly rejects: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly rule: string;
    readonly reason: string;
    readonly raw: string;
  }[];
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
  const reports = await withFiles(io, files, async (sources) => {
    const dialects: Dialect[] = [];
    for (const source of sources) dialects.push((await inspectFile(source, silentControl)).dialect);
    const paths = folder === undefined ? null : await outputPaths(io, files, sources, folder, format);
    const done: ReadReport[] = [];
    for (const [index, source] of sources.entries()) {
      const dialect = dialects[index];
      if (dialect) done.push(await readOne(io, source, dialect, format, paths?.[index]));
    }
    return done;
  });
  if (report !== undefined) await writeText(io, report, `${JSON.stringify({ files: reports }, null, 2)}\n`);
}

/** `trans.asc` becomes `trans.csv`; of two files that would have one name the later keeps its ending or gets a number. */
async function outputPaths(
  io: CommandIo,
  files: readonly string[],
  sources: readonly ByteSource[],
  folder: string,
  format: Format,
): Promise<readonly string[]> {
  const taken = new Set<string>();
  const paths = sources.map(({ name }) => {
    const stem = name.replace(/(?<=.)\.[^.]*$/, '');
    const candidates = [stem, name, ...Array.from({ length: sources.length }, (_, n) => `${name}_${n + 2}`)];
    const free = candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? name;
    taken.add(free.toLowerCase());
    return join(folder, `${free}.${format}`);
  });
  const inputs = new Set(await Promise.all(files.map(io.realPath)));
  for (const path of paths) {
    if (inputs.has(await io.realPath(path))) throw new UsageError(`${path} would be written over itself`);
  }
  await io.makeFolder(folder);
  return paths;
}

async function readOne(
  io: CommandIo,
  source: ByteSource,
  dialect: Dialect,
  format: Format,
  path: string | undefined,
): Promise<ReadReport> {
  const raw = await openRaw(source, dialect, silentControl);
  const chunks = format === 'csv' ? csvChunks(raw) : jsonChunks(raw);
  let summary: Awaited<ReturnType<RawTable['finish']>> | undefined;
  // The file is whole only when the end of the text has been looked at too.
  const checked = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) yield new TextEncoder().encode(chunk);
    summary = await raw.finish();
  };
  if (path !== undefined) await writeFile(io, path, checked());
  else for await (const chunk of checked()) await io.stdout(chunk);
  const rejects = summary?.rejects ?? [];
  return {
    name: source.name,
    sha256: summary?.sha256 ?? '',
    format: dialect.format,
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    header: dialect.hasHeader,
    columns: raw.header,
    rows: { read: summary?.rowsRead ?? 0, loaded: summary?.rowCount ?? 0, rejected: rejects.length },
    rejects: rejects.map((reject) => ({
      line: reject.line,
      column: reject.column,
      rule: reject.rule,
      reason: reject.reason,
      raw: rejectText(reject, dialect.encoding),
    })),
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
