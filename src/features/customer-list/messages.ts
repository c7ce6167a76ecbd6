import { defineMessages } from '../../i18n/translate';

export const listMessages = defineMessages({
  title: { en: 'Customers', zh: '客户' },
  lead: {
    en: { one: '{n} customer in scope.', other: '{n} customers in scope.' },
    zh: '当前范围共 {n} 名客户。',
  },
  'lead.assets': {
    en: {
      one: '{n} customer in scope, holding {aum}.',
      other: '{n} customers in scope, holding {aum} together.',
    },
    zh: '当前范围共 {n} 名客户，合计管理资产 {aum}。',
  },
  'lead.volume': {
    en: {
      one: '{n} customer in scope; {volume} came in.',
      other: '{n} customers in scope; {volume} came in.',
    },
    zh: '当前范围共 {n} 名客户，流入 {volume}。',
  },
  search: { en: 'Search number or name', zh: '搜索客户号或名称' },
  'search.none': {
    en: 'No customer’s number or name contains “{text}”.',
    zh: '没有客户号或名称包含“{text}”的客户。',
  },
  'search.clear': { en: 'Clear the search', zh: '清除搜索' },
  columns: { en: 'Columns', zh: '列' },
  export: { en: 'Export CSV', zh: '导出 CSV' },
  exporting: { en: 'Writing {n} rows', zh: '正在写出 {n} 行' },
  exported: {
    en: 'Exported {n} customers. Personal data are masked.',
    zh: '已导出 {n} 名客户，个人信息已脱敏。',
  },
  'exported.plain': {
    en: 'Exported {n} customers with personal data.',
    zh: '已导出 {n} 名客户，含个人信息。',
  },

  table: { en: 'Customers in scope', zh: '当前范围的客户' },
  footer: { en: '{period} · as of {date}', zh: '{period} · 截至 {date}' },
  total: { en: 'Total', zh: '合计' },
  open: { en: 'Open customer {id}', zh: '打开客户 {id}' },
  'column.customerId': { en: 'Customer', zh: '客户号' },
  'column.name': { en: 'Name', zh: '名称' },
  'column.type': { en: 'Type', zh: '类型' },
  'column.branch': { en: 'Branch', zh: '支行' },
  'column.manager': { en: 'Manager', zh: '客户经理' },
  'column.aum': { en: 'AUM', zh: '管理资产' },
  'column.aumComparison': { en: 'Change', zh: '变动' },
  'column.inflow': { en: 'Inflow', zh: '流入' },
  'column.volume': { en: 'Volume', zh: '交易额' },
  'column.outflow': { en: 'Outflow', zh: '流出' },
  'column.transactions': { en: 'Transactions', zh: '交易笔数' },
  'column.lastTransaction': { en: 'Last transaction', zh: '最近交易' },
  'column.products': { en: 'Products', zh: '产品数' },
  'column.churnRisk': { en: 'Churn risk', zh: '流失风险' },
  'column.silenceRatio': { en: 'Silence, own gaps', zh: '沉默倍数' },
  'column.probabilityAlive': { en: 'Still buying', zh: '仍在购买概率' },
  'column.expectedEvents': { en: 'Purchases to come', zh: '预计购买次数' },
  'column.moneySoFar': { en: 'Money so far', zh: '累计金额' },
  'column.monthsSinceLastTransaction': { en: 'Months quiet', zh: '未交易月数' },
  'column.rfmGroup': { en: 'RFM group', zh: 'RFM 客群' },
  'column.rfmCell': { en: 'RFM cell', zh: 'RFM 八类' },
  'column.rfmGrid': { en: 'R.F', zh: 'R.F' },
  'column.recencyScore': { en: 'Recency', zh: '近度' },
  'column.frequencyScore': { en: 'Frequency', zh: '频度' },
  'column.moneyScore': { en: 'Money', zh: '金额' },
  'column.abcClass': { en: 'Class', zh: '价值分类' },
  'column.valueTier': { en: 'Tier', zh: '价值层级' },
});

export type ListKey = keyof typeof listMessages;
