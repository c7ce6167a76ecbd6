import { codesOf } from './codes';
import type { Field, Table } from './field';
import { tables } from './tables';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function need(table: Table, field: Field): string {
  if (field.required) return 'required';
  const group = (table.oneOf ?? []).find((names) => names.includes(field.name));
  return group ? `one of ${group.join(', ')}` : '';
}

function fieldRow(table: Table, field: Field): string {
  const names = [...field.synonyms, ...(field.weakSynonyms ?? []).map((name) => `${name}?`)];
  const codes = field.codes ? ` Codes: ${codesOf(field.codes).join(', ')}.` : '';
  const cells = [
    `\`${field.name}\``,
    field.type,
    need(table, field),
    field.sensitivity,
    `${field.label.en} / ${field.label.zh}`,
    `${field.description.en}${codes} / ${field.description.zh}`,
    names.join(' '),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function section(table: Table): string {
  return [
    `## ${table.name}`,
    '',
    `${table.label.en} / ${table.label.zh}. View \`${table.view}\`. ${table.description.en} / ${table.description.zh}`,
    '',
    '| Field | Type | Needed | Class | Label | Meaning | Header names |',
    '|---|---|---|---|---|---|---|',
    ...table.fields.map((field) => fieldRow(table, field)),
    '',
  ].join('\n');
}

/** The data dictionary as Markdown, made from the declarations of `model/tables.ts`. */
export function renderDictionary(): string {
  return [
    '<!-- Generated from src/model/tables by `npm run dictionary`. Change the declarations, not this file. -->',
    '',
    '# Data dictionary / 数据字典',
    '',
    'For people who prepare files or write SQL: every table and column that Clientele understands. Header names are compared without case, blanks, underscores and brackets; a name with `?` counts only when nothing else fits. Money is kept in integer minor units and shown in major units; dates are ISO text in SQL. Class follows JR/T 0171-2020: C2 identifiers are masked.',
    '',
    '面向准备数据或编写 SQL 的人员：系统识别的全部表与字段。匹配表头时忽略大小写、空格、下划线与括号；带 `?` 的名称仅在无更合适的列时采用。金额以整数分保存、按元显示；SQL 中日期为 ISO 文本。“Class” 依据 JR/T 0171-2020，C2 类标识信息一律脱敏。',
    '',
    ...tables.map(section),
  ].join('\n');
}
