import { sharedMessages } from './shared.messages';
import type { Locale } from './locale';
import { defineMessages, translator, type Messages } from './translate';

/** Names of the codes of `model/codes.ts`, by list. */
const codeNames = {
  direction: defineMessages({
    credit: { en: 'In', zh: '转入' },
    debit: { en: 'Out', zh: '转出' },
  }),
  'holder-role': defineMessages({
    owner: { en: 'Owner', zh: '户主' },
    joint: { en: 'Joint holder', zh: '联名持有人' },
    authorised: { en: 'Authorised user', zh: '授权人' },
  }),
  channel: defineMessages({
    counter: { en: 'Counter', zh: '柜面' },
    atm: { en: 'ATM', zh: '自助设备' },
    pos: { en: 'Card terminal', zh: '刷卡（POS）' },
    web: { en: 'Internet bank', zh: '网上银行' },
    mobile: { en: 'Mobile bank', zh: '手机银行' },
    third_party: { en: 'Third-party payment', zh: '第三方支付' },
    phone: { en: 'Telephone', zh: '电话银行' },
    system: { en: 'System', zh: '系统' },
  }),
  'transaction-type': defineMessages({
    salary: { en: 'Salary', zh: '代发工资' },
    transfer_in: { en: 'Transfer in', zh: '转入' },
    transfer_out: { en: 'Transfer out', zh: '转出' },
    card_spend: { en: 'Card spend', zh: '消费' },
    cash_deposit: { en: 'Cash deposit', zh: '存现' },
    cash_withdrawal: { en: 'Cash withdrawal', zh: '取现' },
    bill_payment: { en: 'Bill payment', zh: '缴费' },
    loan_repayment: { en: 'Loan repayment', zh: '贷款还款' },
    investment_buy: { en: 'Investment purchase', zh: '申购' },
    investment_redeem: { en: 'Investment redemption', zh: '赎回' },
    interest: { en: 'Interest', zh: '利息' },
    fee: { en: 'Fee', zh: '手续费' },
  }),
  product: defineMessages({
    current: { en: 'Current account', zh: '活期存款' },
    savings: { en: 'Savings', zh: '储蓄存款' },
    term_deposit: { en: 'Term deposit', zh: '定期存款' },
    wealth: { en: 'Wealth product', zh: '理财' },
    fund: { en: 'Fund', zh: '基金' },
    insurance: { en: 'Insurance', zh: '保险' },
    credit_card: { en: 'Credit card', zh: '信用卡' },
    mortgage: { en: 'Mortgage', zh: '住房贷款' },
    consumer_loan: { en: 'Consumer loan', zh: '消费贷款' },
    corporate_loan: { en: 'Corporate loan', zh: '对公贷款' },
    unspecified: { en: 'All products', zh: '全部产品' },
  }),
  'customer-type': defineMessages({
    personal: { en: 'Personal', zh: '个人' },
    corporate: { en: 'Corporate', zh: '对公' },
  }),
  gender: defineMessages({
    male: { en: 'Male', zh: '男' },
    female: { en: 'Female', zh: '女' },
    unknown: { en: 'Not stated', zh: '未说明' },
  }),
  currency: defineMessages({
    CNY: { en: 'Chinese yuan', zh: '人民币' },
    USD: { en: 'US dollar', zh: '美元' },
    EUR: { en: 'Euro', zh: '欧元' },
    HKD: { en: 'Hong Kong dollar', zh: '港元' },
    JPY: { en: 'Japanese yen', zh: '日元' },
    GBP: { en: 'Pound sterling', zh: '英镑' },
    AUD: { en: 'Australian dollar', zh: '澳元' },
    CZK: { en: 'Czech koruna', zh: '捷克克朗' },
    CHF: { en: 'Swiss franc', zh: '瑞士法郎' },
    SGD: { en: 'Singapore dollar', zh: '新加坡元' },
  }),
  'account-status': defineMessages({
    active: { en: 'Active', zh: '正常' },
    open: { en: 'Open', zh: '正常' },
    dormant: { en: 'Dormant', zh: '睡眠户' },
    frozen: { en: 'Frozen', zh: '冻结' },
    closed: { en: 'Closed', zh: '销户' },
  }),
  'rfm-group': defineMessages({
    champions: { en: 'Champions', zh: '核心客户' },
    loyal: { en: 'Loyal', zh: '忠诚客户' },
    potential: { en: 'Potential loyalists', zh: '潜力客户' },
    new: { en: 'New', zh: '新客户' },
    promising: { en: 'Promising', zh: '可培育客户' },
    'need-attention': { en: 'Need attention', zh: '需关注客户' },
    'about-to-sleep': { en: 'About to sleep', zh: '即将沉睡' },
    'cant-lose': { en: 'Can’t lose', zh: '不可流失' },
    'at-risk': { en: 'At risk', zh: '流失预警' },
    hibernating: { en: 'Hibernating', zh: '沉睡客户' },
    lost: { en: 'Lost', zh: '流失客户' },
  }),
  'rfm-cell': defineMessages({
    'key-value': { en: 'Key: keep close', zh: '重要价值客户' },
    'key-develop': { en: 'Key: develop', zh: '重要发展客户' },
    'key-retain': { en: 'Key: retain', zh: '重要保持客户' },
    'key-win-back': { en: 'Key: win back', zh: '重要挽留客户' },
    'general-value': { en: 'General: keep close', zh: '一般价值客户' },
    'general-develop': { en: 'General: develop', zh: '一般发展客户' },
    'general-retain': { en: 'General: retain', zh: '一般保持客户' },
    'general-win-back': { en: 'General: win back', zh: '一般挽留客户' },
  }),
  'value-tier': defineMessages({
    A: { en: 'Class A', zh: 'A 类' },
    B: { en: 'Class B', zh: 'B 类' },
    C: { en: 'Class C', zh: 'C 类' },
    platinum: { en: 'Platinum', zh: '铂金层' },
    gold: { en: 'Gold', zh: '黄金层' },
    iron: { en: 'Iron', zh: '铁层' },
    lead: { en: 'Lead', zh: '铅层' },
    vip: { en: 'Top 1%', zh: '顶级客户' },
    main: { en: 'Main', zh: '主要客户' },
    ordinary: { en: 'Ordinary', zh: '普通客户' },
    small: { en: 'Small', zh: '小客户' },
  }),
} as const;

