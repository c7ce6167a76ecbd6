import { silentControl } from '../base/control';
import { tableNamed } from '../model/tables';
import type { MappingFile } from '../model/mapping';
import { importFiles } from '../ingest/import-files';
import type { ImportReport } from '../ingest/import-report';
import { parseMappingFile } from '../project/mapping-file';
import { writeProject } from '../project/project-file';
import { readArguments, required, UsageError } from './arguments';
import { readWhole, withFiles, writeFile, writeText, type CommandIo } from './command-io';

/** Files into a project, with a report of every row. */
export async function importCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  const { files, options } = readArguments(argv, ['mapping', 'into', 'out', 'report']);
  if (files.length === 0) throw new UsageError('A file is needed');
  const out = required('out', options.out);
  const mapping = await readMapping(io, options.mapping);
  const imported = await withFiles(io, files, (sources) => importFiles(sources, mapping, {}, silentControl));
  const report = { ...imported.report };
  await writeFile(io, out, [writeProject({ dataset: imported.dataset, mapping: imported.mapping, report })]);
  if (options.report !== undefined)
    await writeText(io, options.report, `${JSON.stringify(report, null, 2)}\n`);
  io.stderr(`${summaryOf(imported.report)}\n`);
}

async function readMapping(io: CommandIo, path: string | undefined): Promise<MappingFile | null> {
  if (path === undefined) return null;
  return parseMappingFile(new TextDecoder().decode(await readWhole(io, path)));
}

/** `5369 customers, 4500 accounts, 49102 transactions; 1 row kept aside.` */
function summaryOf({ rows, files }: ImportReport): string {
  const counts = ['customer', 'account', 'transaction', 'balance'].flatMap((table) =>
    rows[table] === undefined ? [] : [`${rows[table]} ${tableNamed(table)?.view ?? table}`],
  );
  const rejected = files.reduce((sum, file) => sum + file.rows.rejected, 0);
  const aside = rejected === 0 ? '' : `; ${rejected} ${rejected === 1 ? 'row' : 'rows'} kept aside`;
  return `${counts.join(', ')}${aside}.`;
}
