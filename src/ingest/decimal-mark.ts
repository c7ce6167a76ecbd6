import type { Dialect } from './table';

export type DecimalMark = NonNullable<Dialect['decimal']>;

export type DecimalGuess = {
  readonly mark: DecimalMark;
  /** False where the numbers seen read either way (`1.234`) or contradict each other. */
  readonly isSure: boolean;
};

const numberLike = /^[-+(]?[€$£¥￥]?\d[\d.,]*\)?[-%]?$/;
/** So many votes of a hundred for the other mark are slips of the pen. */
const TOLERATED = 0.05;

/**
 * Finds the mark before decimals from the cells of a sample: the later of two marks, one that stands once before other
 * than three digits. `1,234` and `1.234` say nothing.
 */
export function findDecimalMark(rows: readonly (readonly string[])[]): DecimalGuess {
  let commas = 0;
  let points = 0;
  let unclear = 0;
  for (const row of rows) {
    for (const cell of row) {
      if (!cell.includes(',') && !cell.includes('.')) continue;
      const text = cell.trim();
      if (!numberLike.test(text)) continue;
      const mark = decimalOf(text.replace(/[^\d.,]/g, ''));
      if (mark === ',') commas++;
      else if (mark === '.') points++;
      else if (mark === 'unclear') unclear++;
    }
  }
  const mark = commas > points ? ',' : '.';
  const fewer = Math.min(commas, points);
  const votes = commas + points;
  return { mark, isSure: votes === 0 ? unclear === 0 : fewer <= votes * TOLERATED };
}

function decimalOf(digits: string): DecimalMark | 'unclear' | null {
  const comma = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
  const point = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
  if (comma.test(digits)) return ',';
  if (point.test(digits)) return '.';
  const single = /^(\d+)([.,])(\d+)$/.exec(digits);
  if (single === null) return null;
  const [, whole = '', mark, fraction = ''] = single;
  const isUnclear = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  return isUnclear ? 'unclear' : mark === ',' ? ',' : '.';
}

/** The text of a number with the point before its decimals, whatever the file writes there. */
export function withPoint(text: string, mark: DecimalMark | undefined): string {
  if (mark !== ',') return text;
  return text.replace(/[.,]/g, (one) => (one === ',' ? '.' : ','));
}
