import { loaded, ruleFile, type RuleFiles } from './rule-file';

/** Bookings in each of seven months, of which the last is not complete. */
const monthly = [2, 3, 2, 3, 10, 2, 3];

/** Files that are read without a fault and still hold something that cannot be right. */
export const checkFiles: RuleFiles = {
  'check-missing-month.csv': ruleFile(
    ['流水号,客户号,交易日期,金额', 'T1,0001,2024-01-31,-3.50', 'T2,0002,2024-02-29,7.00', 'T3,0002,2024-04-30,1.00'],
    {
      about: 'a month without a row',
      table: 'transaction',
      columns: ['txn_id', 'amount'],
      rows: loaded(['T1', '-3.50'], ['T2', '7.00'], ['T3', '1.00']),
      quality: [['month.missing', 'transaction', 1]],
    },
  ),
  'check-future.csv': ruleFile(
    ['流水号,客户号,交易日期,金额', 'T1,0001,2024-01-31,-3.50', 'T2,0002,2024-01-30,7.00', 'T3,0002,2099-01-30,1.00'],
    {
      about: 'a booking after the day of the import: kept and named; the data end before it',
      table: 'transaction',
      columns: ['txn_id', 'txn_date'],
      rows: loaded(['T1', '2024-01-31'], ['T2', '2024-01-30'], ['T3', '2099-01-30']),
      notes: [['date.future', { table: 'transaction', field: 'txn_date', rows: 1 }]],
      quality: [['date.future', 'transaction.txn_date', 1]],
    },
  ),
  'check-before-1990.csv': ruleFile(
    ['账号,客户号,开户日期,账户状态', '01,0001,1985-03-01,正常', '02,0002,2020-01-03,正常', '03,0003,2021-01-04,正常'],
    {
      about: 'days before 1990, and a column that says the same in every row',
      table: 'account',
      columns: ['account_id', 'open_date'],
      rows: loaded(['01', '1985-03-01'], ['02', '2020-01-03'], ['03', '2021-01-04']),
      quality: [
        ['date.before-1990', 'account.open_date', 1],
        ['column.constant', 'account.status', 3],
      ],
    },
  ),
  'check-ages.csv': ruleFile(['客户号,客户名称,年龄', '0001,张三,35', '0002,李四,-3', '0003,王五,180', '0004,赵六,0'], {
    about: 'ages that nobody has',
    table: 'customer',
    columns: ['customer_id', 'age'],
    rows: loaded(['0001', 35], ['0002', -3], ['0003', 180], ['0004', 0]),
    quality: [['age.impossible', 'customer.age', 2]],
  }),
  'check-negative-deposit.csv': ruleFile(
    ['账号,客户号,产品类型,余额', '01,0001,活期存款,-5.00', '02,0001,住房贷款,-100.00', '03,0002,定期存款,20.00', '04,0002,信用卡,-3.00'],
    {
      about: 'a deposit below zero; a debt may be',
      table: 'account',
      columns: ['account_id', 'product_type', 'balance'],
      rows: loaded(['01', 'current', '-5.00'], ['02', 'mortgage', '-100.00'], ['03', 'term_deposit', '20.00'], ['04', 'credit_card', '-3.00']),
      quality: [['balance.negative-deposit', 'account.balance', 1]],
    },
  ),
  'check-customer-sums.csv': ruleFile(['客户号,客户名称,余额', '0001,张三,30.00', '0002,李四,25.00'], {
    about: 'the balance of a customer is not the sum of the accounts',
    with: ['check-customer-sums-accounts.csv'],
    table: 'customer',
    columns: ['customer_id', '余额'],
    rows: loaded(['0001', 30], ['0002', 25]),
    quality: [['balance.customer-sum', 'customer.余额', 1]],
  }),
  'check-customer-sums-accounts.csv': ruleFile(['账号,客户号,余额', '01,0001,10.00', '02,0001,20.00', '03,0002,20.00'], {
    about: 'the accounts',
    partOf: 'check-customer-sums.csv',
    table: 'account',
    columns: ['account_id', 'balance'],
    rows: loaded(['01', '10.00'], ['02', '20.00'], ['03', '20.00']),
  }),
  'check-residue.csv': ruleFile(['客户号,客户名称', '0001,张三', '0002,锟斤拷锟斤拷', '0003,烫烫烫', '0004,李四'], {
    about: 'text that was read in a wrong encoding before it came here',
    table: 'customer',
    columns: ['customer_id', 'name'],
    rows: loaded(['0001', '张三'], ['0002', '锟斤拷锟斤拷'], ['0003', '烫烫烫'], ['0004', '李四']),
    quality: [['text.residue', 'customer.name', 2]],
  }),
  'check-personal-text.csv': ruleFile(
    ['流水号,客户号,交易日期,金额,摘要', 'T1,0001,2024-01-30,-3.50,还款 手机13800138000', 'T2,0002,2024-01-31,7.00,工资', 'T3,0002,2024-01-31,1.00,转给11010519491231002X', 'T4,0002,2024-01-31,2.00,订单202401311234567890'],
    {
      about: 'numbers of persons in free text',
      table: 'transaction',
      columns: ['txn_id', 'summary'],
      rows: loaded(['T1', '还款 手机13800138000'], ['T2', '工资'], ['T3', '转给11010519491231002X'], ['T4', '订单202401311234567890']),
      quality: [['text.personal', 'transaction.summary', 2]],
    },
  ),
  'check-continuity.csv': ruleFile(
    ['流水号,账号,客户号,交易日期,金额,余额', 'T1,01,0001,2024-01-02,100.00,100.00', 'T2,01,0001,2024-01-03,-20.00,80.00', 'T3,01,0001,2024-01-31,50.00,150.00'],
    {
      about: 'a balance that does not follow from the booking: one is missing',
      table: 'transaction',
      columns: ['txn_id', 'balance_after'],
      rows: loaded(['T1', '100.00'], ['T2', '80.00'], ['T3', '150.00']),
      notes: [['balance.rebuilt', { rows: 1, daysByContinuity: 0, daysByFileOrder: 0 }]],
      quality: [['balance.continuity', 'transaction.balance_after', 1]],
    },
  ),
  'check-identity.csv': ruleFile(['客户号,客户名称,证件号码', '0001,张三,11010519491231002X', '0002,李四,110105194912310021', '0003,王五,110105********002X'], {
    about: 'a number of a document with a wrong check digit; masked ones are not judged',
    table: 'customer',
    columns: ['customer_id', 'id_no'],
    rows: loaded(['0001', '11010519491231002X'], ['0002', '110105194912310021'], ['0003', '110105********002X']),
    quality: [['identity.check-digit', 'customer.id_no', 1]],
  }),
};

