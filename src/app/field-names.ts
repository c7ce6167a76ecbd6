import { tableNamed } from '../model/tables';
import { codeLabel } from '../i18n/codes.messages';
import type { Language } from '../i18n/language';
import { nameOf } from '../i18n/names';
import type { DatasetInfo, NamedValue } from '../dataset/dataset-info';
import type { AppKey } from './app.messages';

/** What names of fields and values are made of. */
export type Naming = Language<AppKey> & { readonly info: DatasetInfo | null };

/** Dimensions that are no fields of the customer, or that are called otherwise in a filter. */
const dimensions: Readonly<Record<string, AppKey>> = {
  branch: 'dim.branch',
  branch_id: 'dim.branch',
  manager: 'dim.manager',
  rm_id: 'dim.manager',
  product: 'dim.product',
  product_code: 'dim.product',
  channel: 'dim.channel',
  customer: 'dim.customer',
  customer_id: 'dim.customer',
  month: 'dim.month',
  direction: 'dim.direction',
  age: 'dim.age',
  tenure_years: 'dim.tenure',
  monthsSinceLastTransaction: 'dim.last-transaction',
  rfmGroup: 'dim.rfm-group',
  rfmCell: 'dim.rfm-cell',
  rfmGrid: 'dim.rfm-grid',
  recencyScore: 'dim.recency-score',
  frequencyScore: 'dim.frequency-score',
  moneyScore: 'dim.money-score',
  abcClass: 'dim.abc-class',
  valueTier: 'dim.value-tier',
  probabilityAlive: 'dim.probability-alive',
  expectedEvents: 'dim.expected-events',
  moneySoFar: 'dim.money-so-far',
};

/** Published columns whose values are codes with names. */
const publishedCodes: ReadonlySet<string> = new Set(['rfmGroup', 'rfmCell', 'abcClass', 'valueTier']);

/** Codes that stand for a list of their own in `model/codes.ts`, by field of the customer. */
const customerCodes: Readonly<Record<string, string>> = { type: 'customer-type', gender: 'gender' };

const bare = (field: string): string => field.replace(/^customer\./, '');

/** A field of a filter in the reader's words; `sel` has transaction types under `type`, filters customer types. */
export function fieldName(field: string, { t, locale }: Naming, isSelection = false): string {
  const name = bare(field);
  if (isSelection && name === 'type') return t('dim.type');
  const known = dimensions[name];
  if (known !== undefined) return t(known);
  const declared = tableNamed('customer')?.fields.find((one) => one.name === name);
  return declared?.label[locale] ?? name;
}

const named = (values: readonly NamedValue[] | undefined, id: string, naming: Naming): string | null => {
  const found = values?.find((one) => one.id === id);
  return found && (found.name !== null || found.nameEn !== null) ? nameOf(found, naming.locale) : null;
};

/** A value of a field in the reader's words. */
export function valueName(field: string, value: string, naming: Naming, isSelection = false): string {
  const { info, locale, t, f } = naming;
  const name = bare(field);
  if (value === '') return t('value.unknown');
  if (name === 'branch' || name === 'branch_id') return named(info?.branches, value, naming) ?? value;
  if (name === 'manager' || name === 'rm_id') return named(info?.managers, value, naming) ?? value;
  if (name === 'product' || name === 'product_code')
    return named(info?.products, value, naming) ?? codeLabel('product_code', value, locale);
  if (name === 'channel') return codeLabel('channel', value, locale);
  if (name === 'direction') return codeLabel('direction', value, locale);
  if (name === 'month') return /^\d{4}-\d{2}$/.test(value) ? f.month(value) : value;
  if (name === 'type' && isSelection) return codeLabel('transaction-type', value, locale);
  if (publishedCodes.has(name)) return codeLabel(name, value, locale);
  if (name === 'rfmGrid') {
    const [recency = '', frequency = ''] = value.split('.');
    return t('value.rfm-grid', { recency, frequency });
  }
  const list = customerCodes[name];
  if (list !== undefined) return codeLabel(list, value, locale);
  const declared = tableNamed('customer')?.fields.find((one) => one.name === name);
  if (declared?.type === 'flag') return t(value === '1' ? 'value.yes' : 'value.no');
  const range = /^(-?[\d.]+)?-(-?[\d.]+)?$/.exec(value);
  return range ? rangeName(range[1], range[2], f.count) : value;
}

/** `30–39`, `≥ 60`, `≤ 29` */
function rangeName(
  from: string | undefined,
  to: string | undefined,
  count: (value: number) => string,
): string {
  if (from === undefined) return `≤ ${count(Number(to))}`;
  return to === undefined ? `≥ ${count(Number(from))}` : `${count(Number(from))}–${count(Number(to))}`;
}
