import { maskId, maskName, maskPhone } from '../../base/masking';
import { codeLabel } from '../../i18n/codes.messages';
import { fieldOf } from '../../model/tables';
import type { CardView, Speech } from './balances-view';
import type { ProfileAttribute, ProfileResult } from './profile';

type Customer = NonNullable<ProfileResult['customer']>;

/** Fields whose values are money or dates and say nothing about who somebody is. */
const isIdentifying = ({ sensitivity, type }: ProfileAttribute): boolean =>
  sensitivity === 'C2' && (type === 'id' || type === 'text' || type === 'day');

/** A value of the customer's row as people read it, masked where it identifies somebody. */
export function attributeText(
  attribute: ProfileAttribute,
  isMasked: boolean,
  { t, f, locale }: Speech,
): string {
  const { field, type, value } = attribute;
  if (value === null) return f.missing;
  const text = String(value);
  if (isMasked && isIdentifying(attribute)) {
    if (field === 'phone') return maskPhone(text);
    return type === 'id' ? maskId(text) : type === 'day' ? text.slice(0, 4) : maskName(text);
  }
  switch (type) {
    case 'money':
      return f.money(Number(value), 'exact');
    case 'day':
      return f.day(text);
    case 'flag':
      return t(value === 1 ? 'attributes.yes' : 'attributes.no');
    case 'rate':
      return f.percent(Number(value), 'exact');
    case 'number':
      return f.count(Number(value), 'exact');
    case 'code':
      return codeLabel(fieldOf('customer', field)?.codes ?? field, text, locale);
    default:
      return text;
  }
}

/** Name of a field in the reader's language; columns of the bank's own keep their header. */
export function fieldName(table: string, field: string, { locale }: Speech): string {
  return fieldOf(table, field)?.label[locale] ?? field;
}

/** What the files say about the customer, field by field. */
export function attributesView(
  customer: Customer,
  asOf: string | null,
  isMasked: boolean,
  speech: Speech,
): CardView {
  const { t, f } = speech;
  const known = customer.attributes.filter(({ value }) => value !== null);
  return {
    title: t('attributes.title'),
    subtitle: t('attributes.subtitle'),
    footer: t('footer', { date: f.day(asOf) }),
    model: {
      kind: 'table',
      columns: [
        { key: 'field', label: t('attributes.field') },
        { key: 'value', label: t('attributes.value') },
      ],
      rows: known.map((attribute) => ({
        key: attribute.field,
        cells: [fieldName('customer', attribute.field, speech), attributeText(attribute, isMasked, speech)],
      })),
    },
  };
}

const size = { same: 0.02 };

/** The state of this customer in one sentence. */
export function customerLead({ values, comparison }: ProfileResult, { t, f }: Speech): string {
  const { aum, netflow, inflow } = values;
  const assets = (() => {
    if (aum === null) return t('lead.no-assets');
    const earlier = comparison?.aum ?? null;
    const value = f.money(aum);
    if (earlier === null || earlier === 0) return t('lead.assets', { value });
    const change = (aum - earlier) / Math.abs(earlier);
    if (Math.abs(change) < size.same) return t('lead.assets-same', { value });
    return t(change > 0 ? 'lead.assets-up' : 'lead.assets-down', {
      size: f.percent(Math.abs(change)),
      value,
    });
  })();
  if (netflow === null) {
    if (inflow === null) return assets + t('lead.end');
    return assets + (inflow === 0 ? t('lead.quiet') : t('lead.moved', { value: f.money(inflow) }));
  }
  if (values.transactions === 0) return assets + t('lead.quiet');
  if (netflow === 0) return assets + t('lead.end');
  return assets + t(netflow > 0 ? 'lead.net-in' : 'lead.net-out', { value: f.money(Math.abs(netflow)) });
}
