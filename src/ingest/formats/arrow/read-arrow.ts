import {
  CompressionType,
  compressionRegistry,
  type DataType,
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
import { refuseFalseLengths } from './check-messages';
import { refuseFalseData } from './check-data';
import { unpackLz4Frame } from './lz4-frame';
import { rawText } from './vector-text';

const ROWS_PER_LOOK = 1024;

/** The table of an Arrow file or stream (also Feather version 2), record batch by record batch. */
export const readArrow: ReadTables = async (source, limit, control) => {
  limit.foresee(source.byteLength);
  const bytes = await source.slice(0, source.byteLength);
  refuseFalseLengths(bytes, limit);
  const reader = RecordBatchReader.from(bytes);
  const { schema } = reader.open();
  const names = schema.fields.map(({ name }) => name);
  limit.columns(names.length);
  const writer = new TableWriter(limit);
  let batches = 0;
  for (const batch of batchesOf(reader)) {
    if (control.isCancelled()) throw cancelled();
    // How many batches a stream has it does not say.
    await control.yield(batches, batches + 1, 'open');
    limit.foresee(batch.numRows * Math.max(1, names.length));
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

function columnsOf(batch: RecordBatch): readonly ((row: number) => string)[] {
  return batch.schema.fields.map((_, index) => {
    const vector = batch.getChildAt(index);
    const data: Data | undefined = vector?.data[0];
    if (!vector || !data) return () => '';
    refuseFalseData(data, batch.numRows);
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

/** Bytes that one byte may stand for: a block of Zstandard repeats up to 128 kB in four, a match of LZ4 255 in one. */
const MOST_ZSTD = 1 << 15;
const MOST_LZ4 = 256;

/** Buffers may be packed. Their length stands in the eight bytes before them, which the library has taken off. */
function unpackedLength({ buffer, byteOffset, byteLength }: Uint8Array, mostPerByte: number): number {
  const length = Number(new DataView(buffer, byteOffset - 8, 8).getBigInt64(0, true));
  if (!(length >= 0 && length <= Math.min(UNPACKED_BYTES, byteLength * mostPerByte))) {
    throw new Error(`a buffer of ${String(length)} bytes`);
  }
  return length;
}

compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => decompressZstd(bytes, new Uint8Array(unpackedLength(bytes, MOST_ZSTD))),
});
compressionRegistry.set(CompressionType.LZ4_FRAME, {
  decode: (bytes) => unpackLz4Frame(bytes, unpackedLength(bytes, MOST_LZ4)),
});
