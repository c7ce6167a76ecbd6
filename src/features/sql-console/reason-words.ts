import type { Translate } from './messages';

/** What SQLite says, and the message (`reason.<key>`) that says it in plain words. Groups fill its gaps in order. */
const patterns = [
  [/^near "([^]*)": syntax error$/, 'syntax'],
  [/^unrecognized token: "([^]*)"$/, 'token'],
  [/^incomplete input$/, 'incomplete'],
  [/^no such table: (?:main\.)?(.*)$/, 'no-table'],
  [/^no such column: (.*)$/, 'no-column'],
  [/^no such function: (.*)$/, 'no-function'],
  [/^ambiguous column name: (.*)$/, 'ambiguous'],
  [/^wrong number of arguments to function (.*)\(\)$/, 'arguments'],
  [/^misuse of aggregate(?: function)?:? (.*)\(\)$/, 'aggregate'],
  [/^SELECTs to the left and right of (.*) do not have the same number of result columns$/, 'widths'],
  [/^integer overflow$/, 'overflow'],
  [/^more than one statement$/, 'several'],
  [/^no statement$/, 'none'],
] as const;

export type ReasonKey = (typeof patterns)[number][1];

/** SQLite's reason in the reader's language; one that has no translation stays as it is. */
export function reasonWords(reason: string, t: Translate): string {
  for (const [pattern, key] of patterns) {
    const found = pattern.exec(reason);
    if (found) return t(`reason.${key}`, { name: found[1] ?? '' });
  }
  return reason;
}
