import {
  CompressionType,
  compressionRegistry,
  DataType,
  RecordBatchReader,
  type Data,
  type RecordBatch,
  type RecordBatchFileReader,
} from 'apache-arrow';
import { decompressZstd } from 'hyparquet-compressors';
import { cancelled } from '../../../base/control';
import type { ReadTables } from '../format-reader';
import { TableWriter } from '../table-writer';
import { UNPACKED_BYTES } from '../unpack-limit';
import { jsonText, valueText } from '../value-text';
import { unpackLz4Frame } from './lz4-frame';
import { rawText } from './vector-text';

const ROWS_PER_LOOK = 1024;

/** The table of an Arrow file or stream (also Feather version 2), record batch by record batch. */
export const readArrow: ReadTables = async (source, limit, control) => {
  limit.foresee(source.byteLength);
  const bytes = await source.slice(0, source.byteLength);
  refuseLongList(bytes);
  const reader = RecordBatchReader.from(bytes);
  const { schema } = reader.open();
  const names = schema.fields.map(({ name }) => name);
  const writer = new TableWriter(limit);
  let batches = 0;
  for (const batch of batchesOf(reader)) {
    if (control.isCancelled()) throw cancelled();
    // How many batches a stream has it does not say.
    await control.yield(batches, batches + 1, 'open');
    limit.foresee(batch.numRows * names.length);
    const columns = columnsOf(batch);
    for (let row = 0; row < batch.numRows; row++) {
      if (row % ROWS_PER_LOOK === 0 && control.shouldYield()) {
        await control.yield(batches + row / batch.numRows, batches + 1, 'open');
      }
      for (const textAt of columns) writer.text(textAt(row));
      writer.endRow();
    }
    batches++;
  }
  return [writer.finish({ format: 'arrow', table: null, layout: 'named', columnCount: names.length }, names)];
};

const magic = new TextEncoder().encode('ARROW1');
/** A block takes more bytes than this of a file. */
const SMALLEST_BLOCK = 8;

/**
 * Refuses a file that lists more blocks than it has room for: the library walks such a list to its end, in vain. Source:
 * Arrow columnar format, “IPC File Format”, and Footer in File.fbs (fields 2 and 3 are the lists).
 */
function refuseLongList(bytes: Uint8Array): void {
  if (!magic.every((byte, index) => bytes[index] === byte)) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const footerEnd = bytes.length - magic.length - 4;
  const start = footerEnd - view.getInt32(footerEnd, true);
  const root = start + view.getUint32(start, true);
  const fields = root - view.getInt32(root, true);
  const lengthOf = (field: number): number => {
    const place = 4 + 2 * field;
    const offset = place < view.getUint16(fields, true) ? view.getUint16(fields + place, true) : 0;
    const at = root + offset;
    return offset === 0 ? 0 : view.getUint32(at + view.getUint32(at, true), true);
  };
  const blocks = lengthOf(2) + lengthOf(3);
  if (blocks * SMALLEST_BLOCK > bytes.length) throw new Error(`a list of ${String(blocks)} blocks`);
}

/** The batches of a file are asked for by number: a place in its list that is no batch would be looked at for ever. */
function* batchesOf(reader: RecordBatchReader): Generator<RecordBatch, void, undefined> {
  if (!reader.isFile()) {
    for (const batch of reader) if (!(batch instanceof Promise)) yield batch;
    return;
  }
  const file = reader as RecordBatchFileReader;
  for (let index = 0; index < file.numRecordBatches; index++) {
    const batch = file.readRecordBatch(index);
    if (!batch) throw new Error(`batch ${String(index)} is missing`);
    yield batch;
  }
}

/** Refuses a column that has not the rows that its batch announces. */
function refuseShort({ type, length, values, valueOffsets }: Data, rows: number): void {
  const offsets = valueOffsets as { readonly length: number } | undefined;
  const stored = values as { readonly length: number } | undefined;
  const perValue = DataType.isBool(type) ? 8 : 1;
  const hasValues = !DataType.isNull(type) && !DataType.isStruct(type) && !DataType.isFixedSizeList(type);
  const room = offsets && offsets.length > 0 ? offsets.length - 1 : (stored?.length ?? 0) * perValue;
  if (length !== rows || (hasValues && room < rows)) throw new Error('a column is shorter than its table');
}

function columnsOf(batch: RecordBatch): readonly ((row: number) => string)[] {
  return batch.schema.fields.map((_, index) => {
    const vector = batch.getChildAt(index);
    const data: Data | undefined = vector?.data[0];
    if (!vector || !data) return () => '';
    refuseShort(data, batch.numRows);
    const raw = rawText(data.type as DataType);
    if (raw !== null) return (row) => (vector.isValid(row) ? raw(data, row) : '');
    return (row) => {
      const value = vector.get(row) as unknown;
      return isNested(value) ? jsonText(plainValue(value)) : valueText(value);
    };
  });
}

const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

/** Lists, structs and maps without the library's own classes. */
function plainValue(value: unknown): unknown {
  if (!isNested(value)) return value;
  if (Symbol.iterator in value && !('toJSON' in value && !('length' in value))) {
    return Array.from(value as Iterable<unknown>, plainValue);
  }
  const members = 'toJSON' in value ? (value as { toJSON: () => object }).toJSON() : value;
  return Object.fromEntries(Object.entries(members).map(([key, part]) => [key, plainValue(part)]));
}

/** Buffers may be packed. Their length stands in the eight bytes before them, which the library has taken off. */
const unpackedLength = ({ buffer, byteOffset }: Uint8Array): number => {
  const length = Number(new DataView(buffer, byteOffset - 8, 8).getBigInt64(0, true));
  if (!(length >= 0 && length <= UNPACKED_BYTES)) throw new Error(`a buffer of ${String(length)} bytes`);
  return length;
};

compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => decompressZstd(bytes, new Uint8Array(unpackedLength(bytes))),
});
compressionRegistry.set(CompressionType.LZ4_FRAME, {
  decode: (bytes) => unpackLz4Frame(bytes, unpackedLength(bytes)),
});
