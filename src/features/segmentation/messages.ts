import { defineMessages } from '../../i18n/translate';
import { segmentationNames } from './names.messages';

export const segmentationMessages = defineMessages({
  ...segmentationNames,
  'tabs.label': { en: 'Ways to group customers', zh: '分群方式' },
  'tab.tiers': { en: 'Tiers', zh: '价值层级' },
  'tab.rfm': { en: 'RFM', zh: 'RFM' },

  'lead.tier': {
    en: '{name} is {customers} of customers and {share} of {value}',
    zh: '{name}客户占客户数的 {customers}、{value}的 {share}',
  },
  'lead.none-in': { en: 'None of these customers is in {name}', zh: '这些客户均不在{name}之中' },
  'lead.down': {
    en: {
      one: '; {n} customer fell out of it since {date}.',
      other: '; {n} customers fell out of it since {date}.',
    },
    zh: '；自 {date} 以来有 {n} 名客户从中下滑。',
  },
  'lead.end': { en: '.', zh: '。' },
  'lead.quiet': {
    en: {
      one: '{n} customer who used to come often has gone quiet',
      other: '{n} customers who used to come often have gone quiet',
    },
    zh: '{n} 名过去往来频繁的客户已沉寂',
  },
  'lead.quiet-hold': { en: '. They hold {money}, {share} of the total.', zh: '，合计 {money}，占 {share}。' },
  'lead.quiet-brought': {
    en: '. They brought in {money}, {share} of the total.',
    zh: '，合计流入 {money}，占 {share}。',
  },
  'lead.none-quiet': {
    en: 'No customer who used to come often has gone quiet.',
    zh: '没有往来频繁的客户转为沉寂。',
  },

  'value.aum': { en: 'AUM', zh: '管理资产' },
  'value.inflow': { en: 'inflow', zh: '流入' },
  'money.balance': { en: 'mean balance', zh: '平均余额' },
  'money.inflow': { en: 'inflow', zh: '流入' },

  'control.group': { en: 'How it is computed', zh: '计算口径' },
  'control.scheme': { en: 'Tiers', zh: '分层方法' },
  'scheme.abc': { en: 'ABC, by share of value', zh: '按价值占比三类' },
  'scheme.four': { en: 'Four tiers, by rank', zh: '按排名四层' },
  'scheme.pyramid': { en: 'Pyramid, by rank', zh: '按排名金字塔' },
  'control.value': { en: 'Value', zh: '价值指标' },
  'value.auto': { en: 'AUM, else inflow', zh: '管理资产，缺失时用流入' },
  'value.aum-option': { en: 'AUM at the end', zh: '期末管理资产' },
  'value.inflow-option': { en: 'Inflow', zh: '流入' },
  'control.cut': { en: '{name} ends at %', zh: '{name}止于 %' },
  'control.cut-error': {
    en: 'Between {least} and {most}.',
    zh: '请填 {least} 至 {most} 之间的数。',
  },
  'control.reset': { en: 'Back to defaults', zh: '恢复默认' },
  'control.frequency': { en: 'Frequency counts', zh: '频度口径' },
  'frequency.days': { en: 'days with a transaction', zh: '有交易的天数' },
  'frequency.months': { en: 'months with a transaction', zh: '有交易的月数' },
  'frequency.transactions': { en: 'transactions', zh: '交易笔数' },
  'control.money': { en: 'Money is', zh: '金额口径' },
  'money.auto': { en: 'mean balance, else inflow', zh: '平均余额，缺失时用流入' },
  'control.months': { en: 'Over', zh: '统计期' },
  months: { en: { one: '{n} month', other: '{n} months' }, zh: '{n} 个月' },
  'control.high': { en: 'High means at least the', zh: '高分标准：不低于' },
  'high.mean': { en: 'mean score', zh: '平均得分' },
  'high.median': { en: 'median score', zh: '得分中位数' },
  'control.own': {
    en: 'Changed settings: these groups cannot be used as filters. Scores with the default settings can.',
    zh: '口径已更改：当前分组不能作为筛选条件，默认口径的分组可以。',
  },
  'control.other-day': {
    en: 'Another as-of day: groups are filters only on the last day of the data.',
    zh: '截止日已更改：分组仅在数据最后一日可作为筛选条件。',
  },

  'footer.ties': { en: 'ties share a score', zh: '相同数值得分相同' },
  'footer.left-out': {
    en: '{n} interest, fee and system bookings left out',
    zh: '已剔除 {n} 笔利息、费用及系统交易',
  },

  'tile.customers': { en: 'Customers', zh: '客户数' },
  'tile.customers.about': { en: 'Customers under the filters.', zh: '符合筛选条件的客户。' },
  'tile.each.aum': { en: 'AUM per customer', zh: '户均管理资产' },
  'tile.each.inflow': { en: 'Inflow per customer', zh: '户均流入' },
  'tile.each.about': {
    en: 'Value of the counted customers, divided by their number.',
    zh: '计入客户的价值合计除以客户数。',
  },
  'tile.top': { en: 'Share of the top tenth', zh: '前 10% 客户占比' },
  'tile.top.about': {
    en: 'What the most valuable tenth of the counted customers has of their value.',
    zh: '计入客户中价值最高的 10% 所占的价值份额。',
  },
  'tile.up': { en: 'Moved up', zh: '层级上升' },
  'tile.down': { en: 'Moved down', zh: '层级下降' },
  'tile.moves.about': {
    en: 'Counted customers who stand in another tier than three months before. Both rankings are of the whole bank.',
    zh: '与三个月前相比所处层级变化的客户。两次排名均以全行客户为基础。',
  },
  'tile.unassigned': { en: 'Without RFM scores', zh: '无 RFM 得分' },
  'tile.unassigned.about': {
    en: 'Customers without a transaction of their own: nothing says when they came last.',
    zh: '没有自主交易的客户，无法判断最近往来时间。',
  },
  'tile.since': { en: 'since {date}', zh: '自 {date}' },
  'tile.of': { en: '{share} of {n}', zh: '占 {n} 的 {share}' },
  'tile.bank': { en: 'bank: {n}', zh: '全行 {n}' },
  'tile.gini': { en: 'Gini {gini}', zh: '基尼系数 {gini}' },
  'tile.never': { en: 'no earlier value in the data', zh: '数据中无更早数值' },
  'tile.as-of': { en: 'as of {date}', zh: '截至 {date}' },

  'sg1.title': {
    en: '{customers} of customers make {share} of {value}',
    zh: '{customers} 的客户贡献{value}的 {share}',
  },
  'sg1.subtitle': {
    en: 'Share of {value}, customers ranked by it · % · {period} · Gini {gini}',
    zh: '{value}累计占比，客户按其排名 · % · {period} · 基尼系数 {gini}',
  },
  'sg1.marker': { en: '{customers} make {share}', zh: '{customers} 贡献 {share}' },
  'sg1.no-value': {
    en: 'The customers here have no value above 0 to share.',
    zh: '此处客户没有大于 0 的价值可供分析。',
  },

  'sg2.title': {
    en: 'A customer of {first} has {times} as much as one of {second}',
    zh: '{first}户均价值为{second}的 {times}',
  },
  'sg2.subtitle': { en: 'Profile of each tier · {value} · {period}', zh: '各层级概况 · {value} · {period}' },
  'sg2.tier': { en: 'Tier', zh: '层级' },
  'sg2.customers': { en: 'Customers', zh: '客户数' },
  'sg2.of-tier': { en: 'Of the tier', zh: '占本层' },
  'sg2.value-share': { en: 'Of the value', zh: '价值占比' },
  'sg2.each': { en: 'Each', zh: '户均' },
  'sg2.products': { en: 'Products', zh: '产品数' },
  'sg2.active': { en: 'Active', zh: '活跃率' },
  'sg2.age': { en: 'Age', zh: '平均年龄' },
  'sg2.all': { en: 'All', zh: '合计' },

  'sg3.title': {
    en: {
      one: '{n} customer used to come often and has gone quiet',
      other: '{n} customers used to come often and have gone quiet',
    },
    zh: '{n} 名往来频繁的客户已沉寂',
  },
  'sg3.subtitle': {
    en: 'Fifths of recency and of {frequency} · people, {money} each · {period}',
    zh: '近度与{frequency}五等分 · 人、户均{money} · {period}',
  },
  'sg3.customers': { en: 'Customers', zh: '客户数' },

  'sg3.money': { en: '{money} each', zh: '户均{money}' },
  'sg3.by-customers': { en: 'customers', zh: '客户数' },
  'sg3.by-money': { en: 'money each', zh: '户均金额' },
  'sg3.recency': { en: 'Recency', zh: '近度' },
  'sg3.frequency': { en: 'Frequency', zh: '频度' },
  'sg3.cell': { en: 'R{recency} F{frequency}', zh: 'R{recency} F{frequency}' },
  'sg3.recent': { en: '5 · recent', zh: '5 · 最近' },
  'sg3.long-ago': { en: '1 · long ago', zh: '1 · 久远' },
  'sg3.often': { en: '5 · often', zh: '5 · 频繁' },
  'sg3.rare': { en: '1 · rare', zh: '1 · 稀少' },
  'sg3.colour': { en: 'Colour shows', zh: '着色依据' },

  'sg4.title': { en: '{name}: {share} of customers, the largest group', zh: '{name}最多，占客户的 {share}' },
  'sg4.subtitle': {
    en: 'Customers by RFM group · people · {period}',
    zh: '各 RFM 客群客户数 · 人 · {period}',
  },
  'sg4.group': { en: 'Group', zh: '客群' },
  each: { en: '{value} each', zh: '户均 {value}' },

  'sg10.title': {
    en: '“{name}” is {share} of customers and {money} of the money',
    zh: '{name}占客户的 {share}、金额的 {money}',
  },
  'sg10.subtitle': {
    en: 'High = at least the {high} of the bank · people, money each · {period}',
    zh: '高 = 不低于全行{high} · 人、户均金额 · {period}',
  },
  'sg10.cell': { en: 'Cell', zh: '类别' },
  'sg10.high': { en: 'high', zh: '高' },
  'sg10.low': { en: 'low', zh: '低' },
  'sg10.money': { en: 'Money', zh: '金额' },
  'sg10.columns': { en: 'Recency · frequency', zh: '近度 · 频度' },
  'sg10.pair': { en: '{recency} · {frequency}', zh: '{recency} · {frequency}' },

  'needs.transactions': {
    en: 'RFM needs transactions with a date. Your files do not have them yet.',
    zh: 'RFM 需要带日期的交易，当前文件中尚无。',
  },
  'needs.value': {
    en: 'Tiers need balances or transaction amounts. Your files do not have them yet.',
    zh: '客户层级需要余额或交易金额，当前文件中尚无。',
  },

  'label.select': { en: 'Selected {names}', zh: '选择{names}' },
  'label.clear': { en: 'Cleared a selection', zh: '清除选择' },
  'label.drill': { en: 'Opened {name}', zh: '打开{name}' },
  'label.exclude': { en: 'Excluded {name}', zh: '排除{name}' },
  'label.more': { en: '{name} and {n} more', zh: '{name}等 {n} 项' },
  'label.parameter': { en: 'Changed how it is computed', zh: '更改计算口径' },
});

export type SegmentationKey = keyof typeof segmentationMessages;
