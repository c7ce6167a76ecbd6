import type { ColumnMetaData, Compressors, SchemaTree } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';

/** No writer makes pages of this size; one that says so is made to fill the memory. */
const LARGEST_PAGE = 1 << 28;

const widthOf = (largest: number): number => 32 - Math.clz32(largest);

/**
 * Refuses a column chunk in which a run of levels or codes is longer than its page has values: hyparquet writes as many as
 * are announced, up to the end of memory. Source: Parquet format, “Data Pages” and “Encodings” (RLE / bit-packing hybrid).
 *
 * @param path the chunk's place in the schema, from the root to the leaf
 */
export function refuseLongRuns(
  bytes: Uint8Array,
  { codec, num_values }: Pick<ColumnMetaData, 'codec' | 'num_values'>,
  path: SchemaTree[],
  compressors: Compressors,
): void {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const repetitionWidth = widthOf(getMaxRepetitionLevel(path));
  const definitionWidth = widthOf(getMaxDefinitionLevel(path));
  let left = Number(num_values);
  while (left > 0 && reader.offset < bytes.length - 1) {
    const header = parquetHeader(reader);
    const size = header.compressed_page_size;
    const plainSize = header.uncompressed_page_size;
    if (!(size >= 0 && reader.offset + size <= bytes.length && plainSize >= 0 && plainSize <= LARGEST_PAGE)) {
      throw new Error(`a page of ${String(size)} bytes`);
    }
    const packed = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    const { data_page_header: first, data_page_header_v2: second } = header;
    const values = first?.num_values ?? second?.num_values ?? 0;
    if (!(values >= 0 && values <= left)) throw new Error(`a page of ${String(values)} values`);
    left -= values;
    if (first !== undefined) {
      const page = new Runs(decompressPage(packed, plainSize, codec, compressors), values);
      if (repetitionWidth > 0) page.passLevels(repetitionWidth);
      if (definitionWidth > 0) page.passLevels(definitionWidth);
      page.passValues(first.encoding, path.at(-1)?.element.type === 'BOOLEAN');
    } else if (second !== undefined) {
      const repetition = second.repetition_levels_byte_length;
      const levels = repetition + second.definition_levels_byte_length;
      if (!(repetition >= 0 && levels >= repetition && levels <= size))
        throw new Error('levels without room');
      if (repetitionWidth > 0) new Runs(packed.subarray(0, repetition), values).pass(repetitionWidth);
      if (definitionWidth > 0) new Runs(packed.subarray(repetition, levels), values).pass(definitionWidth);
      const body = packed.subarray(levels);
      const isPacked = second.is_compressed !== false;
      const page = isPacked ? decompressPage(body, plainSize - levels, codec, compressors) : body;
      new Runs(page, values).passValues(second.encoding, path.at(-1)?.element.type === 'BOOLEAN');
    }
  }
}

/** Walks over runs without making values of them. */
class Runs {
  readonly #bytes: Uint8Array;
  readonly #values: number;
  #at = 0;

  constructor(bytes: Uint8Array, values: number) {
    this.#bytes = bytes;
    this.#values = values;
  }

  /** Levels with their length before them. */
  passLevels(width: number): void {
    const { byteLength, byteOffset, buffer } = this.#bytes;
    const length = new DataView(buffer, byteOffset, byteLength).getUint32(this.#at, true);
    this.#at += 4;
    const end = this.#at + length;
    this.pass(width);
    this.#at = end;
  }

  passValues(encoding: string, isBoolean: boolean): void {
    if (encoding === 'RLE' && isBoolean) this.passLevels(1);
    else if (encoding === 'RLE' || encoding.endsWith('_DICTIONARY')) {
      const width = this.#bytes[this.#at++] ?? 0;
      if (width > 32) throw new Error(`codes of ${String(width)} bits`);
      if (width > 0) this.pass(width, this.#isPast());
    }
  }

  /** @param isEmpty there are no runs: all values are null */
  pass(width: number, isEmpty = false): void {
    for (let seen = 0; seen < this.#values && !isEmpty;) {
      const header = this.#variable();
      const isPacked = header % 2 === 1;
      const count = isPacked ? ((header - 1) / 2) * 8 : header / 2;
      // The last of the packed groups may hold seven values more than there are.
      if (count > this.#values + 7) throw new Error(`a run of ${String(count)} values`);
      this.#at += isPacked ? (count / 8) * width : (width + 7) >> 3;
      seen += count;
      if (this.#isPast()) return;
    }
  }

  #isPast(): boolean {
    return this.#at >= this.#bytes.length;
  }

  #variable(): number {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || place > 2 ** 28) throw new Error('a run without a length');
      value += (byte & 127) * place;
      if (byte < 128) return value;
    }
  }
}
