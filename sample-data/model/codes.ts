/** Transaction types by the number under which the model keeps them. */
export const transactionTypes = [
  'salary',
  'transfer_in',
  'transfer_out',
  'card_spend',
  'cash_deposit',
  'cash_withdrawal',
  'bill_payment',
  'loan_repayment',
  'investment_buy',
  'investment_redeem',
  'interest',
  'fee',
] as const;
export type TransactionType = (typeof transactionTypes)[number];

export const channels = ['counter', 'atm', 'pos', 'web', 'mobile', 'third_party', 'phone', 'system'] as const;
export type Channel = (typeof channels)[number];

/** Products: those that count as assets under management come first. */
export const products = [
  { code: 'current', name: '活期存款', nameEn: 'Current account' },
  { code: 'savings', name: '储蓄存款', nameEn: 'Savings' },
  { code: 'term_deposit', name: '定期存款', nameEn: 'Term deposit' },
  { code: 'wealth', name: '理财产品', nameEn: 'Wealth product' },
  { code: 'fund', name: '公募基金', nameEn: 'Fund' },
  { code: 'insurance', name: '代理保险', nameEn: 'Insurance' },
  { code: 'credit_card', name: '信用卡', nameEn: 'Credit card' },
  { code: 'mortgage', name: '住房贷款', nameEn: 'Mortgage' },
  { code: 'consumer_loan', name: '消费贷款', nameEn: 'Consumer loan' },
  { code: 'corporate_loan', name: '对公贷款', nameEn: 'Corporate loan' },
] as const;
export type ProductCode = (typeof products)[number]['code'];

const indexIn = <T extends string>(list: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(list.map((code, index) => [code, index])) as Record<T, number>;

export const TYPE = indexIn(transactionTypes);
export const CHANNEL = indexIn(channels);
export const PRODUCT = indexIn(products.map((product) => product.code));

export const PRODUCT_COUNT = products.length;
/** Products 0 … this − 1 are assets of the customer, the others are owed. */
export const ASSET_COUNT = 6;
