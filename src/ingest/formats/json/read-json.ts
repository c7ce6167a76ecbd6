import { cancelled, type Control } from '../../../base/control';
import type { ByteSource } from '../../byte-source';
import { decodeText } from '../../decode-text';
import { detectEncoding } from '../../detect-encoding';
import type { ReadTables } from '../format-reader';
import type { TextTable } from '../text-table';
import type { UnpackLimit } from '../unpack-limit';
import { JsonScanner } from './json-scanner';
import { RecordTable } from './record-table';

/** Tables stand in the document itself or in an object of it, not further down. */
const DEEPEST = 3;

/**
 * The tables of a JSON document: `[{…}, …]`, `[[…], …]`, `{"accounts": [{…}], "customers": [{…}]}`, or one object or array
 * per line (NDJSON). Nested values stay JSON text, numbers keep all their digits.
 */
export const readJson: ReadTables = async (source, limit, control) => {
  limit.foresee(source.byteLength);
  const bytes = await utf8Bytes(source);
  const reader = new JsonReader(bytes, limit, control);
  return await reader.read();
};

async function utf8Bytes(source: ByteSource): Promise<Uint8Array> {
  const bytes = await source.slice(0, source.byteLength);
  const { encoding } = detectEncoding(source.name, [bytes.subarray(0, 1 << 18)]);
  if (encoding !== 'utf-8') return new TextEncoder().encode(decodeText(bytes, encoding));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

class JsonReader {
  readonly #bytes: Uint8Array;
  readonly #limit: UnpackLimit;
  readonly #control: Control;

  constructor(bytes: Uint8Array, limit: UnpackLimit, control: Control) {
    this.#bytes = bytes;
    this.#limit = limit;
    this.#control = control;
  }

  async read(): Promise<readonly TextTable[]> {
    if (isLines(this.#bytes)) return [await this.#readLines()];
    const scanner = new JsonScanner(this.#bytes);
    const tables = scanner.isAtArray
      ? [await this.#readArray(scanner, null)]
      : await this.#tablesOf(scanner, '', 1);
    // What is neither in a table nor the only value: records one behind the other, over as many lines as they like.
    if (tables.length === 0 || scanner.peek() !== undefined) return [await this.#readLines()];
    return tables;
  }

  async #tablesOf(scanner: JsonScanner, path: string, depth: number): Promise<readonly TextTable[]> {
    const places: { readonly name: string; readonly at: number; readonly isArray: boolean }[] = [];
    scanner.object((start, end) => {
      const name = path + scanner.textOf(start, end);
      const { isAtArray, isAtObject, at } = scanner;
      if (isAtArray || isAtObject) places.push({ name, at, isArray: isAtArray });
      scanner.skipValue();
    });
    const tables: TextTable[] = [];
    for (const { name, at, isArray } of places) {
      const inside = new JsonScanner(this.#bytes, at);
      if (isArray && isOfRows(this.#bytes, at)) tables.push(await this.#readArray(inside, name));
      else if (!isArray && depth < DEEPEST)
        tables.push(...(await this.#tablesOf(inside, `${name}.`, depth + 1)));
    }
    return tables;
  }

  async #readArray(scanner: JsonScanner, name: string | null): Promise<TextTable> {
    const table = new RecordTable(this.#limit);
    let isOfObjects: boolean | null = null;
    for (const _ of scanner.elements()) {
      if (this.#control.shouldYield()) await this.#giveWay(scanner);
      isOfObjects = this.#addRow(scanner, table, isOfObjects);
    }
    return table.finish(name);
  }

  async #readLines(): Promise<TextTable> {
    const scanner = new JsonScanner(this.#bytes);
    const table = new RecordTable(this.#limit);
    let isOfObjects: boolean | null = null;
    while (scanner.peek() !== undefined) {
      if (this.#control.shouldYield()) await this.#giveWay(scanner);
      isOfObjects = this.#addRow(scanner, table, isOfObjects);
    }
    return table.finish(null);
  }

  /** @param isOfObjects what the rows before were */
  #addRow(scanner: JsonScanner, table: RecordTable, isOfObjects: boolean | null): boolean {
    const { isAtObject } = scanner;
    if (!isAtObject && !scanner.isAtArray) {
      throw new Error(`the value at byte ${String(scanner.at)} is no record`);
    }
    if (isOfObjects !== null && isOfObjects !== isAtObject) {
      throw new Error(`objects and arrays are mixed at byte ${String(scanner.at)}`);
    }
    if (isAtObject) table.addObject(scanner);
    else table.addArray(scanner);
    return isAtObject;
  }

  async #giveWay(scanner: JsonScanner): Promise<void> {
    if (this.#control.isCancelled()) throw cancelled();
    await this.#control.yield(scanner.at, this.#bytes.length, 'open');
  }
}

/** Whether the first line is a value by itself and more stands below. */
function isLines(bytes: Uint8Array): boolean {
  const start = new JsonScanner(bytes);
  start.peek();
  const end = bytes.indexOf(10, start.at);
  if (end < 0 || new JsonScanner(bytes, end).peek() === undefined) return false;
  const line = new JsonScanner(bytes.subarray(0, end), start.at);
  try {
    line.skipValue();
  } catch {
    return false;
  }
  return line.peek() === undefined;
}

/** Whether an array holds objects or arrays. */
function isOfRows(bytes: Uint8Array, at: number): boolean {
  const first = new JsonScanner(bytes, at + 1).peek();
  return first === 123 || first === 91;
}
