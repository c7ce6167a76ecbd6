/**
 * Everything that reading files, building the star and answering a question may assume or warn of, with the values that
 * its sentence names. Pages and reports translate each.
 */
export const assumptionCodes = [
  /** No file of customers: one per distinct id. {customers} */
  'customers.from-ids',
  /** No file of accounts: one per distinct id. {accounts} */
  'accounts.from-ids',
  /** Several rows with one id: the last was kept. {table, field, rows} */
  'rows.repeated-id',
  /** The same, but the first was kept: somebody wanted it so. {table, field, rows} */
  'rows.repeated-id-first',
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
  /** Days written as serial numbers of Excel, counted from 1900 or 1904. {file, column, system} */
  'date.serial',
  /** The unit of a column of rates follows from its values. {file, column, unit} */
  'rate.unit',
  /** Masked ids may stand for several things: nothing is joined by them. {table, field, rows} */
  'ids.masked',
  /** Ids of which Excel lost the last digits: nothing is joined by them. {table, field, rows} */
  'ids.damaged',
  /** References that find their row once zeros at the front are put back. {from, to, rows, digits} */
  'link.leading-zeros',
  /** Rows that an earlier file has already, in every column. {table, rows} */
  'rows.repeated-row',
  /** Days more than a year after the day of the import. {table, field, rows} */
  'date.future',
  /** Balances that move against the directions of the bookings. {rows, of} */
  'direction.against-balances',
  /** Amounts in other currencies, converted by the rate of their day. {table, base, others, rows} */
  'currency.converted',
  /** A total that the file states and its rows do not add up to. {file, column, line, stated, found} */
  'total.differs',
  /** A person had the loaded data put right. {repair, table, field, rows} */
  'data.repaired',
  /** Rows that refer to something no file has. {from, to, rows} */
  'link.orphans',
  /** A control file says as many rows as were read. {control, file, rows} */
  'control.rows-agree',
  /** A control file says another number of rows. {control, file, rows, expected} */
  'control.rows-differ',
  /** A control file does not say how many rows there are. {control, file} */
  'control.unread',
  /** A filter names values that the data do not have. {field, values, count} */
  'filter.unknown-values',
  /** A filter names a field that the data do not have; it restricts nothing. {field} */
  'filter.unknown-field',
  /** A period, comparison or path that cannot be read; it restricts nothing. {field, value} */
  'filter.unreadable',
  /** A filter that this measure does not carry and therefore ignores. {field, metric} */
  'filter.not-carried',
  /** The measure cannot be split this way. {metric, by} */
  'breakdown.not-carried',
  /** The data do not reach over the period asked for. {from, to, first, last} */
  'period.not-in-data',
  /** The last month of the period is not complete. {month, day} */
  'period.partial-month',
  /** The data do not reach back over the whole comparison period. {from, to, first} */
  'comparison.not-in-data',
  /** A comparison with targets, without a table of targets. {} */
  'comparison.no-targets',
  /** All of the data has nothing before it to compare with. {} */
  'comparison.whole-data',
  /** No balances at the end of the wanted month: those of another month are used. {wanted, used} */
  'balance.other-month',
  /** No balances, so no assets under management. {} */
  'data.no-balances',
  /** No transactions. {} */
  'data.no-transactions',
  /** No accounts. {} */
  'data.no-accounts',
  /** No customer has that number. {} */
  'customer.unknown',
  /** No transaction has that number. {} */
  'transaction.unknown',
  /** A model was asked for until a day after the data. {asked, used} */
  'btyd.calibration-cut',
  /** A buy-till-you-die model of a bank's transactions, which are no purchases; the usual gap between them. {days} */
  'btyd.raw-transactions',
  /** Fewer customers who came back than such a model needs. {customers, needed} */
  'btyd.few-repeat-customers',
  /** BG/NBD takes everybody with a single event for a customer still. {model, customers} */
  'btyd.certain-alive',
  /** The likelihood had no highest place without a penalty. {penalty} */
  'btyd.penalty',
  /** Accounts with balances whose rate or transfer price is not known: they contribute nothing. {accounts} */
  'contribution.accounts-left-out',
] as const;

export type AssumptionCode = (typeof assumptionCodes)[number];
