import { silentControl } from '../src/base/control';
import type { Column } from '../src/columns/column';
import { dictionaryOf, dictionaryValues } from '../src/columns/dictionary';
import type { Frame } from '../src/columns/frame';
import { sampleCsvFiles } from './generate';
import { encodeGb18030 } from './gb18030';
import { makeSampleBank, type SampleOptions } from './model/sample-bank';

/** The bank of the small files. */
export const SMALL_SAMPLE: SampleOptions = { customers: 1750, months: 6, seed: 8 };

/** Columns that the small files carry, and what a Chinese bank calls them. */
const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customer: {
    customer_id: '客户号',
    type: '客户类型',
    gender: '性别',
    birth_date: '出生日期',
    monthly_income: '月收入',
    open_date: '开户日期',
    rm_id: '客户经理编号',
    branch_id: '归属机构',
    is_payroll: '代发标志',
  },
  account: {
    account_id: '账号',
    customer_id: '客户号',
    product_code: '产品代码',
    balance: '账户余额',
    open_date: '开户日',
    close_date: '销户日期',
  },
  transaction: {
    customer_id: '客户号',
    txn_date: '交易日期',
    amount: '交易金额',
    type: '交易类型',
    channel: '交易渠道',
  },
  branch: { branch_id: '机构号', name: '机构名称', parent: '上级机构' },
  manager: { rm_id: '工号', name: '客户经理姓名', branch: '所属机构' },
};

const NAMES: Readonly<Record<string, string>> = {
  customer: '客户',
  account: '账户',
  transaction: '交易流水',
  branch: '机构',
  manager: '客户经理',
};

/** What a Chinese bank writes for our codes. */
const VALUES: Readonly<Record<string, string>> = {
  personal: '个人',
  corporate: '对公',
  male: '男',
  female: '女',
  current: '活期存款',
  savings: '储蓄存款',
  term_deposit: '定期存款',
  wealth: '理财产品',
  fund: '基金',
  insurance: '保险',
  credit_card: '信用卡',
  mortgage: '住房贷款',
  consumer_loan: '消费贷款',
  corporate_loan: '对公贷款',
  salary: '代发工资',
  transfer_in: '转入',
  transfer_out: '转出',
  card_spend: '消费',
  cash_deposit: '存现',
  cash_withdrawal: '取现',
  bill_payment: '缴费',
  loan_repayment: '还款',
  investment_buy: '申购',
  investment_redeem: '赎回',
  interest: '结息',
  fee: '手续费',
  counter: '柜面',
  atm: 'ATM',
  pos: 'POS',
  web: '网银',
  mobile: '手机银行',
  third_party: '第三方',
  phone: '电话银行',
  system: '系统',
};

/** Chinese banks write days as `20260630`. */
const ISO_DAY = /(\d{4})-(\d{2})-(\d{2})/g;

function withColumns(frame: Frame, translate: (column: Column) => Column): Frame {
  const wanted = Object.keys(HEADERS[frame.name] ?? {});
  const columns = wanted.flatMap((name) => {
    const column = frame.columns[name];
    return column === undefined ? [] : [[name, translate(column)] as const];
  });
  return { ...frame, columns: Object.fromEntries(columns) };
}

function inChinese(column: Column): Column {
  if (column.kind !== 'text') return column;
  const values = dictionaryValues(column.dictionary);
  if (!values.every((value) => value in VALUES)) return column;
  return { ...column, dictionary: dictionaryOf(values.map((value) => VALUES[value] ?? value)) };
}

/**
 * The files of `small/` by path: one set with English headers in UTF-8, one with Chinese headers and codes in GB18030,
 * of the same bank, with the columns that banks hand out first. `npm run small` writes them.
 */
export async function smallFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const frames = await makeSampleBank(SMALL_SAMPLE, silentControl);
  const files = new Map<string, Uint8Array>();
  for (const [table, headers] of Object.entries(HEADERS)) {
    const frame = frames[table];
    if (frame === undefined) continue;
    files.set(`en/${table}.csv`, new TextEncoder().encode(csvOf(withColumns(frame, (column) => column))));
    const [, ...rows] = csvOf(withColumns(frame, inChinese)).split('\n');
    const text = [Object.values(headers).join(','), ...rows].join('\r\n').replace(ISO_DAY, '$1$2$3');
    files.set(`zh/${NAMES[table] ?? table}.csv`, encodeGb18030(text));
  }
  return files;
}

function csvOf(frame: Frame): string {
  const decoder = new TextDecoder();
  let text = '';
  for (const { chunks } of sampleCsvFiles({ [frame.name]: frame })) {
    for (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
