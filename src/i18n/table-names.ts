import type { Locale } from './locale';

const names: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  customer: { en: 'Customers', zh: '客户表' },
  account: { en: 'Accounts', zh: '账户表' },
  holder: { en: 'Holders', zh: '持有人表' },
  transaction: { en: 'Transactions', zh: '交易表' },
  balance: { en: 'Balances', zh: '余额表' },
  loan: { en: 'Loans', zh: '贷款表' },
  card: { en: 'Cards', zh: '银行卡表' },
  holding: { en: 'Holdings', zh: '持有产品表' },
  standing_order: { en: 'Standing orders', zh: '定期转账表' },
  branch: { en: 'Branches', zh: '机构表' },
  manager: { en: 'Managers', zh: '客户经理表' },
  region: { en: 'Regions', zh: '地区表' },
  product: { en: 'Products', zh: '产品表' },
  campaign: { en: 'Campaigns', zh: '营销活动表' },
  response: { en: 'Responses', zh: '营销响应表' },
  service: { en: 'Service cases', zh: '服务工单表' },
  survey: { en: 'Surveys', zh: '问卷表' },
  contact: { en: 'Contacts', zh: '联系记录表' },
  event: { en: 'Events', zh: '事件表' },
  household: { en: 'Households', zh: '家庭与集团表' },
  target: { en: 'Targets', zh: '目标表' },
  exchange_rate: { en: 'Exchange rates', zh: '汇率表' },
  ftp_curve: { en: 'Transfer prices', zh: '内部转移定价表' },
  unit_cost: { en: 'Unit costs', zh: '单位成本表' },
  capital: { en: 'Capital', zh: '资本表' },
  code_list: { en: 'Code lists', zh: '代码表' },
};

/** A table (or the table of `table.column`) in the reader's words; a table of the bank's own keeps its name. */
export function tableName(table: string, locale: Locale): string {
  return names[table.split('.')[0] ?? table]?.[locale] ?? table;
}
