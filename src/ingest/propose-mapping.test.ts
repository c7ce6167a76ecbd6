import { describe, expect, it } from 'vitest';
import { inspectionOf } from '../../tests/support/inspection';
import type { MappingFile } from '../model/mapping';
import { draftFromInspections } from './draft-import';

const dates = [
  '20240105',
  '20240117',
  '20240211',
  '20240229',
  '20240302',
  '20240318',
  '20240401',
  '20240420',
];
const isoDates = dates.map((day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);

/** Plausible cells of a kind, eight of them. */
const cells: Readonly<Record<string, readonly string[]>> = {
  customer: ['000123', '000123', '000456', '000789', '000456', '000123', '000789', '000456'],
  uniqueCustomer: ['0001', '0002', '0003', '0004', '0005', '0006', '0007', '0008'],
  account: ['62220001', '62220001', '62220002', '62220003', '62220002', '62220001', '62220003', '62220002'],
  uniqueAccount: ['71001', '71002', '71003', '71004', '71005', '71006', '71007', '71008'],
  id: ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'],
  date: dates,
  iso: isoDates,
  money: ['12.50', '300.00', '88.10', '1200.00', '45.60', '9.99', '71.00', '650.25'],
  signed: ['12.50', '-300.00', '88.10', '-1200.00', '45.60', '-9.99', '71.00', '650.25'],
  jiedai: ['借', '贷', '借', '借', '贷', '借', '贷', '贷'],
  dc: ['D', 'C', 'D', 'D', 'C', 'D', 'C', 'C'],
  text: ['超市', '工资', '水费', '转账给张', '话费', '午餐', '书', '房租'],
  name: ['张*', '李*', '王*', '赵*', '钱*', '孙*', '周*', '吴*'],
  gender: ['男', '女', '男', '女', '女', '男', '男', '女'],
  product: ['活期', '定期', '活期', '理财', '定期', '活期', '基金', '活期'],
  channel: ['手机银行', 'ATM', '网银', '柜面', 'POS', '手机银行', 'ATM', '网银'],
  branch: ['B01', 'B02', 'B01', 'B03', 'B02', 'B01', 'B03', 'B02'],
  uniqueBranch: ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08'],
  month: ['202401', '202402', '202403', '202404', '202401', '202402', '202403', '202404'],
  flag: ['1', '0', '1', '1', '0', '1', '0', '0'],
  rate: ['3.25', '2.10', '1.75', '3.00', '4.20', '2.75', '1.50', '3.60'],
  count: ['1', '2', '1', '5', '3', '2', '1', '4'],
  empty: ['', '', '', '', '', '', '', ''],
};

/** Columns written as `header:kind`, or `header:kind=field` with the field expected. */
function draftOf(fileName: string, columns: string) {
  const parts = columns.split(' ').map((part) => {
    const [, header = '', kind = '', field = null] = /^(.*?):(\w+)(?:=(\w+))?$/.exec(part) ?? [];
    return { header: header.replaceAll('_', ' '), kind, field };
  });
  const rows = dates.map((_, row) => parts.map(({ kind }) => cells[kind]?.[row] ?? ''));
  const inspection = inspectionOf(
    fileName,
    parts.map(({ header }) => header),
    rows,
  );
  const draft = draftFromInspections([inspection]);
  const [file] = draft.files;
  if (!file) throw new Error('no draft');
  const expected = Object.fromEntries(parts.map(({ header, field }) => [header, field ?? null]));
  const found = Object.fromEntries(file.columns.map(({ column, field }) => [column, field]));
  return { draft, file, expected, found };
}

describe('headers of banks', () => {
  it.each([
    [
      'transactions.csv',
      'transaction',
      'cust_no:customer=customer_id trans_date:iso=txn_date trans_amt:money=amount dr_cr:dc=dc_flag',
    ],
    ['export.csv', 'transaction', 'Customer_ID:customer=customer_id Date:date=txn_date Amount:signed=amount'],
    [
      'x.csv',
      'transaction',
      'CIF:customer=customer_id Posting_Date:iso=txn_date Amt:money=amount Narrative:text=summary',
    ],
    [
      '流水.csv',
      'transaction',
      '客户号:customer=customer_id 交易日期:iso=txn_date 交易金额:money=amount 借贷标志:jiedai=dc_flag 摘要:text=summary 渠道:channel=channel',
    ],
    [
      '交易明细.txt',
      'transaction',
      '流水号:id=txn_id 账号:account=account_id 客户编号:customer=customer_id 记账日期:date=txn_date 借方发生额:money=debit_amount 贷方发生额:money=credit_amount 余额:money=balance_after 对方账号:account=counterparty_acct',
    ],
    [
      'jymx.csv',
      'transaction',
      'khh:customer=customer_id jyrq:date=txn_date jyje:money=amount jdbz:jiedai=dc_flag zhaiyao:text=summary',
    ],
    [
      'liushui.csv',
      'transaction',
      'KeHuHao:customer=customer_id JiaoYi_RiQi:date=txn_date JinE:money=amount',
    ],
    [
      'data1.csv',
      'transaction',
      '客户号:customer=customer_id 日期:iso=txn_date 金额(元):money=amount 收支标志:jiedai=dc_flag',
    ],
    [
      'core_txn.csv',
      'transaction',
      'TRACE_NO:id=txn_id ACCT_NO:account=account_id CUST_ID:customer=customer_id TRAN_DATE:date=txn_date TRAN_AMT:money=amount DC_FLAG:dc=dc_flag CHANNEL:channel=channel TELLER:count=teller',
    ],
    [
      'statement.csv',
      'transaction',
      'Client_No:customer=customer_id Value_Date:iso=txn_date Withdrawal:money=debit_amount Deposit:money=credit_amount Balance:money=balance_after',
    ],
    [
      'customers.csv',
      'customer',
      'customer_id:uniqueCustomer=customer_id customer_name:name=name sex:gender=gender dob:iso=birth_date branch_id:branch=branch_id',
    ],
    [
      '客户信息.csv',
      'customer',
      '客户号:uniqueCustomer=customer_id 客户姓名:name=name 性别:gender=gender 出生日期:iso=birth_date 开户日期:iso=open_date 管户经理:branch=rm_id 归属机构:branch=branch_id',
    ],
    [
      'kehu.csv',
      'customer',
      'khbh:uniqueCustomer=customer_id xingming:name=name xingbie:gender=gender csrq:date=birth_date',
    ],
    [
      'cust_base.txt',
      'customer',
      'CUST_NO:uniqueCustomer=customer_id CUST_NAME:name=name OPEN_DATE:date=open_date ORG_ID:branch=branch_id',
    ],
    [
      'accounts.csv',
      'account',
      'account_number:uniqueAccount=account_id client_id:customer=customer_id product:product=product_code balance:money=balance opened:iso=open_date',
    ],
    [
      '存款账户.csv',
      'account',
      '账号:uniqueAccount=account_id 客户号:customer=customer_id 产品名称:product=product_code 账户余额(万元):money=balance 执行利率:rate=rate 开户日:iso=open_date',
    ],
    [
      'zhanghu.csv',
      'account',
      'zhanghao:uniqueAccount=account_id khh:customer=customer_id cplx:product=product_type yue:money=balance',
    ],
    [
      'month_end.csv',
      'balance',
      '账号:account=account_id 客户号:customer=customer_id 月份:month=month 月末余额:money=balance 日均余额:money=avg_balance',
    ],
    ['branches.csv', 'branch', 'org_id:uniqueBranch=branch_id org_name:name=name parent_org:branch=parent'],
    [
      'responses.csv',
      'response',
      'customer_id:customer=customer_id campaign_id:branch=campaign_id sent_date:iso=sent responded:flag=responded',
    ],
    [
      'loans.csv',
      'loan',
      '借据号:uniqueAccount=loan_id 客户号:customer=customer_id 贷款金额:money=principal 贷款余额:money=balance 逾期天数:count=overdue_days 五级分类:product=five_class',
    ],
    [
      'reordered.csv',
      'transaction',
      'note:text=summary amount:signed=amount loyalty_points:count customer_no:customer=customer_id date:iso=txn_date',
    ],
  ])('%s is a %s file: %s', (fileName, table, columns) => {
    const { draft, file, expected, found } = draftOf(fileName, columns);
    expect(file.table).toBe(table);
    expect(found).toEqual(expected);
    expect(draft.questions).toEqual([]);
    expect(file.missing).toEqual([]);
  });
});

describe('what a proposal says beside the field', () => {
  it('translates the codes of the file', () => {
    const { file } = draftOf('流水.csv', '客户号:customer 交易日期:iso 金额:money 借贷标志:jiedai');
    const direction = file.columns.find(({ field }) => field === 'dc_flag');
    expect(direction?.values).toEqual({ 借: 'debit', 贷: 'credit' });
    expect(direction?.unmappedValues).toEqual([]);
  });

  it('takes the unit from the header and the format from the values', () => {
    const { file, draft } = draftOf('a.csv', '客户号:customer 日期:date 金额(万元):money');
    expect(file.columns.find(({ field }) => field === 'amount')?.unit).toBe('wan');
    expect(file.columns.find(({ field }) => field === 'txn_date')?.dateFormat).toBe('yyyymmdd');
    expect(draft.mapping.files[0]).toMatchObject({ unit: 'wan', dates: 'yyyymmdd' });
  });

  it('is less sure where the values do not look like the name', () => {
    const { file } = draftOf('t.csv', 'customer_id:customer date:iso amount:money balance:text');
    expect(file.columns.find(({ column }) => column === 'balance')).toMatchObject({
      field: null,
      band: 'empty',
    });
  });

  it('refuses columns of passwords', () => {
    const { file, draft } = draftOf(
      't.csv',
      'customer_id:customer date:iso amount:money Password:text 登录密码:text',
    );
    expect(file.refused).toEqual(['Password', '登录密码']);
    expect(file.columns.map(({ column }) => column)).toEqual(['customer id', 'date', 'amount']);
    expect(draft.mapping.files[0]?.columns['Password']).toBeNull();
  });
});

describe('two columns for one role', () => {
  it('are asked about when the headers are equally good', () => {
    const { draft, file } = draftOf('t.csv', 'cust_no:customer client_id:account date:iso amount:money');
    expect(draft.questions).toMatchObject([
      { kind: 'role', field: 'customer_id', candidates: [{ column: 'cust no' }, { column: 'client id' }] },
    ]);
    expect(file.columns.find(({ field }) => field === 'customer_id')).toBeUndefined();
  });

  it('are asked about when there is no header and both look like ids that repeat', () => {
    const rows = dates.map((day, row) =>
      ['00004', '0001', day, '2', `${row}.50`].map((cell, i) => (i < 2 ? `${cell}${row % 3}` : cell)),
    );
    const draft = draftFromInspections([inspectionOf('purchases.txt', null, rows)]);
    expect(draft.questions).toHaveLength(1);
    expect(draft.questions[0]).toMatchObject({
      field: 'customer_id',
      candidates: [{ column: 'column1' }, { column: 'column2' }],
    });
    expect(draft.files[0]?.columns.map(({ field }) => field)).toEqual([
      null,
      null,
      'txn_date',
      null,
      'amount',
    ]);
    expect(draft.files[0]?.columns[2]?.band).toBe('check');
  });

  it('are settled by a mapping that names only the disputed one', () => {
    const rows = dates.map((day, row) => [`0000${row % 3}`, `000${row % 3}`, day, '2', `${row}.50`]);
    const inspection = inspectionOf('purchases.txt', null, rows);
    const given: MappingFile = {
      version: 1,
      files: [{ match: { name: 'purchases*' }, table: 'transaction', columns: { column2: 'customer_id' } }],
      links: [],
    };
    const draft = draftFromInspections([inspection], given);
    expect(draft.questions).toEqual([]);
    expect(draft.files[0]?.columns.map(({ field }) => field)).toEqual([
      null,
      'customer_id',
      'txn_date',
      null,
      'amount',
    ]);
  });
});

describe('the mapping of a draft', () => {
  it('gives the same draft again', () => {
    const { draft, file } = draftOf(
      '流水.csv',
      '客户号:customer 交易日期:iso 金额(万元):money 借贷标志:jiedai 备用:count',
    );
    const again = draftFromInspections([file.inspection], draft.mapping);
    const fields = (one: typeof draft) => one.files[0]?.columns.map(({ column, field }) => [column, field]);
    expect(fields(again)).toEqual(fields(draft));
    expect(again.mapping).toEqual(draft.mapping);
    expect(again.files[0]?.columns.every(({ field, band }) => field === null || band === 'matched')).toBe(
      true,
    );
  });
});

describe('a file that fits no table', () => {
  it('is kept under its own name', () => {
    const { file } = draftOf('weather 2024.csv', 'station:name rain:money');
    expect(file).toMatchObject({ table: 'weather_2024', isCanonical: false, missing: [] });
  });
});

describe('facts without customers', () => {
  const accountsOnly = inspectionOf(
    'trans.csv',
    ['account_id', 'date', 'amount'],
    dates.map((day, row) => [cells['account']?.[row] ?? '', day, '5.00']),
  );

  it('miss the customer when no file tells whose the accounts are', () => {
    expect(draftFromInspections([accountsOnly]).files[0]?.missing).toEqual([['customer_id']]);
  });

  it('miss nothing when a file of holders does', () => {
    const holders = inspectionOf(
      'disp.csv',
      ['account_id', 'client_id', 'type'],
      [
        ['62220001', '1', 'OWNER'],
        ['62220002', '2', 'OWNER'],
        ['62220002', '3', 'DISPONENT'],
      ],
    );
    const draft = draftFromInspections([accountsOnly, holders]);
    expect(draft.files.map(({ missing }) => missing)).toEqual([[], []]);
    expect(draft.files[1]).toMatchObject({ table: 'holder' });
    expect(draft.unlocks.find(({ id }) => id === 'overview')?.level).toBe('partial');
  });
});
