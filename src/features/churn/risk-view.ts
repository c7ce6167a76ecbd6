import { footerText } from '../../i18n/footer.messages';
import { maskName } from '../../base/masking';
import type { BarModel, TableModel } from '../../charts/chart-model';
import { nameOf } from '../../i18n/names';
import type { CardView, Speech } from './card-view';
import type { RiskBand, RiskResult, RiskRow } from './risk-result';

/** `2–3×`, `4× and more` */
function bandName({ from, until }: RiskBand, { t, f }: Speech): string {
  const text = (value: number) => f.count(value, 'exact');
  return until === null
    ? t('band.more', { from: text(from) })
    : t('band', { from: text(from), until: text(until) });
}

/** CH1: how many are silent for longer than they should be? */
export function bandsView(result: RiskResult, speech: Speech): CardView {
  const { t, f } = speech;
  const { bands, states, threshold } = result;
  const model: BarModel = {
    kind: 'bar',
    orientation: 'vertical',
    unit: 'count',
    items: bands.map((band) => ({
      key: band.key,
      label: bandName(band, speech),
      value: band.customers,
      tone: band.from >= threshold ? 'primary' : 'muted',
      n: band.customers,
    })),
    categoryLabel: t('ch1.category'),
    valueLabel: t('ch1.value'),
  };
  const { customers, aum } = states.atRisk;
  return {
    title:
      aum === null
        ? t('ch1.title-count', { n: f.count(customers, 'exact') })
        : t('ch1.title', { n: f.count(customers, 'exact'), aum: f.money(aum) }),
    subtitle: t('ch1.subtitle', { days: f.count(result.leastGapDays, 'exact') }),
    footer: footerText(result, speech),
    model,
  };
}

/** CH9: what became of customers who were as silent before? */
export function ratesView(result: RiskResult, speech: Speech): CardView {
  const { t, f } = speech;
  const { backtest, bands, threshold } = result;
  const observed = (band: RiskBand) =>
    band.before.customers < 10 ? null : band.before.left / band.before.customers;
  const model: BarModel = {
    kind: 'bar',
    orientation: 'vertical',
    unit: 'percent',
    items: bands.map((band) => ({
      key: band.key,
      label: bandName(band, speech),
      value: observed(band),
      tone: band.from >= threshold ? 'primary' : 'muted',
      n: band.before.customers,
    })),
    categoryLabel: t('ch1.category'),
    valueLabel: t('ch9.value'),
  };
  const late = bands.filter(({ from }) => from >= threshold);
  const share = shareOf(late);
  const others = shareOf(bands.filter(({ from }) => from < threshold));
  const quality =
    backtest === null || backtest.auc === null || backtest.aucOfDays === null
      ? ''
      : ` · ${t(backtest.auc > backtest.aucOfDays ? 'ch9.better' : 'ch9.no-better', {
          auc: f.score(backtest.auc),
          days: f.score(backtest.aucOfDays),
        })}`;
  return {
    title:
      share === null || others === null
        ? t('ch9.question')
        : t('ch9.title', { share: f.percent(share), others: f.percent(others) }),
    subtitle:
      backtest === null ? '' : t('ch9.subtitle', { day: f.day(backtest.day), until: f.day(backtest.until) }),
    footer:
      backtest === null ? '' : `${t('footer.n', { n: f.count(backtest.customers, 'exact') })}${quality}`,
    model,
  };
}

/** Share of the customers of some bands who left after the day of looking back. */
export function shareOf(bands: readonly RiskBand[]): number | null {
  const customers = bands.reduce((sum, { before }) => sum + before.customers, 0);
  const left = bands.reduce((sum, { before }) => sum + before.left, 0);
  return customers < 10 ? null : left / customers;
}

/** CH3: whom do I call? */
export function listView(result: RiskResult, isMasked: boolean, speech: Speech): CardView {
  const { t, f, locale } = speech;
  const { rows, states } = result;
  const hasAum = rows.some(({ aum }) => aum !== null);
  const hasRisk = rows.some(({ risk }) => risk !== null);
  const hasManager = rows.some(({ managerId }) => managerId !== null);
  const shownName = (row: RiskRow) => {
    if (row.name === null) return row.customerId;
    return `${isMasked ? maskName(row.name) : row.name} ${row.customerId}`;
  };
  const managerOf = (row: RiskRow) => {
    if (row.managerId === null) return null;
    const named = { name: row.managerName, nameEn: row.managerNameEn };
    return (row.managerName ?? row.managerNameEn) === null ? row.managerId : nameOf(named, locale);
  };
  const model: TableModel = {
    kind: 'table',
    columns: [
      { key: 'customer', label: t('ch3.customer') },
      ...(hasManager ? [{ key: 'manager', label: t('ch3.manager') }] : []),
      ...(hasAum ? [{ key: 'aum', label: t('ch3.aum'), unit: 'money' as const }] : []),
      ...(hasRisk ? [{ key: 'risk', label: t('ch3.risk'), unit: 'percent' as const, hasBar: true }] : []),
      { key: 'silence', label: t('ch3.silence'), unit: 'days' },
      { key: 'why', label: t('ch3.why') },
    ],
    rows: rows.map((row) => ({
      key: row.customerId,
      cells: [
        shownName(row),
        ...(hasManager ? [managerOf(row)] : []),
        ...(hasAum ? [row.aum] : []),
        ...(hasRisk ? [row.risk] : []),
        row.silenceDays,
        t(row.isOwnRhythm ? 'ch3.own' : 'ch3.kind', { n: f.count(Math.round(row.gapDays), 'exact') }),
      ],
    })),
  };
  return {
    title: t('ch3.title', { n: f.count(rows.length, 'exact') }),
    subtitle: t('ch3.subtitle', {
      n: f.count(rows.length, 'exact'),
      all: f.count(states.atRisk.customers, 'exact'),
    }),
    footer: footerText(result, speech),
    model,
  };
}
