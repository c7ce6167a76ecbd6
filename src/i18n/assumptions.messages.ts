import { fieldOf } from '../model/tables';
import { fieldName, metricName } from './field-names';
import type { Formats } from './formats';
import type { Locale } from './locale';
import { tableName } from './table-names';
import { defineMessages, translator, type MessageValues } from './translate';

/** Everything that may be assumed or warned of (`dataset/assumption-codes.ts`), said in one sentence each. */
export const assumptionMessages = defineMessages({
  'customers.from-ids': {
    en: 'No file of customers: they follow from their IDs ({customers}).',
    zh: '未提供客户文件，按客户号归集为 {customers} 名客户。',
  },
  'accounts.from-ids': {
    en: 'No file of accounts: they follow from their IDs ({accounts}).',
    zh: '未提供账户文件，按账号归集为 {accounts} 个账户。',
  },
  'rows.repeated-id': {
    en: '{table}: rows that repeat an ID ({rows}) give way to the last one of each ID.',
    zh: '{table}中有 {rows} 行编号重复，以最后一行为准。',
  },
  'rows.repeated-id-first': {
    en: '{table}: rows that repeat an ID ({rows}) give way to the first one of each ID.',
    zh: '{table}中有 {rows} 行编号重复，以第一行为准。',
  },
  'owner.first-holder': {
    en: 'Accounts without an owner among their holders ({accounts}): the first holder counts.',
    zh: '{accounts} 个账户未标明户主，以首位持有人为户主。',
  },
  'direction.all-inflow': {
    en: 'Amounts have no direction ({rows} rows): all count as coming in.',
    zh: '{rows} 笔金额没有收付方向，均计为流入。',
  },
  'direction.unknown': {
    en: 'Amounts whose direction is not known are left out ({rows} rows).',
    zh: '{rows} 行的收付方向无法识别，其金额未计入。',
  },
  'direction.unknown-values': {
    en: '{file}: direction codes that are not known in {column}: {values}.',
    zh: '“{file}”的「{column}」列含无法识别的收付标志：{values}。',
  },
  'organisation.region-as-branch': {
    en: 'No branches in the files: regions stand in for them ({regions}).',
    zh: '文件中没有机构，以 {regions} 个地区代替机构。',
  },
  'product.unspecified': {
    en: 'No products in the files: everything counts as one product.',
    zh: '文件中没有产品，全部视为同一产品。',
  },
  'balance.rebuilt': {
    en: 'Month-end balances follow from balances after {rows} bookings; within a day their order follows from continuity on {daysByContinuity} account days, from the file on {daysByFileOrder}.',
    zh: '月末余额由 {rows} 笔交易后的余额推算；同日先后顺序有 {daysByContinuity} 个账户日按余额连续性判断，{daysByFileOrder} 个按文件顺序。',
  },
  'balance.snapshot-month': {
    en: 'Balances that accounts carry themselves ({accounts}) count as of the end of {month}.',
    zh: '{accounts} 个账户的余额视为 {month}末余额。',
  },
  'currency.several': {
    en: '{table}: amounts in {others} ({rows} rows) are left out; sums hold {base} only.',
    zh: '{table}中有 {rows} 行为其他币种（{others}），合计仅含 {base}。',
  },
  'customer.birth-number': {
    en: 'Birth dates and genders were read from birth numbers ({customers} customers).',
    zh: '{customers} 名客户的出生日期和性别由出生编号推算。',
  },
  'date.serial': {
    en: '{file}: {column} holds days as Excel numbers, counted from {system}.',
    zh: '“{file}”的「{column}」列为 Excel 日期序列号，按 {system} 年起算。',
  },
  'rate.unit': {
    en: '{file}: by its values, {column} is written in {unit}.',
    zh: '“{file}”的「{column}」列按取值判断，单位为{unit}。',
  },
  'ids.masked': {
    en: '{table}: masked IDs ({rows} rows in {field}) may be shared, so nothing is joined by them.',
    zh: '{table}的“{field}”有 {rows} 行已脱敏，可能重号，不用于关联。',
  },
  'ids.damaged': {
    en: '{table}: IDs that Excel shortened ({rows} rows in {field}) cannot be restored, so nothing is joined by them.',
    zh: '{table}的“{field}”有 {rows} 行被 Excel 截断且无法恢复，不用于关联。',
  },
  'link.leading-zeros': {
    en: '{from}: {rows} rows would find their {to} with leading zeros put back to {digits} digits.',
    zh: '{from}中有 {rows} 行补足前导零至 {digits} 位后可匹配到{to}。',
  },
  'rows.repeated-row': {
    en: '{table}: rows that an earlier file has already ({rows}) are counted once.',
    zh: '{table}中有 {rows} 行已在之前的文件中出现，仅计一次。',
  },
  'date.future': {
    en: '{table}: days more than a year ahead ({rows} rows in {field}); the data count as ending before them.',
    zh: '{table}的“{field}”有 {rows} 行晚于今天一年以上，数据截止日不含这些行。',
  },
  'direction.against-balances': {
    en: 'On {rows} of {of} bookings the balance moves against the direction: in and out may be swapped.',
    zh: '{of} 笔交易中有 {rows} 笔的余额变动与借贷方向相反，收支可能颠倒。',
  },
  'currency.converted': {
    en: '{table}: amounts in {others} ({rows} rows) are converted to {base} by the rate of their day.',
    zh: '{table}中 {others} 金额（{rows} 行）已按当日汇率折算为 {base}。',
  },
  'total.differs': {
    en: '{file}: line {line} states a total of {stated} for {column}; the rows add up to {found}.',
    zh: '“{file}”第 {line} 行「{column}」合计为 {stated}，逐行相加为 {found}。',
  },
  'control.rows-agree': {
    en: '{file} has the {rows} rows that {control} says.',
    zh: '“{file}”共 {rows} 行，与“{control}”一致。',
  },
  'control.rows-differ': {
    en: '{file} has {rows} rows; {control} says {expected}.',
    zh: '“{file}”共 {rows} 行，“{control}”记为 {expected} 行，两者不符。',
  },
  'control.unread': {
    en: '{control} does not say how many rows {file} has.',
    zh: '“{control}”未写明“{file}”的行数。',
  },
  'data.repaired': {
    en: '{table}: {rows} rows were repaired in {field}.',
    zh: '{table}的{field}已修复 {rows} 行。',
  },
  'link.orphans': {
    en: '{from}: rows that refer to something no file has in {to} ({rows}).',
    zh: '{from}中有 {rows} 行引用的编号在{to}中不存在。',
  },
  'filter.unknown-values': {
    en: '{field}: values of the filter that are not in this data ({count}): {values}.',
    zh: '“{field}”筛选中有 {count} 个取值不在当前数据中：{values}。',
  },
  'filter.unknown-field': {
    en: 'This data has no “{field}”; the filter changes nothing.',
    zh: '当前数据中没有“{field}”，该筛选不起作用。',
  },
  'filter.unreadable': {
    en: '{field} “{value}” cannot be read; it changes nothing.',
    zh: '无法识别“{field}”的取值“{value}”，该项不起作用。',
  },
  'filter.not-carried': {
    en: '{field} does not change {metric}.',
    zh: '“{field}”对“{metric}”无影响。',
  },
  'breakdown.not-carried': {
    en: '{metric} cannot be split by {by}.',
    zh: '“{metric}”不能按“{by}”拆分。',
  },
  'period.not-in-data': {
    en: 'The data run from {first} to {last}; {from} to {to} is not in them.',
    zh: '数据区间为 {first} 至 {last}，不含 {from} 至 {to}。',
  },
  'period.partial-month': {
    en: '{month} is not complete: data until {day}.',
    zh: '{month}数据未完整，截至 {day}。',
  },
  'comparison.not-in-data': {
    en: 'The data begin on {first}; the comparison from {from} to {to} is not complete.',
    zh: '数据始于 {first}，对比区间 {from} 至 {to} 不完整。',
  },
  'comparison.no-targets': {
    en: 'No targets in the files: nothing to compare with.',
    zh: '文件中没有目标，无法对比。',
  },
  'comparison.whole-data': {
    en: 'The period is all of the data: there is nothing before it to compare with.',
    zh: '期间为全部数据，之前没有可对比的数据。',
  },
  'balance.other-month': {
    en: 'Balances are those at the end of {used}.',
    zh: '余额取自 {used}末。',
  },
  'data.no-balances': {
    en: 'No balances in the files: assets under management are not known.',
    zh: '文件中没有余额，无法得出管理资产。',
  },
  'data.no-transactions': { en: 'No transactions in the files.', zh: '文件中没有交易。' },
  'data.no-accounts': { en: 'No accounts in the files.', zh: '文件中没有账户。' },
  'customer.unknown': { en: 'No customer has this number.', zh: '没有此客户号的客户。' },
  'transaction.unknown': { en: 'No transaction has this number.', zh: '没有此编号的交易。' },
  'btyd.calibration-cut': {
    en: 'The data end before {asked}: the model learns until {used}.',
    zh: '数据早于 {asked} 结束，模型仅学习至 {used}。',
  },
  'btyd.raw-transactions': {
    en: 'These are the transactions of bank accounts, one every {days} days as a rule, not purchases: the model runs because it was asked for, and its figures are not reliable.',
    zh: '这些是银行账户流水（通常每 {days} 天一笔），并非自主购买行为。模型应您的选择运行，结果不可靠。',
  },
  'btyd.few-repeat-customers': {
    en: 'Only {customers} customers came back, {needed} are needed for a steady result.',
    zh: '仅 {customers} 名客户有重复行为，稳定的结果至少需要 {needed} 名。',
  },
  'btyd.certain-alive': {
    en: '{model} takes the {customers} customers with a single event for certainly active: that is how the model is made, not what the data say.',
    zh: '{model} 将 {customers} 名仅有一次行为的客户视为必然活跃，这是模型的假设，并非数据所示。',
  },
  'btyd.penalty': {
    en: 'The data alone did not settle the model; a mild penalty ({penalty}) on extreme parameters was needed.',
    zh: '仅凭数据无法确定模型，已对极端参数施加轻微惩罚（{penalty}）。',
  },
  'contribution.accounts-left-out': {
    en: 'Accounts without a rate or transfer price ({accounts}) are left out of the contribution.',
    zh: '{accounts} 个账户缺少利率或内部转移价格，未计入贡献。',
  },
});

