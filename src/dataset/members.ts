import { accountFacts, balanceFacts, customerCount, noDay, sinceDays } from './facts';
import { flowsByCustomer, spanName } from './flows';
import { accountsByCustomer, eachBalance } from './holdings';
import type { Span } from './period';
import { ofScope, rowSpan, type Scope } from './scope';

/**
 * Which customers count in a span (1 per customer). The period alone removes nobody; filters of rows remove those
 * without a transaction, a monthly balance or an open account left. Channel, type and direction are carried by
 * transactions only.
 */
export function countedCustomers(scope: Scope, span: Span | null): Uint8Array {
  return ofScope(scope, `counted ${spanName(span)}`, () => {
    const count = customerCount(scope.dataset);
    const chosen = scope.chosen.subarray(0, count);
    if (!scope.needsRow) return chosen.slice();
    const flows = flowsByCustomer(scope, span);
    const counted = Uint8Array.from(flows.counts.subarray(0, count), (rows) => (rows > 0 ? 1 : 0));
    if (!scope.needsTransaction) addHolders(scope, span, counted);
    return counted;
  });
}

function addHolders(scope: Scope, span: Span | null, counted: Uint8Array): void {
  const accounts = accountFacts(scope.dataset) === null ? null : accountsByCustomer(scope, span);
  for (let row = 0; row < counted.length; row++) if ((accounts?.[row] ?? 0) > 0) counted[row] = 1;
  const facts = balanceFacts(scope.dataset);
  if (facts === null) return;
  eachBalance(scope, facts, span, (row) => {
    const customer = facts.customer.codes[row] as number;
    if (customer < counted.length) counted[customer] = 1;
  });
}

export function countedNow(scope: Scope): Uint8Array {
  return countedCustomers(scope, rowSpan(scope));
}

/**
 * Customers who counted at the end of an earlier span: those with rows in it under filters of rows, else those whose
 * relationship had begun. Who began when nobody knows, counts; null when that is so of all.
 */
export function countedEarlier(scope: Scope, span: Span): Uint8Array | null {
  if (scope.needsRow) return countedCustomers(scope, span);
  const since = sinceDays(scope.dataset);
  if (since.every((day) => day === noDay)) return null;
  return since.reduce((counted, day, row) => {
    if (scope.chosen[row] === 1 && day <= span.to) counted[row] = 1;
    return counted;
  }, new Uint8Array(since.length));
}
