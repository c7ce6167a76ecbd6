import type { Language } from '../../i18n/language';
import type { Locale } from '../../i18n/locale';
import type { Capability, CapabilityId } from '../../model/capabilities';
import { fieldLabel } from './match-view';
import type { ImportKey } from './messages';

/** Pages that exist, by what makes them possible: nothing is promised that cannot be opened. */
export const pageNames: Partial<Readonly<Record<CapabilityId, ImportKey>>> = {
  overview: 'page.overview',
  'customer-list': 'page.customer-list',
  'customer-360': 'page.customer-360',
  segmentation: 'page.segmentation',
  churn: 'page.churn',
  'customer-value': 'page.customer-value',
};

export type UnlockRow = {
  readonly id: CapabilityId;
  readonly name: string;
  readonly level: Capability['level'];
  readonly levelText: string;
  readonly note: string;
};

export function unlockRows(
  capabilities: readonly Capability[],
  { t, f, locale }: Language<ImportKey>,
): readonly UnlockRow[] {
  return capabilities.flatMap(({ id, level, missing }) => {
    const name = pageNames[id];
    if (name === undefined) return [];
    const fields = f.list(missing.map((alternatives) => namesOf(alternatives, locale)));
    return [
      {
        id,
        name: t(name),
        level,
        levelText: t(`level.${level}`),
        note: level === 'yes' ? '' : t(`unlock.${level}`, { fields }),
      },
    ];
  });
}

/** `transaction.amount|balance.balance` → `Amount or Balance` */
function namesOf(alternatives: string, locale: Locale): string {
  const labels = alternatives.split('|').map((name) => {
    const [table = '', field = ''] = name.split('.');
    return fieldLabel(table, field, locale);
  });
  return [...new Set(labels)].slice(0, 2).join(locale === 'zh' ? '或' : ' or ');
}
