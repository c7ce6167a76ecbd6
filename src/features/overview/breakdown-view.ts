import { joinParts } from '../../i18n/join-parts';
import { footerText } from '../../i18n/footer.messages';
import type { BarItem } from '../../charts/chart-model';
import type { Direction, Unit } from '../../base/units';
import type { Compare } from '../../model/filters';
import type { FollowedBreakdown } from './follower';
import type { BreakdownRest, BreakdownRow } from './ranked-parts';
import {
  earlierName,
  insideSentence,
  relativeChange,
  scopeName,
  versusName,
  type CardView,
  type Speech,
} from './card-view';
import type { OverviewKey } from './messages';

export type MetricWords = {
  readonly name: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** A level at the end of the period, such as assets, not a flow during it. */
  readonly isLevel: boolean;
};

export type BreakdownWords = {
  readonly metric: MetricWords;
  /** `branch`, in the subtitle and the table. */
  readonly by: string;
  /** Title while no row leads. */
  readonly question: string;
  /** Title when the first row leads; it gets name, value, share and metric. */
  readonly leading: OverviewKey;
  readonly compare: Compare;
  readonly labelOf: (row: BreakdownRow) => string;
};

/** OV2, OV5, OV6, OV8: members ranked by a metric, with the comparison as a second mark and the rest as one bar. */
export function breakdownView(result: FollowedBreakdown, words: BreakdownWords, speech: Speech): CardView {
  const { t, f } = speech;
  const { metric, by, compare } = words;
  const { rows, rest, total, comparison } = result;
  const items = rows.map((row) => itemOf(row, words, comparison !== null));
  if (rest && (rest.value !== 0 || (rest.comparison ?? 0) !== 0))
    items.push(restItem(rest, words, comparison !== null, speech));
  const largest = Math.max(0, ...items.map(({ value }) => Math.abs(value ?? 0)));
  const [first] = rows;
  const share =
    result.isAdditive && first && first.value !== null && total.value !== null && total.value > 0
      ? first.value / total.value
      : null;
  return {
    title:
      first && rows.length > 1 && first.value !== null
        ? titleOf(first, share, words, speech)
        : words.question,
    subtitle: joinParts([
      t('breakdown.by', {
        metric: speech.locale === 'zh' ? insideSentence(metric.name, speech) : metric.name,
        by,
      }),
      f.axisUnit(largest, metric.unit).label,
      scopeName(result.period, metric.isLevel, f),
      comparison ? versusName(compare, comparison, speech) : '',
    ]),
    footer: footerText(result, speech),
    model: {
      kind: 'bar',
      orientation: 'horizontal',
      unit: metric.unit,
      items,
      categoryLabel: by,
      valueLabel: metric.name,
      ...(comparison ? { comparisonLabel: earlierName(compare, comparison, speech) } : {}),
    },
  };
}

function titleOf(first: BreakdownRow, share: number | null, words: BreakdownWords, speech: Speech): string {
  const { t, f } = speech;
  const values = {
    name: words.labelOf(first),
    value: f.value(first.value, words.metric.unit),
    metric: insideSentence(words.metric.name, speech),
  };
  return share === null
    ? t('ov2.title-alone', values)
    : t(words.leading, { ...values, share: f.percent(share) });
}

function itemOf(row: BreakdownRow, words: BreakdownWords, hasComparison: boolean): BarItem {
  const { value, comparison, key, customers } = row;
  return {
    key,
    label: words.labelOf(row),
    value,
    ...(customers === null ? {} : { n: customers }),
    tone: 'primary',
    ...(hasComparison ? { comparison, delta: deltaOf(value, comparison, words) } : {}),
  };
}

/** Key of the bar that stands for all members without a bar of their own; never selected. */
export const restKey = ' rest';

function restItem(
  rest: BreakdownRest,
  words: BreakdownWords,
  hasComparison: boolean,
  { t, f }: Speech,
): BarItem {
  const { value, comparison, customers, members } = rest;
  return {
    key: restKey,
    label: t('ov2.rest', { n: f.count(members) }),
    value,
    ...(customers === null ? {} : { n: customers }),
    tone: 'rest',
    isRest: true,
    ...(hasComparison ? { comparison, delta: deltaOf(value, comparison, words) } : {}),
  };
}

const deltaOf = (value: number | null, comparison: number | null, { metric }: BreakdownWords) => ({
  value: relativeChange(value, comparison),
  unit: 'percent' as const,
  direction: metric.direction,
});
