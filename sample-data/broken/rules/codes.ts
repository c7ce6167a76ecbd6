import { loaded, ruleFile, type Meant, type MeantCell, type RuleFile, type RuleFiles } from './rule-file';

/** Four customers with a yes or no. */
function flags(
  about: string,
  cells: readonly string[],
  meant: readonly MeantCell[],
  unread: Pick<Meant, 'cells'> = {},
): RuleFile {
  return ruleFile(['客户号,客户名称,是否代发', ...cells.map((cell, index) => `000${index + 1},${'甲乙丙丁'[index] ?? ''},${cell}`)], {
    about,
    table: 'customer',
    columns: ['customer_id', 'is_payroll'],
    rows: loaded(...meant.map((value, index) => [`000${index + 1}`, value])),
    ...unread,
  });
}

/** Rates of accounts, as fractions in the end. */
function rates(about: string, cells: readonly string[], meant: readonly number[], unit: string): RuleFile {
  const name = `rates-${unit}.csv`;
  return ruleFile(['账号,客户号,执行利率', ...cells.map((cell, index) => `0${index + 1},0001,${cell}`)], {
    about,
    table: 'account',
    columns: ['account_id', 'rate'],
    rows: loaded(...meant.map((rate, index) => [`0${index + 1}`, rate])),
    notes: ['own-signs', 'fraction'].includes(unit) ? [] : [['rate.unit', { file: name, column: '执行利率', unit }]],
  });
}

/** Genders and types of customers in one spelling. */
function codes(about: string, cells: readonly (readonly [string, string])[]): RuleFile {
  return ruleFile(
    ['客户号;性别;客户类型', ...cells.map(([gender, type], index) => `000${index + 1};${gender};${type}`)],
    {
      about,
      table: 'customer',
      columns: ['customer_id', 'gender', 'type'],
      rows: loaded(['0001', 'male', 'personal'], ['0002', 'female', 'personal'], ['0003', null, 'corporate']),
    },
  );
}

export const codeFiles: RuleFiles = {
  'flags-chinese.csv': flags('是, 否, nothing', ['是', '否', '是', ''], [true, false, true, null]),
  'flags-letters.csv': flags('Y, N, y', ['Y', 'N', 'y', ''], [true, false, true, null]),
  'flags-digits.csv': flags('1, 0', ['1', '0', '1', '0'], [true, false, true, false]),
  'flags-true-false.csv': flags('T, F and in full', ['T', 'F', 'TRUE', 'false'], [true, false, true, false]),
  'flags-ticks.csv': flags('a tick or nothing: nothing is no', ['√', '', '', '√'], [true, false, false, true]),
  'flags-unreadable.csv': flags('neither yes nor no', ['是', '否', '也许', '是'], [true, false, null, true], {
    cells: [['是否代发', 'cell.not-yes-or-no', 1]],
  }),
  'rates-percent.csv': rates('rates as 3.25', ['3.25', '0.35', '2.75'], [0.0325, 0.0035, 0.0275], 'percent'),
  'rates-fraction.csv': rates('rates as 0.0325', ['0.0325', '0.0035', '0.0275'], [0.0325, 0.0035, 0.0275], 'fraction'),
  'rates-basis-points.csv': rates('rates as 325, in basis points', ['325', '35', '275'], [0.0325, 0.0035, 0.0275], 'basis-points'),
  'rates-own-signs.csv': rates('rates with their unit in the cell', ['3.25%', '35bp', '27.5‰', '2.75 %'], [0.0325, 0.0035, 0.0275, 0.0275], 'own-signs'),
  'rates-low-percent.csv': ruleFile(['账号,客户号,执行利率', '01,0001,0.35', '02,0001,0.20', '03,0002,0.25'], {
    about: 'low rates in percent, which would be very high ones as fractions',
    table: 'account',
    columns: ['account_id', 'rate'],
    rows: loaded(['01', 0.0035], ['02', 0.002], ['03', 0.0025]),
    notes: [['rate.unit', { file: 'rates-low-percent.csv', column: '执行利率', unit: 'percent' }]],
  }),
  'rates-unreadable.csv': ruleFile(['账号,客户号,执行利率', '01,0001,3.25', '02,0001,面议', '03,0002,2.75', '04,0002,3.10'], {
    about: 'a rate that is none',
    table: 'account',
    columns: ['account_id', 'rate'],
    rows: loaded(['01', 0.0325], ['02', null], ['03', 0.0275], ['04', 0.031]),
    cells: [['执行利率', 'cell.not-a-rate', 1]],
    notes: [['rate.unit', { file: 'rates-unreadable.csv', column: '执行利率', unit: 'percent' }]],
  }),
  'codes-and-names-without-list.csv': ruleFile(['客户号,客户名称,客户等级', '0001,张三,01-钻石', '0002,李四,02-白金', '0003,王五,01-钻石', '0004,赵六,'], {
    about: 'a code and its name in a column of which no list is known: the name counts',
    table: 'customer',
    columns: ['customer_id', 'tier'],
    rows: loaded(['0001', '钻石'], ['0002', '白金'], ['0003', '钻石'], ['0004', null]),
  }),
  'rates-unit-in-header.csv': ruleFile(['账号,客户号,执行利率(%)', '01,0001,0.35', '02,0001,0.02'], {
    about: 'the header says percent',
    table: 'account',
    columns: ['account_id', 'rate'],
    rows: loaded(['01', 0.0035], ['02', 0.0002]),
  }),
  'codes-with-dash.csv': codes('a code and its name: 01-男', [['01-男', '1-个人'], ['02-女', '1-个人'], ['', '2-对公']]),
  'codes-with-bar.csv': codes('a code and its name: 01|男', [['01|男', '1|个人'], ['02|女', '1|个人'], ['', '2|对公']]),
  'codes-digits.csv': codes('digits alone, where every value is one that is known', [['1', '1'], ['2', '1'], ['', '2']]),
  'codes-words.csv': codes('words in two languages', [['男', 'Personal'], ['F', '个人'], ['', 'corporate']]),
  'codes-unknown.csv': ruleFile(['客户号,性别,客户类型', '0001,男,个人', '0002,女,个人', '0003,X,离岸', '0004,男,个人'], {
    about: 'codes that nobody knows stay as they are written',
    table: 'customer',
    columns: ['customer_id', 'gender', 'type'],
    rows: loaded(['0001', 'male', 'personal'], ['0002', 'female', 'personal'], ['0003', 'X', '离岸'], ['0004', 'male', 'personal']),
  }),
  'code-list.csv': ruleFile(
    ['客户号,客户名称,性别,客户等级,客户经理', '0001,张三,A,01,M1', '0002,李四,B,02,M1', '0003,王五,A,09,M2'],
    {
      about: 'a list of codes of its own gives the names; a code that it lacks stays as it is',
      with: ['码表.csv'],
      table: 'customer',
      columns: ['customer_id', 'gender', 'tier'],
      rows: loaded(['0001', 'male', '钻石'], ['0002', 'female', '白金'], ['0003', 'male', '09']),
    },
  ),
  '码表.csv': ruleFile(['字段,代码,名称', '性别,A,男', '性别,B,女', '客户等级,01,钻石', '客户等级,02,白金', '其他,01,别的'], {
    about: 'the list of codes',
    partOf: 'code-list.csv',
    table: 'code_list',
    columns: ['field', 'code', 'label'],
    rows: loaded(['性别', 'A', '男'], ['性别', 'B', '女'], ['客户等级', '01', '钻石'], ['客户等级', '02', '白金'], ['其他', '01', '别的']),
  }),
};
