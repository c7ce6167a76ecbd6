import { silentControl } from '../base/control';
import { openFiles } from '../ingest/formats/open-file';
import { partControls } from '../ingest/control-files';
import type { ImportBase } from '../ingest/import-base';
import { importFiles } from '../ingest/import-files';
import type { FileReport, ImportReport } from '../ingest/import-report';
import type { MappingFile } from '../model/mapping';
import { tableNamed } from '../model/tables';
import { parseMappingFile } from '../project/mapping-file';
import { writeProject, type Project } from '../project/project-file';
import { readArguments, required, UsageError } from './arguments';
import {
  jsonBytes,
  readWhole,
  refuseOverwriting,
  withFiles,
  writingFiles,
  type CommandIo,
} from './command-io';
import { readersFor } from './format-readers';
import { openProject } from './open-project';

/**
 * Files into a project, with a report of every row. With `--into` they are added to what a project holds; the project
 * may be written over itself.
 */
export async function importCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  const { files, options } = readArguments(argv, ['mapping', 'into', 'out', 'report']);
  if (files.length === 0) throw new UsageError('A file is needed');
  const out = required('out', options.out);
  const needed = options.mapping === undefined ? files : [...files, options.mapping];
  await refuseOverwriting(io, [out, options.report], needed);
  const mapping = await readMapping(io, options.mapping);
  const project = options.into === undefined ? null : await openProject(io, options.into);
  const base = project === null ? {} : { base: baseOf(project) };
  const imported = await withFiles(io, files, async (sources) => {
    const tables = await openFiles(sources, readersFor(io), silentControl);
    const result = await importFiles(tables, mapping, { ...base, today: io.today() }, silentControl);
    return { ...result, fileCount: partControls(tables).tables.length };
  });
  const { dataset, report } = imported;
  await writingFiles(io, async (create) => {
    const write = await create(out);
    const writeReport = options.report === undefined ? null : await create(options.report);
    await writeReport?.(jsonBytes(report));
    await write(writeProject({ ...project, dataset, mapping: imported.mapping, report: { ...report } }));
  });
  io.stderr(summaryOf(report, report.files.slice(-imported.fileCount)));
}

async function readMapping(io: CommandIo, path: string | undefined): Promise<MappingFile | null> {
  if (path === undefined) return null;
  return parseMappingFile(new TextDecoder().decode(await readWhole(io, path)));
}

/** A project that came from no files, such as the sample bank, has no report of files. */
function baseOf({ dataset, mapping, report }: Project): ImportBase {
  const files = report !== null && typeof report === 'object' && 'files' in report ? report.files : [];
  return { dataset, mapping, files: Array.isArray(files) ? (files as unknown as FileReport[]) : [] };
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `5369 customers, 4500 accounts, 49102 transactions; 1 row kept aside.` and a line per file that says more. */
function summaryOf({ rows, assumptions }: ImportReport, files: readonly FileReport[]): string {
  const counts = ['customer', 'account', 'transaction', 'balance'].flatMap((table) =>
    rows[table] === undefined ? [] : [counted(rows[table], table, tableNamed(table)?.view ?? `${table}s`)],
  );
  const rejected = files.reduce((sum, file) => sum + file.rows.rejected, 0);
  const aside = rejected === 0 ? '' : `; ${counted(rejected, 'row', 'rows')} kept aside`;
  const lines = files.flatMap(({ name, table, rows: { loaded, removed }, assumed }) => [
    ...(tableNamed(table)
      ? []
      : [`${name} fits no known table: ${counted(loaded, 'row is', 'rows are')} kept as ${table}.`]),
    ...(removed['file.repeated'] === undefined
      ? []
      : [`${name} is in the project already and was left out.`]),
    ...(removed['rows.already-there'] === undefined
      ? []
      : [`${name}: ${counted(removed['rows.already-there'], 'row is', 'rows are')} there already.`]),
    ...(removed['rows.repeated-row'] === undefined
      ? []
      : [
          `${name}: ${counted(removed['rows.repeated-row'], 'row was', 'rows were')} in an earlier file already.`,
        ]),
    ...assumed.map(({ column, field }) => `${name}: ${column} is assumed to be ${field}.`),
  ]);
  const differing = assumptions.flatMap(({ code, values }) =>
    code === 'control.rows-differ'
      ? [`${values['file']} has ${values['rows']} rows; ${values['control']} says ${values['expected']}.`]
      : [],
  );
  return [`${counts.join(', ')}${aside}.`, ...lines, ...differing, ''].join('\n');
}
