import { joinParts } from '../../i18n/join-parts';
import type { BarItem } from '../../charts/chart-model';
import { maskName } from '../../base/masking';
import type { BtydResult } from './btyd-result';
import { modelFooter, whole, type CardView, type Speech } from './card-view';

type Result = Omit<BtydResult, 'published'>;

/** VA7: repeat purchases so far, month by month, and those that the model expected. */
export function trackingView(result: Result, speech: Speech): CardView {
  const { t, f } = speech;
  const { tracking, calibrationEnd } = result;
  const months = tracking.map(({ date }) => date.slice(0, 7));
  const hasModel = tracking.some(({ expected }) => expected !== null);
  const largest = Math.max(0, ...tracking.map(({ actual, expected }) => Math.max(actual, expected ?? 0)));
  return {
    title: trackingTitle(result, speech),
    subtitle: joinParts([
      t(hasModel ? 'va7.subtitle' : 'va7.subtitle-alone'),
      f.axisUnit(largest, 'count').label,
      f.monthRange(months[0] ?? '', months.at(-1) ?? ''),
      hasModel ? t('split.until', { date: f.day(calibrationEnd) }) : '',
    ]),
    footer: modelFooter(result, speech),
    model: {
      kind: 'line',
      unit: 'count',
      keys: months,
      labels: months.map((month) => f.month(month)),
      keyLabel: t('va7.month'),
      series: [
        {
          key: 'actual',
          label: t('va7.actual'),
          values: tracking.map(({ actual }) => actual),
          style: 'primary',
        },
        ...(hasModel
          ? [
              {
                key: 'expected',
                label: t('va7.expected'),
                values: tracking.map(({ expected }) => expected),
                style: 'comparison' as const,
              },
            ]
          : []),
      ],
      zeroBased: true,
      isBrushable: false,
    },
  };
}

function trackingTitle({ state, tracking, holdout, calibrationEnd }: Result, speech: Speech): string {
  const { t, f } = speech;
  if (state === 'refused') return t('va7.title-alone', { n: whole(tracking.at(-1)?.actual ?? 0, speech) });
  if (holdout === null) return t('va7.question');
  return t('va7.title', {
    date: f.day(calibrationEnd),
    actual: whole(holdout.actual, speech),
    expected: whole(holdout.expected, speech),
  });
}

/** VA8: how many customers came back how often, against the model. */
export function frequencyView(result: Result, speech: Speech): CardView {
  const { t, f } = speech;
  const { frequency, customers, calibrationEnd } = result;
  const never = frequency[0]?.actual ?? 0;
  return {
    title: t('va8.title', { n: f.count(never, 'exact'), customers: f.count(customers, 'exact') }),
    subtitle: t(result.state === 'fitted' ? 'va8.subtitle' : 'va8.subtitle-alone', {
      date: f.day(calibrationEnd),
    }),
    footer: modelFooter(result, speech),
    model: {
      kind: 'bar',
      orientation: 'vertical',
      unit: 'count',
      items: frequency.map(({ key, actual, expected }): BarItem => ({
        key,
        label: key,
        value: actual,
        n: actual,
        ...(expected === null ? {} : { comparison: expected }),
      })),
      categoryLabel: t('va8.category'),
      valueLabel: t('va8.value'),
      comparisonLabel: t('va7.expected'),
    },
  };
}

/** VA9: what customers did after the model stopped learning, by how often they had come before. */
export function holdoutView(result: Result, speech: Speech): CardView | null {
  const { t, f } = speech;
  const { holdout, calibrationEnd } = result;
  if (holdout === null) return null;
  const groups = holdout.byFrequency.filter(({ customers }) => customers > 0);
  const last = groups.at(-1);
  const each = (value: number, customers: number): number => value / customers;
  return {
    title: last
      ? t('va9.title', {
          key: last.key,
          actual: f.score(each(last.actual, last.customers)),
          expected: f.score(each(last.expected, last.customers)),
        })
      : t('va9.question'),
    subtitle: t('va9.subtitle', { date: f.day(calibrationEnd) }),
    footer: modelFooter(result, speech),
    model: {
      kind: 'bar',
      orientation: 'vertical',
      unit: 'score',
      items: groups.map(({ key, customers, actual, expected }): BarItem => ({
        key,
        label: key,
        value: each(actual, customers),
        comparison: each(expected, customers),
        n: customers,
      })),
      categoryLabel: t('va8.category'),
      valueLabel: t('va9.value'),
      comparisonLabel: t('va7.expected'),
    },
  };
}

/** VA10: customers by their chance of still buying. */
export function aliveView(result: Result, speech: Speech): CardView | null {
  const { t, f } = speech;
  const { outlook, asOf } = result;
  if (outlook === null) return null;
  return {
    title: t('va10.title', {
      alive: whole(outlook.alive, speech),
      customers: f.count(outlook.customers, 'exact'),
    }),
    subtitle: t('va10.subtitle', { date: f.day(asOf) }),
    footer: modelFooter(result, speech, outlook.customers),
    model: {
      kind: 'bar',
      orientation: 'vertical',
      unit: 'count',
      items: outlook.bins.map(({ key, from, to, customers }): BarItem => ({
        key,
        label: t('range', { from: Math.round(from * 100), to: Math.round(to * 100) }),
        value: customers,
        n: customers,
      })),
      categoryLabel: t('va10.category'),
      valueLabel: t('va8.value'),
    },
  };
}

/** VA6: the customers with most purchases to come. */
export function scoresView(result: Result, isMasked: boolean, speech: Speech): CardView | null {
  const { t, f } = speech;
  const { rows, outlook, asOf } = result;
  if (outlook === null) return null;
  const sum = rows.reduce((total, { expected }) => total + expected, 0);
  return {
    title: t('va6.title', {
      n: f.count(rows.length, 'exact'),
      share: f.percent(outlook.expected > 0 ? sum / outlook.expected : null),
    }),
    subtitle: t('va6.subtitle', { date: f.day(asOf) }),
    footer: modelFooter(result, speech, outlook.customers),
    model: {
      kind: 'table',
      columns: [
        { key: 'customer', label: t('va6.customer') },
        { key: 'events', label: t('va6.events'), unit: 'count' },
        { key: 'last', label: t('va6.last') },
        { key: 'alive', label: t('va6.alive'), unit: 'percent' },
        { key: 'expected', label: t('va6.expected'), unit: 'score', hasBar: true },
      ],
      rows: rows.map(({ customerId, name, events, lastEvent, probabilityAlive, expected }) => ({
        key: customerId,
        cells: [
          name === null ? customerId : `${isMasked ? maskName(name) : name} ${customerId}`,
          events,
          f.day(lastEvent),
          probabilityAlive,
          expected,
        ],
      })),
    },
  };
}
