import type { Control } from '../base/control';
import { AppError } from '../base/errors';
import type { MappedDialect } from '../model/mapping';
import type { ByteSource } from './byte-source';
import { refuseWide } from './column-limit';
import { damagedIdDoubts } from './damaged-ids';
import { profileColumn } from './profile-column';
import { leftOutLines, readSample } from './read-sample';
import type { Dialect, Inspection } from './table';

const shownRows = 1000;
const profiledRows = 20_000;

/** The members of a dialect that a person or a mapping settled differently from what was found. */
export function settledDifferently(found: Dialect, settled: MappedDialect): MappedDialect {
  return Object.fromEntries(
    Object.entries(settled).filter(
      ([key, value]) => plain(value) !== plain(found[key as keyof MappedDialect]),
    ),
  );
}

/** What a member that is not there means; places are compared by what they say. */
const plain = (value: unknown): unknown =>
  [undefined, false, 0, '.', 'reject'].some((one) => one === value)
    ? null
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : value;

/** Members that say nothing about how lines are cut. */
const uncut: readonly (keyof MappedDialect)[] = [
  'decimal',
  'footerLines',
  'skipsTotals',
  'skipsRepeated',
  'trims',
  'shortRows',
];

/** What was found, as far as it holds for lines that are cut in the settled way. */
function settledDialect(found: Dialect, settled: MappedDialect): Dialect {
  const changed = Object.keys(settledDifferently(found, settled)) as (keyof MappedDialect)[];
  if (changed.every((key) => uncut.includes(key))) return { ...found, ...settled };
  const { columnCount: _, ...rest } = found;
  if (!changed.includes('delimiter') && !changed.includes('format')) return { ...rest, ...settled };
  const { frame: _f, trims: _t, headerRows: _h, shortRows: _s, places: _p, ...lines } = rest;
  return { ...lines, ...settled };
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
  const dialect = settledDialect(found.dialect, settled);
  return { ...found, ...(await inspectCut(source, dialect, control)) };
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
  const sampled = await readSample(source, dialect, profiledRows, control);
  const { header, rows, isWhole, shareRead } = sampled;
  refuseWide(source.name, header.length);
  if (rows.length === 0) {
    throw new AppError('ingest.no-rows', `${source.name} has no rows`, { file: source.name });
  }
  const doubts = damagedIdDoubts(header, rows);
  return {
    fileName: source.name,
    byteLength: source.byteLength,
    dialect,
    confidence: doubts.length > 0 ? 0.8 : 1,
    doubts,
    header,
    leftOut: leftOutLines(sampled),
    sample: rows.slice(0, shownRows),
    profiles: header.map((name, column) =>
      profileColumn(
        name,
        rows.map((row) => row[column] ?? ''),
        dialect.decimal,
      ),
    ),
    estimatedRows: isWhole ? rows.length : Math.round(rows.length / Math.max(shareRead, 1e-9)),
  };
}
