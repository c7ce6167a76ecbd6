import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type ColumnMetaData,
  type DecodedArray,
  type FileMetaData,
  type SchemaTree,
} from 'hyparquet';
import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from 'hyparquet-compressors';
import { cancelled } from '../../../base/control';
import type { ByteSource } from '../../byte-source';
import type { ReadTables } from '../format-reader';
import { TableWriter } from '../table-writer';
import type { UnpackLimit } from '../unpack-limit';
import { refuseLongRuns } from './check-pages';
import { columnTexts, textParsers } from './column-text';

/** Snappy is part of hyparquet. */
const compressors: Compressors = {
  GZIP: (input, length) => decompressGzip(input, length),
  ZSTD: (input) => decompressZstd(input),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
  BROTLI: (input, length) => decompressBrotli(input, length),
};

const ROWS_PER_LOOK = 1024;

/** The table of a Parquet file, one row group after the other, so that no more than one is in memory as values. */
export const readParquet: ReadTables = async (source, limit, control) => {
  const file = bufferOf(source);
  const metadata = await parquetMetadataAsync(file);
  const schema = parquetSchema(metadata);
  refuseUnknownChunks(metadata, schema);
  const columns = columnTexts(schema);
  const names = columns.map(({ name }) => name);
  limit.columns(names.length);
  const rowCount = Number(metadata.num_rows);
  // A cell takes at least the comma behind it.
  limit.foresee(rowCount * columns.length);
  const writer = new TableWriter(limit);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    if (control.isCancelled()) throw cancelled();
    await control.yield(rowStart, rowCount, 'open');
    const rowEnd = rowStart + Number(group.num_rows);
    for (const { meta_data: chunk } of group.columns)
      if (chunk) await checkChunk(source, chunk, schema, limit);
    const data = new Map(names.map((name) => [name, new ColumnPieces()]));
    await parquetRead({
      file,
      metadata,
      compressors,
      rowStart,
      rowEnd,
      utf8: false,
      parsers: textParsers,
      onChunk: ({ columnName, columnData, rowStart: at }) => data.get(columnName)?.add(at, columnData),
    });
    for (let row = rowStart; row < rowEnd; row++) {
      if (row % ROWS_PER_LOOK === 0 && control.shouldYield()) await control.yield(row, rowCount, 'open');
      for (const { name, textOf } of columns) writer.text(textOf(data.get(name)?.at(row)));
      writer.endRow();
    }
    rowStart = rowEnd;
  }
  return [
    writer.finish({ format: 'parquet', table: null, layout: 'named', columnCount: names.length }, names),
  ];
};

async function checkChunk(
  source: ByteSource,
  chunk: ColumnMetaData,
  schema: SchemaTree,
  limit: UnpackLimit,
): Promise<void> {
  limit.foresee(Number(chunk.num_values));
  const dictionary = Number(chunk.dictionary_page_offset ?? 0);
  const start = Math.min(dictionary || Infinity, Number(chunk.data_page_offset));
  const end = start + Number(chunk.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= source.byteLength))
    throw new Error('a column without its bytes');
  const path: SchemaTree[] = [schema];
  for (const name of chunk.path_in_schema) {
    const next = path.at(-1)?.children.find(({ element }) => element.name === name);
    if (next) path.push(next);
  }
  refuseLongRuns(await source.slice(start, end), chunk, path, compressors);
}

/** hyparquet watches only the chunks that the schema knows: of all others a failure would be nobody's. */
function refuseUnknownChunks({ row_groups: groups }: FileMetaData, schema: SchemaTree): void {
  const leaves = new Set<string>();
  const visit = ({ children, path }: SchemaTree): void => {
    if (children.length === 0) leaves.add(path.join('.'));
    children.forEach(visit);
  };
  schema.children.forEach(visit);
  for (const { columns } of groups) {
    const paths = columns.map(({ meta_data: chunk }) => chunk?.path_in_schema.join('.') ?? '');
    if (
      new Set(paths).size !== leaves.size ||
      paths.length !== leaves.size ||
      !paths.every((path) => leaves.has(path))
    ) {
      throw new Error('the row groups hold other columns than the schema');
    }
  }
}

/** The values of a column of a row group, page by page, asked for in the order of rows. */
class ColumnPieces {
  readonly #pieces: { readonly start: number; readonly values: DecodedArray }[] = [];
  #current = 0;

  add(start: number, values: DecodedArray): void {
    this.#pieces.push({ start, values });
  }

  at(row: number): unknown {
    for (;;) {
      const piece = this.#pieces[this.#current];
      if (piece === undefined) throw new Error(`row ${String(row)} is missing`);
      if (row < piece.start + piece.values.length) return piece.values[row - piece.start] as unknown;
      this.#current++;
    }
  }
}

const bufferOf = (source: ByteSource): AsyncBuffer => ({
  byteLength: source.byteLength,
  slice: async (start, end = source.byteLength) => {
    const bytes = await source.slice(start, end);
    return bytes.slice().buffer;
  },
});
