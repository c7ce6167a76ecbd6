import type { ErrorCode } from '../base/errors';
import type { Locale } from './locale';

type Both = Readonly<Record<Locale, string>>;
type ErrorMessage = {
  /** What happened, with the number. Where a value may be absent, `plain` is the sentence without it. */
  readonly title: Both;
  readonly plain?: Both;
  /** What to do. */
  readonly action?: Both;
};

/** The exact patterns of ux.md §2.3, and the same form for the other codes. Placeholders are details of the error. */
export const errorMessages: Readonly<Record<ErrorCode, ErrorMessage>> = {
  'ingest.empty-file': {
    title: { en: '{file} is empty (0 bytes).', zh: '“{file}”是空文件（0 字节）。' },
    action: { en: 'Remove it or choose another file.', zh: '移除该文件，或选择其他文件。' },
  },
  'ingest.too-large': {
    title: {
      en: '{file} is {size}. This browser can safely hold about {limit}.',
      zh: '“{file}”大小为 {size}，当前浏览器可稳定处理约 {limit}。',
    },
    plain: {
      en: '{file} is larger than this browser can safely hold.',
      zh: '“{file}”超出当前浏览器可稳定处理的大小。',
    },
    action: {
      en: 'Load only the columns you need, or fewer months.',
      zh: '可仅载入所需的列，或缩短月份范围。',
    },
  },
  'ingest.password-protected': {
    title: {
      en: '{file} is password-protected. Save a copy without a password, then drop it here.',
      zh: '“{file}”设有密码。请另存为无密码副本后再拖入。',
    },
  },
  'ingest.unsupported-format': {
    title: {
      en: '{ext} files cannot be read. Export as CSV or .xlsx.',
      zh: '暂不支持 {ext} 文件，请导出为 CSV 或 .xlsx。',
    },
    action: { en: 'Remove it, or drop the exported copy.', zh: '移除该文件，或拖入导出后的副本。' },
  },
  'ingest.unclosed-quote': {
    title: {
      en: 'Reading stopped at row {row}: the quote opened on row {openedAt} never closes.',
      zh: '读取在第 {row} 行停止：第 {openedAt} 行的引号没有闭合。',
    },
    action: {
      en: 'Treat quotes as plain text, or close the quote in the file.',
      zh: '可将引号按普通文本处理，或在文件中补齐引号。',
    },
  },
  'ingest.garbled-text': {
    title: {
      en: 'The text looks garbled in {rows} of {sampled} sampled rows. Encoding is set to {encoding}.',
      zh: '抽样的 {sampled} 行中有 {rows} 行出现乱码，当前编码为 {encoding}。',
    },
    action: { en: 'Choose another encoding.', zh: '请选择其他编码。' },
  },
  'ingest.out-of-memory': {
    title: {
      en: 'Out of memory after {rows} rows. Nothing was changed.',
      zh: '读取 {rows} 行后内存不足，原有数据未改动。',
    },
    plain: {
      en: 'Out of memory while reading. Nothing was changed.',
      zh: '读取时内存不足，原有数据未改动。',
    },
    action: {
      en: 'Load fewer files or columns, or close other tabs.',
      zh: '可减少文件或列，或关闭其他标签页。',
    },
  },
  'ingest.stopped': {
    title: {
      en: 'Reading stopped: the browser ended the import ({cause}). Nothing was changed.',
      zh: '读取中断：浏览器结束了导入（{cause}），原有数据未改动。',
    },
    plain: {
      en: 'Reading stopped: the browser ended the import. Nothing was changed.',
      zh: '读取中断：浏览器结束了导入，原有数据未改动。',
    },
    action: { en: 'Try again, or load fewer files at once.', zh: '请重试，或一次载入较少文件。' },
  },
  'ingest.unreadable': {
    title: {
      en: '{file} could not be read. It may have been moved, changed or deleted since it was chosen.',
      zh: '无法读取“{file}”，文件可能在选择后被移动、修改或删除。',
    },
    action: { en: 'Choose the file again.', zh: '请重新选择该文件。' },
  },
  'ingest.damaged-file': {
    title: {
      en: '{file} is damaged: it cannot be read as {format}.',
      zh: '“{file}”已损坏，无法按 {format} 格式读取。',
    },
    action: { en: 'Export it again, or export as CSV.', zh: '请重新导出，或导出为 CSV。' },
  },
  'ingest.too-many-columns': {
    title: {
      en: '{file} has {columns} columns or more; up to {limit} can be read.',
      zh: '“{file}”至少有 {columns} 列，最多可读取 {limit} 列。',
    },
    action: { en: 'Export only the columns you need.', zh: '请仅导出需要的列。' },
  },
  'ingest.too-many-files': {
    title: {
      en: '{file} holds {files} files or more; up to {limit} can be read at once.',
      zh: '“{file}”内至少有 {files} 个文件，一次最多可读取 {limit} 个。',
    },
    action: { en: 'Unpack it and choose the files you need.', zh: '请解压后仅选择需要的文件。' },
  },
  'ingest.no-rows': {
    title: {
      en: '{file}: none of its {rows} rows could be used.',
      zh: '“{file}”：{rows} 行均无法使用。',
    },
    plain: { en: '{file} has a header but 0 rows.', zh: '“{file}”仅有表头，数据为 0 行。' },
    action: { en: 'Remove it or choose another file.', zh: '移除该文件，或选择其他文件。' },
  },
  'ingest.ragged-rows': {
    title: {
      en: '{n} rows have {a} fields; the header has {b}. First: row {r}.',
      zh: '有 {n} 行为 {a} 列，而表头为 {b} 列。首个问题在第 {r} 行。',
    },
    plain: {
      en: 'Some rows have another number of fields than the header.',
      zh: '部分行的列数与表头不一致。',
    },
    action: {
      en: 'These rows are kept aside; change the delimiter if they are many.',
      zh: '这些行已单独保留；如数量较多，请更换分隔符。',
    },
  },
  'ingest.not-a-date': {
    title: {
      en: '{column}: {n} of {m} values are not dates.',
      zh: '「{column}」有 {n}/{m} 个值不是日期。',
    },
    action: { en: 'Choose another date format or column.', zh: '请选择其他日期格式或列。' },
  },
  'ingest.ambiguous-date': {
    title: {
      en: '{column}: cannot tell day from month. Choose one.',
      zh: '「{column}」无法区分日和月，请选择。',
    },
  },
  'ingest.damaged-id': {
    title: {
      en: '{column} was saved by Excel as 6.22E+18. The last digits are lost and cannot be restored.',
      zh: '「{column}」已被 Excel 存为 6.22E+18，末尾数字已丢失，无法恢复。',
    },
    action: {
      en: 'Use another file, or continue without this column.',
      zh: '请改用其他文件，或不导入此列。',
    },
  },
  'ingest.missing-role': {
    title: {
      en: 'No column is matched to {role}. Nothing can be linked without it.',
      zh: '尚未指定“{role}”列，缺少它无法关联数据。',
    },
    action: { en: 'Choose the column that holds it.', zh: '请选择对应的列。' },
  },
  'ingest.ambiguous-role': {
    title: {
      en: '{candidates} can each be {role}.',
      zh: '{candidates}均可能是“{role}”。',
    },
    action: { en: 'Choose one.', zh: '请选择其中一列。' },
  },
  'ingest.bad-mapping': {
    title: {
      en: 'The mapping file cannot be used: see {where}.',
      zh: '映射文件无法使用，问题位于 {where}。',
    },
    plain: {
      en: 'The mapping names “{column}”, a column that {file} does not have.',
      zh: '映射中的“{column}”列在“{file}”中不存在。',
    },
    action: { en: 'Correct the mapping, or match the columns here.', zh: '请修正映射文件，或在此重新匹配。' },
  },
  'query.no-match': {
    title: { en: 'No customers match these filters.', zh: '没有符合当前筛选条件的客户。' },
    action: { en: 'Remove a filter, or reset all.', zh: '可移除部分筛选，或全部重置。' },
  },
  'query.needs': {
    title: {
      en: 'This page needs {roles}. Your files do not have it yet.',
      zh: '本页需要{roles}，当前文件中尚无。',
    },
    plain: {
      en: 'This page needs columns that your files do not have yet.',
      zh: '本页所需的列在当前文件中尚无。',
    },
    action: { en: 'Match a column, or add a file.', zh: '请匹配列，或添加文件。' },
  },
  'query.not-enough': {
    title: {
      en: 'Too few cases: {n} (at least {needed} needed).',
      zh: '样本过少：仅 {n} 个（至少需要 {needed} 个）。',
    },
    plain: { en: 'Too few cases.', zh: '样本过少。' },
    action: { en: 'Widen the period or the filters.', zh: '请放宽期间或筛选条件。' },
  },
  'database.query-failed': {
    title: {
      en: 'The query failed on line {line}: {reason}.',
      zh: '查询在第 {line} 行出错：{reason}。',
    },
    plain: { en: 'The query failed.', zh: '查询出错。' },
    action: { en: 'Correct the query and run it again.', zh: '请修正查询后重新运行。' },
  },
  'database.too-large': {
    title: {
      en: 'The result is larger than {limit}, the most that can be shown at once.',
      zh: '结果超过 {limit}，超出一次可显示的上限。',
    },
    plain: {
      en: 'The result is larger than this browser can hold.',
      zh: '结果超出当前浏览器可容纳的大小。',
    },
    action: { en: 'Choose fewer columns, or limit the rows.', zh: '请减少列，或限制行数。' },
  },
  'database.read-only': {
    title: {
      en: 'Queries can read but not change the data. 0 rows were changed.',
      zh: '查询只能读取数据，不能修改；已改动 0 行。',
    },
    action: { en: 'Use SELECT, WITH or EXPLAIN.', zh: '请使用 SELECT、WITH 或 EXPLAIN。' },
  },
  'database.malformed': {
    title: {
      en: 'The database in this project is damaged and could not be opened.',
      zh: '项目中的数据库已损坏，无法打开。',
    },
    action: {
      en: 'Open an earlier copy, or import the files again.',
      zh: '请打开较早的副本，或重新导入文件。',
    },
  },
  'database.stopped': {
    title: {
      en: 'The browser ended the query, mostly for want of memory. The data are unchanged.',
      zh: '浏览器结束了查询，多因内存不足；数据未改动。',
    },
    action: {
      en: 'Run it again, or ask for fewer rows and columns.',
      zh: '可重新运行，或减少行与列。',
    },
  },
  'task.cancelled': {
    title: { en: 'Cancelled. Nothing was changed.', zh: '已取消，原有数据未改动。' },
  },
  'task.unknown': {
    title: { en: 'There is no analysis named “{task}”.', zh: '没有名为“{task}”的分析。' },
    plain: { en: 'There is no such analysis.', zh: '没有这项分析。' },
    action: { en: 'List the analyses with the command “tasks”.', zh: '可用命令“tasks”查看全部分析。' },
  },
  'task.bad-parameters': {
    title: {
      en: '“{parameter}” is not a valid setting of this analysis.',
      zh: '“{parameter}”不是该分析的有效参数。',
    },
    plain: { en: 'The settings of this analysis are not valid.', zh: '该分析的参数无效。' },
    action: { en: 'Reset the settings.', zh: '请重置参数。' },
  },
  'storage.not-a-project': {
    title: { en: '{file} is not a Clientele project.', zh: '“{file}”不是知客项目文件。' },
    plain: { en: 'This file is not a Clientele project.', zh: '该文件不是知客项目文件。' },
    action: {
      en: 'Choose a .clientele file, or import it as data.',
      zh: '请选择 .clientele 文件，或作为数据导入。',
    },
  },
  'storage.damaged-project': {
    title: {
      en: '{file} is damaged: its contents do not match its list.',
      zh: '“{file}”已损坏：内容与清单不一致。',
    },
    plain: {
      en: 'This project file is damaged: its contents do not match its list.',
      zh: '该项目文件已损坏：内容与清单不一致。',
    },
    action: { en: 'Open another copy.', zh: '请打开其他副本。' },
  },
  'storage.newer-project': {
    title: {
      en: '{file} was saved by a newer Clientele (format {version}).',
      zh: '“{file}”由较新版本的知客保存（格式 {version}）。',
    },
    plain: {
      en: 'This project was saved by a newer Clientele.',
      zh: '该项目由较新版本的知客保存。',
    },
    action: { en: 'Open it with the newer version.', zh: '请用较新版本打开。' },
  },
  'storage.unreadable-path': {
    title: { en: '{path} could not be opened.', zh: '无法打开“{path}”。' },
    plain: { en: 'The file could not be opened.', zh: '无法打开该文件。' },
    action: { en: 'Check that it exists and may be read.', zh: '请确认文件存在且可读取。' },
  },
  'internal.card': {
    title: {
      en: 'This card could not be drawn. Other cards are not affected.',
      zh: '此卡片未能显示，其他卡片不受影响。',
    },
    action: { en: 'Try again, or show the table.', zh: '可重试，或查看表格。' },
  },
  'internal.unexpected': {
    title: {
      en: 'Clientele could not finish this step. The data are unchanged.',
      zh: '此步骤未能完成，原有数据未改动。',
    },
    action: {
      en: 'Try again; copy the details if it happens again.',
      zh: '请重试；如再次出现，可复制详情。',
    },
  },
};

/** Names of the columns that a file may be missing, as `role` of an error names them. */
export const roleNames: Readonly<Record<string, Both>> = {
  customer_id: { en: 'Customer ID', zh: '客户号' },
  account_id: { en: 'Account ID', zh: '账号' },
  txn_date: { en: 'Transaction date', zh: '交易日期' },
  amount: { en: 'Amount', zh: '金额' },
  month: { en: 'Month', zh: '月份' },
  balance: { en: 'Balance', zh: '余额' },
  branch_id: { en: 'Branch ID', zh: '机构号' },
  rm_id: { en: 'Manager ID', zh: '工号' },
  region_id: { en: 'Region number', zh: '地区编号' },
  product_code: { en: 'Product code', zh: '产品代码' },
};

/** Why the browser ended an import, as `cause` of `ingest.stopped` names it. */
export const stopCauses: Readonly<Record<string, Both>> = {
  'worker-lost': { en: 'its worker ended', zh: '后台线程已结束' },
};
