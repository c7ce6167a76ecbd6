import { isNull, type NullBitmap } from '../../columns/column';
import { varintLength, writeVarint } from './page';
import { serialTypes, type StoredColumn } from './stored-column';

/** Rows that are put together at a time: few enough to stay in the processor's cache. */
export const BLOCK = 2048;

/** Payload bytes of every row; one number where all rows are of one length. */
export type PayloadLengths = number | Uint32Array;

/** Longest header whose length fits in one byte, that byte included. */
const SHORT_HEADER = 127;

const bodyWidth = (column: StoredColumn): number =>
  column.storage === 'integer' ? column.width : column.storage === 'real' ? 8 : 0;

const isVarying = (column: StoredColumn): boolean =>
  column.storage === 'text' || (column.storage !== 'constant' && column.nulls !== null);

const headerLength = (typeBytes: number): number =>
  typeBytes < SHORT_HEADER ? typeBytes + 1 : typeBytes + varintLength(typeBytes + 2);

/** Bytes of each row's record. */
export function payloadLengths(columns: readonly StoredColumn[], rowCount: number): PayloadLengths {
  let body = 0;
  for (const column of columns) body += bodyWidth(column);
  if (!columns.some(isVarying)) return headerLength(columns.length) + body;
  const lengths = new Uint32Array(rowCount).fill(body);
  const typeBytes = new Uint32Array(rowCount).fill(columns.length);
  for (const column of columns) addLengths(column, lengths, typeBytes);
  for (let row = 0; row < rowCount; row++) {
    lengths[row] = (lengths[row] as number) + headerLength(typeBytes[row] as number);
  }
  return lengths;
}

function addLengths(column: StoredColumn, lengths: Uint32Array, typeBytes: Uint32Array): void {
  if (column.storage === 'constant') return;
  if (column.storage === 'text') {
    const { codes, offsets, nulls } = column;
    for (let row = 0; row < lengths.length; row++) {
      if (nulls !== null && isNull(nulls, row)) continue;
      const code = codes[row] as number;
      const length = (offsets[code + 1] as number) - (offsets[code] as number);
      lengths[row] = (lengths[row] as number) + length;
      if (length > 57) typeBytes[row] = (typeBytes[row] as number) + varintLength(13 + 2 * length) - 1;
    }
  } else if (column.nulls !== null) {
    const width = bodyWidth(column);
    for (let row = 0; row < lengths.length; row++) {
      if (isNull(column.nulls, row)) lengths[row] = (lengths[row] as number) - width;
    }
  }
}

/** Cells of up to {@link BLOCK} rows, one after the other, as they stand on a leaf page of a table. */
export class RecordBlock {
  bytes = new Uint8Array(1 << 18);
  /** Where the cell of the i-th row begins, and where the last one ends. */
  readonly starts = new Int32Array(BLOCK + 1);
  /** Where its record begins, after the two leading numbers. */
  readonly records = new Int32Array(BLOCK);
  readonly #types = new Int32Array(BLOCK);
  readonly #bodies = new Int32Array(BLOCK);

  /** Puts the cells of rows `from … to − 1` together; the row's number is its rowid. */
  fill(columns: readonly StoredColumn[], lengths: PayloadLengths, from: number, to: number): void {
    this.#measure(lengths, from, to);
    this.#writeHeads(columns, lengths, from, to);
    for (const column of columns) this.#writeColumn(column, from, to - from);
  }

