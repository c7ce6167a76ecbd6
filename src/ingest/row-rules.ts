import type { Reject } from './table';

/** Rules by which a line is no row of the table; all other rules mark rows that do not fit it. */
const removalRules: ReadonlySet<string> = new Set([
  'row.before-table',
  'row.after-table',
  'row.total',
  'row.repeated-header',
  'row.ruler',
]);

/** Parts what was left out: rows that do not fit, and lines that never were rows of the table. */
export function splitLeftOut(all: readonly Reject[]): {
  readonly rejects: readonly Reject[];
  readonly removed: readonly Reject[];
} {
  const named = all.map(namedRuler);
  return {
    rejects: named.filter(({ rule }) => !removalRules.has(rule)),
    removed: named.filter(({ rule }) => removalRules.has(rule)),
  };
}

/** A line drawn with signs has another number of fields only because it has none. */
function namedRuler(reject: Reject): Reject {
  const isOddWidth = reject.rule.startsWith('row.too-') || reject.rule === 'row.cut-off';
  if (!isOddWidth || !isRuler(new TextDecoder('latin1').decode(reject.raw).replaceAll('\0', '')))
    return reject;
  return { ...reject, rule: 'row.ruler', reason: 'A line drawn with signs' };
}

const total =
  /^(?:本页|本期|本月|全部|以上)?(?:合计|小计|总计|总和|累计|共计|合計|小計|總計)(?:[:：（(].*)?$|^(?:(?:grand|sub|page|report)[- ]?)?totals?(?:[:(].*)?$|^sum[:]?$/iu;

/** Whether a cell says that its row adds up others. */
export const saysTotal = (cell: string): boolean => total.test(cell.replace(/[\s\u3000*]+/g, ' ').trim());

/** Whether a row adds up others: its first filled cell says so, and it has no cell for each column. */
export function isTotalRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first] = filled;
  return first !== undefined && filled.length < cells.length && saysTotal(first);
}

/** A line drawn with signs: `-----+----`, `=====`, `|---|---:|`. */
export const isRuler = (text: string): boolean => /^[-=_+*|:\s]*$/.test(text) && /[-=_]{3}|\*{3}/.test(text);
