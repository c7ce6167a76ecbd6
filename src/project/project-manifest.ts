import * as v from 'valibot';
import { isoDay, parseIsoDay, type Day } from '../base/calendar-day';
import { AppError } from '../base/errors';
import type { Unit } from '../base/units';
import { assumptionCodes } from '../dataset/assumption-codes';
import type { PublishedName } from '../dataset/published';

/** Rises when an older program could no longer read the file. Every version is read for ever. */
export const FORMAT_VERSION = 1;
/** Rises when a table or a field of the model changes its meaning. */
export const SCHEMA_VERSION = 1;

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const json = v.custom<Json>((value) => value !== undefined);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const units = [
  'count',
  'money',
  'percent',
  'points',
  'ratio',
  'days',
  'score',
] as const satisfies readonly Unit[];

const day = v.nullable(
  v.pipe(
    v.string(),
    v.check((text) => parseIsoDay(text) !== null, 'is no day'),
  ),
);
const publishedName = v.custom<PublishedName>(
  (value) => typeof value === 'string' && value.startsWith('customer.'),
);

const dataset = v.object({
  id: v.string(),
  name: v.string(),
  currency: v.string(),
  minorPerMajor: v.pipe(v.number(), v.minValue(1)),
  asOf: day,
  firstDay: day,
  lastDay: day,
});

const source = v.object({
  name: v.string(),
  sha256: v.string(),
  byteLength: count,
  table: v.string(),
  rowsLoaded: count,
  rowsRejected: count,
});

const assumption = v.object({
  code: v.picklist(assumptionCodes),
  values: v.record(v.string(), v.union([v.string(), v.number()])),
});

const published = v.object({
  column: publishedName,
  unit: v.nullable(v.picklist(units)),
  model: v.string(),
  version: v.number(),
  asOf: v.nullable(v.string()),
  path: v.string(),
});

/** A table and where it stands in the archive. */
const member = v.object({ name: v.string(), path: v.string() });

const manifest = v.object({
  format: v.literal('clientele-project'),
  formatVersion: v.literal(FORMAT_VERSION),
  schemaVersion: v.literal(SCHEMA_VERSION),
  dataset,
  sources: v.array(source),
  assumptions: v.array(assumption),
  tables: v.array(member),
  others: v.array(member),
  rejects: v.string(),
  published: v.array(published),
  mapping: v.nullable(json),
  report: v.nullable(json),
  views: v.nullable(v.string()),
  segments: v.nullable(v.string()),
  lists: v.array(v.object({ id: v.string(), path: v.string() })),
});

export type Manifest = v.InferOutput<typeof manifest>;

const anyVersion = v.object({
  format: v.literal('clientele-project'),
  formatVersion: v.number(),
  schemaVersion: v.number(),
});

/**
 * @throws storage.not-a-project, storage.newer-project; Error or ValiError where a manifest of this version is not what
 * it must be
 */
export function parseManifest(text: string, file: string): Manifest {
  const value: unknown = JSON.parse(text);
  const version = v.safeParse(anyVersion, value);
  if (!version.success) {
    throw new AppError('storage.not-a-project', `${file} is an archive, but no project`, { file });
  }
  const { formatVersion, schemaVersion } = version.output;
  if (formatVersion > FORMAT_VERSION || schemaVersion > SCHEMA_VERSION) {
    throw new AppError(
      'storage.newer-project',
      `${file} has format ${formatVersion} and schema ${schemaVersion}, newer than this program`,
      { file, version: formatVersion },
    );
  }
  return v.parse(manifest, value);
}

export const dayText = (value: Day | null): string | null => (value === null ? null : isoDay(value));
export const dayOfText = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text));
