import type { Control } from '../base/control';
import { AppError } from '../base/errors';
import type { MappedDialect } from '../model/mapping';
import type { ByteSource } from './byte-source';
import { columnNames } from './column-names';
import { damagedIdDoubts } from './damaged-ids';
import { openRecords } from './delimited/record-reader';
import { profileColumn } from './profile-column';
import type { Dialect, Inspection } from './table';

const shownRows = 1000;
const profiledRows = 20_000;
const decoder = new TextDecoder();

/** The members of a dialect that a person or a mapping settled differently from what was found. */
export function isSettledDifferently(found: Dialect, settled: MappedDialect): boolean {
  return (Object.keys(settled) as (keyof MappedDialect)[]).some(
    (key) => settled[key] !== undefined && settled[key] !== found[key],
  );
}

/**
 * The first rows of a file cut in a given way: for a mapping, or a person, that knows better than the first look.
 *
 * @throws what reading throws, and ingest.no-rows
 */
export async function inspectAs(
  source: ByteSource,
  found: Inspection,
  settled: MappedDialect,
  control: Control,
): Promise<Inspection> {
  const { columnCount: _, ...rest } = found.dialect;
  return { ...found, ...(await inspectCut(source, { ...rest, ...settled }, control)) };
}

/**
 * The first rows of a file that is cut in a way that leaves no doubt.
 *
 * @throws what reading throws, and ingest.no-rows
 */
export async function inspectCut(
  source: ByteSource,
  dialect: Dialect,
  control: Control,
): Promise<Inspection> {
  const reader = await openRecords(source, dialect, control);
  const rows: string[][] = [];
  let isWhole = false;
  while (rows.length < profiledRows) {
    const chunk = await reader.next();
    isWhole = chunk === null;
    if (chunk === null) break;
    for (let record = 0; record < chunk.recordCount; record++) {
      const first = chunk.firstCells[record] as number;
      const cells: string[] = [];
      for (let cell = first; cell < first + reader.columnCount; cell++) {
        cells.push(decoder.decode(chunk.bytes.subarray(chunk.starts[cell], chunk.ends[cell])));
      }
      rows.push(cells);
    }
  }
  if (rows.length === 0) {
    throw new AppError('ingest.no-rows', `${source.name} has no rows`, { file: source.name });
  }
  const header = columnNames(reader.header, reader.columnCount);
  const doubts = damagedIdDoubts(header, rows);
  return {
    fileName: source.name,
    byteLength: source.byteLength,
    dialect,
    confidence: doubts.length > 0 ? 0.8 : 1,
    doubts,
    header,
    sample: rows.slice(0, shownRows),
    profiles: header.map((name, column) =>
      profileColumn(
        name,
        rows.map((row) => row[column] ?? ''),
      ),
    ),
    estimatedRows: isWhole ? rows.length : Math.round(rows.length / Math.max(reader.shareRead, 1e-9)),
  };
}
