import { loadedFrom, ruleFile, type Meant, type RuleFile, type RuleFiles } from './rule-file';

/** Nothing of the file is loaded. */
const refused = (about: string, rows: readonly string[], error: NonNullable<Meant['error']>, more: Partial<Meant> = {}): RuleFile =>
  ruleFile(rows, { about, table: '', columns: [], rows: [], error, ...more });

export const refusalFiles: RuleFiles = {
  'refused-no-dates.csv': refused(
    'R-02: none of the days is a day',
    ['客户号,交易日期,金额', '0001,昨天,100.00', '0002,前天,20.50', '0003,月底,7.25'],
    ['ingest.not-a-date', { file: 'refused-no-dates.csv', column: '交易日期', n: 3, m: 3 }],
  ),
  'refused-no-amounts.csv': refused(
    'F-09: no row has what it needs',
    ['客户号,交易日期,金额', '0001,2024-01-30,a', '0002,2024-01-30,b', '0003,2024-01-31,c'],
    ['ingest.no-rows', { file: 'refused-no-amounts.csv', rows: 3 }],
  ),
  'refused-no-customer.csv': refused(
    'M-01: nothing says who it is about, and there is nothing to count',
    ['姓名,城市,职业', '张三,上海,教师', '李四,北京,医生', '王五,广州,司机'],
    ['ingest.missing-role', { role: 'customer_id' }],
  ),
  'refused-two-amounts.csv': refused(
    'M-04: two columns can each be the amount',
    ['客户号,交易日期,交易金额,发生额', '0001,2024-01-30,100.00,100.00', '0002,2024-01-31,20.50,20.00'],
    ['ingest.ambiguous-role', { role: 'amount', candidates: ['交易金额', '发生额'] }],
    { questions: [['role', 'amount']] },
  ),
  'refused-day-or-month.csv': refused(
    'R-03: day and month cannot be told apart, and nobody says',
    ['customer_id,txn_date,amount', '0001,03/04/2024,100.00', '0002,05/06/2024,20.50'],
    ['ingest.ambiguous-date', { column: 'txn_date', formats: ['dd/mm/yyyy', 'mm/dd/yyyy'] }],
    { questions: [['date-format', 'txn_date']] },
  ),
  'refused-mapping.csv': refused(
    'M-05: a mapping that names a date format which does not exist',
    ['客户号,交易日期,金额', '0001,2024-01-30,100.00'],
    ['ingest.bad-mapping', { reason: 'quarter' }],
    { answers: { dates: 'quarter' } },
  ),
  'ragged-rows.csv': ruleFile(
    [
      '客户号,客户名称,城市',
      '0001,"张三",上海',
      '0002,李四',
      '0003,王五,广州,多余',
      '0004,"赵六",深圳',
      '0005,"钱七,杭州',
      ...['0006', '0007', '0008', '0009', '0010', '0011'].map((id) => `${id},"孙八",苏州`),
    ],
    {
      about: 'R-01: rows with fields too few and too many, and one with a stray quote, are kept aside with their bytes',
      table: 'customer',
      columns: ['customer_id', 'city'],
      rows: [
        [2, 'loaded', ['0001', '上海']],
        [3, 'rejected', 'row.too-few-fields', null],
        [4, 'rejected', 'row.too-many-fields', null],
        [5, 'loaded', ['0004', '深圳']],
        [6, 'rejected', 'row.unclosed-quote', null],
        ...loadedFrom(
          7,
          ['0006', '0007', '0008', '0009', '0010', '0011'].map((id) => [id, '苏州']),
        ),
      ],
    },
  ),
  'statement-in-gb18030.csv': ruleFile(
    ['某某银行对公活期明细,,,', '单位：万元,,,', ',,,', '客户号,交易日期,借贷标志,金额', '0001,20240130,贷,1.25', '0001,20240131,借,0.5', '合计,,,1.75', '打印时间：2024-02-01,,,'],
    {
      about: 'everything at once: GB18030, titles, a unit above the table, days without separators, a total, a footer',
      table: 'transaction',
      columns: ['customer_id', 'txn_date', 'amount'],
      rows: [
        [1, 'left out', 'row.before-table'],
        [2, 'left out', 'row.before-table'],
        [5, 'loaded', ['0001', '2024-01-30', '12500.00']],
        [6, 'loaded', ['0001', '2024-01-31', '-5000.00']],
        [7, 'left out', 'row.after-table'],
        [8, 'left out', 'row.after-table'],
      ],
    },
    'gb18030',
  ),
};