type Coded = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

/** Units of rates. */
const unitNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  percent: { en: 'percent', zh: '百分比' },
  fraction: { en: 'fractions', zh: '小数' },
  'basis-points': { en: 'basis points', zh: '基点' },
};

const isMonth = /^\d{4}-\d{2}$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

function spokenValue(name: string, value: string, f: Formats): string {
  if (isMonth.test(value)) return f.month(value);
  if (isDay.test(value)) return f.day(value);
  if (name === 'unit') return unitNames[value]?.[f.locale] ?? value;
  if (name === 'field' || name === 'by') return fieldName(value, f.locale);
  if (name === 'metric') return metricName(value, f.locale);
  return name === 'table' || name === 'from' || name === 'to' ? tableName(value, f.locale) : value;
}

/** Numbers, months and tables in the reader's words; everything else as the files write it. */
export function spokenValues(values: Readonly<Record<string, string | number>>, f: Formats): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, f.count(value, 'exact')];
      const field = name === 'field' ? fieldOf(String(values['table'] ?? ''), value) : undefined;
      return [name, field?.label[f.locale] ?? spokenValue(name, value, f)];
    }),
  );
}

/** What was assumed, as a sentence. An assumption of a newer version stands under its code. */
export function assumptionText({ code, values }: Coded, { f }: { readonly f: Formats }): string {
  if (!Object.hasOwn(assumptionMessages, code)) return code;
  const key = code as keyof typeof assumptionMessages;
  return translator(assumptionMessages, f.locale)(key, spokenValues(values, f));
}
