import { defineMessages } from '../../i18n/translate';

export const overviewMessages = defineMessages({
  title: { en: 'Overview', zh: '总览' },

  'lead.nobody': { en: 'No customer matches these filters.', zh: '没有符合当前筛选条件的客户。' },
  'lead.level': { en: '{name} stands at {value}, {change}.', zh: '{name}为 {value}，{change}。' },
  'lead.level-up': { en: '{name} reached {value}, {change}.', zh: '{name}达 {value}，{change}。' },
  'lead.level-alone': { en: '{name} stands at {value}.', zh: '{name}为 {value}。' },
  'lead.activity': {
    en: '{active} of {customers} customers were active',
    zh: '{customers} 名客户中有 {active} 名发生交易',
  },
  'lead.net-in': { en: '; {value} more came in than went out.', zh: '，资金净流入 {value}。' },
  'lead.net-out': { en: '; {value} more went out than came in.', zh: '，资金净流出 {value}。' },
  'lead.end': { en: '.', zh: '。' },
  'change.up': { en: 'up {size} on {earlier}', zh: '较{earlier}增长 {size}' },
  'change.down': { en: 'down {size} on {earlier}', zh: '较{earlier}下降 {size}' },
  'change.up-sharply': { en: 'up sharply, by {size} on {earlier}', zh: '较{earlier}明显增长 {size}' },
  'change.down-sharply': { en: 'down sharply, by {size} on {earlier}', zh: '较{earlier}明显下降 {size}' },
  'change.same': { en: 'about the same as {earlier}', zh: '与{earlier}基本持平' },
  'earlier.py': { en: 'last year', zh: '上年同期' },
  'earlier.pp': { en: 'the previous period', zh: '上期' },
  'earlier.range': { en: '{range}', zh: '{range}' },

  'vs.py': { en: 'vs last year', zh: '同比' },
  'vs.pp': { en: 'vs previous period', zh: '环比' },
  'vs.month': { en: 'vs {month}', zh: '较{month}' },
  'vs.range': { en: 'vs {range}', zh: '较{range}' },
  'vs.none': { en: 'no earlier period in the data', zh: '数据中无更早期间' },
  'vs.end': { en: 'at {date}', zh: '截至 {date}' },

  'footer.date': { en: 'as of {date}', zh: '截至 {date}' },

  'by.branch': { en: 'branch', zh: '支行' },
  'by.manager': { en: 'relationship manager', zh: '客户经理' },
  'by.customer': { en: 'customer', zh: '客户' },
  'by.product': { en: 'product', zh: '产品' },
  'by.channel': { en: 'channel', zh: '渠道' },
  'by.type': { en: 'type', zh: '交易类型' },
  'by.month': { en: 'month', zh: '月份' },
  'by.band': { en: 'customers by rank', zh: '客户排名' },

  'ov1.question': { en: 'What moved the assets?', zh: '管理资产因何变动？' },
  'ov1.title': {
    en: 'New customers and growth added {gains}; losses took back {losses}',
    zh: '新增与增长带来 {gains}，下降与流失减少 {losses}',
  },
  'ov1.subtitle': {
    en: 'Change in AUM since opening',
    zh: '期初以来管理资产变动',
  },
  'ov1.category': { en: 'Component', zh: '构成' },
  'ov1.value': { en: 'Change in AUM', zh: '管理资产变动' },
  'ov1.opening': { en: 'Opening', zh: '期初' },
  'ov1.closing': { en: 'Closing', zh: '期末' },
  'ov1.new': { en: 'New', zh: '新增' },
  'ov1.grew': { en: 'Grew', zh: '增长' },
  'ov1.shrank': { en: 'Shrank', zh: '下降' },
  'ov1.left': { en: 'Left', zh: '流失' },
  'ov1.customers': { en: { one: '{n} customer', other: '{n} customers' }, zh: '{n} 名客户' },

  'ov2.name': { en: 'Who leads, and who moved?', zh: '谁领先，谁在变动？' },
  'ov2.question': { en: 'Which {members} lead, and which moved?', zh: '哪些{members}领先，谁在变动？' },
  'ov2.title': {
    en: '{name} leads with {value}, {share} of the total',
    zh: '{name}居首：{value}，占 {share}',
  },
  'ov2.title-alone': { en: '{name} leads with {value}', zh: '{name}居首：{value}' },
  'ov2.rest': { en: { one: '{n} more', other: '{n} more' }, zh: '其余 {n} 个' },
  'members.branch': { en: 'branches', zh: '支行' },
  'members.manager': { en: 'relationship managers', zh: '客户经理' },
  'members.customer': { en: 'customers', zh: '客户' },

  'breakdown.by': { en: '{metric} by {by}', zh: '各{by}{metric}' },

  'ov3.question': { en: 'How concentrated is the value?', zh: '价值有多集中？' },
  'ov3.title': {
    en: 'The top 10% of customers hold {share} of {metric}',
    zh: '前 10% 的客户占{metric}的 {share}',
  },
  'ov3.subtitle': {
    en: 'Share of {metric} by rank of customer · % · {period} · Gini {gini}',
    zh: '按客户排名的{metric}占比 · % · {period} · 基尼系数 {gini}',
  },
  'ov3.share': { en: 'Share', zh: '占比' },
  'ov3.top1': { en: 'Top 1%', zh: '前 1%' },
  'ov3.top5': { en: 'Next 4%', zh: '前 1%–5%' },
  'ov3.top10': { en: 'Next 5%', zh: '前 5%–10%' },
  'ov3.top20': { en: 'Next 10%', zh: '前 10%–20%' },
  'ov3.top50': { en: 'Next 30%', zh: '前 20%–50%' },
  'ov3.rest': { en: 'Lower half', zh: '后 50%' },
  'ov3.too-few': {
    en: {
      one: '{n} customer here; shares of ranks need at least {least}.',
      other: '{n} customers here; shares of ranks need at least {least}.',
    },
    zh: '此处仅 {n} 名客户，按排名分析至少需要 {least} 名。',
  },

  'ov4.question': { en: 'Is the trend healthy?', zh: '趋势是否健康？' },
  'ov4.title-up': {
    en: '{metric} rose {size} over {months} months',
    zh: '{metric}在 {months} 个月内上升 {size}',
  },
  'ov4.title-down': {
    en: '{metric} fell {size} over {months} months',
    zh: '{metric}在 {months} 个月内下降 {size}',
  },
  'ov4.title-same': {
    en: '{metric} held steady over {months} months',
    zh: '{metric}在 {months} 个月内基本持平',
  },
  'ov4.by': { en: '{metric} by month', zh: '每月{metric}' },
  'ov4.dashed': { en: 'dashed: {earlier}', zh: '虚线：{earlier}' },
  'ov4.too-few': {
    en: {
      one: '{n} month here; a trend needs at least {least}.',
      other: '{n} months here; a trend needs at least {least}.',
    },
    zh: '此处仅 {n} 个月，趋势至少需要 {least} 个月。',
  },

  'ov5.question': { en: 'Which products carry the value?', zh: '价值由哪些产品构成？' },
  'ov6.question': { en: 'Which channels do customers use?', zh: '客户使用哪些渠道？' },
  'ov8.question': { en: 'What are the transactions for?', zh: '交易用途有哪些？' },
  'mix.title': { en: '{name}: {share} of {metric}', zh: '{name}占{metric}的 {share}' },

  'ov7.question': { en: 'Does more come in than goes out?', zh: '流入多于流出吗？' },
  'ov7.title-in': {
    en: 'More came in than went out in {n} of {months} months',
    zh: '{months} 个月中有 {n} 个月净流入',
  },
  'ov7.title-all': {
    en: { one: '{value} moved in one month', other: '{value} moved in {n} months' },
    zh: '{n} 个月共发生 {value}',
  },
  'ov7.subtitle': {
    en: 'In above, out below, dot = net',
    zh: '上为流入，下为流出，圆点为净额',
  },
  'ov7.subtitle-all': {
    en: 'Transaction volume by month',
    zh: '按月交易额',
  },
  'ov7.in': { en: 'Inflow', zh: '流入' },
  'ov7.out': { en: 'Outflow', zh: '流出' },
  'ov7.net': { en: 'Net', zh: '净额' },

  'needs.by': {
    en: 'This card needs a column with the {by}. Your files do not have it yet.',
    zh: '此卡片需要{by}列，当前文件中尚无。',
  },

  'label.select': { en: 'Selected {names}', zh: '选择{names}' },
  'label.clear': { en: 'Cleared a selection', zh: '清除选择' },
  'label.drill': { en: 'Opened {name}', zh: '打开{name}' },
  'label.exclude': { en: 'Excluded {name}', zh: '排除{name}' },
  'label.period': { en: 'Set the period to {range}', zh: '期间设为 {range}' },
  'label.metric': { en: 'Looked at {name}', zh: '查看{name}' },
  'label.more': { en: '{name} and {n} more', zh: '{name}等 {n} 项' },
});

export type OverviewKey = keyof typeof overviewMessages;
