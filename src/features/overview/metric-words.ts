import { measures, type MetricId } from '../../dataset/measures';
import { translator } from '../../i18n/translate';
import type { Locale } from '../../i18n/locale';
import { overviewMetrics } from './metrics';
import { metricMessages } from './metrics.messages';
import type { TileWords } from './tiles';

/** A metric of the registry in the reader's language. Without directions `inflow` is the volume of transactions. */
export function metricWords(id: MetricId, hasDirection: boolean, locale: Locale): TileWords {
  const t = translator(metricMessages, locale);
  const metric = overviewMetrics.find((one) => one.id === id);
  if (metric === undefined) throw new Error(`metric ${id} is not in the registry`);
  const isVolume = id === 'inflow' && !hasDirection;
  return {
    id,
    name: t(isVolume ? 'metric.volume' : metric.label),
    definition: t(isVolume ? 'metric.volume.definition' : metric.definition),
    formula: metric.formula,
    unit: metric.unit,
    direction: metric.direction,
    isLevel: metric.additive === 'not_over_time' || measures[id].aggregate === 'per-holder',
    materiality: metric.materiality.rel ?? 0,
  };
}
