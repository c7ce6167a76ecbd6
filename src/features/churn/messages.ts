import { defineMessages } from '../../i18n/translate';
import { churnNames } from './names.messages';

export const churnMessages = defineMessages({
  ...churnNames,
  'tabs.label': { en: 'Parts of this page', zh: '本页内容' },
  'tab.risk': { en: 'Risk', zh: '风险' },
  'tab.survival': { en: 'Survival', zh: '留存时长' },

  'lead.silent': {
    en: '{n} customers ({share}) have been silent for longer than is usual for them.',
    zh: '{n} 名客户（{share}）沉默时间超出其自身习惯。',
  },
  'lead.silent-hold': {
    en: '{n} customers ({share}) have been silent for longer than is usual for them; they hold {aum}.',
    zh: '{n} 名客户（{share}）沉默时间超出其自身习惯，共持有 {aum}。',
  },
  'lead.before': {
    en: 'Of customers as silent as that on {day}, {share} have left since.',
    zh: '{day} 时同样沉默的客户中，此后已有 {share} 流失。',
  },
  'lead.nobody': {
    en: 'No customer is silent for longer than is usual for them.',
    zh: '没有客户的沉默时间超出其自身习惯。',
  },
  'lead.stay': {
    en: 'After {time}, {share} of customers are still with the bank.',
    zh: '满 {time}时，仍有 {share} 的客户留存。',
  },
  'lead.stay-silence': {
    en: 'After {time}, {share} of customers are still active.',
    zh: '满 {time}时，仍有 {share} 的客户保持活跃。',
  },
  'lead.stay-own': {
    en: 'At {time}, {share} have not had the event yet.',
    zh: '至 {time} 时，{share} 尚未发生该事件。',
  },
  'lead.no-difference': {
    en: 'The groups do not differ by more than chance.',
    zh: '各组差异未超出随机波动。',
  },
  'lead.difference': { en: 'The groups differ by more than chance.', zh: '各组差异超出随机波动。' },
  'lead.least': {
    en: 'Lowest: {least} with {share}; highest: {most} with {other}. The difference is more than chance.',
    zh: '最低为{least}（{share}），最高为{most}（{other}），差异超出随机波动。',
  },

  'tile.at-risk': { en: 'Unusually silent', zh: '异常沉默客户' },
  'tile.at-risk.about': {
    en: 'Customers whose silence is longer than so many of their own gaps between days on which they act, and who do not count as lost yet.',
    zh: '沉默时间超过自身动账间隔若干倍、但尚未计为流失的客户。',
  },
  'tile.aum': { en: 'AUM at risk', zh: '风险管理资产' },
  'tile.aum.about': {
    en: 'What unusually silent customers hold at the end of the period.',
    zh: '异常沉默客户期末持有的管理资产。',
  },
  'tile.expected': { en: 'Expected to leave', zh: '预计流失' },
  'tile.expected.about': {
    en: 'Unusually silent customers times the share of such customers that left before. It says what is to be expected if nothing is done.',
    zh: '异常沉默客户数乘以此前同类客户的流失比例，即不采取行动时的预期。',
  },
  'tile.expected.when': { en: 'within {days}', zh: '{days}内' },
  'tile.lost': { en: 'Gone silent', zh: '已沉默流失' },
  'tile.lost.about': {
    en: 'Customers with accounts who have done nothing for so long that they count as lost.',
    zh: '账户仍在、但长期无主动交易、已计为流失的客户。',
  },
  'tile.lost.when': { en: 'silent for {days} or more', zh: '沉默满 {days}' },
  'tile.closed': { en: 'Closed', zh: '已销户' },
  'tile.closed.about': { en: 'Customers whose last account is closed.', zh: '最后一个账户已销户的客户。' },
  'tile.auc': { en: 'Rule strength (AUC)', zh: '规则区分度（AUC）' },
  'tile.auc.about': {
    en: 'The chance that, of one who left and one who stayed, the rule pointed to the one who left. 0.5 is a coin, 1 is always right. Counting days of silence alone is the naive rule.',
    zh: '任取一名流失客户与一名留存客户，规则指向流失者的概率；0.5 等于抛硬币，1 为全对。仅按沉默天数排序为朴素规则。',
  },
  'tile.auc.naive': { en: 'days of silence alone: {auc}', zh: '仅按沉默天数：{auc}' },
  'tile.auc.none': { en: 'not enough history', zh: '历史数据不足' },
  'tile.of': { en: '{share} of customers', zh: '占客户 {share}' },

  'footer.n': { en: 'n = {n}', zh: 'n = {n}' },
  'footer.date': { en: 'as of {date}', zh: '截至 {date}' },

  band: { en: '{from}–{until}×', zh: '{from}–{until} 倍' },
  'band.more': { en: '{from}× and more', zh: '{from} 倍以上' },
  'ch1.title': {
    en: '{n} unusually silent customers hold {aum}',
    zh: '{n} 名异常沉默客户持有 {aum}',
  },
  'ch1.title-count': { en: '{n} customers are unusually silent', zh: '{n} 名客户异常沉默' },
  'ch1.subtitle': {
    en: 'Customers by silence in their own gaps between actions, each of at least {days} days · blue: unusual',
    zh: '按沉默时长相当于自身动账间隔的倍数（间隔至少 {days} 天） · 蓝色为异常',
  },
  'ch1.category': { en: 'Silence in own gaps', zh: '沉默倍数' },
  'ch1.value': { en: 'Customers', zh: '客户数' },
  'ch9.title': {
    en: '{share} of the unusually silent left, {others} of the others',
    zh: '异常沉默者流失 {share}，其他客户 {others}',
  },
  'ch9.subtitle': {
    en: 'Share that left since {day}, until {until} · not proof of cause',
    zh: '{day} 至 {until} 的流失比例 · 与沉默相关，并非因果',
  },
  'ch9.value': { en: 'Left since', zh: '此后流失' },
  'ch9.better': {
    en: 'AUC {auc}, days of silence alone {days}',
    zh: 'AUC {auc}，仅按沉默天数 {days}',
  },
  'ch9.no-better': {
    en: 'AUC {auc}, no better than days of silence alone ({days})',
    zh: 'AUC {auc}，未优于仅按沉默天数（{days}）',
  },
  'ch3.title': {
    en: { one: 'Call this customer first', other: 'Call these {n} customers first' },
    zh: '优先联系这 {n} 名客户',
  },
  'ch3.subtitle': {
    en: 'First {n} of {all}, by risk, then by AUM · Enter opens a customer',
    zh: '{all} 名中的前 {n} 名，按风险、再按管理资产排序 · 回车打开客户',
  },
  'ch3.customer': { en: 'Customer', zh: '客户' },
  'ch3.manager': { en: 'Manager', zh: '客户经理' },
  'ch3.aum': { en: 'AUM', zh: '管理资产' },
  'ch3.risk': { en: 'Risk', zh: '风险' },
  'ch3.silence': { en: 'Silent for', zh: '沉默' },
  'ch3.why': { en: 'Usual rhythm', zh: '平时节奏' },
  'ch3.own': { en: 'acts every {n} days', zh: '每 {n} 天动账一次' },
  'ch3.kind': {
    en: 'too few actions; such customers: every {n} days',
    zh: '自身记录过少；同类每 {n} 天一次',
  },

  'ch4.title': { en: '{share} are still here after {time}', zh: '满 {time}时仍有 {share} 留存' },
  'ch4.title-own': { en: '{share} without the event at {time}', zh: '至 {time} 时 {share} 未发生事件' },
  'ch4.subtitle': {
    en: 'Share of customers still with the bank · band: 95% interval · numbers at risk below',
    zh: '仍在行客户占比 · 色带为 95% 置信区间 · 下方为在险人数',
  },
  'ch4.subtitle-silence': {
    en: 'Share of customers still active; silent for {days} is left · band: 95% interval · numbers at risk below',
    zh: '保持活跃的客户占比，沉默满 {days}计为流失 · 色带为 95% 置信区间 · 下方为在险人数',
  },
  'ch4.subtitle-own': {
    en: 'Share without the event · band: 95% interval · numbers at risk below',
    zh: '尚未发生事件的占比 · 色带为 95% 置信区间 · 下方为在险数',
  },
  'ch4.by': { en: 'by {by}', zh: '按{by}' },
  'ch4.time': { en: 'Months since the relationship began', zh: '建立关系后月数' },
  'ch4.time-own': { en: 'Time', zh: '时间' },
  'ch4.value': { en: 'Still with the bank', zh: '仍在行' },
  'ch4.value-silence': { en: 'Still active', zh: '仍活跃' },
  'ch4.value-own': { en: 'Without the event', zh: '未发生事件' },
  'ch4.half': { en: 'half', zh: '半数' },
  'ch4.test': { en: 'log-rank {p}', zh: '对数秩检验 {p}' },
  'ch4.other': { en: '{n} smaller groups not drawn', zh: '另有 {n} 个较小分组未绘出' },
  'ch4.left-out': { en: '{n} left before the data or without a date', zh: '{n} 个早于数据期离开或缺少日期' },
  'ch5.title': { en: 'Months {band} are the danger time', zh: '第 {band} 月最易流失' },
  'ch5.title-own': { en: 'The danger is greatest at {band}', zh: '{band} 期间风险最高' },
  'ch5.subtitle': {
    en: 'Share leaving per month, by months of relationship',
    zh: '每月流失比例，按建立关系后月数',
  },
  'ch5.subtitle-own': { en: 'Events per unit of time under watch', zh: '单位观察时间内的事件比例' },
  'ch5.value': { en: 'Leaving per month', zh: '每月流失比例' },
  'ch5.value-own': { en: 'Events per unit of time', zh: '单位时间事件比例' },

  'group.all': { en: 'All', zh: '全部' },
  'group.label': { en: 'Group', zh: '分组' },
  'group.none': { en: 'All together', zh: '不分组' },
  'by.type': { en: 'Customer type', zh: '客户类型' },
  'time.years': { en: { one: '{n} year', other: '{n} years' }, zh: '{n} 年' },
  'range.until': { en: 'up to {until}', zh: '{until} 及以下' },
  'range.from': { en: '{from} and more', zh: '{from} 及以上' },
  'time.months': { en: { one: '{n} month', other: '{n} months' }, zh: '{n} 个月' },

  'control.group': { en: 'Settings of this page', zh: '本页参数' },
  'control.threshold': { en: 'Unusual above', zh: '异常阈值' },
  'control.threshold-option': { en: '{n} own gaps', zh: '{n} 倍自身间隔' },
  'control.lost': { en: 'Lost after silence of', zh: '计为流失' },
  'control.lost-option': { en: '{days}', zh: '沉默满 {days}' },
  'control.by': { en: 'Compare by', zh: '分组方式' },
  'control.left': { en: 'Leaving means', zh: '流失定义' },
  'left.closing': { en: 'Last account closed', zh: '最后账户销户' },
  'left.silence': { en: 'Gone silent', zh: '长期沉默' },
  'control.interval': { en: 'Interval', zh: '区间类型' },
  'interval.log-log': { en: 'Log-log', zh: '双对数' },
  'interval.log': { en: 'Log', zh: '对数' },
  'interval.plain': { en: 'Plain', zh: '普通' },
  'control.table': { en: 'Lives of', zh: '观察对象' },
  'control.customers': { en: 'Customers', zh: '客户' },
  'control.time': { en: 'Time', zh: '时间列' },
  'control.event': { en: 'Event', zh: '事件列' },
  'control.own': {
    en: 'The list of customers and filters keep to the default settings.',
    zh: '客户列表与筛选仍采用默认参数。',
  },
  'control.reset': { en: 'Default settings', zh: '恢复默认' },

  'label.parameter': { en: 'Settings of Churn', zh: '流失页参数' },
  'label.open': { en: 'Customer {name}', zh: '客户 {name}' },

  'gap.no-transactions': {
    en: 'Silence is measured on transactions; there are none with a date.',
    zh: '沉默时长按交易衡量，数据中没有带日期的交易。',
  },
  'gap.too-few-months': {
    en: {
      one: 'Six months of activity are needed; you have {n}.',
      other: 'Six months of activity are needed; you have {n}.',
    },
    zh: '至少需要 6 个月交易记录，目前仅 {n} 个月。',
  },
  'gap.too-few-leavers': {
    en: {
      one: '{n} customer left after the day of looking back; at least 50 are needed.',
      other: '{n} customers left after the day of looking back; at least 50 are needed.',
    },
    zh: '回看日之后流失客户仅 {n} 个，至少需要 50 个。',
  },
  'gap.history': {
    en: 'Looking back needs more than {days} of history; you have {n} months.',
    zh: '回看需要超过 {days}的历史数据，目前为 {n} 个月。',
  },
  'gap.nobody': { en: 'No customer is unusually silent.', zh: '没有异常沉默的客户。' },
  'gap.no-closings': {
    en: 'Survival needs the days on which accounts were closed (close_date).',
    zh: '留存分析需要账户的销户日期。',
  },
  'gap.no-dates': {
    en: 'Survival needs the days on which relationships began.',
    zh: '留存分析需要建立关系的日期。',
  },
  'gap.no-last-day': {
    en: 'Survival needs transactions or balances with a date: they say until when customers were seen.',
    zh: '留存分析需要带日期的交易或余额，以便知道客户观察到哪一天。',
  },
  'gap.too-short': {
    en: 'Whether somebody stayed away for good shows only after {days}; the data of no customer reach that far.',
    zh: '是否真正流失须观察 {days}，目前所有客户的数据均未达到。',
  },
  'gap.no-lives': { en: 'No row has a usable time.', zh: '没有可用的时间数据。' },
  'gap.time-not-a-number': {
    en: '{about} holds no numbers to measure time by.',
    zh: '“{about}”不是可作时间的数值列。',
  },
  'gap.event-not-a-flag': {
    en: '{about} does not say yes or no, 0 or 1, 1 or 2.',
    zh: '“{about}”不是“是/否”、0/1 或 1/2 的标志列。',
  },
  'gap.unknown': { en: '{about} is not in these data.', zh: '数据中没有“{about}”。' },
});

export type ChurnKey = keyof typeof churnMessages;
