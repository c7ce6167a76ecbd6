import { isValue } from '../cell-kinds';
import { isRuler } from '../row-rules';
import type { Dialect, FixedPlaces } from '../table';
import { isBetweenKinds, onPlaces, textBetween, type Line } from './places-of-line';
import { unitsOf } from './place-width';

export type FoundPlaces = {
  readonly places: FixedPlaces;
  /** Physical lines above the table and, blank ones at the end not counted, below it. */
  readonly linesAbove: number;
  readonly linesBelow: number;
};

type Written = { readonly text: string; readonly line: number };
type Span = readonly [start: number, end: number];

const LINES = 1000;
const MOST_ABOVE = 6;
const MOST_BELOW = 4;
const FEWEST_ROWS = 3;
/** Share of a column's cells that begin, or end, on the same place. */
const ALIGNED = 0.95;
/** Share of the rows that have to fill both sides of a gap of one blank. */
const TOUCHING = 0.8;

/**
 * Finds the columns of a text that is lined up by place: what is blank in every row parts two columns, and the header
 * says how many there are. Lines above and below that stand across the columns are passed over, as few as possible. Null
 * where rows and columns do not bear each other out.
 *
 * @param isWhole the text is the whole file; otherwise its last line is cut
 */
export function findPlaces(
  text: string,
  encoding: Dialect['encoding'],
  isWhole: boolean,
): FoundPlaces | null {
  const all = text
    .split(/\r\n|\r|\n/)
    .map((line, index): Written => ({ text: line.replaceAll('\u001a', ''), line: index + 1 }));
  const filled = (isWhole ? all : all.slice(0, -1)).filter((line) => line.text.trim() !== '');
  const written = filled.slice(0, LINES);
  if (written.length < FEWEST_ROWS) return null;
  const isAscii = written.every((line) => Array.from(line.text).every((letter) => letter < '\u0080'));
  let best: (FoundPlaces & { readonly dropped: number }) | null = null;
  for (const unit of unitsOf(encoding, isAscii)) {
    const lines = written.map((line) => onPlaces(line.text, unit));
    const found = within(lines, isWhole && filled.length <= LINES);
    if (found === null || (best !== null && best.dropped <= found.above + found.below)) continue;
    const last = written.at(-1)?.line ?? 0;
    const firstBelow = written[written.length - found.below]?.line ?? last + 1;
    best = {
      places: { unit, columns: found.columns },
      linesAbove: (written[found.above]?.line ?? 1) - 1,
      linesBelow: last - firstBelow + 1,
      dropped: found.above + found.below,
    };
  }
  return best;
}

/** The columns of most of the lines: all of them, or without the fewest at both ends. */
function within(
  lines: readonly Line[],
  hasEnd: boolean,
): { readonly columns: readonly Span[]; readonly above: number; readonly below: number } | null {
  const most = Math.floor(lines.length * 0.4);
  const mostBelow = hasEnd ? MOST_BELOW : 0;
  for (let dropped = 0; dropped <= Math.min(most, MOST_ABOVE + mostBelow); dropped++) {
    for (let below = 0; below <= Math.min(dropped, mostBelow); below++) {
      const above = dropped - below;
      if (above > MOST_ABOVE) continue;
      const columns = columnsOf(lines.slice(above, lines.length - below));
      if (columns !== null) return { columns, above, below };
    }
  }
  return null;
}

function columnsOf(lines: readonly Line[]): readonly Span[] | null {
  const [head, second] = lines;
  if (head === undefined || second === undefined || lines.length < FEWEST_ROWS) return null;
  if (isRuler(second.text.trim())) return ruledColumns(second, [head, ...lines.slice(2)]);
  const words = runsOf(head);
  const hasHeader = words.every(([from, to]) => !isValue(textBetween(head, from, to)));
  return hasHeader ? (namedColumns(head, words, lines.slice(1)) ?? plainColumns(lines)) : plainColumns(lines);
}

/** A line drawn below the header shows how wide each column is. */
function ruledColumns(ruler: Line, rows: readonly Line[]): readonly Span[] | null {
  const columns = runsOf(ruler);
  const isFree = (row: Line): boolean =>
    columns.every(([start], index) => index === 0 || !row.isFilled(start - 1) || !row.isFilled(start));
  return columns.length > 1 && rows.every(isFree) ? columns : null;
}

/** Columns below a header: each has a name, and no name stands over two. */
function namedColumns(head: Line, words: readonly Span[], rows: readonly Line[]): readonly Span[] | null {
  const parts = filledSpans([head, ...rows]);
  const named: Span[] = [];
  for (const part of parts) {
    const last = named.at(-1);
    const isNamed = words.some(([start, end]) => start < part[1] && end > part[0]);
    const isFilled = rows.some((row) => row.isFilledBetween(part[0], part[1]));
    const isNearWord = !isFilled && last !== undefined && part[0] - last[1] < 2;
    if (last !== undefined && (!isNamed || isNearWord)) named[named.length - 1] = [last[0], part[1]];
    else named.push(part);
  }
  const columns = named.flatMap((part) => splitByNames(part, words, rows));
  const areTold = columns.every(([start, end]) => {
    const above = words.filter((word) => word[0] < end && word[1] > start);
    return above.some((word) => word[0] === start || word[1] === end) || above.length > 1;
  });
  return columns.length > 1 && areTold && areAligned(columns, rows) ? columns : null;
}

