import type { FoundPlaces } from './fixed-width/find-places';
import { findLongDelimiters } from './long-delimiters';
import { sampleRows, type SampleRows } from './sample-rows';
import { settleQuotes } from './settle-quotes';
import type { Dialect } from './table';

export type Cut = Pick<Dialect, 'format' | 'delimiter' | 'quote' | 'escape' | 'places'>;

export type DelimiterGuess = Cut & {
  /** Fields of a record: the most frequent number. */
  readonly columnCount: number;
  /** Records are meant to be ragged (baskets): their most frequent width says nothing. */
  readonly isRagged: boolean;
  /** 0–1. */
  readonly confidence: number;
  /** Another delimiter that fits about as well. */
  readonly rival: string | null;
  /** Lines whose quotes do not pair, where quotes are therefore read as text. */
  readonly unpaired: number;
  /** Lines around columns that were found by place. */
  readonly around?: Pick<FoundPlaces, 'linesAbove' | 'linesBelow'>;
};

/** How regularly a sample is cut. */
export type Trial = Pick<SampleRows, 'rows' | 'rejects'> & {
  readonly cut: Cut;
  /** The most frequent number of fields. */
  readonly columnCount: number;
  /** Share of the records that have it. */
  readonly share: number;
};

type Candidate = { readonly cut: Cut; readonly weight: number };

const delimited = (delimiter: string, weight = 1): Candidate => ({
  cut: { format: 'delimited', delimiter, quote: '"' },
  weight,
});

/** Delimiters in order of preference; a colon also stands in times, a blank in texts. */
const candidates: readonly Candidate[] = [
  ...[',', '\t', ';', '|', '^', '\u0001', '\u001b', '\u001f'].map((delimiter) => delimited(delimiter)),
  ...['~', '\u001c', '\u001d', '\u001e', '\u0002', '¬', '¦', '§'].map((delimiter) =>
    delimited(delimiter, 0.9),
  ),
  delimited(':', 0.5),
  { cut: { format: 'blank-aligned', delimiter: ' ', quote: null }, weight: 0.6 },
];

const ROWS = 1000;
export const SNIFFED_BYTES = 1 << 18;
const TIE = 0.85;
const TORN = 0.5;

/**
 * Finds the delimiter whose records have the same number of fields most consistently, over the first 1,000 records with
 * quotes respected; then which quote and which escape make them more regular still. More fields count for more, so that
 * the comma of decimals does not beat the semicolon between them; one of several characters goes before the characters
 * that it is made of.
 *
 * @param quote the quote character to respect, null to read quotes as plain text; found out unless given
 */
export function sniffDelimiter(
  sample: Uint8Array,
  isWhole: boolean,
  quote?: Dialect['quote'],
): DelimiterGuess {
  const bytes = sample.subarray(0, SNIFFED_BYTES);
  const isAll = isWhole && bytes.length === sample.length;
  const text = new TextDecoder().decode(bytes);
  const tried = candidatesIn(text).map(({ cut, weight }) => {
    const settled = cut.format === 'blank-aligned' || quote === undefined ? cut : { ...cut, quote };
    const trial = tryCut(bytes, isAll, settled);
    // Where quotes tear many lines apart, the delimiter is judged without them.
    const isTorn = quote === undefined && trial.rejects.length > trial.rows.length * TORN;
    const plain = isTorn ? tryCut(bytes, isAll, { ...cut, quote: null }) : trial;
    const { rows, columnCount, share } = plain.share > trial.share ? plain : trial;
    return {
      trial,
      weight,
      share,
      several: rows.filter((row) => row.length > 1).length / Math.max(rows.length, 1),
      score: columnCount < 2 ? 0 : weight * share * share * Math.log2(columnCount),
      fitsFirst: rows[0]?.length === columnCount,
    };
  });
  const byScore = [...tried].sort((a, b) => b.score - a.score);
  const long = tried.find(
    ({ trial, share, score }) => trial.cut.delimiter.length > 1 && share >= 0.8 && score > 0,
  );
  // Its own characters may cut into more fields; another delimiter that does goes before it.
  const isBeaten = (one: (typeof tried)[number]) =>
    long !== undefined &&
    one.score > long.score &&
    !long.trial.cut.delimiter.includes(one.trial.cut.delimiter);
  const ranked = long === undefined || byScore.some(isBeaten) ? byScore : [long];
  const [best, second] = ranked;
  if (best !== undefined && best.share >= 0.6 && best.score > 0) {
    // A header that only the best one cuts settles it.
    const isTie =
      second !== undefined &&
      second.share >= 0.9 &&
      second.score >= best.score * TIE &&
      (second.fitsFirst || !best.fitsFirst);
    const { trial, unpaired } =
      quote === undefined && best.trial.cut.format === 'delimited'
        ? settleQuotes(best.trial, text, (cut) => tryCut(bytes, isAll, cut))
        : { trial: best.trial, unpaired: 0 };
    return {
      ...trial.cut,
      columnCount: trial.columnCount,
      isRagged: false,
      confidence: Math.min(trial.share, isTie ? 0.6 : 1, best.weight < 0.9 ? 0.95 : 1),
      rival: isTie ? second.trial.cut.delimiter : null,
      unpaired,
    };
  }
  const ragged = [...tried].filter(({ weight }) => weight === 1).sort((a, b) => b.several - a.several)[0];
  if (ragged !== undefined && ragged.several > 0.5) {
    const { rows } = sampleRows(sample, ragged.trial.cut, { isWhole, maxRows: Infinity });
    return {
      ...ragged.trial.cut,
      columnCount: widestOf(rows),
      isRagged: true,
      confidence: 0.4,
      rival: null,
      unpaired: 0,
    };
  }
  return {
    format: 'delimited',
    delimiter: ',',
    quote: quote === undefined ? '"' : quote,
    columnCount: 1,
    isRagged: false,
    confidence: 0.5,
    rival: null,
    unpaired: 0,
  };
}

/** Those that stand in the text, the longer ones first. */
function candidatesIn(text: string): readonly Candidate[] {
  const long = findLongDelimiters(text).map((delimiter) => delimited(delimiter));
  return [
    ...long,
    ...candidates.filter(({ cut }) => text.includes(cut.delimiter) || cut.format === 'blank-aligned'),
  ];
}

function tryCut(sample: Uint8Array, isWhole: boolean, cut: Cut): Trial {
  const { rows, rejects } = sampleRows(sample, cut, { isWhole, maxRows: ROWS });
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let columnCount = 1;
  let hits = 0;
  for (const [width, count] of widths) {
    if (count > hits || (count === hits && width > columnCount)) [columnCount, hits] = [width, count];
  }
  return { cut, rows, rejects, columnCount, share: hits / Math.max(rows.length + rejects.length, 1) };
}

function widestOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 1);
}
