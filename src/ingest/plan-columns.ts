import { fieldOf } from '../model/tables';
import type { FieldType } from '../model/field';
import type { DraftColumn, DraftFile } from './import-draft';
import { missingTexts, sampledColumns, type SampledColumn } from './match-values';
import { scaleOf } from './draft-column';
import { isTick } from './cells/parse-flag';
import { withPoint, type DecimalMark } from './decimal-mark';
import { perOne } from './rate-unit';
import type { ColumnPlan } from './table';

/** Texts that mean "unknown" even among names and codes; `NA` may be a country there. */
const missingInText: readonly string[] = ['?', 'NULL', 'null', '\\N', '--'];

/** The same among amounts, where two dashes are zero. */
const missingAmounts = missingTexts.filter((text) => text !== '--');

const numberLike: ReadonlySet<FieldType> = new Set([
  'number',
  'money',
  'rate',
  'day',
  'month',
  'time',
  'flag',
]);

const hasDecimals: ReadonlySet<FieldType> = new Set(['number', 'money', 'rate']);

/**
 * How each column of a file is read, in the order of the file: fields by their type, columns without a field as
 * numbers where the whole file was seen to hold nothing else and as text otherwise, refused and left-out columns not
 * at all.
 *
 * @param minorPerMajor minor units in which amounts are kept
 */
export function planColumns(file: DraftFile, minorPerMajor = 100): readonly ColumnPlan[] {
  const byName = new Map(file.columns.map((column) => [column.column, column]));
  return sampledColumns(file.inspection).map((column): ColumnPlan => {
    const drafted = byName.get(column.name);
    if (drafted === undefined) return { name: column.name, type: 'skip' };
    return drafted.field === null
      ? planUnmapped(file, column)
      : planField(file, drafted, column, minorPerMajor);
  });
}

/** Whether all values seen of a column are plain numbers. */
export function holdsNumbers({ values, profile }: SampledColumn, decimal?: DecimalMark): boolean {
  const isNumber = (value: string) => /^[-+]?\d+(\.\d+)?$/.test(value);
  return (
    values.length > 0 &&
    values.every((value) => isNumber(withPoint(value, decimal))) &&
    !profile.hasLeadingZeros
  );
}

function planUnmapped(file: DraftFile, column: SampledColumn): ColumnPlan {
  const { name } = column;
  const { decimal } = file.inspection.dialect;
  const isWhole = file.inspection.estimatedRows <= file.inspection.sample.length;
  return isWhole && holdsNumbers(column, decimal)
    ? { name, type: 'number', missing: missingTexts, ...(decimal === undefined ? {} : { decimal }) }
    : { name, type: 'text', missing: missingInText };
}

function planField(
  file: DraftFile,
  drafted: DraftColumn,
  column: SampledColumn,
  minorPerMajor: number,
): ColumnPlan {
  const { name } = column;
  const field = drafted.field === null ? undefined : fieldOf(file.table, drafted.field);
  if (!field) return { name, type: 'text', missing: missingInText };
  const isRequired = field.required === true || isOnlyAmount(file, field.name);
  const { decimal } = file.inspection.dialect;
  const isText = !numberLike.has(field.type);
  return {
    name,
    type: field.type,
    missing: isText ? missingInText : field.type === 'money' ? missingAmounts : missingTexts,
    ...(isRequired ? { required: true } : {}),
    ...(drafted.dateFormat === undefined ? {} : { dateFormat: drafted.dateFormat }),
    ...(field.type === 'money' ? { scale: scaleOf(drafted.unit) * (minorPerMajor / 100) } : {}),
    ...(field.type === 'rate' ? { scale: perOne[drafted.rateUnit ?? 'fraction'] } : {}),
    ...(field.type === 'time' && hasSeconds(column) ? { hasSeconds: true } : {}),
    ...(field.type === 'flag' && column.values.length > 0 && column.values.every(isTick)
      ? { blankIsNo: true }
      : {}),
    ...(decimal !== undefined && hasDecimals.has(field.type) ? { decimal } : {}),
  };
}

/** A transaction without a readable amount is no transaction, unless debit and credit share the work. */
function isOnlyAmount(file: DraftFile, field: string): boolean {
  if (file.table !== 'transaction' || field !== 'amount') return false;
  return !file.columns.some((column) => column.field === 'debit_amount' || column.field === 'credit_amount');
}

/** Whether digits alone are hours, minutes and seconds: some have more places than hours and minutes need. */
const hasSeconds = ({ values, profile }: SampledColumn): boolean =>
  profile.maxLength > 4 && values.every((value) => /^\d{1,6}$/.test(value));