  #measure(lengths: PayloadLengths, from: number, to: number): void {
    const { starts } = this;
    let at = 0;
    for (let row = from; row < to; row++) {
      const payload = typeof lengths === 'number' ? lengths : (lengths[row] as number);
      starts[row - from] = at;
      at += varintLength(payload) + varintLength(row) + payload;
    }
    starts[to - from] = at;
    if (at > this.bytes.length) this.bytes = new Uint8Array(at * 2);
  }

  #writeHeads(columns: readonly StoredColumn[], lengths: PayloadLengths, from: number, to: number): void {
    const { bytes, starts, records } = this;
    const types = this.#types;
    const bodies = this.#bodies;
    const texts = columns.flatMap((column) => (column.storage === 'text' ? [column] : []));
    for (let row = from; row < to; row++) {
      const i = row - from;
      const payload = typeof lengths === 'number' ? lengths : (lengths[row] as number);
      const record = writeVarint(bytes, writeVarint(bytes, starts[i] as number, payload), row);
      let typeBytes = columns.length;
      for (let t = 0; t < texts.length; t++) {
        const text = texts[t] as (typeof texts)[number];
        if (text.nulls !== null && isNull(text.nulls, row)) continue;
        const code = text.codes[row] as number;
        const length = (text.offsets[code + 1] as number) - (text.offsets[code] as number);
        if (length > 57) typeBytes += varintLength(13 + 2 * length) - 1;
      }
      const header = headerLength(typeBytes);
      records[i] = record;
      types[i] = writeVarint(bytes, record, header);
      bodies[i] = record + header;
    }
  }

  #writeColumn(column: StoredColumn, from: number, count: number): void {
    switch (column.storage) {
      case 'constant':
        this.#writeTypes(column.serialType, count);
        break;
      case 'text':
        this.#writeText(column, from, count);
        break;
      case 'real':
        this.#writeReal(column.values, column.nulls, from, count);
        break;
      case 'integer':
        if (column.nulls !== null) this.#writeNullable(column, column.nulls, from, count);
        else if (column.width <= 4) this.#writeSmall(column.values, column.width, from, count);
        else this.#writeLarge(column.values as Float64Array, column.width, from, count);
    }
  }

  #writeTypes(serialType: number, count: number): void {
    const { bytes } = this;
    const types = this.#types;
    for (let i = 0; i < count; i++) {
      const at = types[i] as number;
      bytes[at] = serialType;
      types[i] = at + 1;
    }
  }

  #writeSmall(
    values: Int32Array | Uint32Array | Float64Array,
    width: 1 | 2 | 3 | 4 | 6 | 8,
    from: number,
    count: number,
  ): void {
    this.#writeTypes(serialTypes[width], count);
    const { bytes } = this;
    const bodies = this.#bodies;
    for (let i = 0; i < count; i++) {
      const value = values[from + i] as number;
      let at = bodies[i] as number;
      if (width > 3) bytes[at++] = value >> 24;
      if (width > 2) bytes[at++] = value >> 16;
      if (width > 1) bytes[at++] = value >> 8;
      bytes[at++] = value;
      bodies[i] = at;
    }
  }

  #writeLarge(values: Float64Array, width: number, from: number, count: number): void {
    this.#writeTypes(width === 6 ? serialTypes[6] : serialTypes[8], count);
    const bodies = this.#bodies;
    for (let i = 0; i < count; i++) {
      const at = bodies[i] as number;
      this.#writeWide(at, values[from + i] as number, width);
      bodies[i] = at + width;
    }
  }

  /** Six or eight bytes, two's complement. */
  #writeWide(at: number, value: number, width: number): void {
    const { bytes } = this;
    const high = Math.floor(value / 4294967296);
    const low = value - high * 4294967296;
    let to = at;
    if (width === 8) {
      bytes[to++] = high >> 24;
      bytes[to++] = high >> 16;
    }
    bytes[to++] = high >> 8;
    bytes[to++] = high;
    bytes[to++] = low >>> 24;
    bytes[to++] = low >>> 16;
    bytes[to++] = low >>> 8;
    bytes[to] = low;
  }

  #writeNullable(
    column: StoredColumn & { readonly storage: 'integer' },
    nulls: Uint8Array,
    from: number,
    count: number,
  ): void {
    const { bytes } = this;
    const types = this.#types;
    const bodies = this.#bodies;
    const { values, width } = column;
    const serialType = serialTypes[width];
    for (let i = 0; i < count; i++) {
      const type = types[i] as number;
      types[i] = type + 1;
      if (isNull(nulls, from + i)) {
        bytes[type] = 0;
        continue;
      }
      bytes[type] = serialType;
      const value = values[from + i] as number;
      let at = bodies[i] as number;
      bodies[i] = at + width;
      if (width > 4) {
        this.#writeWide(at, value, width);
        continue;
      }
      if (width > 3) bytes[at++] = value >> 24;
      if (width > 2) bytes[at++] = value >> 16;
      if (width > 1) bytes[at++] = value >> 8;
      bytes[at] = value;
    }
  }

  #writeReal(values: Float64Array, nulls: NullBitmap, from: number, count: number): void {
    const { bytes } = this;
    const view = new DataView(bytes.buffer);
    const types = this.#types;
    const bodies = this.#bodies;
    for (let i = 0; i < count; i++) {
      const type = types[i] as number;
      types[i] = type + 1;
      if (nulls !== null && isNull(nulls, from + i)) {
        bytes[type] = 0;
        continue;
      }
      bytes[type] = 7;
      const at = bodies[i] as number;
      view.setFloat64(at, values[from + i] as number);
      bodies[i] = at + 8;
    }
  }

  #writeText(column: StoredColumn & { readonly storage: 'text' }, from: number, count: number): void {
    const { bytes } = this;
    const types = this.#types;
    const bodies = this.#bodies;
    const { codes, bytes: source, offsets, nulls } = column;
    for (let i = 0; i < count; i++) {
      const type = types[i] as number;
      if (nulls !== null && isNull(nulls, from + i)) {
        bytes[type] = 0;
        types[i] = type + 1;
        continue;
      }
      const code = codes[from + i] as number;
      const start = offsets[code] as number;
      const end = offsets[code + 1] as number;
      const serialType = 13 + 2 * (end - start);
      if (serialType < 128) {
        bytes[type] = serialType;
        types[i] = type + 1;
      } else {
        types[i] = writeVarint(bytes, type, serialType);
      }
      let at = bodies[i] as number;
      if (end - start > 64) {
        bytes.set(source.subarray(start, end), at);
        at += end - start;
      } else {
        for (let from = start; from < end; from++) bytes[at++] = source[from] as number;
      }
      bodies[i] = at;
    }
  }
}
