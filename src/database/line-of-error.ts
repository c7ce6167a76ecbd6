/** `near "FORM": syntax error`, `unrecognized token: "#"`, `no such column: t.amont`, `ambiguous column name: month`. */
const quoted = /^near "([^]*)": |^unrecognized token: "([^]*)"$/;
const named =
  /(?:no such \w+|ambiguous column name|misuse of \w+|unknown \w+)(?: function)?: (?:\S*\.)?([^\s.()]+)/;

const lineAt = (sql: string, index: number): number => sql.slice(0, index).split('\n').length;

function placesOf(sql: string, word: string): readonly number[] {
  const places: number[] = [];
  for (let at = sql.indexOf(word); at >= 0 && word !== ''; at = sql.indexOf(word, at + 1)) places.push(at);
  return places;
}

/**
 * The line that SQLite's message is about, from 1; SQLite tells the word, not the place. A statement cut off after the
 * wrong word fails in the same way, cut off earlier it does not: so the first place of the word is found at which it
 * does.
 *
 * @param reasonToRefuse what SQLite says about a text, null when it accepts it
 */
export function lineOfError(
  sql: string,
  reason: string,
  reasonToRefuse: (sql: string) => string | null,
): number {
  if (reason === 'incomplete input') return lineAt(sql.trimEnd(), sql.length);
  const syntax = quoted.exec(reason);
  if (syntax) {
    const word = syntax[1] ?? syntax[2] ?? '';
    const places = placesOf(sql, word);
    const at = places.find((place) => reasonToRefuse(sql.slice(0, place + word.length)) === reason);
    return lineAt(sql, at ?? places[0] ?? 0);
  }
  const name = named.exec(reason)?.[1];
  const at =
    name === undefined
      ? -1
      : sql.search(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(name)}(?![\\p{L}\\p{N}_])`, 'iu'));
  return lineAt(sql, Math.max(0, at));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
