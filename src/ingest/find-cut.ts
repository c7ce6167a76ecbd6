import { findPlaces } from './fixed-width/find-places';
import { sniffDelimiter, SNIFFED_BYTES, type DelimiterGuess } from './sniff-delimiter';
import type { Dialect } from './table';

/**
 * How a text is cut: by the delimiter that cuts it most regularly, or, where none does so beyond doubt, by the places on
 * the line.
 *
 * @param sample the start of the file in UTF-8
 * @param quote what a person said of quotes
 */
export function findCut(
  sample: Uint8Array,
  isWhole: boolean,
  encoding: Dialect['encoding'],
  quote?: Dialect['quote'],
): DelimiterGuess {
  const guess = sniffDelimiter(sample, isWhole, quote);
  const bytes = sample.subarray(0, SNIFFED_BYTES);
  const text = isCutForSure(guess) ? null : new TextDecoder().decode(bytes);
  if (text === null || !mayBeAligned(guess, text)) return guess;
  const found = findPlaces(text, encoding, isWhole && bytes.length === sample.length);
  if (found === null) return guess;
  const { places, linesAbove, linesBelow } = found;
  return {
    format: 'fixed-width',
    delimiter: ' ',
    quote: null,
    places,
    columnCount: places.columns.length,
    isRagged: false,
    confidence: 0.95,
    rival: null,
    unpaired: 0,
    around: { linesAbove, linesBelow },
  };
}

const weak: ReadonlySet<string> = new Set([',', ':', ' ']);

const isCutForSure = ({ format, delimiter, columnCount, confidence }: DelimiterGuess): boolean =>
  columnCount > 1 && (format === 'blank-aligned' ? confidence >= 0.95 : !weak.has(delimiter));

/** A comma or a colon that only stands in numbers and times parts no columns. */
function mayBeAligned({ format, delimiter, columnCount }: DelimiterGuess, text: string): boolean {
  if (columnCount < 2 || format !== 'delimited') return true;
  const inNumbers = delimiter === ',' ? /\d,(?=\d{3}(?!\d))/g : /\d:(?=\d\d(?!\d))/g;
  return (text.match(inNumbers) ?? []).length === text.split(delimiter).length - 1;
}
