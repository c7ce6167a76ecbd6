import type { Cut, Trial } from './sniff-delimiter';

/** Share of the filled cells between single quotes that makes them quotes and no apostrophes. */
const QUOTED = 0.3;

/**
 * Which quote and escape a file writes, once its delimiter is known and it was cut with double quotes: single quotes
 * where cells stand between them; a backslash where that cuts more regularly, or takes a quote inside a cell along;
 * none where more lines have quotes that do not pair than cells have quotes that do, and the lines are regular without.
 */
export function settleQuotes(
  found: Trial,
  text: string,
  tryCut: (cut: Cut) => Trial,
): { readonly trial: Trial; readonly unpaired: number } {
  let trial = found;
  const quoted = shareBetween(found, "'");
  if (quoted >= QUOTED && shareBetween(tryCut({ ...found.cut, quote: null }), '"') < QUOTED) {
    const single = tryCut({ ...found.cut, quote: "'" });
    if (single.share >= trial.share) trial = single;
  }
  const { quote, delimiter } = trial.cut;
  if (text.includes(`\\${quote ?? ''}`) || text.includes(`\\${delimiter}`)) {
    const escaped = tryCut({ ...trial.cut, escape: '\\' });
    const takesAlong = trial.rows.some((row) =>
      row.some((cell) => quote !== null && cell.includes(`\\${quote}`)),
    );
    if (escaped.share > trial.share || (escaped.share === trial.share && takesAlong)) trial = escaped;
  }
  const lost = trial.rejects.length;
  if (lost > 0) {
    const plain = tryCut({ ...trial.cut, quote: null });
    const paired = plain.rows.flat().filter((cell) => isBetween(cell.trim(), quote ?? '"')).length;
    if (lost > paired && plain.share >= 0.9 && plain.columnCount > 1) return { trial: plain, unpaired: lost };
  }
  return { trial, unpaired: 0 };
}

const isBetween = (cell: string, quote: string): boolean =>
  cell.length >= 2 && cell.startsWith(quote) && cell.endsWith(quote);

function shareBetween({ rows }: Trial, quote: string): number {
  const cells = rows.flat().filter((cell) => cell.trim() !== '');
  return cells.filter((cell) => isBetween(cell, quote)).length / Math.max(cells.length, 1);
}
