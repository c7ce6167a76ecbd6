import { isoDay, isoMonth, monthOfDay } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import type { Dataset } from '../../dataset/dataset';
import { balanceFacts, noDay, transactionFacts } from '../../dataset/facts';
import { daysOfMonth } from '../../dataset/facts';
import { hasDirection } from '../../dataset/flows';
import { allSeries, bucketsOf, monthsOfData } from '../../dataset/metric-series';
import { currentValues, earlierValues } from '../../dataset/metric-values';
import { countedNow } from '../../dataset/members';
import { sumOf } from '../../dataset/holdings';
import { textOfSpan } from '../../dataset/period';
import { warningsOf } from '../../dataset/query-warnings';
import { ofScope, transactionsOfPeriod, type Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import type { MetricId, MetricValues } from '../../dataset/measures';
import type { PeriodText } from '../../dataset/period-text';

export type SummaryParameters = SharedParameters;

export type SummaryResult = ResultBase &
  MetricValues & {
    /** First and last booking (or balance) of the data under the filters of period, ISO; null without dates. */
    readonly firstDate: string | null;
    readonly lastDate: string | null;
    /** Null when the data know no dates. */
    readonly period: PeriodText | null;
    readonly comparison: (PeriodText & MetricValues) | null;
    /** The last months up to the end of the period, at most 25, for sparklines; months as `2026-06`. */
    readonly series: {
      readonly months: readonly string[];
      readonly values: Readonly<Record<MetricId, readonly (number | null)[]>>;
    };
    readonly hasBalances: boolean;
    /** False when amounts have no direction: then `inflow` is all activity, `outflow` and `netflow` are null. */
    readonly hasDirection: boolean;
  };

const sparklineMonths = 25;

/**
 * How large is the book of customers under the filters, and what moved in the period?
 *
 * Counts and money of the period (and of the comparison, where there is one), assets at its end. Money in major units;
 * null = the data cannot tell, with a warning that says why. n = customers.
 */
export async function summarise(
  dataset: Dataset,
  parameters: SummaryParameters,
  control: Control,
): Promise<SummaryResult> {
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 4);
  const values = currentValues(scope);
  await pause(control, 2, 4);
  const { span, comparison } = scope.period;
  const earlier = comparison && { ...textOfSpan(comparison), ...earlierValues(scope, comparison) };
  await pause(control, 3, 4);
  return {
    ...resultBase(scope, sumOf(countedNow(scope)), warningsOf(scope, ['transactions', 'accounts', 'aum'])),
    ...values,
    ...datesOf(scope),
    period: span && textOfSpan(span),
    comparison: earlier,
    series: seriesUntilPeriod(scope),
    hasBalances: balanceFacts(dataset) !== null,
    hasDirection: hasDirection(scope),
  };
}

function seriesUntilPeriod(scope: Scope): SummaryResult['series'] {
  const { span } = scope.period;
  const data = monthsOfData(scope);
  const end = span === null || data === null ? null : Math.min(monthOfDay(span.to), data.last);
  const first = end === null || data === null ? 0 : Math.max(data.first, end - sparklineMonths + 1);
  const buckets = bucketsOf(first, end ?? -1, 1);
  const last = span === null || end === null ? 0 : Math.min(span.to, daysOfMonth(end).to);
  return {
    months: Array.from(buckets.of, (_, index) => isoMonth(buckets.first + index)),
    values: allSeries(scope, buckets, last),
  };
}

/** First and last day of the transactions of the period; without transactions those of the balances. */
function datesOf(scope: Scope): { firstDate: string | null; lastDate: string | null } {
  return ofScope(scope, 'first and last date', () => {
    const facts = transactionFacts(scope.dataset);
    let [first, last] = [Infinity, -Infinity];
    if (facts !== null) {
      const { first: begin, last: end, mask } = transactionsOfPeriod(scope);
      for (let row = begin; row < end; row++) {
        const day = facts.days[row] as number;
        if (day === noDay || (mask !== null && mask[row] === 0)) continue;
        if (day < first) first = day;
        if (day > last) last = day;
      }
    } else {
      const months = balanceFacts(scope.dataset)?.months ?? [];
      const { span } = scope.period;
      for (const month of months) {
        const { from, to } = daysOfMonth(month);
        if (span !== null && (to < span.from || from > span.to)) continue;
        [first, last] = [Math.min(first, from), Math.max(last, to)];
      }
    }
    const isKnown = first <= last;
    return { firstDate: isKnown ? isoDay(first) : null, lastDate: isKnown ? isoDay(last) : null };
  });
}
