const LINES = 50;
const LONGEST = 4;
/** Shares of the lines with the usual number, and of the marks that belong to it. */
const MOST = 0.8;
/** Empty fields between these are usual: two of them are no delimiter. */
const usuallyEmptyBetween = new Set([',,', ',,,', ',,,,', '\t\t', '\t\t\t', '\t\t\t\t']);
// Punctuation, signs and controls that are neither quotes, blanks, line ends nor part of numbers.
const marks = '[!#$%&,/:;<=>?@^_`{|}~§¤¦¬¶\\\\\\u0001-\\u0009\\u000e-\\u001f]';

/**
 * Delimiters of several characters (`|!|`, `||`, `~|~`) that the lines of a text may have: runs of marks that come the
 * same number of times in most lines, and to which most of the first and last of their characters belong. Longest first.
 */
export function findLongDelimiters(text: string): readonly string[] {
  const lines = text
    .split(/\r\n?|\n/, LINES + 1)
    .slice(0, LINES)
    .filter((line) => line.trim() !== '');
  const start = lines.join('\n');
  const runs = new Set<string>();
  for (const [run] of start.matchAll(new RegExp(`${marks}{2,}`, 'g'))) {
    for (let length = 2; length <= LONGEST; length++) {
      for (let at = 0; at + length <= Math.min(run.length, 32); at++) runs.add(run.slice(at, at + length));
    }
  }
  return [...runs]
    .filter((run) => !usuallyEmptyBetween.has(run) && isRegular(run, lines) && owns(run, start))
    .sort((a, b) => b.length - a.length);
}

const countOf = (part: string, text: string): number => text.split(part).length - 1;

function isRegular(run: string, lines: readonly string[]): boolean {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = countOf(run, line);
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [usual, often] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return usual > 0 && often >= lines.length * MOST;
}

/** Whether the characters at its ends stand mostly in it. */
function owns(run: string, text: string): boolean {
  const times = countOf(run, text);
  return [run.charAt(0), run.charAt(run.length - 1)].every(
    (mark) => times * countOf(mark, run) >= countOf(mark, text) * MOST,
  );
}
