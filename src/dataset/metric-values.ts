import { majorOf } from '../base/money';
import { accountFacts, transactionFacts } from './facts';
import { flowsByCustomer, hasDirection } from './flows';
import {
  accountsByCustomer,
  assetsAt,
  balanceMonthAt,
  closingMonth,
  productsByCustomer,
  sumOf,
} from './holdings';
import type { MetricValues } from './measures';
import { countedCustomers, countedEarlier } from './members';
import type { Span } from './period';
import { rowSpan, type Scope } from './scope';

/** Every measure of a scope in its period. */
export function currentValues(scope: Scope): MetricValues {
  const span = rowSpan(scope);
  return {
    ...flowValues(scope, span),
    customers: sumOf(countedCustomers(scope, span)),
    accounts: accountFacts(scope.dataset) && sumOf(accountsByCustomer(scope, span)),
    aum: major(scope, assetsAt(scope, closingMonth(scope))),
    products: productsPerHolder(productsByCustomer(scope, span?.to ?? null)),
  };
}

/** Every measure of a scope in an earlier span. */
export function earlierValues(scope: Scope, span: Span): MetricValues {
  const counted = countedEarlier(scope, span);
  return {
    ...flowValues(scope, span),
    customers: counted && sumOf(counted),
    accounts: accountFacts(scope.dataset) && sumOf(accountsByCustomer(scope, span)),
    aum: major(scope, assetsAt(scope, balanceMonthAt(scope, span.to))),
    products: productsPerHolder(productsByCustomer(scope, span.to)),
  };
}

type FlowValues = Pick<MetricValues, 'active' | 'transactions' | 'inflow' | 'outflow' | 'netflow'>;

function flowValues(scope: Scope, span: Span | null): FlowValues {
  if (transactionFacts(scope.dataset) === null) {
    return { active: null, transactions: null, inflow: null, outflow: null, netflow: null };
  }
  const flows = flowsByCustomer(scope, span);
  const [inflow, outflow] = [sumOf(flows.positive), sumOf(flows.negative)];
  const isSigned = hasDirection(scope);
  return {
    active: sumOf(flows.counts.subarray(0, -1).map((rows) => (rows > 0 ? 1 : 0))),
    transactions: sumOf(flows.counts),
    inflow: major(scope, inflow),
    outflow: isSigned ? major(scope, outflow) : null,
    netflow: isSigned ? major(scope, inflow - outflow) : null,
  };
}

function major(scope: Scope, minor: number | null): number | null {
  return minor === null ? null : majorOf(minor, scope.dataset.minorPerMajor);
}

/** Mean number of products of those who hold any; null when nobody does. */
export function productsPerHolder(products: Int32Array | null): number | null {
  if (products === null) return null;
  let [sum, holders] = [0, 0];
  for (let customer = 0; customer < products.length - 1; customer++) {
    const held = products[customer] as number;
    sum += held;
    if (held > 0) holders++;
  }
  return holders === 0 ? null : sum / holders;
}
