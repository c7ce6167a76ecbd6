import type { BtydResult } from './btyd-result';
import { whole, type Speech } from './card-view';

/** A line of "How it was computed". */
export type Fact = { readonly label: string; readonly value: string };

const letters = { r: 'r', alpha: 'α', a: 'a', b: 'b' } as const;

/** The model with its numbers under the paper's names, and how well it did. */
export function factsOf(result: Omit<BtydResult, 'published'>, speech: Speech): readonly Fact[] {
  const { t, f } = speech;
  const { model, parameters, logLikelihood, holdout, events, grain, calibrationEnd } = result;
  const digits = (value: number): string => value.toPrecision(6);
  const named = parameters
    ? (Object.keys(letters) as (keyof typeof letters)[]).map(
        (name) => `${letters[name]} ${digits(parameters[name])}`,
      )
    : [];
  return [
    { label: t('choice.model'), value: t(`model.${model}`) },
    { label: t('how.parameters'), value: named.join(' · ') },
    { label: t('how.likelihood'), value: f.count(logLikelihood, 'exact') },
    { label: t('how.events'), value: t(`how.events-${events}`) },
    { label: t('how.grain'), value: t(`how.grain-${grain}`) },
    { label: t('how.until'), value: f.day(calibrationEnd) },
    ...(holdout === null
      ? []
      : [
          {
            label: t('how.holdout'),
            value: `${f.count(holdout.expected, 'exact')} · ${whole(holdout.actual, speech)}`,
          },
          { label: t('how.error'), value: `${f.score(holdout.mae)} · ${f.score(holdout.naive.mae)}` },
        ]),
  ];
}