/** The same for what rests on several rows. */
export const patternFiles: RuleFiles = {
  'check-rejected.csv': ruleFile(['流水号,客户号,交易日期,金额', 'T1,0001,2024-01-30,-3.50', 'T2,0002,2024-01-31,无', 'T3,0002,2024-01-31,1.00'], {
    about: 'a row that could not be read is shown where the quality of the data is',
    table: 'transaction',
    columns: ['txn_id', 'amount'],
    rows: [
      [2, 'loaded', ['T1', '-3.50']],
      [3, 'rejected', 'cell.not-a-number', '金额'],
      [4, 'loaded', ['T3', '1.00']],
    ],
    quality: [['row.rejected', 'check-rejected.csv.金额', 1]],
  }),
  'check-repeated-number.csv': ruleFile(
    ['流水号,客户号,交易日期,金额', 'T1,0001,2024-01-30,-3.50', 'T1,0002,2024-01-31,7.00', 'T3,0002,2024-01-31,1.00'],
    {
      about: 'one number for two bookings that are not equal: both stay',
      table: 'transaction',
      columns: ['txn_id', 'amount'],
      rows: loaded(['T1', '-3.50'], ['T1', '7.00'], ['T3', '1.00']),
      quality: [['key.repeated', 'transaction.txn_id', 1]],
    },
  ),
  'check-thin.csv': ruleFile(['客户号,客户名称,城市', '0001,张三,上海', '0002,李四,', '0003,王五,NULL', '0004,赵六,深圳'], {
    about: 'a column with gaps',
    table: 'customer',
    columns: ['customer_id', 'city'],
    rows: loaded(['0001', '上海'], ['0002', null], ['0003', null], ['0004', '深圳']),
    quality: [['column.thin', 'customer.city', 2]],
  }),
  'check-cards.csv': ruleFile(
    ['卡号,客户号,授信额度,已用额度', '4539578763621486,0001,10000,200.00', '4539578763621487,0002,20000,0.00', '6222****1234,0003,30000,1.00'],
    {
      about: 'a card with a wrong check digit; masked ones are not judged',
      table: 'card',
      columns: ['card_id', 'limit'],
      rows: loaded(['4539578763621486', '10000.00'], ['4539578763621487', '20000.00'], ['6222****1234', '30000.00']),
      quality: [['card.check-digit', 'card.card_id', 1]],
    },
  ),
  'check-order.csv': ruleFile(['账号,客户号,开户日期,销户日期', '01,0001,2020-01-02,2021-01-02', '02,0002,2021-01-02,2020-01-02', '03,0003,2022-01-02,'], {
    about: 'an account that was closed before it was opened',
    table: 'account',
    columns: ['account_id', 'open_date', 'close_date'],
    rows: loaded(['01', '2020-01-02', '2021-01-02'], ['02', '2021-01-02', '2020-01-02'], ['03', '2022-01-02', null]),
    quality: [['date.order', 'account.close_date', 1]],
  }),
  'check-births.csv': ruleFile(['客户号,客户名称,出生日期', '0001,张三,1980-01-01', '0002,李四,1850-01-01', '0003,王五,2025-06-01'], {
    about: 'births that cannot be: more than 120 years ago, or after the data',
    with: ['check-births-transactions.csv'],
    table: 'customer',
    columns: ['customer_id', 'birth_date'],
    rows: loaded(['0001', '1980-01-01'], ['0002', '1850-01-01'], ['0003', '2025-06-01']),
    quality: [['date.impossible-birth', 'customer.birth_date', 2]],
  }),
  'check-births-transactions.csv': ruleFile(['客户号,交易日期,金额', '0001,2024-01-30,-3.50', '0002,2024-01-31,7.00'], {
    about: 'payments of the time',
    partOf: 'check-births.csv',
    table: 'transaction',
    columns: ['customer_id', 'amount'],
    rows: loaded(['0001', '-3.50'], ['0002', '7.00']),
  }),
  'check-rounding.csv': ruleFile(
    ['流水号,账号,客户号,交易日期,金额,余额', 'T1,01,0001,2024-01-02,100.00,100.00', 'T2,01,0001,2024-01-03,0.33,100.34', 'T3,01,0001,2024-01-31,-50.00,50.34'],
    {
      about: 'a balance that is off by a rounding',
      table: 'transaction',
      columns: ['txn_id', 'balance_after'],
      rows: loaded(['T1', '100.00'], ['T2', '100.34'], ['T3', '50.34']),
      quality: [['balance.rounding', 'transaction.balance_after', 1]],
    },
  ),
  'check-unusual-month.csv': ruleFile(
    [
      '流水号,客户号,交易日期,金额',
      ...monthly.flatMap((count, month) =>
        Array.from({ length: count }, (_, n) => `T${month + 1}-${n + 1},0001,2024-0${month + 1}-${20 + n},${n + 1}.00`),
      ),
    ],
    {
      about: 'a month with far more rows than the others',
      table: 'transaction',
      columns: ['txn_id', 'amount'],
      rows: loaded(
        ...monthly.flatMap((count, month) =>
          Array.from({ length: count }, (_, n) => [`T${month + 1}-${n + 1}`, `${n + 1}.00`]),
        ),
      ),
      quality: [['month.unusual', 'transaction', 1]],
    },
  ),
};
