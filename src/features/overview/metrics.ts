import { measures, type MetricId } from '../../dataset/measures';
import type { Metric } from '../feature';
import type { MetricKey } from './metrics.messages';

export type OverviewMetric = Metric & {
  readonly id: MetricId;
  readonly label: MetricKey;
  readonly definition: MetricKey;
};

type Rest = Pick<Metric, 'direction' | 'needs' | 'formula' | 'sql'>;

/** A change of less than 2% is "about the same" (ux.md §6.2). */
const materiality = { rel: 0.02 } as const;

function metric(id: MetricId, rest: Rest): OverviewMetric {
  const { unit, additive } = measures[id];
  return {
    id,
    label: `metric.${id}`,
    definition: `metric.${id}.definition`,
    unit,
    additive,
    materiality,
    ...rest,
  };
}

/** What the Overview measures; the SQL gives the same numbers over all rows. */
export const overviewMetrics: readonly OverviewMetric[] = [
  metric('customers', {
    direction: 'higher_better',
    needs: ['customer'],
    formula: 'count(customer)',
    sql: 'SELECT COUNT(*) AS value\nFROM customers',
  }),
  metric('aum', {
    direction: 'higher_better',
    needs: ['balance.balance', 'balance.month'],
    formula:
      'Σ balance at the end of the month, without credit_card, mortgage, consumer_loan, corporate_loan',
    sql: [
      'SELECT SUM(balance) AS value',
      'FROM balances',
      'WHERE month = (SELECT MAX(month) FROM balances)',
      "  AND COALESCE(product_code, '') NOT IN ('credit_card', 'mortgage', 'consumer_loan', 'corporate_loan')",
    ].join('\n'),
  }),
  metric('inflow', {
    direction: 'higher_better',
    needs: ['transaction.amount'],
    formula: 'Σ amount where amount > 0',
    sql: 'SELECT SUM(inflow) AS value\nFROM transactions',
  }),
  metric('outflow', {
    direction: 'neutral',
    needs: ['transaction.amount'],
    formula: 'Σ −amount where amount < 0',
    sql: 'SELECT SUM(outflow) AS value\nFROM transactions',
  }),
  metric('netflow', {
    direction: 'higher_better',
    needs: ['transaction.amount'],
    formula: 'inflow − outflow',
    sql: 'SELECT SUM(amount) AS value\nFROM transactions',
  }),
  metric('active', {
    direction: 'higher_better',
    needs: ['transaction'],
    formula: 'count(distinct customer_id of transactions)',
    sql: [
      'SELECT COUNT(DISTINCT customer_id) AS value',
      'FROM transactions',
      'WHERE customer_id IN (SELECT customer_id FROM customers)',
    ].join('\n'),
  }),
  metric('transactions', {
    direction: 'higher_better',
    needs: ['transaction'],
    formula: 'count(transaction)',
    sql: 'SELECT COUNT(*) AS value\nFROM transactions',
  }),
  metric('accounts', {
    direction: 'higher_better',
    needs: ['account'],
    formula: 'count(account)',
    sql: 'SELECT COUNT(*) AS value\nFROM accounts',
  }),
  metric('products', {
    direction: 'higher_better',
    needs: ['account.product_code', 'account.close_date'],
    formula:
      'count(distinct customer_id, product_code of open accounts) ÷ count(distinct customer_id of these)',
    sql: [
      'SELECT 1.0 * COUNT(*) / COUNT(DISTINCT customer_id) AS value',
      'FROM (',
      '  SELECT DISTINCT customer_id, product_code',
      '  FROM accounts',
      '  WHERE close_date IS NULL',
      '    AND customer_id IN (SELECT customer_id FROM customers)',
      '    AND product_code IS NOT NULL',
      ')',
    ].join('\n'),
  }),
];
