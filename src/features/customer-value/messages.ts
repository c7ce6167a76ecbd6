import { defineMessages } from '../../i18n/translate';
import { valueNames } from './names.messages';

export const valueMessages = defineMessages({
  ...valueNames,
  'lead.alive': {
    en: 'Of {customers} customers, about {alive} ({share}) are still buying; they should make {expected} purchases in the next twelve months.',
    zh: '{customers} 名客户中，约 {alive} 名（{share}）仍在购买，未来十二个月预计购买 {expected} 次。',
  },
  'lead.refused': {
    en: 'Who is still buying cannot be told. {reason}',
    zh: '无法判断哪些客户仍在购买。{reason}',
  },
  'lead.amount': {
    en: 'So far they spent {money}; {share} of it came from the top tenth.',
    zh: '迄今累计消费 {money}，其中 {share} 来自前 10% 客户。',
  },
  'lead.amount-alone': { en: 'So far they spent {money}.', zh: '迄今累计消费 {money}。' },
  'lead.volume': {
    en: 'So far {money} went through their accounts; {share} of it through those of the top tenth.',
    zh: '迄今账户累计交易 {money}，其中 {share} 来自前 10% 客户。',
  },
  'lead.volume-alone': {
    en: 'So far {money} went through their accounts.',
    zh: '迄今账户累计交易 {money}。',
  },
  'lead.contribution-alone': {
    en: 'So far they contributed {money} before costs.',
    zh: '迄今累计贡献（未扣成本）{money}。',
  },
  'lead.contribution': {
    en: 'So far they contributed {money} before costs; {share} of it came from the top tenth.',
    zh: '迄今累计贡献（未扣成本）{money}，其中 {share} 来自前 10% 客户。',
  },

  'refused.no-customers': { en: 'Nobody bought anything until then.', zh: '此前没有客户购买。' },
  'refused.no-repeats': { en: 'Nobody came back until then.', zh: '此前没有客户再次购买。' },
  'refused.too-few-repeat-customers': {
    en: {
      one: 'Only {n} customer came back; {needed} are needed.',
      other: 'Only {n} customers came back; {needed} are needed.',
    },
    zh: '仅 {n} 名客户再次购买，至少需要 {needed} 名。',
  },
  'refused.no-time': { en: 'No time has passed since the first purchases.', zh: '首次购买后尚无观察时间。' },
  'refused.not-identified': {
    en: 'The purchases do not tell how often customers buy from when they leave.',
    zh: '现有购买记录无法区分购买频率与流失。',
  },
  'refused.no-transactions': {
    en: 'The data have no transactions.',
    zh: '数据中没有交易记录。',
  },
  'refused.raw-transactions': {
    en: 'These are the transactions of bank accounts, not purchases; a model runs only when you choose one.',
    zh: '这些是银行账户流水，而非自主购买。如需运行，请选择模型。',
  },

  'needs.purchases': {
    en: 'Purchases: one row each time a customer buys, or transaction types that tell card payments and investments apart.',
    zh: '购买记录：每次购买一行；或能区分刷卡消费与投资申购的交易类型。',
  },
  'needs.transactions': {
    en: 'Transactions: customer, day and amount. Your files do not have them yet.',
    zh: '交易记录：客户、日期与金额。当前文件中尚无这些数据。',
  },
  'needs.run': { en: 'Run {model} all the same', zh: '仍运行 {model}' },

  'choice.group': { en: 'Settings of the model', zh: '模型参数' },
  'choice.model': { en: 'Model', zh: '模型' },
  'choice.auto': { en: 'Automatic', zh: '自动' },
  'choice.until': { en: 'Learns until', zh: '学习截至' },
  'model.bg-nbd': { en: 'BG/NBD', zh: 'BG/NBD' },
  'model.mbg-nbd': { en: 'MBG/NBD', zh: 'MBG/NBD' },
  'label.model': { en: 'Model: {name}', zh: '模型：{name}' },
  'label.until': { en: 'Learns until {date}', zh: '学习截至 {date}' },
  'label.open': { en: 'Customer {id}', zh: '客户 {id}' },

  'tile.customers': { en: 'Customers who bought', zh: '购买过的客户' },
  'tile.customers-raw': { en: 'With transactions', zh: '有交易的客户' },
  'tile.customers.note': { en: '{n} came back', zh: '{n} 名再次购买' },
  'tile.customers.definition': {
    en: 'Customers with a purchase until the as-of day. Who came back is counted until the model stops learning.',
    zh: '截至统计日有过购买的客户；再次购买统计至学习截止日。',
  },
  'tile.alive': { en: 'Still buying', zh: '仍在购买' },
  'tile.alive.note': { en: '{share} of customers', zh: '占客户的 {share}' },
  'tile.alive.definition': {
    en: 'Each customer’s chance of not having left, added up.',
    zh: '各客户未流失概率之和。',
  },
  'tile.expected': { en: 'Purchases to come', zh: '预计购买次数' },
  'tile.expected.note': { en: 'in the next twelve months', zh: '未来十二个月' },
  'tile.expected.definition': {
    en: 'Purchases that the model expects of all customers together in twelve months.',
    zh: '模型预计全部客户未来十二个月的购买次数。',
  },
  'tile.error': { en: 'Forecast against fact', zh: '预测偏差' },
  'tile.error.note': { en: '{expected} expected, {actual} came', zh: '预计 {expected}，实际 {actual}' },
  'tile.error.definition': {
    en: 'Purchases expected after the model stopped learning, against those that came.',
    zh: '学习截止后预计的购买次数与实际之差。',
  },
  'tile.money-amount': { en: 'Spent so far', zh: '累计消费' },
  'tile.money-volume': { en: 'Moved so far', zh: '累计交易额' },
  'tile.money-contribution': { en: 'Contributed so far', zh: '累计贡献' },
  'tile.money.note': { en: 'median {median}', zh: '中位数 {median}' },
  'tile.money-amount.definition': {
    en: 'The amounts of all purchases: the data have no rates and transfer prices to form a contribution.',
    zh: '全部购买金额之和。数据中没有利率与内部转移价格，无法计算贡献。',
  },
  'tile.money-volume.definition': {
    en: 'The amounts of all transactions, in and out: the data have no rates and transfer prices to form a contribution.',
    zh: '全部收付交易金额之和。数据中没有利率与内部转移价格，无法计算贡献。',
  },
  'tile.money-contribution.definition': {
    en: 'Interest margin against the transfer price, and fees; before costs, losses and capital.',
    zh: '按内部转移价格计算的利差与手续费，未扣成本、损失与资本占用。',
  },
  'tile.top': { en: 'Share of the top tenth', zh: '前 10% 客户占比' },
  'tile.top.note': { en: 'of the money so far', zh: '占累计金额' },
  'tile.top.definition': {
    en: 'What the tenth of the customers who brought most has brought, of the total.',
    zh: '金额最高的 10% 客户所带来的金额占比。',
  },

  footer: { en: 'n = {n} · as of {date}', zh: 'n = {n} · 截至 {date}' },
  'footer.model': { en: 'n = {n} · {model}, learned until {date}', zh: 'n = {n} · {model}，学习截至 {date}' },
  range: { en: '{from}–{to}', zh: '{from}–{to}' },
  'split.until': { en: 'learned until {date}', zh: '学习截至 {date}' },

  'va1.title': {
    en: 'The top tenth of customers brought {share} of the money so far',
    zh: '前 10% 客户带来累计金额的 {share}',
  },
  'va1.subtitle-amount': {
    en: 'Amounts of purchases so far',
    zh: '累计购买金额',
  },
  'va1.subtitle-volume': { en: 'Amounts of transactions so far, in and out', zh: '累计收付交易金额' },
  'va1.subtitle-contribution': {
    en: 'Contribution so far, before costs',
    zh: '累计贡献（未扣成本）',
  },
  'va1.ranked': { en: 'customers ranked by money, in %', zh: '客户按金额排名（%）' },
  'va1.category': { en: 'Customers by rank, %', zh: '客户排名（%）' },
  'va1.value': { en: 'Money so far', zh: '累计金额' },
  'va1.needs': {
    en: 'Amounts, or balances with rates and transfer prices.',
    zh: '需要金额，或带有利率与内部转移价格的余额。',
  },
  'va1.too-few': {
    en: {
      one: '{n} customer; {least} are needed to rank them in tenths.',
      other: '{n} customers; {least} are needed to rank them in tenths.',
    },
    zh: '仅 {n} 名客户，至少需要 {least} 名才能按十分位排名。',
  },

  'va6.title': {
    en: '{n} customers should make {share} of all purchases to come',
    zh: '{n} 名客户预计贡献未来购买的 {share}',
  },
  'va6.subtitle': {
    en: 'Customers with most purchases to come · twelve months from {date}',
    zh: '预计购买最多的客户 · {date} 起十二个月',
  },
  'va6.customer': { en: 'Customer', zh: '客户' },
  'va6.events': { en: 'Purchases', zh: '购买次数' },
  'va6.last': { en: 'Last purchase', zh: '最近购买' },
  'va6.alive': { en: 'Still buying', zh: '仍在购买' },
  'va6.expected': { en: 'To come', zh: '预计次数' },

  'va7.title': {
    en: 'After {date}, {actual} purchases came where {expected} were expected',
    zh: '{date}之后预计购买 {expected} 次，实际 {actual} 次',
  },
  'va7.title-alone': {
    en: { one: 'Customers came back once so far', other: 'Customers came back {n} times so far' },
    zh: '客户累计再次到来 {n} 次',
  },
  'va7.subtitle-alone': { en: 'Returns of customers so far', zh: '客户累计再次到来次数' },
  'va7.subtitle': {
    en: 'Repeat purchases so far',
    zh: '累计重复购买',
  },
  'va7.actual': { en: 'Actual', zh: '实际' },
  'va7.expected': { en: 'Expected', zh: '预计' },
  'va7.month': { en: 'Month', zh: '月份' },

  'va8.title': {
    en: '{n} of {customers} customers never came back',
    zh: '{customers} 名客户中有 {n} 名未再购买',
  },
  'va8.subtitle': {
    en: 'Customers by repeat purchases, against the model · people · until {date}',
    zh: '按重复购买次数的客户数，与模型对照 · 人 · 截至 {date}',
  },
  'va8.subtitle-alone': {
    en: 'Customers by times that they came back · people · until {date}',
    zh: '按再次到来次数的客户数 · 人 · 截至 {date}',
  },
  'va8.category': { en: 'Repeat purchases', zh: '重复购买次数' },
  'va8.value': { en: 'Customers', zh: '客户数' },

  'va9.title': {
    en: 'Customers with {key} repeats bought {actual} more times each; {expected} were expected',
    zh: '重复购买 {key} 次的客户人均再购 {actual} 次，预计 {expected} 次',
  },
  'va9.subtitle': {
    en: 'Purchases per customer after {date}, against the model · by repeats before',
    zh: '{date}之后人均购买次数，与模型对照 · 按此前重复次数',
  },
  'va9.value': { en: 'Purchases per customer', zh: '人均购买次数' },
  'va9.none': {
    en: 'The model learns until the end of the data: nothing came after.',
    zh: '模型学习至数据末日，其后没有数据可供检验。',
  },

  'va10.title': {
    en: 'About {alive} of {customers} customers are still buying',
    zh: '{customers} 名客户中约 {alive} 名仍在购买',
  },
  'va10.subtitle': {
    en: 'Customers by their chance of still buying in % · people · as of {date}',
    zh: '按仍在购买概率（%）的客户数 · 人 · 截至 {date}',
  },
  'va10.category': { en: 'Chance of still buying, %', zh: '仍在购买的概率（%）' },

  'how.title': { en: 'How it was computed', zh: '计算说明' },
  'how.parameters': { en: 'Parameters', zh: '参数' },
  'how.likelihood': { en: 'Log-likelihood', zh: '对数似然' },
  'how.events': { en: 'Counted as purchases', zh: '计为购买的交易' },
  'how.events-all': { en: 'all transactions', zh: '全部交易' },
  'how.events-discretionary': { en: 'card payments and investment purchases', zh: '刷卡消费与投资申购' },
  'how.grain': { en: 'Several count as one within', zh: '合并计为一次的区间' },
  'how.grain-day': { en: 'a day', zh: '一天' },
  'how.grain-week': { en: 'a week', zh: '一周' },
  'how.until': { en: 'Learned until', zh: '学习截至' },
  'how.holdout': { en: 'Expected, came', zh: '预计、实际' },
  'how.error': { en: 'Mean error per customer, model and naive rule', zh: '人均误差：模型、朴素规则' },
});

export type ValueKey = keyof typeof valueMessages;
