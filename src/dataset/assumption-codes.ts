/**
 * Everything that reading files and building the star may assume, with the values that its sentence names. Pages and
 * reports translate each.
 */
export const assumptionCodes = [
  /** No file of customers: one per distinct id. {customers} */
  'customers.from-ids',
  /** No file of accounts: one per distinct id. {accounts} */
  'accounts.from-ids',
  /** Several rows with one id: the last was kept. {table, field, rows} */
  'rows.repeated-id',
  /** Accounts whose holders have no owner among them: the first holder counts. {accounts} */
  'owner.first-holder',
  /** Amounts without any direction: all count as activity coming in. {rows} */
  'direction.all-inflow',
  /** Rows whose direction code is not known: their amount is not known either. {rows} */
  'direction.unknown',
  /** Direction codes that are not known. {file, column, values} */
  'direction.unknown-values',
  /** No branches in the files: each region stands in for one. {regions} */
  'organisation.region-as-branch',
  /** No products in the files: everything is one product. {} */
  'product.unspecified',
  /** Month-end balances follow from balances after bookings. {rows, daysByContinuity, daysByFileOrder} */
  'balance.rebuilt',
  /** The accounts' own balance counts as that at the end of the month. {accounts, month} */
  'balance.snapshot-month',
  /** Amounts in other currencies are left out of sums. {table, base, others, rows} */
  'currency.several',
  /** Birth dates and genders were read from birth numbers. {customers} */
  'customer.birth-number',
  /** Rows that refer to something no file has. {from, to, rows} */
  'link.orphans',
] as const;

export type AssumptionCode = (typeof assumptionCodes)[number];
