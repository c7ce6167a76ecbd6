import * as v from 'valibot';
import { AppError } from '../base/errors';
import { amountSigns, placeUnits, textEncodings, type MappingFile } from '../model/mapping';
import { fieldOf, tableNamed } from '../model/tables';

const unit = v.picklist(['yuan', 'fen', 'thousand', 'wan', 'million', 'yi']);

const rateUnit = v.picklist(['percent', 'fraction', 'basis-points']);
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const dialect = v.strictObject({
  format: v.optional(v.picklist(['delimited', 'blank-aligned', 'fixed-width'])),
  places: v.optional(
    v.strictObject({
      unit: v.picklist(placeUnits),
      columns: v.pipe(v.array(v.tuple([place, place])), v.minLength(1)),
    }),
  ),
  encoding: v.optional(v.picklist(textEncodings)),
  delimiter: v.optional(v.pipe(v.string(), v.minLength(1))),
  quote: v.optional(v.nullable(v.picklist(['"', "'"]))),
  escape: v.optional(v.nullable(v.literal('\\'))),
  decimal: v.optional(v.picklist(['.', ','])),
  skippedLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  hasHeader: v.optional(v.boolean()),
  headerRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  footerLines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  skipsRepeated: v.optional(v.boolean()),
  skipsTotals: v.optional(v.boolean()),
  frame: v.optional(v.nullable(v.picklist(['end', 'both']))),
  trims: v.optional(v.boolean()),
  shortRows: v.optional(v.picklist(['reject', 'pad'])),
});

const file = v.strictObject({
  match: v.strictObject({ name: v.optional(v.string()), headers: v.optional(v.array(v.string())) }),
  table: v.pipe(v.string(), v.nonEmpty()),
  dialect: v.optional(dialect),
  columns: v.record(v.string(), v.nullable(v.string())),
  values: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
  unit: v.optional(v.union([unit, v.record(v.string(), unit)])),
  rates: v.optional(v.union([rateUnit, v.record(v.string(), rateUnit)])),
  digits: v.optional(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)))),
  dates: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
  sign: v.optional(v.picklist(amountSigns)),
  repeated: v.optional(v.picklist(['first', 'last'])),
});

const column = v.pipe(v.string(), v.regex(/^[^.]+\..+$/u, 'is not written as table.column'));

const mapping = v.strictObject({
  version: v.literal(1),
  files: v.array(file),
  links: v.optional(v.array(v.strictObject({ from: column, to: column })), []),
});

function refuse(where: string, reason: string, cause?: unknown): never {
  throw new AppError(
    'ingest.bad-mapping',
    `The mapping file is not usable: ${where} ${reason}`,
    { where, reason },
    { cause },
  );
}

/** Optional members that are absent instead of undefined, as the types want them. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/**
 * Reads a mapping file, version 1 (the `--mapping` of the command line and the template of the wizard).
 *
 * @throws ingest.bad-mapping with the place and the reason: not JSON, a member missing or unknown, a field that its
 * table does not have, a field given twice
 */
export function parseMappingFile(text: string): MappingFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    refuse('it', 'is not JSON', cause);
  }
  const parsed = v.safeParse(mapping, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    refuse(v.getDotPath(issue) ?? 'it', issue.message);
  }
  const checked = withoutUndefined(parsed.output) as MappingFile;
  checked.files.forEach((entry, index) => {
    if (tableNamed(entry.table) === undefined) return;
    const fields = new Set<string>();
    for (const [name, field] of Object.entries(entry.columns)) {
      const where = `files.${index}.columns.${name}`;
      if (field === null) continue;
      if (fieldOf(entry.table, field) === undefined)
        refuse(where, `names no field of ${entry.table}: ${field}`);
      if (fields.has(field)) refuse(where, `gives ${entry.table}.${field} a second time`);
      fields.add(field);
    }
  });
  return checked;
}

/** The mapping as it is saved: two blanks of indentation, a line end at the end. */
export function formatMappingFile(value: MappingFile): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
