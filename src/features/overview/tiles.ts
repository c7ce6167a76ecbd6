import type { ChangeText } from '../../i18n/formats';
import type { Compare } from '../../model/filters';
import type { MetricId } from '../../dataset/measures';
import type { MetricWords } from './breakdown-view';
import { periodName, relativeChange, scopeName, versusName, type Speech } from './card-view';
import type { SummaryResult } from './summary';

export type Tile = {
  readonly id: MetricId;
  readonly label: string;
  readonly value: string;
  readonly change?: ChangeText;
  readonly note?: string;
  readonly comparison: string;
  readonly spark?: readonly (number | null)[];
  readonly definition: { readonly text: string; readonly formula: string };
  readonly isUnavailable?: boolean;
};

export type TileWords = MetricWords & {
  readonly id: MetricId;
  readonly definition: string;
  readonly formula: string;
  /** Smallest relative change that is more than "about the same". */
  readonly materiality: number;
};

/** Months of the line in a tile (ux.md §3.0). */
const sparkMonths = 13;

/** One tile of the key figures: value, change against the comparison, the last months, and the exact value behind ⓘ. */
export function tileOf(summary: SummaryResult, metric: TileWords, compare: Compare, speech: Speech): Tile {
  const { f, t } = speech;
  const { id, unit, isLevel } = metric;
  const value = summary[id];
  const earlier = summary.comparison?.[id] ?? null;
  const change = changeOf(value, earlier, metric);
  const { comparison } = summary;
  const versus =
    comparison !== null && isLevel
      ? t('vs.month', { month: scopeName(comparison, isLevel, f) })
      : versusName(compare, comparison, speech);
  const spark = summary.series.values[id].slice(-sparkMonths);
  const exact = value === null ? '' : ` ${f.value(value, unit, 'exact')}`;
  return {
    id,
    label: metric.name,
    value: f.value(value, unit, isCounted(value, unit) ? 'exact' : 'compact'),
    ...(change === null
      ? { note: periodName(summary.period, f) }
      : { change: f.delta(change, metric.materiality) }),
    comparison: versus,
    spark,
    definition: { text: metric.definition, formula: `${metric.formula}${exact === '' ? '' : ` =${exact}`}` },
    ...(value === null ? { isUnavailable: true } : {}),
  };
}

/** Counts below a million are read as they are; `20K` would hide what a list says exactly. */
const isCounted = (value: number | null, unit: MetricWords['unit']) =>
  unit === 'count' && value !== null && Math.abs(value) < 1e6;

function changeOf(value: number | null, earlier: number | null, metric: TileWords) {
  const { unit, direction } = metric;
  if (value === null || earlier === null) return null;
  if (unit === 'score') return { value: value - earlier, unit: 'ratio' as const, direction };
  if (metric.id === 'netflow') return { value: value - earlier, unit: 'money' as const, direction };
  const change = relativeChange(value, earlier);
  return change === null ? null : { value: change, unit: 'percent' as const, direction };
}