/** Columns that touch are parted where a name begins, if the rows bear that out. */
function splitByNames([start, end]: Span, words: readonly Span[], rows: readonly Line[]): readonly Span[] {
  const inside = words.filter((word) => word[0] >= start && word[0] < end);
  const columns: Span[] = [];
  let from = start;
  inside.forEach((word, index) => {
    const before = inside[index - 1];
    if (before === undefined) return;
    const cut = cutBetween(before, word, rows, from, inside[index + 1]?.[0] ?? end);
    if (cut === null) return;
    columns.push(spanOf(rows, from, cut));
    from = cut;
  });
  return [...columns, [from, end]];
}

/** The place between two names where the second column begins; null if the two are one name of two words. */
function cutBetween(
  before: Span,
  word: Span,
  rows: readonly Line[],
  from: number,
  to: number,
): number | null {
  const isApart = word[0] - before[1] >= 2;
  const isCut = (place: number): boolean => rows.every((row) => row.isBetweenLetters(place));
  const touching = (place: number) => rows.filter((row) => row.isFilled(place - 1) && row.isFilled(place));
  const changes = (place: number): boolean => touching(place).every((row) => isBetweenKinds(row, place));
  const start = word[0];
  const begins = rows.filter((row) => row.isFilled(start)).length >= rows.length * ALIGNED;
  const touch = touching(start).length;
  const areParted = touch > 0 && changes(start);
  // Where only some rows touch with digits on both sides, a number has grown across this place.
  const isEdge = touch === 0 || touch === rows.length || areParted;
  if (begins && isCut(start) && isEdge && (isApart || areParted)) return start;
  // Numbers below a name on their right begin before it: where all that follows is a number, and before it a date.
  const places = Array.from({ length: start - before[1] + 1 }, (_, index) => before[1] + index);
  const areValues = (one: number, other: number): boolean => {
    const cells = rows.map((row) => textBetween(row, one, other).trim()).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every(isValue);
  };
  const fitting = places.filter(
    (place) => isCut(place) && areValues(place, to) && (isApart || changes(place)),
  );
  const afterValues = fitting.filter((place) => changes(place) || areValues(from, place));
  return afterValues[0] ?? (isApart && isCut(start) ? start : null);
}

/** Columns without a header. Between two columns a blank is free in all rows; if it is one only, most rows touch it. */
function plainColumns(rows: readonly Line[]): readonly Span[] | null {
  const parts = filledSpans(rows);
  const columns: Span[] = [];
  for (const part of parts) {
    const last = columns.at(-1);
    if (last !== undefined && part[0] - last[1] < 2 && !areTwo(last, part, rows)) {
      columns[columns.length - 1] = [last[0], part[1]];
    } else columns.push(part);
  }
  return columns.length > 2 &&
    columns.some((column) => holdsValues(column, rows)) &&
    areAligned(columns, rows)
    ? columns
    : null;
}

const holdsValues = (span: Span, rows: readonly Line[]): boolean =>
  rows.every((row) => !row.isFilledBetween(...span) || isValue(textBetween(row, ...span).trim()));

function areTwo(left: Span, right: Span, rows: readonly Line[]): boolean {
  const share = (isTrue: (row: Line) => boolean): number => rows.filter(isTrue).length / rows.length;
  const areFilled = [left, right].every((span) => share((row) => row.isFilledBetween(...span)) >= 0.5);
  // Two words with a blank between them are one text, unless they are codes of one length.
  const isCode = ([start, end]: Span) =>
    rows.every((row) => !row.isFilledBetween(start, end) || (row.isFilled(start) && row.isFilled(end - 1)));
  if (![left, right].some((span) => holdsValues(span, rows)) && ![left, right].every(isCode)) return false;
  const touch = Math.max(
    share((row) => row.isFilled(left[1] - 1)),
    share((row) => row.isFilled(right[0])),
  );
  return areFilled && touch >= TOUCHING;
}

/** Whether the cells of each column begin, or end, on the same place, and some row fills it. */
function areAligned(columns: readonly Span[], rows: readonly Line[]): boolean {
  return columns.every(([start, end]) => {
    const filled = rows.filter((row) => row.isFilledBetween(start, end));
    const enough = filled.length * ALIGNED;
    const left = filled.filter((row) => row.isFilled(start)).length;
    return left >= enough || filled.filter((row) => row.isFilled(end - 1)).length >= enough;
  });
}

/** Runs of places that some line fills. */
function filledSpans(lines: readonly Line[]): readonly Span[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.width), 0);
  const spans: Span[] = [];
  let start = -1;
  for (let place = 0; place <= width; place++) {
    const isFilled = place < width && lines.some((line) => line.isFilled(place));
    if (isFilled && start < 0) start = place;
    if (isFilled || start < 0) continue;
    spans.push([start, place]);
    start = -1;
  }
  return spans;
}

const runsOf = (line: Line): readonly Span[] => filledSpans([line]);

/** A span without the places at its end that no row fills. */
function spanOf(rows: readonly Line[], start: number, end: number): Span {
  let last = end;
  while (last > start + 1 && !rows.some((row) => row.isFilled(last - 1))) last--;
  return [start, last];
}
