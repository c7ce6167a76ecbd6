import type { Control } from '../base/control';
import { majorOf } from '../base/money';
import { isNull } from '../columns/column';
import type { Assumption } from '../dataset/dataset';
import type { ReadFile } from './assemble-tables';
import { bytesSource } from './byte-source';
import { moneyOf, moneyScale } from './cells/parse-money';
import { openRaw } from './read-raw';
import { saysTotal } from './row-rules';
import type { ColumnPlan, Dialect, ParsedTable, Reject } from './table';

/** Totals that are compared in one file. */
const mostTotals = 200;
const ofPart = /小计|小計|本页|本期|本月|sub|page/iu;
/** What stands in the last row of a column of balances is no sum. */
const notAdded: ReadonlySet<string> = new Set(['balance_after']);

/**
 * Compares the totals that a file states (合计, 小计, Total) with its rows: a subtotal with those since the total before
 * it, any other with all rows above. Amounts with a direction may be added up with or without it.
 *
 * @returns `total.differs` for each that does not agree
 */
export async function checkTotals(
  { draft, parsed }: ReadFile,
  minorPerMajor: number,
  control: Control,
): Promise<readonly Assumption[]> {
  const fieldOf = new Map(draft.columns.map(({ column, field }) => [column, field]));
  const sums = parsed.columns.filter(
    ({ plan }) => plan.type === 'money' && !notAdded.has(fieldOf.get(plan.name) ?? ''),
  );
  if (sums.length === 0) return [];
  const found: Assumption[] = [];
  let from = 0;
  for (const total of parsed.removed.slice(0, mostTotals)) {
    const cells = await cellsOf(total, parsed, control);
    const [name = ''] = cells.filter((cell) => cell.trim() !== '');
    if (!saysTotal(name)) continue;
    const first = ofPart.test(name) ? from : 0;
    const directions = directionsOf(parsed, fieldOf);
    for (const { plan, column } of sums) {
      const stated = statedIn(cells[parsed.header.indexOf(plan.name)] ?? '', plan);
      if (stated === null || column.kind === 'text') continue;
      const [gross, net] = sumsOf(parsed, column, directions, first, total.line);
      if (stated === gross || Math.abs(stated) === Math.abs(net)) continue;
      const [says, adds] = [stated, gross].map((minor) => majorOf(minor, minorPerMajor));
      found.push({
        code: 'total.differs',
        values: {
          file: draft.name,
          column: plan.name,
          line: total.line,
          stated: says ?? 0,
          found: adds ?? 0,
        },
      });
    }
    from = total.line;
  }
  return found;
}

/** The cells of a line that was left out, cut as the rows are. */
async function cellsOf(line: Reject, parsed: ParsedTable, control: Control): Promise<readonly string[]> {
  const { footerLines: _, ...cut } = parsed.dialect;
  const dialect: Dialect = {
    ...cut,
    skippedLines: 0,
    hasHeader: false,
    skipsTotals: false,
    skipsRepeated: false,
    columnCount: parsed.header.length,
    shortRows: 'pad',
  };
  const raw = await openRaw(bytesSource(parsed.fileName, line.raw), dialect, control);
  for await (const [first] of raw.batches()) if (first) return first;
  return [];
}

/** Minor units; null where nothing is stated. */
function statedIn(cell: string, plan: ColumnPlan): number | null {
  const text = plan.decimal === ',' ? cell.replaceAll('.', '').replace(',', '.') : cell;
  if (text.trim() === '') return null;
  const minor = moneyOf(text.trim(), moneyScale(plan.scale ?? 100));
  return typeof minor === 'number' ? minor : null;
}

/** The text of the direction of each row, where the file has one. */
function directionsOf(
  parsed: ParsedTable,
  fieldOf: ReadonlyMap<string, string | null>,
): ((row: number) => number) | null {
  const column = parsed.columns.find(({ plan }) => fieldOf.get(plan.name) === 'dc_flag')?.column;
  return column?.kind === 'text' ? (row) => column.codes[row] as number : null;
}

/** The sum of the rows between two lines, and the difference of both directions. */
function sumsOf(
  { rowCount, firstLine, lines }: ParsedTable,
  { values, nulls }: { readonly values: ArrayLike<number>; readonly nulls: Uint8Array | null },
  direction: ((row: number) => number) | null,
  after: number,
  before: number,
): readonly [gross: number, net: number] {
  let [gross, net] = [0, 0];
  const first = direction?.(0) ?? 0;
  for (let row = 0; row < rowCount; row++) {
    const line = lines === null ? firstLine + row : (lines[row] as number);
    if (line <= after || line >= before || isNull(nulls, row)) continue;
    const value = values[row] as number;
    gross += value;
    net += direction === null || direction(row) === first ? value : -value;
  }
  return [gross, net];
}
