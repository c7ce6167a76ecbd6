import { isoDay, isoMonth } from '../base/calendar-day';
import { majorOf } from '../base/money';
import { isNull, type TextColumn } from '../columns/column';
import { dictionaryValue, type Dictionary } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { FieldType } from '../model/field';
import { columnType } from '../model/tables';
import type { Dataset } from './dataset';
import { textsOf } from './facts';

/** Dictionaries up to this size are decoded once and kept; of larger ones only the values asked for. */
const small = 50_000;

/** The value of one code. */
export function textOfCode(dictionary: Dictionary, code: number): string {
  return dictionary.size <= small ? (textsOf(dictionary)[code] ?? '') : dictionaryValue(dictionary, code);
}

/** The text of a cell; null when it is not known or the column is no text. */
export function textAt(frame: Frame | undefined, name: string, row: number): string | null {
  const column = frame?.columns[name];
  if (column?.kind !== 'text' || isNull(column.nulls, row)) return null;
  return textOfCode(column.dictionary, column.codes[row] as number);
}

/** The number in a cell; null when it is not known or the column holds no numbers. */
export function numberAt(frame: Frame | undefined, name: string, row: number): number | null {
  const column = frame?.columns[name];
  if (column === undefined || column.kind === 'text' || isNull(column.nulls, row)) return null;
  return column.values[row] ?? null;
}

/** The row of another table that a key names; null when it names none. */
export const keyAt = numberAt;

export function dayAt(frame: Frame | undefined, name: string, row: number): string | null {
  const day = numberAt(frame, name, row);
  return day === null ? null : isoDay(day);
}

/** Money in major units. */
export function moneyAt(
  dataset: Dataset,
  frame: Frame | undefined,
  name: string,
  row: number,
): number | null {
  const minor = numberAt(frame, name, row);
  return minor === null ? null : majorOf(minor, dataset.minorPerMajor);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `09:30:00` from seconds since midnight. */
export function timeText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** What a column means: declared, made by the star, or (columns of the file's own) by its kind. */
export function typeOfColumn(frame: Frame, name: string): FieldType {
  const column = frame.columns[name];
  return columnType(frame.name, name) ?? (column?.kind === 'text' ? 'text' : 'number');
}

/** A cell as results carry it: money in major units, days, months and times as text, flags 0 or 1. */
export function valueAt(dataset: Dataset, frame: Frame, name: string, row: number): string | number | null {
  const column = frame.columns[name];
  if (column?.kind === 'text') return textAt(frame, name, row);
  const value = numberAt(frame, name, row);
  if (value === null || !Number.isFinite(value)) return null;
  switch (typeOfColumn(frame, name)) {
    case 'money':
      return majorOf(value, dataset.minorPerMajor);
    case 'day':
      return isoDay(value);
    case 'month':
      return isoMonth(value);
    case 'time':
      return timeText(value);
    default:
      return value;
  }
}

const encoder = new TextEncoder();

/** The code of a value, or −1. Compares bytes, so that large dictionaries need not be decoded. O(bytes) */
export function codeOfText({ bytes, offsets, size }: Dictionary, text: string): number {
  const wanted = encoder.encode(text);
  for (let code = 0; code < size; code++) {
    const start = offsets[code] as number;
    if ((offsets[code + 1] as number) - start !== wanted.length) continue;
    let i = 0;
    while (i < wanted.length && bytes[start + i] === wanted[i]) i++;
    if (i === wanted.length) return code;
  }
  return -1;
}

/** The first row of a column with a value, or null. */
export function rowOfText(column: TextColumn, text: string): number | null {
  const code = codeOfText(column.dictionary, text);
  if (code < 0) return null;
  for (let row = column.codes.indexOf(code); row >= 0; row = column.codes.indexOf(code, row + 1)) {
    if (!isNull(column.nulls, row)) return row;
  }
  return null;
}
