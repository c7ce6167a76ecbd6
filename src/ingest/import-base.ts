import type { Frame } from '../columns/frame';
import type { Dataset, SourceFile } from '../dataset/dataset';
import { withoutColumns } from '../dataset/make-column';
import type { MappingFile } from '../model/mapping';
import { appendFrames } from './append-frames';
import type { AppendedTables } from './append-tables';
import type { ReadFile, RemovedRows } from './assemble-tables';
import type { FileReport } from './import-report';

/** A project that files are added to. */
export type ImportBase = {
  readonly dataset: Dataset;
  readonly mapping: MappingFile | null;
  /** What became of the files it was made from. */
  readonly files: readonly FileReport[];
};

/** Whether further facts of accounts need no customer of their own. */
export function ownersAreKnown({ dataset }: ImportBase): boolean {
  return dataset.tables['account']?.columns['customer_key'] !== undefined;
}

/** The entries of both; the first counts where both are about the same files. */
export function joinMappings(first: MappingFile | null, second: MappingFile | null): MappingFile | null {
  if (!first || !second) return first ?? second;
  const textOf = (value: unknown) => JSON.stringify(value);
  const matched = new Set(first.files.map(({ match }) => textOf(match)));
  const linked = new Set(first.links.map(textOf));
  return {
    version: 1,
    files: [...first.files, ...second.files.filter(({ match }) => !matched.has(textOf(match)))],
    links: [...first.links, ...second.links.filter((link) => !linked.has(textOf(link)))],
  };
}

/** Rejected rows of the project and of the new files. */
export function appendRejects(old: Frame, added: Frame): Frame {
  return withoutColumns(appendFrames([old, added], ['', '']), ['source_file']);
}

/** Counts rows that the project has already among the removed rows of the new files. */
export function withKnownRows(
  removed: RemovedRows,
  files: readonly ReadFile[],
  known: AppendedTables['known'],
): RemovedRows {
  const all = new Map(removed);
  const left = new LostRows(known);
  for (const file of files) {
    const before = removed.get(file) ?? {};
    const here = file.parsed.rowCount - Object.values(before).reduce((sum, count) => sum + count, 0);
    const rows = left.take(file.draft.table, file.draft.name, here);
    if (rows > 0) all.set(file, { ...before, 'rows.already-there': rows });
  }
  return all;
}

/** The files of the project with the rows that are still theirs. */
export function withoutReplaced(
  sources: readonly SourceFile[],
  replaced: AppendedTables['replaced'],
): readonly SourceFile[] {
  const left = new LostRows(replaced);
  return sources.map((source) => ({
    ...source,
    rowsLoaded: source.rowsLoaded - left.take(source.table, source.name, source.rowsLoaded),
  }));
}

/** The same in the reports: what newer rows took the place of was removed. */
export function reportsWithoutReplaced(
  reports: readonly FileReport[],
  replaced: AppendedTables['replaced'],
): readonly FileReport[] {
  const left = new LostRows(replaced);
  return reports.map((report) => {
    const { loaded, removed } = report.rows;
    const rows = left.take(report.table, report.name, loaded);
    if (rows === 0) return report;
    const repeated = (removed['rows.repeated-id'] ?? 0) + rows;
    return {
      ...report,
      rows: { ...report.rows, loaded: loaded - rows, removed: { ...removed, 'rows.repeated-id': repeated } },
    };
  });
}

/** Lost rows, shared out among files of one name in their order. */
class LostRows {
  readonly #left: { readonly table: string; readonly file: string; rows: number }[];

  constructor(lost: AppendedTables['replaced']) {
    this.#left = lost.map((one) => ({ ...one }));
  }

  take(table: string, file: string, most: number): number {
    const entry = this.#left.find((one) => one.table === table && one.file === file);
    if (!entry) return 0;
    const rows = Math.min(most, entry.rows);
    entry.rows -= rows;
    return rows;
  }
}
