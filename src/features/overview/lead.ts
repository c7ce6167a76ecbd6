import type { Compare } from '../../model/filters';
import type { MetricWords } from './breakdown-view';
import { earlierName, insideSentence, relativeChange, type Speech } from './card-view';
import type { SummaryResult } from './summary';

/** A part of the lead sentence; `metric` names the figures that it rests on. */
export type LeadPart = {
  readonly text: string;
  readonly metric: 'customers' | 'aum' | 'inflow' | 'active' | 'netflow';
};

/** Changes below are "about the same", above the second "sharply" (ux.md §6.2 rule 5). */
const size = { same: 0.02, sharp: 0.1 };

/** The state of the customer book in one or two sentences: the level and its change, who was active, the net flow. Of nobody nothing is said. */
export function leadOf(
  summary: SummaryResult,
  metric: MetricWords & { readonly id: 'aum' | 'inflow' },
  compare: Compare,
  speech: Speech,
): readonly LeadPart[] {
  const { t, f } = speech;
  if (summary.customers === 0) return [{ metric: 'customers', text: t('lead.nobody') }];
  const level = summary[metric.id];
  const parts: LeadPart[] = [];
  if (level !== null) {
    const change = changeWords(level, metric.id, summary, compare, speech);
    const name = speech.locale === 'zh' ? insideSentence(metric.name, speech) : metric.name;
    const values = { name, value: f.money(level), change: change ?? '' };
    const grew = (relativeChange(level, summary.comparison?.[metric.id]) ?? 0) >= size.same;
    const said = change === null ? 'lead.level-alone' : grew ? 'lead.level-up' : 'lead.level';
    parts.push({ metric: metric.id, text: t(said, values) });
  }
  const { active, customers, netflow } = summary;
  if (active !== null && customers !== null) {
    const counts = { active: f.count(active, 'exact'), customers: f.count(customers, 'exact') };
    parts.push({ metric: 'active', text: t('lead.activity', counts) });
    const net = netflow === null || netflow === 0 ? 'lead.end' : netflow > 0 ? 'lead.net-in' : 'lead.net-out';
    parts.push({ metric: 'netflow', text: t(net, { value: f.money(Math.abs(netflow ?? 0)) }) });
  }
  return parts;
}

function changeWords(
  level: number,
  id: 'aum' | 'inflow',
  { comparison }: SummaryResult,
  compare: Compare,
  speech: Speech,
): string | null {
  if (comparison === null) return null;
  const change = relativeChange(level, comparison[id]);
  if (change === null) return null;
  const { t, f } = speech;
  const values = { size: f.percent(Math.abs(change)), earlier: earlierName(compare, comparison, speech) };
  if (Math.abs(change) < size.same) return t('change.same', values);
  const isSharp = Math.abs(change) > size.sharp;
  if (change > 0) return t(isSharp ? 'change.up-sharply' : 'change.up', values);
  return t(isSharp ? 'change.down-sharply' : 'change.down', values);
}
