import { isoDay } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { countNulls, isNull, type TextColumn } from '../../columns/column';
import type { Dataset } from '../../dataset/dataset';
import { measureLinks, type LinkMatch } from '../../dataset/measure-links';
import { fieldOf } from '../../model/tables';
import { pause } from '../task';
import { checkContinuity } from './continuity';
import { checkMonths, monthRows } from './months';
import {
  dimensions,
  type ColumnQuality,
  type DimensionName,
  type Issue,
  type QualityParameters,
  type QualityResult,
  type Severity,
} from './quality-result';
import { checkNoted, orphansOf } from './noted-issues';
import {
  checkBirths,
  checkDigits,
  checkRejects,
  checkSpans,
  checkUniqueness,
  issueOf,
  type Checked,
} from './row-checks';
import {
  checkAges,
  checkConstant,
  checkCustomerSums,
  checkDeposits,
  checkFreeText,
  checkOldDays,
  checkResidue,
} from './value-checks';

const valueChecks: readonly ((dataset: Dataset) => Checked)[] = [
  checkRejects,
  checkDigits,
  checkBirths,
  checkAges,
  checkOldDays,
  checkDeposits,
  checkResidue,
  checkFreeText,
  checkConstant,
];

/** The same control for the second half of the work. */
const secondHalfOf = (control: Control): Control => ({
  shouldYield: () => control.shouldYield(),
  isCancelled: () => control.isCancelled(),
  yield: (done, total, stage) => control.yield(total + done, 2 * total, stage),
  report: (done, total, stage) => {
    control.report(total + done, 2 * total, stage);
  },
});

/** The five sides count alike. */
const weight = 1 / dimensions.length;
const thin = 0.95;

/** Columns that are empty where nothing has happened: an open account has no day of closing. */
const mayBeEmpty =
  /^(close_date|closed|maturity_date|maturity|term_months|counterparty_.*|reversal_flag|merchant_mcc|cash_flag|teller|country|summary|parent_id|group_id|household_id|.*_key|.*_original|source_.*)$/u;

/**
 * Can the numbers be trusted? Counts what is missing, impossible, repeated, contradictory or late in all tables, with the
 * rows behind it. A dimension is 100 less the shares affected (completeness: the share of filled cells of the matched
 * columns that should be filled); the score is their mean over the dimensions that the data let be judged. Nothing is
 * changed. n = rows of all tables. Source: methods.md §15.5.
 */
export async function quality(
  dataset: Dataset,
  _parameters: QualityParameters,
  control: Control,
): Promise<QualityResult> {
  const frames = Object.entries({ ...dataset.tables, ...dataset.others });
  const columns = columnsOf(dataset);
  const months = monthRows(dataset);
  const links = measureLinks(dataset.tables, dataset.others);
  const validity: Checked[] = [];
  for (const [index, check] of valueChecks.entries()) {
    await pause(control, index, valueChecks.length * 2);
    validity.push(check(dataset));
  }
  const checks: Readonly<Record<DimensionName, readonly Checked[]>> = {
    completeness: [checkFilled(columns.filter((column) => !isMade(dataset, column)))],
    validity: [...validity, checkNoted(dataset, 'validity')],
    uniqueness: [checkUniqueness(dataset), checkNoted(dataset, 'uniqueness')],
    consistency: [
      checkLinks(links, dataset),
      checkSpans(dataset),
      await checkContinuity(dataset, secondHalfOf(control)),
      checkCustomerSums(dataset),
      checkNoted(dataset, 'consistency'),
    ],
    timeliness: [checkMonths(months)],
  };
  const scores = dimensions.map((name) => ({ name, weight, score: scoreOf(name, checks[name], columns) }));
  const judged = scores.flatMap(({ score }) => (score === null ? [] : [score]));
  const rows = frames.reduce((sum, [, frame]) => sum + frame.rowCount, 0);
  return {
    asOf: dataset.asOf === null ? null : isoDay(dataset.asOf),
    n: rows,
    seed: null,
    currency: dataset.currency,
    assumptions: dataset.assumptions,
    warnings: [],
    score:
      judged.length === 0 || rows === 0
        ? null
        : judged.reduce((sum, score) => sum + score, 0) / judged.length,
    dimensions: scores,
    files: dataset.sources.length,
    rejected: dataset.rejects.rowCount,
    newest: dataset.lastDay === null ? null : isoDay(dataset.lastDay),
    issues: dimensions.flatMap((name) => checks[name].flatMap(({ issues }) => issues)).sort(byWeight),
    tables: frames.map(([table, frame]) => ({
      table,
      rows: frame.rowCount,
      columns: columns.filter((column) => column.table === table).length,
    })),
    columns,
    months,
    links,
  };
}

