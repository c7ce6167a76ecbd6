import { defineMessages } from '../../i18n/translate';
import { customerNames } from './names.messages';

export const customerMessages = defineMessages({
  ...customerNames,
  'title.of': { en: 'Customer {id}', zh: '客户 {id}' },

  'head.since': { en: 'customer since {date}', zh: '{date}起为客户' },
  'head.last': { en: 'last transaction {date}', zh: '最近交易 {date}' },
  'head.no-transactions': { en: 'no transactions', zh: '无交易' },
  'head.position': { en: '{n} of {total}', zh: '{n} / {total}' },
  'head.previous': { en: 'Previous customer', zh: '上一位客户' },
  'head.next': { en: 'Next customer', zh: '下一位客户' },
  'head.masked': { en: 'Show personal data', zh: '显示个人信息' },
  'head.unmasked': { en: 'Mask personal data', zh: '隐藏个人信息' },

  'lead.assets-up': { en: 'Assets rose {size} to {value}', zh: '管理资产增长 {size}，达 {value}' },
  'lead.assets-down': { en: 'Assets fell {size} to {value}', zh: '管理资产下降 {size}，至 {value}' },
  'lead.assets-same': { en: 'Assets held at {value}', zh: '管理资产基本持平，为 {value}' },
  'lead.assets': { en: 'Assets are {value}', zh: '管理资产为 {value}' },
  'lead.no-assets': { en: 'No balances are known', zh: '无余额数据' },
  'lead.net-in': { en: '; {value} more came in than went out.', zh: '，资金净流入 {value}。' },
  'lead.net-out': { en: '; {value} more went out than came in.', zh: '，资金净流出 {value}。' },
  'lead.quiet': { en: '; no money moved in the period.', zh: '，期内无资金往来。' },
  'lead.moved': { en: '; {value} moved in the period.', zh: '，期内交易额 {value}。' },
  'lead.end': { en: '.', zh: '。' },

  'tile.aum': { en: 'AUM', zh: '管理资产（AUM）' },
  'tile.inflow': { en: 'Inflow', zh: '流入' },
  'tile.outflow': { en: 'Outflow', zh: '流出' },
  'tile.netflow': { en: 'Net flow', zh: '净流入' },
  'tile.transactions': { en: 'Transactions', zh: '交易笔数' },
  'tile.products': { en: 'Products held', zh: '持有产品' },
  'tile.products-value': { en: '{held} of {of}', zh: '{held} / {of}' },
  'tile.peers': { en: 'above {share} of peers', zh: '高于 {share} 的同类客户' },
  'tile.peers-type': { en: 'Peers: {n} {type} customers.', zh: '同类客户：{n} 名{type}客户。' },
  'tile.peers-all': { en: 'Peers: {n} customers.', zh: '同类客户：全部 {n} 名。' },
  'tile.versus': { en: 'vs {range}', zh: '较{range}' },
  'tile.period': { en: '{period}', zh: '{period}' },
  'tile.earlier': { en: '{value} before', zh: '上期 {value}' },
  'definition.aum': {
    en: 'Balances of deposits, wealth products, funds and insurance at the end of the period. Loans and cards are not counted.',
    zh: '期末存款、理财、基金与保险余额之和，不含贷款与信用卡。',
  },
  'definition.inflow': {
    en: 'Sum of the money that came into own accounts in the period.',
    zh: '期内转入本人账户的金额合计。',
  },
  'definition.outflow': {
    en: 'Sum of the money that left own accounts in the period.',
    zh: '期内转出本人账户的金额合计。',
  },
  'definition.netflow': { en: 'Inflow less outflow of the period.', zh: '期内流入减流出。' },
  'definition.transactions': {
    en: 'Bookings on own accounts in the period.',
    zh: '期内本人账户的记账笔数。',
  },
  'definition.products': {
    en: 'Different products held at the end of the period, of all products that the bank has.',
    zh: '期末持有的产品种类数，以及全行产品种类数。',
  },

  footer: { en: 'as of {date}', zh: '截至 {date}' },
  'footer.accounts': {
    en: { one: '{n} account · as of {date}', other: '{n} accounts · as of {date}' },
    zh: '{n} 个账户 · 截至 {date}',
  },

  'c1.title': { en: 'Balance went from {from} to {to}', zh: '余额由 {from}变为 {to}' },
  'c1.subtitle': {
    en: 'Month-end balance by product',
    zh: '各产品月末余额',
  },
  'c1.other': { en: 'Other products', zh: '其他产品' },
  'c1.needs': {
    en: 'This card needs balances: a balance column of accounts, or the balance after each transaction.',
    zh: '此卡片需要余额数据：账户余额列，或每笔交易后的余额。',
  },

  'c3.title': {
    en: 'More came in than went out in {n} of {months} months',
    zh: '{months} 个月中有 {n} 个月净流入',
  },
  'c3.title-all': {
    en: { one: '{value} moved in one month', other: '{value} moved in {n} months' },
    zh: '{n} 个月共发生 {value}',
  },
  'c3.subtitle': {
    en: 'In above, out below, dot = net',
    zh: '上为流入，下为流出，圆点为净额',
  },
  'c3.subtitle-all': {
    en: 'Transaction volume by month',
    zh: '按月交易额',
  },
  'c3.in': { en: 'Inflow', zh: '流入' },
  'c3.out': { en: 'Outflow', zh: '流出' },
  'c3.net': { en: 'Net', zh: '净额' },
  'c3.month': { en: 'Month', zh: '月份' },
  'c3.needs': {
    en: 'This card needs transactions with a date and an amount.',
    zh: '此卡片需要含日期与金额的交易数据。',
  },

  'c6.title': {
    en: { one: '{n} account, {own} owned', other: '{n} accounts, {own} owned' },
    zh: '{n} 个账户，其中本人持有 {own} 个',
  },
  'c6.subtitle': {
    en: 'Accounts and roles',
    zh: '账户与持有角色',
  },
  'c6.owner': { en: 'amounts belong to the owner', zh: '金额归户主' },
  'c6.account': { en: 'Account', zh: '账户' },
  'c6.product': { en: 'Product', zh: '产品' },
  'c6.role': { en: 'Role', zh: '角色' },
  'c6.opened': { en: 'Opened', zh: '开户' },
  'c6.closed': { en: 'Closed', zh: '销户' },
  'c6.status': { en: 'Status', zh: '状态' },
  'c6.balance': { en: 'Balance', zh: '余额' },
  'c6.needs': { en: 'This card needs a table of accounts.', zh: '此卡片需要账户表。' },

  'c9.title': { en: { one: '{n} transaction', other: '{n} transactions' }, zh: '{n} 笔交易' },
  'c9.subtitle': {
    en: '{period} · in {inflow}, out {outflow}',
    zh: '{period} · 流入 {inflow}，流出 {outflow}',
  },
  'c9.subtitle-all': { en: 'Volume {inflow} · as of {date}', zh: '交易额 {inflow} · 截至 {date}' },
  'c9.search': { en: 'Search summary, counterparty, number', zh: '搜索摘要、对手方、流水号' },
  'c9.date': { en: 'Date', zh: '日期' },
  'c9.channel': { en: 'Channel', zh: '渠道' },
  'c9.type': { en: 'Type', zh: '类型' },
  'c9.summary': { en: 'Summary', zh: '摘要' },
  'c9.counterparty': { en: 'Counterparty', zh: '交易对手' },
  'c9.amount': { en: 'Amount', zh: '金额' },
  'c9.balance': { en: 'Balance after', zh: '交易后余额' },
  'c9.none': {
    en: 'No transactions match. Remove the search, or choose a longer period.',
    zh: '没有符合条件的交易，可清除搜索或延长期间。',
  },
  'c9.open': { en: 'Open transaction of {date}', zh: '打开 {date} 的交易' },

  'attributes.title': { en: 'Profile', zh: '基本信息' },
  'attributes.subtitle': { en: 'What the files say about this customer', zh: '文件中的客户信息' },
  'attributes.field': { en: 'Field', zh: '字段' },
  'attributes.value': { en: 'Value', zh: '内容' },
  'attributes.yes': { en: 'Yes', zh: '是' },
  'attributes.no': { en: 'No', zh: '否' },

  'transaction.title': { en: 'Transaction {id}', zh: '交易 {id}' },
  'transaction.title-row': { en: 'Transaction in row {id}', zh: '第 {id} 行交易' },
  'transaction.unknown': { en: 'No transaction {id} in this data.', zh: '当前数据中没有交易 {id}。' },
  'transaction.counterparty': { en: 'Open the counterparty’s page', zh: '打开对手方客户页' },

  'unknown.title': { en: 'No customer {id} in this data', zh: '当前数据中没有客户 {id}' },
  'unknown.text': {
    en: 'The number may come from other files, or from a link to other data.',
    zh: '该客户号可能来自其他文件或其他数据的链接。',
  },
  'unknown.search': { en: 'Search customers', zh: '搜索客户' },

  'label.month': { en: 'Selected {names}', zh: '选择{names}' },
  'label.clear': { en: 'Cleared a selection', zh: '清除选择' },
  'label.period': { en: 'Set the period to {range}', zh: '期间设为 {range}' },
});

export type CustomerKey = keyof typeof customerMessages;
