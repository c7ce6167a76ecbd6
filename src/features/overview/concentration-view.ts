import { footerText } from '../../i18n/footer.messages';
import type { Tone } from '../../charts/chart-model';
import type { MetricWords } from './breakdown-view';
import { insideSentence, scopeName, type CardView, type Speech } from './card-view';
import type { ConcentrationBand, ConcentrationResult } from './concentration';

/** Fewer customers have no top 1% to speak of. */
export const leastForConcentration = 20;

const tones: readonly Tone[] = ['q7', 'q6', 'q5', 'q4', 'q3', 'q2'];

const bandKeys = ['top1', 'top5', 'top10', 'top20', 'top50', 'rest'] as const;
type BandKey = (typeof bandKeys)[number];
const isBandKey = (key: string): key is BandKey => (bandKeys as readonly string[]).includes(key);

export function bandName(key: string, { t }: Speech): string {
  return isBandKey(key) ? t(`ov3.${key}`) : key;
}

/** OV3: which share of the value each rank of customers holds, the richest first. */
export function concentrationView(
  result: ConcentrationResult,
  metric: MetricWords,
  speech: Speech,
): CardView {
  const { t, f } = speech;
  const top = result.bands.find(({ key }) => key === 'top10');
  const note = ({ customers, value }: ConcentrationBand) =>
    `${t('ov1.customers', { n: f.count(customers) })} · ${f.value(value, metric.unit)}`;
  return {
    title:
      top?.cumulativeShare === undefined || top.cumulativeShare === null
        ? t('ov3.question')
        : t('ov3.title', {
            share: f.percent(top.cumulativeShare),
            metric: insideSentence(metric.name, speech),
          }),
    subtitle: t('ov3.subtitle', {
      metric: insideSentence(metric.name, speech),
      period: scopeName(result.period, metric.isLevel, f),
      gini: result.gini === null ? f.missing : f.score(result.gini),
    }),
    footer: footerText(result, speech),
    model: {
      kind: 'bar',
      orientation: 'horizontal',
      unit: 'percent',
      items: result.bands.map((band, index) => ({
        key: band.key,
        label: bandName(band.key, speech),
        value: band.share,
        note: note(band),
        n: band.customers,
        tone: tones[index] ?? 'q2',
      })),
      categoryLabel: t('by.band'),
      valueLabel: t('ov3.share'),
    },
  };
}