const rank: Readonly<Record<Severity, number>> = { serious: 0, review: 1, note: 2 };

const byWeight = (a: Issue, b: Issue): number =>
  rank[a.severity] - rank[b.severity] || b.rows / b.of - a.rows / a.of || a.key.localeCompare(b.key);

/** Columns as the files gave them: keys and origins that the star adds are left out. */
function columnsOf(dataset: Dataset): readonly ColumnQuality[] {
  return [...Object.values(dataset.tables), ...Object.values(dataset.others)].flatMap(
    ({ name: table, rowCount, columns }) =>
      Object.entries(columns).flatMap(([column, data]): ColumnQuality[] => {
        if (/_key$|^source_/u.test(column)) return [];
        return [
          {
            table,
            column,
            rows: rowCount,
            filled: rowCount === 0 ? null : 1 - countNulls(data.nulls, rowCount) / rowCount,
            distinct: data.kind === 'text' ? distinctOf(data) : null,
          },
        ];
      }),
  );
}

function distinctOf({ codes, dictionary, nulls }: TextColumn): number {
  const seen = new Uint8Array(dictionary.size);
  for (let row = 0; row < codes.length; row++) if (!isNull(nulls, row)) seen[codes[row] as number] = 1;
  return seen.reduce((sum, one) => sum + one, 0);
}

const shouldBeFilled = ({ table, column }: ColumnQuality): boolean =>
  fieldOf(table, column) !== undefined && !mayBeEmpty.test(column);

/** The product of everything, where no file knows products. */
const isMade = ({ assumptions }: Dataset, { column }: ColumnQuality): boolean =>
  column === 'product_code' && assumptions.some(({ code }) => code === 'product.unspecified');

/** Columns that every analysis rests on; how thin others may be is for the bank to say. */
const isNeeded = ({ table, column }: ColumnQuality): boolean =>
  fieldOf(table, column)?.required === true || /^(customer_id|account_id|amount|balance)$/u.test(column);

function checkFilled(columns: readonly ColumnQuality[]): Checked {
  // Amounts in other currencies are left out on purpose.
  const originals = new Set(columns.map(({ table, column }) => `${table}.${column}`));
  const issues = columns.flatMap((one): Issue[] => {
    if (one.filled === null || one.filled >= thin || !shouldBeFilled(one)) return [];
    if (originals.has(`${one.table}.${one.column}_original`)) return [];
    const empty = Math.round((1 - one.filled) * one.rows);
    const severity = isNeeded(one) ? 'review' : 'note';
    const kind = {
      code: 'column.thin',
      severity,
      dimension: 'completeness',
      table: one.table,
      column: one.column,
    } as const;
    return issueOf(kind, { rows: empty, examples: [] }, one.rows);
  });
  return { issues, isJudged: columns.some((one) => one.filled !== null && shouldBeFilled(one)) };
}

function checkLinks(links: readonly LinkMatch[], dataset: Dataset): Checked {
  const issues = links.flatMap((link) => {
    const { from, to, rows, matched } = link;
    const [table = from, column = ''] = from.split('.');
    const kind = {
      code: 'link.orphan',
      severity: 'serious',
      dimension: 'consistency',
      table,
      column,
      about: to,
    } as const;
    return issueOf(kind, { rows: rows - matched, examples: orphansOf(dataset, link) }, rows);
  });
  return { issues, isJudged: links.some(({ rows }) => rows > 0) };
}

function scoreOf(
  name: DimensionName,
  checks: readonly Checked[],
  columns: readonly ColumnQuality[],
): number | null {
  if (!checks.some(({ isJudged }) => isJudged)) return null;
  if (name === 'completeness') {
    const filled = columns.flatMap((one) =>
      one.filled === null || !shouldBeFilled(one) ? [] : [one.filled],
    );
    return (100 * filled.reduce((sum, share) => sum + share, 0)) / filled.length;
  }
  const counted = checks.flatMap(({ issues }) => issues.filter(({ severity }) => severity !== 'note'));
  const affected = counted.reduce((sum, { rows, of }) => sum + rows / of, 0);
  return 100 * (1 - Math.min(1, affected));
}
