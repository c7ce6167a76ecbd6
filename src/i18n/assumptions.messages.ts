import type { Formats } from './formats';
import { tableName } from './table-names';
import { defineMessages, translator, type MessageValues } from './translate';

/** Everything that reading files may assume (`dataset/assumption-codes.ts`), said in one sentence each. */
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
  'link.orphans': {
    en: '{from}: rows that refer to something no file has in {to} ({rows}).',
    zh: '{from}中有 {rows} 行引用的编号在{to}中不存在。',
  },
});

type Coded = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

const isMonth = /^\d{4}-\d{2}$/;
const tableValues = new Set(['table', 'from', 'to']);

/** Numbers, months and tables in the reader's words; everything else as the files write it. */
export function spokenValues(values: Readonly<Record<string, string | number>>, f: Formats): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, f.count(value, 'exact')];
      if (tableValues.has(name)) return [name, tableName(value, f.locale)];
      return [name, isMonth.test(value) ? f.month(value) : value];
    }),
  );
}

/** What was assumed, as a sentence. An assumption of a newer version stands under its code. */
export function assumptionText({ code, values }: Coded, { f }: { readonly f: Formats }): string {
  if (!(code in assumptionMessages)) return code;
  const key = code as keyof typeof assumptionMessages;
  return translator(assumptionMessages, f.locale)(key, spokenValues(values, f));
}
