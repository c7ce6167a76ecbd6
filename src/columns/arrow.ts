import {
  Dictionary as DictionaryType,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint32,
  Utf8,
  Vector,
  type Data,
  type DataType,
} from 'apache-arrow';
import { AppError } from '../base/errors';
import { emptyBitmap, type Column, type NullBitmap, type TextColumn } from './column';
import type { Dictionary } from './dictionary';
import type { Frame } from './frame';

/**
 * A frame as an Arrow IPC file of one record batch: numbers as they are, text as dictionary<uint32, utf8> with the same
 * codes, the null bitmap inverted (Arrow marks what is known). The same frame gives the same bytes. Uses only those parts
 * of apache-arrow that generate no code.
 */
export function frameToArrow(frame: Frame): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(frame.columns);
  const fields = entries.map(
    ([name, column], index) => new Field(name, typeOf(column, index), column.nulls !== null),
  );
  const schema = new Schema(
    fields,
    new Map([
      ['name', frame.name],
      ['rowCount', String(frame.rowCount)],
    ]),
  );
  const children = entries.map(([, column], index) => dataOf(column, index, frame.rowCount));
  const rows = makeData({ type: new Struct(fields), length: frame.rowCount, nullCount: 0, children });
  return tableToIPC(new Table(schema, [new RecordBatch(schema, rows)]), 'file') as Uint8Array<ArrayBuffer>;
}

/**
 * The frame that {@link frameToArrow} wrote. Every column has buffers of its own: nothing of `bytes` is kept.
 *
 * @throws internal.unexpected when the bytes are no such file
 */
export function frameFromArrow(bytes: Uint8Array): Frame {
  const table = tableFromIPC(bytes);
  const { metadata, fields } = table.schema;
  const name = metadata.get('name');
  const rowCount = Number(metadata.get('rowCount'));
  if (name === undefined || !Number.isInteger(rowCount)) refuse('not written by this program');
  const [batch, ...others] = table.batches;
  if (others.length > 0) refuse('cut into parts');
  const columns = fields.map((field, index) => {
    const data = batch?.data.children[index];
    if (data?.length !== rowCount) return refuse(`without all of ${field.name}`);
    return [field.name, columnOf(data, field.nullable, rowCount)];
  });
  return { name, rowCount, columns: Object.fromEntries(columns) as Readonly<Record<string, Column>> };
}

function refuse(reason: string): never {
  throw new AppError('internal.unexpected', `An Arrow file is ${reason}`);
}

/** Ids of dictionaries count the columns: by itself the library would count all that it ever wrote. */
function typeOf(column: Column, index: number): DataType {
  if (column.kind === 'text') return new DictionaryType(new Utf8(), new Uint32(), index);
  return column.kind === 'int32' ? new Int32() : new Float64();
}

function dataOf(column: Column, index: number, length: number): Data {
  const validity = inverted(column.nulls, length);
  const nullBitmap = validity?.bits ?? null;
  const nullCount = validity?.nullCount ?? 0;
  if (column.kind === 'text') {
    const type = new DictionaryType(new Utf8(), new Uint32(), index);
    const dictionary = new Vector([utf8Of(column.dictionary)]);
    return makeData({ type, length, nullCount, nullBitmap, data: column.codes, dictionary });
  }
  if (column.kind === 'int32') {
    return makeData({ type: new Int32(), length, nullCount, nullBitmap, data: column.values });
  }
  return makeData({ type: new Float64(), length, nullCount, nullBitmap, data: column.values });
}

function utf8Of({ bytes, offsets, size }: Dictionary): Data<Utf8> {
  const valueOffsets = new Int32Array(offsets.buffer, offsets.byteOffset, size + 1);
  return makeData({ type: new Utf8(), length: size, nullCount: 0, valueOffsets, data: bytes });
}

/** Our bitmaps say what is null, Arrow's what is not; bits behind the last row are 0 in both. */
function inverted(bitmap: NullBitmap, length: number): { bits: Uint8Array; nullCount: number } | null {
  if (bitmap === null) return null;
  const bits = emptyBitmap(length);
  for (let at = 0; at < bits.length; at++) bits[at] = ~(bitmap[at] as number);
  const rest = length & 7;
  if (rest > 0) bits[bits.length - 1] = (bits[bits.length - 1] as number) & ((1 << rest) - 1);
  let known = 0;
  for (const byte of bits) for (let left = byte; left !== 0; left &= left - 1) known++;
  return { bits, nullCount: length - known };
}

function columnOf(data: Data, isNullable: boolean, length: number): Column {
  const nulls = isNullable ? nullsOf(data, length) : null;
  const values: unknown = data.values;
  if (values instanceof Uint32Array) {
    return { kind: 'text', codes: values.slice(0, length), dictionary: dictionaryOf(data), nulls };
  }
  if (values instanceof Int32Array) return { kind: 'int32', values: values.slice(0, length), nulls };
  if (values instanceof Float64Array) return { kind: 'float64', values: values.slice(0, length), nulls };
  return refuse('of another type of columns');
}

/** A bitmap without a null in it is not written, but was there. */
function nullsOf(data: Data, length: number): NullBitmap {
  const bits = data.nullBitmap as Uint8Array | undefined;
  if (data.nullCount === 0 || bits === undefined || bits.length === 0) return emptyBitmap(length);
  return inverted(bits, length)?.bits ?? null;
}

function dictionaryOf(data: Data): TextColumn['dictionary'] {
  const chunks = (data.dictionary as Vector<Utf8> | undefined)?.data ?? [];
  const [first] = chunks;
  if (chunks.length !== 1 || first === undefined) return refuse('without its texts');
  const { length, valueOffsets, values } = first;
  const offsets = Uint32Array.from(valueOffsets.subarray(0, length + 1));
  return { bytes: values.slice(0, offsets[length]), offsets, size: length };
}