export type NamedCodeList = keyof typeof codeNames;

/** The lists whose codes have names; tests compare them with `model/codes.ts`. */
export const namedCodes: Readonly<Record<NamedCodeList, readonly string[]>> = Object.fromEntries(
  Object.entries(codeNames).map(([list, messages]) => [list, Object.keys(messages)]),
) as Record<NamedCodeList, string[]>;

/** Fields whose values are codes of a list. */
const listOfField: Readonly<Record<string, NamedCodeList>> = {
  dc_flag: 'direction',
  role: 'holder-role',
  channel: 'channel',
  transaction_type: 'transaction-type',
  product: 'product',
  product_code: 'product',
  product_type: 'product',
  family: 'product',
  gender: 'gender',
  currency: 'currency',
  status: 'account-status',
  rfmGroup: 'rfm-group',
  rfmCell: 'rfm-cell',
  abcClass: 'value-tier',
  valueTier: 'value-tier',
};

const isList = (name: string): name is NamedCodeList => Object.hasOwn(codeNames, name);

/**
 * The name of a code in the reader's language. `list` is a list of codes (`customer-type`) or a field that holds its
 * codes (`product_code`). A code without a name stands for itself: that is what the bank wrote. Null is "unknown".
 */
export function codeLabel(list: string, code: string | null, locale: Locale): string {
  if (code === null || code === '') return translator(sharedMessages, locale)('label.unknown');
  const name = isList(list) ? list : Object.hasOwn(listOfField, list) ? listOfField[list] : undefined;
  if (name === undefined) return code;
  const messages: Messages = codeNames[name];
  return Object.hasOwn(messages, code) ? translator(messages, locale)(code) : code;
}
