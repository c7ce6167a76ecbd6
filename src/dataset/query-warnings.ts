import { isoMonth } from '../base/calendar-day';
import type { Assumption } from './dataset';
import { accountFacts, balanceFacts, transactionFacts } from './facts';
import { closingMonth, wantedMonth } from './holdings';
import { measures, type MetricId } from './measures';
import type { Scope } from './scope';

const carriedByTransactionsOnly = ['channel', 'type', 'direction', 'month'] as const;

/** What a reader must know about measures under these filters: missing tables, filters that they do not carry. */
export function warningsOf(scope: Scope, metrics: readonly MetricId[]): readonly Assumption[] {
  const warnings: Assumption[] = [];
  const uses = (table: string): boolean => metrics.some((metric) => measures[metric].table === table);
  if (uses('transaction') && transactionFacts(scope.dataset) === null) {
    warnings.push({ code: 'data.no-transactions', values: {} });
  }
  if (uses('account') && accountFacts(scope.dataset) === null) {
    warnings.push({ code: 'data.no-accounts', values: {} });
  }
  if (uses('balance')) warnings.push(...balanceWarnings(scope));
  const { filters } = scope;
  const selected = carriedByTransactionsOnly.filter((field) => filters.sel?.[field] !== undefined);
  for (const field of [...(filters.ch ? ['channel'] : []), ...selected]) {
    for (const metric of metrics) {
      const { table } = measures[metric];
      if (table === 'balance' || table === 'account') {
        warnings.push({ code: 'filter.not-carried', values: { field, metric } });
      }
    }
  }
  return warnings;
}

function balanceWarnings(scope: Scope): readonly Assumption[] {
  if (balanceFacts(scope.dataset) === null) return [{ code: 'data.no-balances', values: {} }];
  const used = closingMonth(scope);
  const { span, isWhole } = scope.period;
  if (used === null || span === null || isWhole) return [];
  const wanted = wantedMonth(span.to);
  if (used === wanted) return [];
  return [{ code: 'balance.other-month', values: { wanted: isoMonth(wanted), used: isoMonth(used) } }];
}
