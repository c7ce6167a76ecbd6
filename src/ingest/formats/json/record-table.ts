import { plainDecimal } from '../plain-decimal';
import { TableWriter } from '../table-writer';
import type { TextTable } from '../text-table';
import type { UnpackLimit } from '../unpack-limit';
import type { JsonScanner } from './json-scanner';
import { minified } from './minified';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A table whose rows are objects or arrays. The columns are the keys of all objects in the order in which they come up;
 * cells are bytes of the document as far as possible.
 */
export class RecordTable {
  readonly #limit: UnpackLimit;
  readonly #writer: TableWriter;
  readonly #names: string[] = [];
  readonly #indexes = new Map<string, number>();
  /** Where each cell of the record at hand begins and ends; equal where it has none. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Where the key of each place of the record before stood: mostly the same keys come in the same order. */
  readonly #keys: { bytes: Uint8Array; index: number }[] = [];
  #columnCount = 0;

  constructor(limit: UnpackLimit) {
    this.#limit = limit;
    this.#writer = new TableWriter(limit);
  }

  get rowCount(): number {
    return this.#writer.rowCount;
  }

  addObject(scanner: JsonScanner): void {
    this.#starts.fill(0);
    this.#ends.fill(0);
    let place = 0;
    scanner.object((keyStart, keyEnd) => {
      const index = this.#indexOf(scanner, keyStart, keyEnd, place++);
      this.#starts[index] = scanner.at;
      scanner.skipValue();
      this.#ends[index] = scanner.at;
    });
    const last = this.#ends.findLastIndex((end) => end > 0);
    for (let index = 0; index <= last; index++) {
      this.#cell(scanner, this.#starts[index] ?? 0, this.#ends[index] ?? 0);
    }
    this.#writer.endRow();
  }

  addArray(scanner: JsonScanner): void {
    let width = 0;
    for (const _ of scanner.elements()) {
      const start = scanner.at;
      scanner.skipValue();
      this.#cell(scanner, start, scanner.at);
      width++;
    }
    this.#columnCount = Math.max(this.#columnCount, width);
    this.#writer.endRow();
  }

  finish(table: string | null): TextTable {
    const isNamed = this.#names.length > 0;
    const columnCount = isNamed ? this.#names.length : this.#columnCount;
    const layout = isNamed ? 'named' : 'grid';
    return this.#writer.finish({ format: 'json', table, layout, columnCount }, isNamed ? this.#names : null);
  }

  #indexOf(scanner: JsonScanner, start: number, end: number, place: number): number {
    const { bytes } = scanner;
    const expected = this.#keys[place];
    if (expected !== undefined && isSame(expected.bytes, bytes, start, end)) return expected.index;
    const name = scanner.textOf(start, end);
    let index = this.#indexes.get(name);
    if (index === undefined) {
      index = this.#names.length;
      this.#limit.columns(index + 1);
      this.#names.push(name);
      this.#indexes.set(name, index);
      this.#starts.push(0);
      this.#ends.push(0);
    }
    this.#keys[place] = { bytes: bytes.slice(start, end), index };
    return index;
  }

  #cell(scanner: JsonScanner, start: number, end: number): void {
    const writer = this.#writer;
    const { bytes } = scanner;
    const first = start === end ? undefined : bytes[start];
    switch (first) {
      case undefined:
      case 110: // n of null
        writer.bytes(bytes, 0, 0);
        return;
      case 34: // a quote
        if (bytes.subarray(start, end).includes(92)) writer.text(scanner.textOf(start, end));
        else writer.bytes(bytes, start + 1, end - 1);
        return;
      case 91: // [
      case 123: {
        const text = minified(bytes, start, end);
        writer.bytes(text, 0, text.length);
        return;
      }
      case 116: // t
      case 102: // f
        writer.bytes(bytes, start, end);
        return;
      default:
        if (hasExponent(bytes, start, end)) {
          writer.text(plainDecimal(decoder.decode(bytes.subarray(start, end))));
        } else writer.bytes(bytes, start, end);
    }
  }
}

function hasExponent(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (((bytes[i] as number) | 32) === 101) return true;
  return false;
}

function isSame(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
  return true;
}
