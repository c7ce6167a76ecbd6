import { joinParts } from '../../i18n/join-parts';
import { footerText } from '../../i18n/footer.messages';
import type { BarItem } from '../../charts/chart-model';
import type { CardView, Speech } from './card-view';
import type { MovementResult } from './movement';

/** OV1: from the opening to the closing assets, in accounting order. Null without balances at both ends. */
export function movementView(result: MovementResult, speech: Speech): CardView | null {
  const { t, f } = speech;
  const { opening, closing, openingMonth, closingMonth, components } = result;
  if (opening === null || closing === null) return null;
  let base = 0;
  const bars = components.map(({ key, value, customers }): BarItem => {
    const item: BarItem = {
      key,
      label: t(`ov1.${key}`),
      value,
      base,
      n: customers,
      note: t('ov1.customers', { n: f.count(customers) }),
      tone: value >= 0 ? 'fav' : 'unfav',
    };
    base += value;
    return item;
  });
  const end = (key: 'opening' | 'closing', value: number, month: string | null): BarItem => ({
    key,
    label: t(`ov1.${key}`),
    value,
    note: f.month(month),
    asText: true,
  });
  const gains = sum(components.map(({ value }) => Math.max(0, value)));
  const losses = sum(components.map(({ value }) => Math.min(0, value)));
  const largest = Math.max(
    ...bars.flatMap(({ base: start = 0, value }) => [Math.abs(start), Math.abs(start + (value ?? 0))]),
    0,
  );
  return {
    title: t('ov1.title', { gains: f.money(gains), losses: f.money(-losses) }),
    subtitle: joinParts([
      t('ov1.subtitle'),
      f.axisUnit(largest, 'money').label,
      f.monthRange(openingMonth ?? '', closingMonth ?? ''),
    ]),
    footer: footerText(result, speech),
    model: {
      kind: 'bar',
      orientation: 'vertical',
      unit: 'money',
      isWaterfall: true,
      items: [end('opening', opening, openingMonth), ...bars, end('closing', closing, closingMonth)],
      categoryLabel: t('ov1.category'),
      valueLabel: t('ov1.value'),
    },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
