import type { Speech } from './card-view';
import type { RiskResult } from './risk-result';
import { shareOf } from './risk-view';
import { groupLabel, saidReading, shareAt, timeText, wordsOf } from './survival-view';
import type { SurvivalResult } from './survival-result';

/** `2,323 customers (13%) have been silent for longer than is usual for them; they hold ¥311M. …` */
export function leadOfRisk(result: RiskResult, speech: Speech): string {
  const { t, f } = speech;
  if (result.refusal !== null) return '';
  const { atRisk } = result.states;
  if (atRisk.customers === 0) return t('lead.nobody');
  const words = { n: f.count(atRisk.customers, 'exact'), share: f.percent(atRisk.customers / result.n) };
  const first =
    atRisk.aum === null
      ? t('lead.silent', words)
      : t('lead.silent-hold', { ...words, aum: f.money(atRisk.aum) });
  const share = shareOf(result.bands.filter(({ from }) => from >= result.threshold));
  if (share === null || result.backtest === null) return first;
  const then = t('lead.before', { share: f.percent(share), day: f.day(result.backtest.day) });
  return `${first}${speech.locale === 'en' ? ' ' : ''}${then}`;
}

/** `After 5 years, 81% of customers are still with the bank. Lowest: Personal with 80%; highest: Corporate with 90%. …` */
export function leadOfSurvival(result: SurvivalResult, speech: Speech): string {
  const { t, f } = speech;
  const reading = saidReading(result);
  if (reading === null) return '';
  const first = t(`lead.stay${wordsOf(result)}`, {
    time: timeText(reading.time, result, speech),
    share: f.percent(reading.share),
  });
  const gap = speech.locale === 'en' ? ' ' : '';
  return `${first}${gap}${differenceOf(result, reading.time, speech)}`.trim();
}

/** Which group leaves soonest, when the groups differ by more than chance. */
function differenceOf(result: SurvivalResult, time: number, speech: Speech): string {
  const { t, f } = speech;
  const { groups, test } = result;
  if (test === null || groups.length < 2) return '';
  if (test.pValue >= 0.05) return t('lead.no-difference');
  const shares = groups.flatMap((group) => {
    const share = shareAt(group, time);
    return share === null ? [] : [{ group, share }];
  });
  const sorted = shares.toSorted((a, b) => a.share - b.share);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least === most) return t('lead.difference');
  return t('lead.least', {
    least: groupLabel(least.group, result.group, speech),
    share: f.percent(least.share),
    most: groupLabel(most.group, result.group, speech),
    other: f.percent(most.share),
  });
}
