import { AppError } from '../base/errors';
import { readCodes } from '../model/codes';
import type { Field } from '../model/field';
import { minorUnitsPer, type MappedFile, type MoneyUnit } from '../model/mapping';
import { fieldOf } from '../model/tables';
import { dateFormats } from './cells/parse-day';
import { listedValues, type CodeList } from './code-lists';
import { bandOf, type DraftColumn } from './import-draft';
import { isSerial, type SampledColumn } from './match-values';
import { withPoint, type DecimalMark } from './decimal-mark';
import { normaliseHeader, unitInTitle } from './normalise-header';
import type { FileProposal } from './propose-mapping';
import { rateUnitOf } from './rate-unit';
import type { DateFormat, Inspection } from './table';

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
    ...(field.type === 'money' ? unitOf(column, inspection, entry) : {}),
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

/** What a person said, then the header, then a line above the table; else full units. */
function unitOf(
  column: SampledColumn,
  { leftOut = [], dialect }: Inspection,
  entry: MappedFile | undefined,
): Pick<DraftColumn, 'unit' | 'unitDoubt'> {
  const unit = entry?.unit;
  const settled = typeof unit === 'string' ? unit : unit?.[column.name];
  const said = settled ?? normaliseHeader(column.name).unit;
  if (said !== null) return { unit: said };
  const titles = leftOut.filter(({ rule }) => rule === 'row.before-table');
  const inTitle = titles.map(({ text }) => unitInTitle(text)).find((found) => found !== null);
  if (inTitle !== undefined)
    return inTitle === 'yuan' ? { unit: 'yuan' } : { unit: inTitle, unitDoubt: 'title' };
  return { unit: 'yuan', ...(isFine(column, dialect.decimal) ? { unitDoubt: 'decimals' as const } : {}) };
}

/** Whether most amounts have more decimals than money has: they may count thousands or more. */
function isFine({ values }: SampledColumn, decimal: DecimalMark | undefined): boolean {
  const fine = values.filter((value) => /\.\d{2,}[1-9]/.test(withPoint(value, decimal)));
  return values.length > 0 && fine.length * 2 > values.length;
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
