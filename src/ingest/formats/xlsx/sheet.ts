import { cancelled, type Control } from '../../../base/control';
import { TableWriter } from '../table-writer';
import type { TextTable } from '../text-table';
import type { UnpackLimit } from '../unpack-limit';
import { MergedCells, readMerges } from './merged-cells';
import { numberText } from './number-text';
import { durationText, serialText, type Shown } from './serial-date';
import { unescapeCell } from './workbook';
import { XmlTags } from './xml-tags';

/** Source: ECMA-376 part 1, §18.3.1; Excel's own limits. */
const MOST_ROWS = 1 << 20;
const MOST_COLUMNS = 1 << 14;
const ROWS_PER_LOOK = 256;

export type SheetOptions = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly styles: readonly Shown[];
  readonly system: 1900 | 1904;
  readonly limit: UnpackLimit;
  readonly control: Control;
};

/**
 * The cells of a sheet as they stand there, row by row: texts as written, dates in ISO, plain decimals, formulas as the
 * values that were stored with them.
 *
 * @throws Error where the sheet is no sheet; `ingest.too-large`, `task.cancelled`
 */
export async function readSheet(pieces: readonly Uint8Array[], options: SheetOptions): Promise<TextTable> {
  const { name, limit, control } = options;
  const tags = new XmlTags(pieces);
  const grid = new GridWriter(new TableWriter(limit), new MergedCells(readMerges(pieces)));
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  tags.keepsText = false;
  let isWhole = false;
  while (!isWhole && tags.next()) {
    if (tags.name === 'sheetData') isWhole = !tags.isOpening || tags.isEmpty;
    if (tags.name !== 'row' || !tags.isOpening) continue;
    grid.startRow(tags.attribute('r'));
    if (!tags.isEmpty) readCells(tags, grid, options);
    grid.endRow();
    if (grid.row % ROWS_PER_LOOK !== 0) continue;
    if (control.isCancelled()) throw cancelled();
    if (control.shouldYield()) await control.yield(tags.bytesRead, total, 'open');
  }
  if (!isWhole) throw new Error(`the sheet ${name} has no end`);
  return grid.finish(name);
}

/** The cells up to the end of the row. */
function readCells(tags: XmlTags, grid: GridWriter, options: SheetOptions): void {
  while (tags.next() && tags.name !== 'row') {
    if (tags.name !== 'c' || !tags.isOpening) continue;
    const column = grid.columnOf(tags.attribute('r'));
    if (tags.isEmpty) continue;
    const type = tags.attribute('t') ?? 'n';
    const style = options.styles[Number(tags.attribute('s') ?? 0)] ?? 'number';
    const text = readValue(tags, type);
    if (text !== '') grid.set(column, cellText(text, type, style, options));
  }
}

/** What stands in a cell: its `v`, or the texts of its `is`. */
function readValue(tags: XmlTags, type: string): string {
  let value = '';
  let isReading = false;
  tags.keepsText = true;
  while (tags.next()) {
    if (tags.name === 'c') break;
    if (tags.name === 'rPh') isReading = tags.isOpening && !tags.isEmpty;
    if (tags.isOpening || isReading) continue;
    if (tags.name === 'v' && type !== 'inlineStr') value = tags.text;
    if (tags.name === 't' && type === 'inlineStr') value += tags.text;
  }
  tags.keepsText = false;
  return value;
}

function cellText(value: string, type: string, style: Shown, { texts, system }: SheetOptions): string {
  switch (type) {
    case 's': {
      const text = texts[Number(value)];
      if (text === undefined) throw new Error(`the shared text ${value} is missing`);
      return text;
    }
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'str':
    case 'inlineStr':
      return unescapeCell(value);
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/u, '');
    case 'n':
      break;
    default:
      return value;
  }
  if (style === 'number') return numberText(value);
  const number = Number(value);
  if (style === 'duration' && Number.isFinite(number)) return durationText(number);
  return serialText(number, system) ?? numberText(value);
}

/** Puts cells in their columns and rows in their lines. */
class GridWriter {
  readonly #writer: TableWriter;
  readonly #merged: MergedCells;
  #cells: string[] = [];
  #nextColumn = 0;
  #columnCount = 0;
  /** The row at hand, from 1. */
  row = 0;

  constructor(writer: TableWriter, merged: MergedCells) {
    this.#writer = writer;
    this.#merged = merged;
  }

  startRow(written: string | null): void {
    const row = Number(written ?? this.row + 1);
    if (!Number.isInteger(row) || row > MOST_ROWS) throw new Error(`there is no row ${String(written)}`);
    while (this.row + 1 < row) {
      this.#writer.skipRow();
      this.row++;
    }
    this.row++;
    this.#nextColumn = 0;
    this.#cells = [];
  }

  /** The column of a cell by its reference, `AB12`; of one without, the next. */
  columnOf(reference: string | null): number {
    if (reference === null) return this.#nextColumn++;
    let column = 0;
    for (let i = 0; i < reference.length; i++) {
      const code = reference.charCodeAt(i) & ~32;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    if (column < 1 || column > MOST_COLUMNS) throw new Error(`there is no cell ${reference}`);
    this.#nextColumn = column;
    return column - 1;
  }

  set(column: number, text: string): void {
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = text;
  }

  endRow(): void {
    const cells = this.#merged.fill(this.row, this.#cells);
    const width = cells.findLastIndex((cell) => cell !== '') + 1;
    if (width === 0) {
      this.#writer.skipRow();
      return;
    }
    for (let column = 0; column < width; column++) this.#writer.text(cells[column] ?? '');
    this.#writer.endRow();
    this.#columnCount = Math.max(this.#columnCount, width);
  }

  finish(table: string): TextTable {
    const columnCount = this.#columnCount;
    return this.#writer.finish({ format: 'xlsx', table, layout: 'grid', columnCount }, null);
  }
}
