/** A column that refers to the key of another table. */
export type Link = {
  readonly from: { readonly table: string; readonly field: string };
  readonly to: { readonly table: string; readonly field: string };
};

const link = (from: string, to: string): Link => {
  const [fromTable = '', fromField = ''] = from.split('.');
  const [toTable = '', toField = ''] = to.split('.');
  return { from: { table: fromTable, field: fromField }, to: { table: toTable, field: toField } };
};

const toCustomer = 'customer.customer_id';
const toAccount = 'account.account_id';

/** How the canonical tables hang together. Each link is made where both sides are there. */
export const links: readonly Link[] = [
  ...['account', 'holder', 'transaction', 'balance', 'loan', 'card', 'holding', 'service', 'response'].map(
    (table) => link(`${table}.customer_id`, toCustomer),
  ),
  ...['survey', 'contact', 'event', 'household'].map((table) => link(`${table}.customer_id`, toCustomer)),
  ...['holder', 'transaction', 'balance', 'loan', 'card', 'standing_order'].map((table) =>
    link(`${table}.account_id`, toAccount),
  ),
  link('card.holder_id', 'holder.holder_id'),
  link('customer.rm_id', 'manager.rm_id'),
  link('contact.rm_id', 'manager.rm_id'),
  link('customer.branch_id', 'branch.branch_id'),
  link('account.branch_id', 'branch.branch_id'),
  link('manager.branch', 'branch.branch_id'),
  link('branch.parent', 'branch.branch_id'),
  link('customer.region_id', 'region.region_id'),
  link('account.region_id', 'region.region_id'),
  link('response.campaign_id', 'campaign.campaign_id'),
];

export const linkText = (one: Link): { from: string; to: string } => ({
  from: `${one.from.table}.${one.from.field}`,
  to: `${one.to.table}.${one.to.field}`,
});
