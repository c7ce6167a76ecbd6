import { AppError } from '../base/errors';
import { sampleRows, type SampleRows } from './sample-rows';
import type { Dialect } from './table';

type Cut = Pick<Dialect, 'format' | 'delimiter' | 'quote'>;

export type DelimiterGuess = Cut & {
  /** Fields of a record: the most frequent number. */
  readonly columnCount: number;
  /** Records are meant to be ragged (baskets): their most frequent width says nothing. */
  readonly isRagged: boolean;
  /** 0–1. */
  readonly confidence: number;
  /** Another delimiter that fits about as well. */
  readonly rival: string | null;
};

/** Delimiters in order of preference; a colon also stands in times, a blank in texts. */
const candidates: readonly (Cut & { readonly weight: number })[] = [
  ...[',', '\t', ';', '|', '^', '\u0001'].map((delimiter) => ({
    format: 'delimited' as const,
    delimiter,
    quote: '"' as const,
    weight: 1,
  })),
  { format: 'delimited', delimiter: ':', quote: '"', weight: 0.5 },
  { format: 'blank-aligned', delimiter: ' ', quote: null, weight: 0.6 },
];

const ROWS = 1000;
const TIE = 0.85;

/**
 * Finds the delimiter whose records have the same number of fields most consistently, over the first 1,000 records with
 * quotes respected. More fields count for more, so that the comma of decimals does not beat the semicolon between them.
 *
 * @param quote the quote character to respect; null reads quotes as plain text
 * @throws `ingest.unclosed-quote` if the quotes of the best delimiter do not pair
 */
export function sniffDelimiter(
  sample: Uint8Array,
  fileName: string,
  isWhole: boolean,
  quote: Dialect['quote'] = '"',
): DelimiterGuess {
  const tried = candidates.map(({ weight, ...candidate }) => {
    const cut: Cut = candidate.format === 'blank-aligned' ? candidate : { ...candidate, quote };
    const { rows, rejected, error } = cutLoosely(sample, cut, { fileName, isWhole, maxRows: ROWS });
    const widths = new Map<number, number>();
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    let columnCount = 1;
    let hits = 0;
    for (const [width, count] of widths) {
      if (count > hits || (count === hits && width > columnCount)) [columnCount, hits] = [width, count];
    }
    const several = rows.filter((row) => row.length > 1).length / Math.max(rows.length, 1);
    const share = hits / Math.max(rows.length + rejected, 1);
    const score = columnCount < 2 ? 0 : weight * share * share * Math.log2(columnCount);
    const fitsFirst = rows[0]?.length === columnCount;
    return { cut, weight, columnCount, share, several, score, fitsFirst, error };
  });
  const ranked = [...tried].sort((a, b) => b.score - a.score);
  const best = ranked[0];
  const second = ranked[1];
  if (best !== undefined && best.error !== null && best.share >= 0.6) throw best.error;
  if (best !== undefined && best.share >= 0.6 && best.score > 0) {
    // A header that only the best one cuts settles it.
    const isTie =
      second !== undefined &&
      second.share >= 0.9 &&
      second.score >= best.score * TIE &&
      (second.fitsFirst || !best.fitsFirst);
    return {
      ...best.cut,
      columnCount: best.columnCount,
      isRagged: false,
      confidence: Math.min(best.share, isTie ? 0.6 : 1, best.weight < 1 ? 0.95 : 1),
      rival: isTie ? second.cut.delimiter : null,
    };
  }
  const ragged = [...tried]
    .filter(({ weight, error }) => weight === 1 && error === null)
    .sort((a, b) => b.several - a.several)[0];
  if (ragged !== undefined && ragged.several > 0.5) {
    const { rows } = sampleRows(sample, ragged.cut, { fileName, isWhole, maxRows: Infinity });
    return {
      ...ragged.cut,
      columnCount: widestOf(rows),
      isRagged: true,
      confidence: 0.4,
      rival: null,
    };
  }
  return {
    format: 'delimited',
    delimiter: ',',
    quote,
    columnCount: 1,
    isRagged: false,
    confidence: 0.5,
    rival: null,
  };
}

/** Rows of the sample; if a quote never closes, rows with quotes as plain text, and the error. */
function cutLoosely(
  sample: Uint8Array,
  cut: Cut,
  options: Parameters<typeof sampleRows>[2],
): Pick<SampleRows, 'rows' | 'rejected'> & { readonly error: AppError | null } {
  try {
    return { ...sampleRows(sample, cut, options), error: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ingest.unclosed-quote') throw error;
    return { ...sampleRows(sample, { ...cut, quote: null }, options), error };
  }
}

function widestOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 1);
}
