/** A statement of a text of SQL, without the semicolon after it. */
export type Statement = {
  /** Line of the text on which it begins, from 1. */
  readonly line: number;
  /** Its words in capitals, without those in quotes, comments and brackets: they tell what it does. */
  readonly words: readonly string[];
};

// Strings, quoted names and comments hold no semicolons that count; what is not closed runs to the end.
const pieces =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)|--[^\n]*|\/\*[^]*?(?:\*\/|$)|;|[\p{L}_][\p{L}\p{N}_$]*|\S/gu;

/** The statements of a text; comments and blanks between semicolons are none. O(characters) */
export function splitStatements(sql: string): readonly Statement[] {
  const statements: Statement[] = [];
  let current: { line: number; words: string[] } | null = null;
  let line = 1;
  let depth = 0;
  let counted = 0;
  for (const { 0: piece, index } of sql.matchAll(pieces)) {
    for (; counted < index; counted++) if (sql[counted] === '\n') line++;
    if (piece === ';') {
      if (current) statements.push(current);
      current = null;
      depth = 0;
    } else if (!piece.startsWith('--') && !piece.startsWith('/*')) {
      current ??= { line, words: [] };
      if (piece === '(') depth++;
      else if (piece === ')') depth--;
      else if (depth === 0 && /^[\p{L}_]/u.test(piece)) current.words.push(piece.toUpperCase());
    }
  }
  if (current) statements.push(current);
  return statements;
}
