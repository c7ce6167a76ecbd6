import { isoDay, isoMonth } from '../src/base/calendar-day';
import { AppError } from '../src/base/errors';
import { plainDecimal } from '../src/base/money';
import { isNull, type Column } from '../src/columns/column';
import type { Frame } from '../src/columns/frame';
import type { FieldType } from '../src/model/field';
import { columnType } from '../src/model/tables';

/** A file of the sample bank, written piece by piece. */
export type SampleFile = { readonly name: string; readonly chunks: Iterable<Uint8Array> };

const CHUNK = 1 << 20;
const MINOR_PER_MAJOR = 100;

/**
 * Frames as CSV files: UTF-8, RFC 4180 with LF, header = field names, days as `2026-06-30`, months as `2026-06`, times as
 * `09:30:00`, money in yuan with two decimals, nulls empty. Reading them gives the same frames again.
 */
export function* sampleCsvFiles(frames: Readonly<Record<string, Frame>>): Iterable<SampleFile> {
  for (const [name, frame] of Object.entries(frames)) yield { name: `${name}.csv`, chunks: csvChunks(frame) };
}

function* csvChunks(frame: Frame): Iterable<Uint8Array> {
  const names = Object.keys(frame.columns);
  const writers = Object.entries(frame.columns).map(([name, column]) =>
    cellWriter(column, columnType(frame.name, name)),
  );
  let out = new Output();
  out.bytes(new TextEncoder().encode(`${names.join(',')}\n`));
  for (let row = 0; row < frame.rowCount; row++) {
    for (let column = 0; column < writers.length; column++) {
      if (column > 0) out.byte(COMMA);
      writers[column]?.(out, row);
    }
    out.byte(NEW_LINE);
    if (out.length >= CHUNK) {
      yield out.taken();
      out = new Output();
    }
  }
  if (out.length > 0) yield out.taken();
}

const COMMA = 44;
const NEW_LINE = 10;
const ZERO = 48;

/** A chunk in the making: a megabyte and room for the row that crosses it. */
class Output {
  length = 0;
  #buffer = new Uint8Array(CHUNK + (1 << 16));

  byte(value: number): void {
    if (this.length === this.#buffer.length) this.#grow(1);
    this.#buffer[this.length++] = value;
  }

  bytes(source: Uint8Array, start = 0, end = source.length): void {
    if (this.length + end - start > this.#buffer.length) this.#grow(end - start);
    for (let at = start; at < end; at++) this.#buffer[this.length++] = source[at] as number;
  }

  ascii(text: string): void {
    for (let at = 0; at < text.length; at++) this.byte(text.charCodeAt(at));
  }

  twoDigits(value: number): void {
    this.byte(ZERO + Math.floor(value / 10));
    this.byte(ZERO + (value % 10));
  }

  taken(): Uint8Array {
    return this.#buffer.subarray(0, this.length);
  }

  #grow(needed: number): void {
    const grown = new Uint8Array(this.#buffer.length * 2 + needed);
    grown.set(this.#buffer);
    this.#buffer = grown;
  }
}

type CellWriter = (out: Output, row: number) => void;

function cellWriter(column: Column, type: FieldType | null): CellWriter {
  const write = valueWriter(column, type);
  const { nulls } = column;
  return nulls === null
    ? write
    : (out, row) => {
        if (!isNull(nulls, row)) write(out, row);
      };
}

function valueWriter(column: Column, type: FieldType | null): CellWriter {
  if (column.kind === 'text') {
    const cells = quotedCells(column.dictionary.bytes, column.dictionary.offsets, column.dictionary.size);
    const { codes } = column;
    return (out, row) => {
      const code = codes[row] as number;
      out.bytes(cells.bytes, cells.offsets[code] as number, cells.offsets[code + 1] as number);
    };
  }
  const { values } = column;
  switch (type) {
    case 'day':
    case 'month':
      return cachedWriter(values, type === 'day' ? isoDay : isoMonth);
    case 'time':
      return (out, row) => {
        const seconds = values[row] as number;
        out.twoDigits(Math.floor(seconds / 3600));
        out.byte(58);
        out.twoDigits(Math.floor(seconds / 60) % 60);
        out.byte(58);
        out.twoDigits(seconds % 60);
      };
    case 'money':
      return (out, row) => out.ascii(plainDecimal(values[row] as number, MINOR_PER_MAJOR));
    case 'key':
      throw new AppError('internal.unexpected', 'Keys are made by the star and are not written to files');
    default:
      return (out, row) => out.ascii(String(values[row]));
  }
}

/** Days and months repeat: each is written once and kept. */
function cachedWriter(values: Float64Array | Int32Array, text: (value: number) => string): CellWriter {
  const known = new Map<number, string>();
  return (out, row) => {
    const value = values[row] as number;
    let written = known.get(value);
    if (written === undefined) known.set(value, (written = text(value)));
    out.ascii(written);
  };
}

/** Dictionary values as cells: in quotes where they hold a comma, a quote or a line break. */
function quotedCells(
  bytes: Uint8Array,
  offsets: Uint32Array,
  size: number,
): { bytes: Uint8Array; offsets: Uint32Array } {
  const needsQuotes = /[",\r\n]/;
  const decoder = new TextDecoder();
  let isClean = true;
  for (const byte of bytes)
    if (byte === 34 || byte === COMMA || byte === 13 || byte === NEW_LINE) isClean = false;
  if (isClean) return { bytes, offsets };
  const cells = new Output();
  const starts = new Uint32Array(size + 1);
  for (let code = 0; code < size; code++) {
    const value = decoder.decode(bytes.subarray(offsets[code], offsets[code + 1]));
    cells.bytes(
      new TextEncoder().encode(needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value),
    );
    starts[code + 1] = cells.length;
  }
  return { bytes: cells.taken(), offsets: starts };
}
