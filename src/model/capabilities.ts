/** A page that the data make possible: `partial` works with a stated gap. Ids are those of the features. */
export type Capability = {
  readonly id: CapabilityId;
  readonly level: 'yes' | 'partial' | 'no';
  /** What would make it (more) complete, as `table.field` or alternatives `a|b`. */
  readonly missing: readonly string[];
};

export type CapabilityId =
  | 'overview'
  | 'customer-list'
  | 'customer-360'
  | 'segmentation'
  | 'customer-value'
  | 'churn'
  | 'cross-sell'
  | 'credit-scorecard'
  | 'money-laundering'
  | 'performance'
  | 'campaigns';

type Need = {
  readonly id: CapabilityId;
  readonly must: readonly string[];
  readonly better: readonly string[];
};

const who =
  'transaction.customer_id|transaction.account_id|account.customer_id|customer.customer_id|holder.customer_id';

/** data.md §2: what each page must have and what makes it better. Alternatives are separated by `|`. */
const needs: readonly Need[] = [
  {
    id: 'overview',
    must: [
      who,
      'transaction.amount|transaction.debit_amount|balance.balance|account.balance',
      'transaction.txn_date|balance.month|account.open_date',
    ],
    better: [
      'balance.balance|account.balance|transaction.balance_after',
      'transaction.dc_flag|transaction.credit_amount',
    ],
  },
  { id: 'customer-list', must: [who], better: ['customer.customer_id'] },
  { id: 'customer-360', must: [who], better: ['customer.customer_id', 'transaction.txn_date'] },
  {
    id: 'segmentation',
    must: [who, 'transaction.amount|transaction.debit_amount|balance.balance|account.balance'],
    better: ['balance.balance|account.balance|transaction.balance_after'],
  },
  {
    id: 'customer-value',
    must: [who, 'transaction.txn_date', 'transaction.amount|transaction.debit_amount'],
    better: ['account.ftp_rate', 'account.rate'],
  },
  {
    id: 'churn',
    must: ['transaction.txn_date|account.close_date'],
    better: ['account.open_date|customer.open_date', 'service.created'],
  },
  {
    id: 'cross-sell',
    must: ['account.product_code|account.product_type|holding.product|balance.product_code'],
    better: ['account.open_date'],
  },
  {
    id: 'credit-scorecard',
    must: ['loan.bad_flag'],
    better: ['loan.score', 'loan.application_date'],
  },
  {
    id: 'money-laundering',
    must: ['transaction.counterparty_acct', 'transaction.amount', 'transaction.txn_date'],
    better: ['transaction.txn_time', 'transaction.channel', 'transaction.country'],
  },
  {
    id: 'performance',
    must: [
      'customer.branch_id|customer.rm_id|customer.region_id|account.branch_id|account.product_code|transaction.channel',
    ],
    better: ['target.value', 'unit_cost.cost'],
  },
  {
    id: 'campaigns',
    must: [who],
    better: ['response.sent', 'response.responded', 'response.group'],
  },
];

/** What a set of fields (`transaction.amount` …) makes possible. */
export function capabilitiesOf(fields: ReadonlySet<string>): readonly Capability[] {
  const has = (alternatives: string) => alternatives.split('|').some((name) => fields.has(name));
  return needs.map(({ id, must, better }) => {
    const missing = must.filter((name) => !has(name));
    if (missing.length > 0) return { id, level: 'no', missing };
    const wanted = better.filter((name) => !has(name));
    return { id, level: wanted.length > 0 ? 'partial' : 'yes', missing: wanted };
  });
}
