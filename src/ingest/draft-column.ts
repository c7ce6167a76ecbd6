import { AppError } from '../base/errors';
import { readCodes } from '../model/codes';
import type { Field } from '../model/field';
import { minorUnitsPer, type MappedFile, type MoneyUnit } from '../model/mapping';
import { fieldOf } from '../model/tables';
import { dateFormats } from './cells/parse-day';
import { listedValues, type CodeList } from './code-lists';
import { bandOf, type DraftColumn } from './import-draft';
import { isSerial, type SampledColumn } from './match-values';
import { normaliseHeader, unitNamed } from './normalise-header';
import type { FileProposal } from './propose-mapping';
import { rateUnitOf } from './rate-unit';
import type { DateFormat, Inspection, LeftOutLine } from './table';

const accepted = 0.6;

/** What one column of a file was taken for. */
export function draftColumn(
  column: SampledColumn,
  proposal: FileProposal,
  lists: readonly CodeList[] = [],
): DraftColumn {
  const { inspection, table, proposals, entry } = proposal;
  const found = proposals.find((one) => one.column === column.index && one.confidence >= accepted);
  const field = table && found ? fieldOf(table.name, found.field) : undefined;
  const base = { column: column.name, examples: column.profile.examples };
  if (!found || !field) return { ...base, field: null, confidence: 0, evidence: [], band: 'empty' };
  const listed = table ? listedValues(column.name, field, table, lists) : undefined;
  const said = entry?.values?.[field.name];
  const settled = listed && said ? { ...listed, ...said } : (said ?? listed);
  const format = isDated(field) ? formatOf(column, entry) : null;
  const digits = entry?.digits?.[column.name];
  return {
    ...base,
    field: field.name,
    confidence: found.confidence,
    evidence: found.evidence,
    band: bandOf(found.confidence),
    ...(field.codes === undefined && settled === undefined ? {} : valuesOf(column, field, settled ?? {})),
    ...(format === null ? {} : { dateFormat: format }),
    ...(field.type === 'money' ? { unit: unitOf(column, entry, inspection) } : {}),
    ...(field.type === 'rate' ? rateUnit(column, field, proposal) : {}),
    ...(field.type === 'id' && digits !== undefined ? { digits } : {}),
  };
}

/** Fields whose cells are read by a date format. */
export const isDated = (field: Field): boolean => field.type === 'day' || field.type === 'month';

function formatOf(column: SampledColumn, entry: MappedFile | undefined): DateFormat | null {
  const dates = entry?.dates;
  const settled = typeof dates === 'string' ? dates : dates?.[column.name];
  if (settled === undefined) return isSerial(column.profile) ? 'excel-1900' : column.profile.date.format;
  const known = dateFormats.find((format) => format === settled);
  if (known !== undefined) return known;
  throw new AppError('ingest.bad-mapping', `The mapping names no date format: ${settled}`, {
    where: column.name,
    reason: settled,
  });
}

function unitOf(
  column: SampledColumn,
  entry: MappedFile | undefined,
  { leftOut = [] }: Inspection,
): MoneyUnit {
  const unit = entry?.unit;
  const settled = typeof unit === 'string' ? unit : unit?.[column.name];
  return settled ?? normaliseHeader(column.name).unit ?? unitAbove(leftOut) ?? 'yuan';
}

const unitLine = /(?:单位|unit)\s*[:：]\s*([^\s,，;；|)）\]】]+)/iu;

/** The unit that the lines above a table name for all of its amounts: `单位：万元`. */
function unitAbove(lines: readonly LeftOutLine[]): MoneyUnit | null {
  for (const { rule, text } of lines) {
    const named = rule === 'row.before-table' ? unitLine.exec(text)?.[1] : undefined;
    const unit = named === undefined ? null : unitNamed(named);
    if (unit !== null) return unit;
  }
  return null;
}

function rateUnit(
  column: SampledColumn,
  field: Field,
  { inspection, table, entry }: FileProposal,
): Pick<DraftColumn, 'rateUnit' | 'isRateUnitAssumed'> {
  const rates = entry?.rates;
  const settled = typeof rates === 'string' ? rates : rates?.[column.name];
  const said = settled ?? normaliseHeader(column.name).rateUnit;
  if (said !== null) return { rateUnit: said };
  const found = rateUnitOf(column, table?.name ?? '', field.name, inspection.dialect.decimal);
  if (found === null) return {};
  return { rateUnit: found.unit, ...(found.isSure ? {} : { isRateUnitAssumed: true }) };
}

/** Minor units per unit of a money column. */
export function scaleOf(unit: MoneyUnit | undefined): number {
  return minorUnitsPer[unit ?? 'yuan'];
}

function valuesOf(
  column: SampledColumn,
  field: Field,
  settled: Readonly<Record<string, string>>,
): Pick<DraftColumn, 'values' | 'unmappedValues'> {
  if (field.codes === undefined || column.distinct.length > 200) return { values: settled };
  const read = readCodes(field.codes, column.distinct);
  const values = Object.fromEntries(
    column.distinct.flatMap((text): [string, string][] => {
      const code = settled[text] ?? read.get(text);
      return code === undefined ? [] : [[text, code]];
    }),
  );
  return {
    values: { ...settled, ...values },
    unmappedValues: column.distinct.filter((text) => values[text] === undefined),
  };
}
