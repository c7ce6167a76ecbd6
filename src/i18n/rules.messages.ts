import type { Locale } from './locale';
import { defineMessages, translator } from './translate';

/** Why a row or a cell was not taken (`rule` of an import report), as the end of a sentence. */
export const ruleMessages = defineMessages({
  'row.too-few-fields': { en: 'fewer fields than the header', zh: '列数少于表头' },
  'row.too-many-fields': { en: 'more fields than the header', zh: '列数多于表头' },
  'row.across-columns': { en: 'text across two columns', zh: '文字跨列' },
  'row.cut-off': { en: 'the file ends inside the row', zh: '文件在该行中途结束' },
  'row.bad-quote': { en: 'quotes that do not pair', zh: '引号不成对' },
  'row.unclosed-quote': { en: 'a quote that never closes', zh: '引号未闭合' },
  'row.before-table': { en: 'above the table', zh: '位于表格上方' },
  'row.after-table': { en: 'below the table', zh: '位于表格下方' },
  'row.total': { en: 'adds up other rows', zh: '合计行' },
  'row.repeated-header': { en: 'the header again', zh: '重复表头' },
  'row.ruler': { en: 'a line drawn with signs', zh: '分隔线' },
  'cell.missing': { en: 'a required value is missing', zh: '缺少必需的值' },
  'cell.not-a-number': { en: 'not a number', zh: '不是数字' },
  'cell.too-many-decimals': { en: 'more decimals than the currency has', zh: '小数位数超出币种精度' },
  'cell.not-a-date': { en: 'not a date', zh: '不是日期' },
  'cell.not-a-time': { en: 'not a time of day', zh: '不是时间' },
  'cell.not-a-rate': { en: 'not a rate', zh: '不是比率' },
  'cell.not-yes-or-no': { en: 'neither yes nor no', zh: '不是是否标志' },
  'cell.garbled': { en: 'garbled text', zh: '文字乱码' },
  'cell.damaged-id': {
    en: 'saved by Excel without its last digits',
    zh: '被 Excel 存为科学计数，末尾数字已丢失',
  },
  'rows.repeated-id': { en: 'repeated IDs', zh: '编号重复' },
  'rows.repeated-row': { en: 'rows of an earlier file again', zh: '与之前文件重复的行' },
  'rows.already-there': { en: 'rows already there', zh: '已有的行' },
  'file.repeated': { en: 'the same file again', zh: '重复的文件' },
});

/** A rule in the reader's words; one of a newer version stands under its code. */
export function ruleText(rule: string, locale: Locale): string {
  if (!Object.hasOwn(ruleMessages, rule)) return rule;
  return translator(ruleMessages, locale)(rule as keyof typeof ruleMessages);
}
