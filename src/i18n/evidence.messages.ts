import type { Formats } from './formats';
import type { Locale } from './locale';
import { spokenValues } from './assumptions.messages';
import { defineMessages, translator } from './translate';

/** Why a column was taken for a field (`Evidence` of `ingest/import-draft.ts`). */
export const evidenceMessages = defineMessages({
  'name.field': { en: 'its name is {name}', zh: '列名为 {name}' },
  'name.synonym': { en: 'its name “{name}” means this', zh: '列名“{name}”为同义名称' },
  'name.weak': { en: 'its name “{name}” can mean this', zh: '列名“{name}”可能为此含义' },
  'name.part': { en: 'its name contains “{name}”', zh: '列名中含“{name}”' },
  'name.tie': { en: '{column} fits as well', zh: '「{column}」同样符合' },
  'value.date': { en: '{share} of values are dates ({format})', zh: '{share} 的值为日期（{format}）' },
  'value.number': { en: '{share} of values are numbers', zh: '{share} 的值为数字' },
  'value.decimals': { en: 'values have decimals', zh: '数值含小数' },
  'value.unique': { en: '{share} of values are unique', zh: '{share} 的值唯一' },
  'value.repeats': {
    en: '{distinct} different values in {rows} rows',
    zh: '{rows} 行中有 {distinct} 个不同值',
  },
  'value.leading-zeros': { en: 'values have leading zeros', zh: '值含前导零' },
  'value.codes': { en: '{known} of {of} values are known codes', zh: '{of} 个取值中有 {known} 个为已知代码' },
  'value.only-one': { en: 'the only column of this kind', zh: '唯一一列此类数据' },
  'value.against': { en: 'values do not look like {expected}', zh: '取值与{expected}不符' },
  overlap: { en: '{share} of values are found in {table}', zh: '{share} 的值见于{table}' },
  given: { en: 'settled by you or a mapping file', zh: '由您或映射文件指定' },
});

/** Field types of `model/field.ts`, as `expected` names them. */
const typeNames: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  id: { en: 'IDs', zh: '编号' },
  text: { en: 'text', zh: '文本' },
  code: { en: 'codes', zh: '代码' },
  day: { en: 'dates', zh: '日期' },
  month: { en: 'months', zh: '月份' },
  time: { en: 'times', zh: '时间' },
  money: { en: 'amounts', zh: '金额' },
  number: { en: 'numbers', zh: '数字' },
  rate: { en: 'rates', zh: '比率' },
  flag: { en: 'yes or no', zh: '是否标志' },
};

type Coded = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

/** One reason as half a sentence. Shares are fractions. */
export function evidenceText({ code, values }: Coded, { f }: { readonly f: Formats }): string {
  if (!Object.hasOwn(evidenceMessages, code)) return code;
  const { share, expected } = values;
  return translator(evidenceMessages, f.locale)(code as keyof typeof evidenceMessages, {
    ...spokenValues(values, f),
    ...(typeof expected === 'string' ? { expected: typeNames[expected]?.[f.locale] ?? expected } : {}),
    ...(typeof share === 'number' ? { share: f.percent(share) } : {}),
  });
}
