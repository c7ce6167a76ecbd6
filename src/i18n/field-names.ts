import type { Locale } from './locale';

type Both = Readonly<Record<Locale, string>>;

/** Dimensions, attributes and parts of a link that filters and breakdowns speak of. */
const fields: Readonly<Record<string, Both>> = {
  p: { en: 'Period', zh: '期间' },
  c: { en: 'Comparison', zh: '对比' },
  asof: { en: 'As-of date', zh: '截止日期' },
  org: { en: 'Organisation', zh: '机构' },
  seg: { en: 'Segment', zh: '客群' },
  prod: { en: 'Product', zh: '产品' },
  ch: { en: 'Channel', zh: '渠道' },
  branch: { en: 'Branch', zh: '支行' },
  manager: { en: 'Relationship manager', zh: '客户经理' },
  customer: { en: 'Customer', zh: '客户' },
  product: { en: 'Product', zh: '产品' },
  channel: { en: 'Channel', zh: '渠道' },
  type: { en: 'Transaction type', zh: '交易类型' },
  direction: { en: 'Direction', zh: '收付方向' },
  month: { en: 'Month', zh: '月份' },
  age: { en: 'Age', zh: '年龄' },
  tenure_years: { en: 'Years as a customer', zh: '客龄（年）' },
  gender: { en: 'Gender', zh: '性别' },
  city: { en: 'City', zh: '城市' },
  district: { en: 'District', zh: '地区' },
  region: { en: 'Region', zh: '地区' },
  tier: { en: 'Tier', zh: '客户等级' },
  occupation: { en: 'Occupation', zh: '职业' },
  education: { en: 'Education', zh: '学历' },
  industry: { en: 'Industry', zh: '行业' },
  marital: { en: 'Marital status', zh: '婚姻状况' },
  risk_level: { en: 'Risk tolerance', zh: '风险等级' },
  rating: { en: 'Credit rating', zh: '信用等级' },
  monthsSinceLastTransaction: { en: 'Months since last transaction', zh: '距上次交易月数' },
  rfmGroup: { en: 'RFM group', zh: 'RFM 客群' },
  rfmCell: { en: 'RFM cell', zh: 'RFM 八类' },
  rfmGrid: { en: 'Recency and frequency', zh: '近度与频度' },
  recencyScore: { en: 'Recency score', zh: '近度得分' },
  frequencyScore: { en: 'Frequency score', zh: '频度得分' },
  moneyScore: { en: 'Money score', zh: '金额得分' },
  abcClass: { en: 'Value class', zh: '价值分类' },
  valueTier: { en: 'Value tier', zh: '价值层级' },
  churnRisk: { en: 'Churn risk', zh: '流失风险' },
  silenceRatio: { en: 'Silence in own rhythms', zh: '沉默时长（倍于自身节奏）' },
  is_payroll: { en: 'Salary paid here', zh: '代发标志' },
};

const metrics: Readonly<Record<string, Both>> = {
  customers: { en: 'Customers', zh: '客户数' },
  active: { en: 'Active customers', zh: '活跃客户数' },
  accounts: { en: 'Accounts', zh: '账户数' },
  transactions: { en: 'Transactions', zh: '交易笔数' },
  products: { en: 'Products per customer', zh: '户均产品数' },
  aum: { en: 'AUM', zh: '管理资产（AUM）' },
  balance: { en: 'Balance', zh: '余额' },
  inflow: { en: 'Inflow', zh: '流入' },
  outflow: { en: 'Outflow', zh: '流出' },
  netflow: { en: 'Net flow', zh: '净流入' },
};

const nameIn = (names: Readonly<Record<string, Both>>, id: string, locale: Locale): string =>
  Object.hasOwn(names, id) ? (names[id]?.[locale] ?? id) : id;

/** A field in the reader's words; a column of the bank's own keeps its name. */
export function fieldName(field: string, locale: Locale): string {
  return nameIn(fields, field.replace(/^customer[._]type$/, 'type').replace(/^customer\./, ''), locale);
}

/** A metric in the reader's words. */
export function metricName(metric: string, locale: Locale): string {
  return nameIn(metrics, metric, locale);
}
