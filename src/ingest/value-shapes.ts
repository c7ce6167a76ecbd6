import type { Table } from '../model/field';
import type { Proposal } from './assign-columns';
import type { SampledColumn } from './match-values';

/** "Check", never more: nothing but the look of the values speaks for it. */
const byShape = 0.7;

/** Formats that a run of digits can have by chance come last. */
const certainty = (column: SampledColumn): number => (column.profile.date.format === 'yymmdd' ? 1 : 2);

function isDate(column: SampledColumn): boolean {
  return column.values.length > 0 && column.profile.date.share >= 0.95;
}

/** Column of days: of several, only those in the surest format. */
export function dateShapes(columns: readonly SampledColumn[]): readonly Proposal[] {
  const dates = columns.filter(isDate);
  const best = Math.max(0, ...dates.map(certainty));
  return dates
    .filter((column) => certainty(column) === best)
    .map((column) => ({
      column: column.index,
      field: 'txn_date',
      confidence: byShape,
      evidence: [
        {
          code: 'value.date',
          values: { share: column.profile.date.share, format: column.profile.date.format ?? '' },
        },
      ],
    }));
}

function spreadOf(column: SampledColumn): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of column.values) {
    const number = Number(value.replace(/[,，￥¥$]/gu, ''));
    if (Number.isNaN(number)) continue;
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return most - least;
}

/** Column of amounts: those with decimals; without any, the one of the widest spread. */
export function amountShapes(columns: readonly SampledColumn[]): readonly Proposal[] {
  const numbers = columns.filter(
    ({ profile, values }) => values.length > 0 && profile.numeric >= 0.95 && !profile.hasLeadingZeros,
  );
  const decimals = numbers.filter(({ profile }) => profile.integer < 0.9);
  const freeWidth = numbers.filter(
    ({ values }) => !values.every((value) => value.length === values[0]?.length),
  );
  const widest = [...freeWidth].sort((a, b) => spreadOf(b) - spreadOf(a)).slice(0, 1);
  return (decimals.length > 0 ? decimals : widest).map((column) => ({
    column: column.index,
    field: 'amount',
    confidence: byShape,
    evidence: [
      decimals.length > 0
        ? { code: 'value.decimals', values: {} }
        : { code: 'value.number', values: { share: column.profile.numeric } },
    ],
  }));
}

/** Columns of ids that come back, as a customer's does in a file of transactions. */
export function repeatedIdShapes(columns: readonly SampledColumn[]): readonly Proposal[] {
  return columns
    .filter(({ profile, values, distinct }) => {
      const isWhole = profile.numeric < 0.95 || profile.integer >= 0.95;
      const isManyValued = profile.hasLeadingZeros || distinct.length >= Math.max(5, values.length * 0.03);
      const repeats = values.length < 20 || profile.uniqueness < 0.98;
      return values.length > 0 && isWhole && isManyValued && repeats;
    })
    .map((column) => ({
      column: column.index,
      field: 'customer_id',
      confidence: byShape,
      evidence: [
        {
          code: 'value.repeats',
          values: { distinct: column.distinct.length, rows: column.values.length },
        },
        ...(column.profile.hasLeadingZeros ? [{ code: 'value.leading-zeros', values: {} }] : []),
      ],
    }));
}

/**
 * What the three needed roles of a file of transactions could be by the look of the values alone, for the roles that
 * no name has filled (data.md §1).
 */
export function shapesFor(
  table: Table,
  columns: readonly SampledColumn[],
  isFilled: (field: string) => boolean,
): { readonly proposals: readonly Proposal[] } {
  if (table.name !== 'transaction') return { proposals: [] };
  const dates = isFilled('txn_date') ? [] : dateShapes(columns);
  const dateColumns = new Set(dates.map((one) => one.column));
  const notDates = columns.filter((column) => !dateColumns.has(column.index));
  const hasAmount = isFilled('amount') || isFilled('debit_amount') || isFilled('credit_amount');
  const ids = isFilled('customer_id') || isFilled('account_id') ? [] : repeatedIdShapes(notDates);
  const amounts = hasAmount ? [] : amountShapes(notDates);
  const amountColumns = new Set(amounts.map((one) => one.column));
  return { proposals: [...dates, ...amounts, ...ids.filter((one) => !amountColumns.has(one.column))] };
}
