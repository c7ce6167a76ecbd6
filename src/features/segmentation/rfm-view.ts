import { footerText } from '../../i18n/footer.messages';
import type { HeatCell, HeatModel } from '../../charts/chart-model';
import { codeLabel } from '../../i18n/codes.messages';
import { shareOf, windowName, type CardView, type Speech } from './card-view';
import type { RfmAnswer, RfmShare } from './rfm';

/** What the grid is coloured by. */
export const gridMeasures = ['customers', 'money'] as const;
export type GridMeasure = (typeof gridMeasures)[number];

/** Customers who used to come often and have not come lately: frequency 4–5, recency 1–2. */
export function quietCells({ grid }: Pick<RfmAnswer, 'grid'>) {
  return grid.filter(({ recency, frequency }) => recency <= 2 && frequency >= 4);
}

export const sumOfShares = (shares: readonly RfmShare[]): RfmShare => ({
  customers: shares.reduce((sum, one) => sum + one.customers, 0),
  money: shares.reduce((sum, one) => sum + one.money, 0),
});

const each = ({ customers, money }: RfmShare): number | null => (customers === 0 ? null : money / customers);

/** What the figures rest on besides the number of customers. */
function notesOf({ leftOut }: RfmAnswer, { t, f }: Speech): readonly string[] {
  return [t('footer.ties'), ...(leftOut > 0 ? [t('footer.left-out', { n: f.count(leftOut, 'exact') })] : [])];
}

/** SG3: fifths of recency against fifths of frequency, the most recent on top. */
export function gridView(result: RfmAnswer, measure: GridMeasure, speech: Speech): CardView {
  const { t, f } = speech;
  const quiet = sumOfShares(quietCells(result)).customers;
  return {
    title: quiet === 0 ? t('sg3.question') : t('sg3.title', { n: f.count(quiet, 'exact') }),
    subtitle: t('sg3.subtitle', {
      frequency: t(`frequency.${result.frequency}`),
      money: t(`money.${result.money}`),
      period: windowName(result.window, f),
    }),
    footer: footerText(result, speech, notesOf(result, speech)),
    model: gridModel(result, measure, speech),
  };
}

function gridModel({ grid, money }: RfmAnswer, measure: GridMeasure, { t }: Speech): HeatModel {
  const scores = [1, 2, 3, 4, 5];
  const heading = (score: number, first: string, last: string) => ({
    key: String(score),
    label: score === 1 ? first : score === 5 ? last : String(score),
  });
  const cellAt = (recency: number, frequency: number): HeatCell | null => {
    const found = grid.find((one) => one.recency === recency && one.frequency === frequency);
    return found === undefined ? null : { key: found.key, values: [found.customers, each(found)] };
  };
  return {
    kind: 'heatmap',
    rows: scores.toReversed().map((score) => heading(score, t('sg3.long-ago'), t('sg3.recent'))),
    columns: scores.map((score) => heading(score, t('sg3.rare'), t('sg3.often'))),
    rowLabel: t('sg3.recency'),
    columnLabel: t('sg3.frequency'),
    cells: scores.toReversed().map((recency) => scores.map((frequency) => cellAt(recency, frequency))),
    measures: [
      { label: t('sg3.customers'), unit: 'count' },
      { label: t('sg3.money', { money: t(`money.${money}`) }), unit: 'money' },
    ],
    colour: { measure: gridMeasures.indexOf(measure), scale: 'blue' },
  };
}

/** SG4: customers of each named group, in business order. */
export function groupsView(result: RfmAnswer, speech: Speech): CardView {
  const { t, f } = speech;
  const largest = result.groups.toSorted((a, b) => b.customers - a.customers)[0];
  const share = largest && shareOf(largest.customers, sumOfShares(result.groups).customers);
  return {
    title:
      largest === undefined || share === undefined || share === null
        ? t('sg4.question')
        : t('sg4.title', {
            name: codeLabel('rfmGroup', largest.key, speech.locale),
            share: f.percent(share),
          }),
    subtitle: t('sg4.subtitle', { period: windowName(result.window, f) }),
    footer: footerText(result, speech, [t('footer.ties')]),
    model: groupBars(result, speech),
  };
}

/** SG10: the eight cells, those of high value first. */
export function cellsView(result: RfmAnswer, high: 'mean' | 'median', speech: Speech): CardView {
  const { t, f } = speech;
  const all = sumOfShares(result.cells);
  const [best] = result.cells;
  const [customers, money] = best
    ? [shareOf(best.customers, all.customers), shareOf(best.money, all.money)]
    : [null, null];
  return {
    title:
      best === undefined || customers === null || money === null || best.customers === 0
        ? t('sg10.question')
        : t('sg10.title', {
            name: codeLabel('rfmCell', best.key, speech.locale),
            share: f.percent(customers),
            money: f.percent(money),
          }),
    subtitle: t('sg10.subtitle', { high: t(`high.${high}`), period: windowName(result.window, f) }),
    footer: footerText(result, speech, [t('footer.ties')]),
    model: cellsModel(result, speech),
  };
}

/** Rows: money high and low; columns: recency and frequency. */
function cellsModel({ cells, money }: RfmAnswer, { t, locale }: Speech): HeatModel {
  const side = (isHigh: boolean) => t(isHigh ? 'sg10.high' : 'sg10.low');
  const pairs = [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ] as const;
  const columns = pairs.map(([isRecent, isFrequent]) => ({
    key: `${String(isRecent)}.${String(isFrequent)}`,
    label: t('sg10.pair', { recency: side(isRecent), frequency: side(isFrequent) }),
  }));
  const cellAt = (place: number): HeatCell | null => {
    const found = cells[place];
    if (found === undefined) return null;
    return {
      key: found.key,
      label: codeLabel('rfmCell', found.key, locale),
      values: [found.customers, each(found)],
    };
  };
  return {
    kind: 'heatmap',
    rows: [true, false].map((isRich) => ({ key: String(isRich), label: side(isRich) })),
    columns,
    rowLabel: t('sg10.money'),
    columnLabel: t('sg10.columns'),
    cellLabel: t('sg10.cell'),
    cells: [0, 1].map((row) => columns.map((_, column) => cellAt(row * columns.length + column))),
    measures: [
      { label: t('sg3.customers'), unit: 'count' },
      { label: t('sg3.money', { money: t(`money.${money}`) }), unit: 'money' },
    ],
    colour: { measure: 0, scale: 'blue' },
  };
}

function groupBars({ groups }: RfmAnswer, { t, f, locale }: Speech): CardView['model'] {
  return {
    kind: 'bar',
    orientation: 'horizontal',
    unit: 'count',
    items: groups.map((group) => ({
      key: group.key,
      label: codeLabel('rfmGroup', group.key, locale),
      value: group.customers,
      n: group.customers,
      note: t('each', { value: f.money(each(group)) }),
      tone: 'primary',
    })),
    categoryLabel: t('sg4.group'),
    valueLabel: t('sg3.customers'),
  };
}
