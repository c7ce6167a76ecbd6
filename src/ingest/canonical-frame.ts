import { emptyBitmap, isNull, setNull, type Column, type TextColumn } from '../columns/column';
import { dictionaryOf, dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption } from '../dataset/dataset';
import type { Field } from '../model/field';
import { columnType, fieldOf, tableNamed } from '../model/tables';
import { readBirthNumber } from './birth-number';
import type { DraftColumn, DraftFile } from './import-draft';
import type { ParsedTable } from './table';
import { withDigits, withoutBlanksInNames, withoutCodesBeforeNames } from './tidy-text';
import { translateCodes } from './translate-codes';

/**
 * A parsed file as a frame of its table: fields under their names with canonical codes, other columns under the file's
 * names (`file_…` where that would look like a field), and the line each row stood on.
 */
export function canonicalFrame(parsed: ParsedTable, file: DraftFile, assumptions: Assumption[]): Frame {
  const fieldByColumn = new Map(file.columns.map((column) => [column.column, column]));
  const columns: Record<string, Column> = {};
  for (const { plan, column } of parsed.columns) {
    const drafted = fieldByColumn.get(plan.name);
    const field = drafted?.field ? fieldOf(file.table, drafted.field) : undefined;
    if (!field) {
      columns[ownName(plan.name, file, columns)] = column;
    } else if (column.kind === 'text' && (field.codes !== undefined || drafted?.values !== undefined)) {
      const { column: translated, unknown } = translateCodes(
        column,
        field.codes ?? null,
        drafted?.values ?? {},
      );
      if (field.codes === 'direction' && unknown.length > 0) {
        const values = { file: file.name, column: plan.name, values: unknown.slice(0, 10).join(' ') };
        assumptions.push({ code: 'direction.unknown-values', values });
      }
      columns[field.name] = translated;
    } else {
      columns[field.name] = column.kind === 'text' ? tidied(column, field, drafted?.digits) : column;
    }
    if (drafted) noteAssumed(drafted, file, assumptions);
  }
  const withBirth = file.table === 'customer' ? addBirth(columns, assumptions) : columns;
  return {
    name: file.table,
    rowCount: parsed.rowCount,
    columns: file.isCanonical ? { ...withBirth, source_row: lineColumn(parsed) } : withBirth,
  };
}

const isName = (field: Field): boolean => field.type === 'text' && /(?:^|_)name$/.test(field.name);

function tidied(column: TextColumn, field: Field, digits: number | undefined): TextColumn {
  if (digits !== undefined) return withDigits(column, digits);
  if (field.type === 'code') return withoutCodesBeforeNames(column);
  return isName(field) ? withoutBlanksInNames(column) : column;
}

/** What the values alone cannot tell for sure: from when days are counted, and the unit of rates. */
function noteAssumed(column: DraftColumn, { name: file }: DraftFile, assumptions: Assumption[]): void {
  const { column: name, dateFormat, rateUnit, isRateUnitAssumed } = column;
  if (dateFormat === 'excel-1900' || dateFormat === 'excel-1904') {
    const system = dateFormat === 'excel-1900' ? '1900' : '1904';
    assumptions.push({ code: 'date.serial', values: { file, column: name, system } });
  }
  if (rateUnit !== undefined && isRateUnitAssumed)
    assumptions.push({ code: 'rate.unit', values: { file, column: name, unit: rateUnit } });
}

/** The name of a column that is no field: as written, unless it would pass for a field or a key of the table. */
function ownName(name: string, file: DraftFile, taken: Readonly<Record<string, Column>>): string {
  const own = name.trim() === '' ? 'column' : name.trim();
  const isField = tableNamed(file.table) !== undefined && columnType(file.table, own) !== null;
  const first = isField ? `file_${own}` : own;
  let unique = first;
  for (let n = 2; taken[unique] !== undefined; n++) unique = `${first}_${n}`;
  return unique;
}

function lineColumn(parsed: ParsedTable): Column {
  const { firstLine, lines, rowCount } = parsed;
  const values = new Int32Array(rowCount);
  if (lines) values.set(lines);
  else for (let row = 0; row < rowCount; row++) values[row] = firstLine + row;
  return { kind: 'int32', values, nulls: null };
}

/** Birth date and gender read from birth numbers, where the file has no columns for them. */
function addBirth(
  columns: Readonly<Record<string, Column>>,
  assumptions: Assumption[],
): Readonly<Record<string, Column>> {
  const numbers = columns['birth_number'];
  if (numbers?.kind !== 'text') return columns;
  const { birth_date, gender, read } = decodeBirths(numbers);
  assumptions.push({ code: 'customer.birth-number', values: { customers: read } });
  return { birth_date, gender, ...columns };
}

function decodeBirths(numbers: TextColumn): { birth_date: Column; gender: Column; read: number } {
  const births = dictionaryValues(numbers.dictionary).map(readBirthNumber);
  const length = numbers.codes.length;
  const days = new Int32Array(length);
  const genders = new Uint32Array(length);
  const nulls = emptyBitmap(length);
  let read = 0;
  for (let row = 0; row < length; row++) {
    const birth = isNull(numbers.nulls, row) ? null : births[numbers.codes[row] as number];
    if (!birth) {
      setNull(nulls, row);
      continue;
    }
    read++;
    days[row] = birth.day;
    genders[row] = birth.gender === 'male' ? 0 : 1;
  }
  const known = read === length ? null : nulls;
  return {
    birth_date: { kind: 'int32', values: days, nulls: known },
    gender: { kind: 'text', codes: genders, dictionary: dictionaryOf(['male', 'female']), nulls: known },
    read,
  };
}
