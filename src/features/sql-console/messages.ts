import { defineMessages, type Translate as TranslateKeys } from '../../i18n/translate';

export const sqlMessages = defineMessages({
  title: { en: 'SQL', zh: 'SQL 查询' },
  lead: {
    en: 'Ask all rows of the data in SQL. Queries only read, and run beside everything else.',
    zh: '用 SQL 查询全部数据。查询只读，单独运行，不影响其他页面。',
  },
  'lead.filters': {
    en: 'Queries read all rows: the filters of other pages do not apply here.',
    zh: '查询读取全部数据，其他页面的筛选在此不生效。',
  },
  'lead.masked': {
    en: 'Names, account and phone numbers, birth dates are masked here, in conditions too.',
    zh: '姓名、账号、电话及出生日期在此已脱敏，查询条件中亦然。',
  },
  editor: { en: 'Query', zh: '查询语句' },
  placeholder: { en: 'SELECT …', zh: 'SELECT …' },
  run: { en: 'Run', zh: '运行' },
  stop: { en: 'Stop', zh: '停止' },
  examples: { en: 'Examples', zh: '示例' },
  'examples.title': { en: 'Three questions to begin with', zh: '从以下问题开始' },
  completions: { en: 'Completions', zh: '补全' },
  'example.flows': { en: 'How much came in and went out each month?', zh: '每月流入和流出各多少？' },
  'example.quiet': {
    en: 'Which busy customers have been silent for 90 days?',
    zh: '哪些活跃客户已沉寂 90 天？',
  },
  'example.branches': { en: 'What do the customers of each branch hold?', zh: '各机构客户持有多少余额？' },
  'example.channels': { en: 'Which channels do customers use?', zh: '客户使用哪些渠道？' },
  'example.products': { en: 'How many accounts has each product?', zh: '各产品有多少账户？' },
  'example.largest': { en: 'Who brought in the most?', zh: '哪些客户流入最多？' },
  'example.types': { en: 'What kinds of customers are there?', zh: '客户有哪些类型？' },
  'example.tables': { en: 'How many rows has each table?', zh: '各表有多少行？' },
  'example.rejected': { en: 'Why were rows set aside?', zh: '哪些行被剔除，原因为何？' },
  'example.customers': { en: 'What is known of a customer?', zh: '客户有哪些信息？' },

  schema: { en: 'Tables', zh: '数据表' },
  'schema.rows': { en: { one: '{n} row', other: '{n} rows' }, zh: '{n} 行' },
  'schema.insert': { en: 'Insert {name}', zh: '插入 {name}' },
  'schema.show': { en: 'Columns of {name}', zh: '{name} 的列' },
  'schema.copying': { en: 'Copying the data', zh: '正在复制数据' },

  result: { en: 'Result', zh: '结果' },
  'result.running': { en: 'Running · {time}', zh: '正在运行 · {time}' },
  'result.rows': { en: { one: '{n} row in {time}', other: '{n} rows in {time}' }, zh: '{n} 行，用时 {time}' },
  'result.first': {
    en: 'First {shown} of {n} rows, in {time}',
    zh: '共 {n} 行，显示前 {shown} 行，用时 {time}',
  },
  'result.counting': {
    en: 'First {shown} rows in {time}. Counting the others …',
    zh: '显示前 {shown} 行，用时 {time}，正在统计总行数…',
  },
  'result.more': {
    en: 'First {shown} rows in {time}. There are more.',
    zh: '显示前 {shown} 行，用时 {time}，另有更多行。',
  },
  'result.changed': { en: 'The query was changed since.', zh: '查询语句此后已修改。' },
  'result.none': { en: 'No rows', zh: '没有结果行' },
  'result.none-text': {
    en: 'The query ran without an error and found nothing, in {time}.',
    zh: '查询已正常运行，没有找到数据，用时 {time}。',
  },
  'result.stopped': { en: 'Stopped', zh: '已停止' },
  'result.stopped-text': {
    en: 'The query was ended with its thread; the next one starts afresh.',
    zh: '查询已随线程结束，下次运行将重新开始。',
  },
  'time.milliseconds': { en: '{n} ms', zh: '{n} 毫秒' },
  'error.line': { en: 'Go to line {n}', zh: '转到第 {n} 行' },
  'error.sqlite': { en: 'SQLite: {reason}', zh: 'SQLite 原文：{reason}' },
  exporting: { en: 'Writing the result', zh: '正在写出结果' },
  exported: {
    en: {
      one: 'Exported {n} row. Personal data are masked.',
      other: 'Exported {n} rows. Personal data are masked.',
    },
    zh: '已导出 {n} 行，个人信息已脱敏。',
  },
  'exported.plain': {
    en: { one: 'Exported {n} row with personal data.', other: 'Exported {n} rows with personal data.' },
    zh: '已导出 {n} 行，含个人信息。',
  },
  'exported.first': {
    en: 'Exported the first {n} rows, as many as a spreadsheet holds. There are more.',
    zh: '已导出前 {n} 行（电子表格的上限），另有更多行。',
  },

  'reason.syntax': { en: 'SQLite does not understand “{name}” here', zh: '“{name}”附近有语法错误' },
  'reason.token': { en: '“{name}” means nothing in SQL', zh: '无法识别“{name}”' },
  'reason.incomplete': { en: 'the query ends in the middle', zh: '语句不完整' },
  'reason.no-table': { en: 'there is no table “{name}”', zh: '没有名为“{name}”的表' },
  'reason.no-column': { en: 'there is no column “{name}”', zh: '没有名为“{name}”的列' },
  'reason.no-function': { en: 'there is no function “{name}”', zh: '没有名为“{name}”的函数' },
  'reason.ambiguous': {
    en: 'more than one table has the column “{name}”',
    zh: '多个表都有“{name}”列，请注明表名',
  },
  'reason.arguments': {
    en: 'the function “{name}” takes another number of arguments',
    zh: '函数“{name}”的参数个数不对',
  },
  'reason.aggregate': { en: '“{name}” cannot be used here', zh: '此处不能使用“{name}”' },
  'reason.widths': {
    en: 'the parts of “{name}” have different numbers of columns',
    zh: '“{name}”两侧的列数不同',
  },
  'reason.overflow': { en: 'a number is too large', zh: '数值过大' },
  'reason.several': { en: 'only one statement at a time can run', zh: '一次只能运行一条语句' },
  'reason.none': { en: 'there is no statement', zh: '没有可运行的语句' },
});

export type SqlKey = keyof typeof sqlMessages;
export type Translate = TranslateKeys<SqlKey>;
