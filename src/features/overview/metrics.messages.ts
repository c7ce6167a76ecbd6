import { defineMessages } from '../../i18n/translate';

/** Names and definitions of the metrics of the registry. */
export const metricMessages = defineMessages({
  'metric.customers': { en: 'Customers', zh: '客户数' },
  'metric.customers.definition': {
    en: 'Customers chosen by the filters. The period removes nobody; under a product or channel filter a customer counts if a transaction, balance or account remains.',
    zh: '筛选范围内的客户。期间本身不剔除客户；选择产品或渠道后，仍有交易、余额或账户的客户才计入。',
  },
  'metric.accounts': { en: 'Accounts', zh: '账户数' },
  'metric.accounts.definition': {
    en: 'Accounts of these customers that were open on some day of the period. Each counts for its owner.',
    zh: '上述客户在期间内曾处于开立状态的账户，归户主计算。',
  },
  'metric.transactions': { en: 'Transactions', zh: '交易笔数' },
  'metric.transactions.definition': {
    en: 'Transactions booked in the period.',
    zh: '期间内记账的交易笔数。',
  },
  'metric.active': { en: 'Active customers', zh: '活跃客户数' },
  'metric.active.definition': {
    en: 'Customers with at least one transaction in the period.',
    zh: '期间内至少有一笔交易的客户。',
  },
  'metric.aum': { en: 'AUM', zh: '管理资产（AUM）' },
  'metric.aum.definition': {
    en: 'Month-end balances of deposits, wealth products, funds and insurance at the end of the period. Loans and cards are left out; channel filters do not change it.',
    zh: '期末月末时点的存款、理财、基金与保险余额合计，不含贷款与信用卡；不受渠道筛选影响。',
  },
  'metric.inflow': { en: 'Inflow', zh: '资金流入' },
  'metric.inflow.definition': {
    en: 'Money that came in through transactions in the period.',
    zh: '期间内交易的收入金额合计。',
  },
  'metric.volume': { en: 'Transaction volume', zh: '交易金额' },
  'metric.volume.definition': {
    en: 'Sum of all amounts in the period. The data do not say which came in and which went out.',
    zh: '期间内全部交易金额合计。数据未区分收支方向。',
  },
  'metric.outflow': { en: 'Outflow', zh: '资金流出' },
  'metric.outflow.definition': {
    en: 'Money that went out through transactions in the period, as a positive number.',
    zh: '期间内交易的支出金额合计，以正数表示。',
  },
  'metric.netflow': { en: 'Net flow', zh: '资金净流入' },
  'metric.netflow.definition': { en: 'Inflow less outflow.', zh: '资金流入减资金流出。' },
  'metric.products': { en: 'Products per customer', zh: '户均产品数' },
  'metric.products.definition': {
    en: 'Distinct products in open accounts at the end of the period, per customer who holds any.',
    zh: '期末未销户账户中不同产品的数量，按持有产品的客户平均。',
  },
});

export type MetricKey = keyof typeof metricMessages;
