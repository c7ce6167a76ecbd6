import { codeLabel } from '../../i18n/codes.messages';
import { footerOf, shareOf, windowName, type CardView, type Speech } from './card-view';
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

/** SG3: fifths of recency against fifths of frequency. */
export function gridView(result: RfmAnswer, measure: GridMeasure, speech: Speech): CardView {
  const { t, f } = speech;
  const quiet = sumOfShares(quietCells(result)).customers;
  const name =
    measure === 'customers' ? t('sg3.customers') : t('sg3.money', { money: t(`money.${result.money}`) });
  const label = (score: number, first: 'sg3.rare' | 'sg3.long-ago', last: 'sg3.often' | 'sg3.recent') =>
    score === 1 ? t(first) : score === 5 ? t(last) : String(score);
  const rows = [5, 4, 3, 2, 1];
  const columns = [1, 2, 3, 4, 5];
  return {
    title: quiet === 0 ? t('sg3.question') : t('sg3.title', { n: f.count(quiet, 'exact') }),
    subtitle: t('sg3.subtitle', {
      measure: name,
      unit: measure === 'customers' ? t('sg3.people') : f.axisUnit(0, 'money').label,
      frequency: t(`frequency.${result.frequency}`),
      period: windowName(result.window, f),
    }),
    footer: footerOf(result, speech, notesOf(result, speech)),
    model: {
      kind: 'table',
      columns: [
        { key: 'recency', label: t('sg3.recency') },
        ...columns.map((score) => ({
          key: String(score),
          label: label(score, 'sg3.rare', 'sg3.often'),
          unit: measure === 'customers' ? ('count' as const) : ('money' as const),
        })),
      ],
      rows: rows.map((recency) => ({
        key: String(recency),
        cells: [
          label(recency, 'sg3.long-ago', 'sg3.recent'),
          ...columns.map((frequency) => {
            const cell = result.grid.find((one) => one.recency === recency && one.frequency === frequency);
            return cell === undefined ? null : measure === 'customers' ? cell.customers : each(cell);
          }),
        ],
      })),
    },
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
    subtitle: t('sg4.subtitle', {
      money: t(`money.${result.money}`),
      period: windowName(result.window, f),
    }),
    footer: footerOf(result, speech, notesOf(result, speech)),
    model: barsOf(result.groups, 'rfmGroup', t('sg4.group'), speech),
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
    footer: footerOf(result, speech, notesOf(result, speech)),
    model: barsOf(result.cells, 'rfmCell', t('sg10.cell'), speech),
  };
}

function barsOf(
  shares: readonly (RfmShare & { readonly key: string })[],
  field: 'rfmGroup' | 'rfmCell',
  categoryLabel: string,
  { t, f, locale }: Speech,
): CardView['model'] {
  return {
    kind: 'bar',
    orientation: 'horizontal',
    unit: 'count',
    items: shares.map((share) => ({
      key: share.key,
      label: codeLabel(field, share.key, locale),
      value: share.customers,
      n: share.customers,
      note: t('each', { value: f.money(each(share)) }),
      tone: 'primary',
    })),
    categoryLabel,
    valueLabel: t('sg3.customers'),
  };
}
