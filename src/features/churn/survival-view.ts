import { footerText } from '../../i18n/footer.messages';
import type { BarModel, StepGroup, StepModel } from '../../charts/chart-model';
import { codeLabel } from '../../i18n/codes.messages';
import { fieldName } from '../../i18n/field-names';
import { nameOf } from '../../i18n/names';
import type { CardView, Speech } from './card-view';
import { riskDefaults } from './risk-result';
import type { SurvivalGroup, SurvivalResult } from './survival-result';

/** Fewer lives at risk make no sentence. */
const leastAtRisk = 30;

/** Which words speak of the lives: those of customers, of silent ones, or of a table of one's own. */
export const wordsOf = ({ unit, customerEvent }: SurvivalResult): '' | '-silence' | '-own' =>
  unit === null ? '-own' : customerEvent === 'silence' ? '-silence' : '';

const isOfCustomers = ({ unit }: SurvivalResult): boolean => unit === 'months';

/** `5 years`, `18 months`, or the bare number in the file's own unit. */
export function timeText(time: number, result: SurvivalResult, { t, f }: Speech): string {
  if (isOfCustomers(result) && time > 0 && time % 12 === 0) {
    return t('time.years', { n: f.count(time / 12, 'exact') });
  }
  const n = f.count(Math.round(time * 10) / 10, 'exact');
  return isOfCustomers(result) ? t('time.months', { n }) : n;
}

export function groupName(by: string, speech: Speech): string {
  return by === 'customer.type' ? speech.t('by.type') : fieldName(by, speech.locale);
}

export function groupLabel(group: SurvivalGroup, by: string, speech: Speech): string {
  const { key, name, nameEn } = group;
  if (key === null) return speech.t('group.all');
  if (name ?? nameEn) return nameOf({ name, nameEn }, speech.locale);
  const label = codeLabel(by === 'customer.type' ? 'customer-type' : by, key, speech.locale);
  return label === key ? rangeText(key, speech) : label;
}

/** A range of numbers as filters write it, in words: `-29` → `up to 29`. Other texts stay as they are. */
function rangeText(key: string, { t }: Speech): string {
  const [, from, until] = /^([\d.]*)-([\d.]*)$/.exec(key) ?? [];
  if (from === undefined || until === undefined || from + until === '') return key;
  if (from === '') return t('range.until', { until });
  return until === '' ? t('range.from', { from }) : `${from}–${until}`;
}

/** `p < 0.001` */
export function pText(p: number, { f }: Speech): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${f.score(p)}`;
}

/** Share left at a time, as far as the curve goes. */
export function shareAt({ curve }: SurvivalGroup, time: number): number | null {
  const { times, survival } = curve;
  if ((times.at(-1) ?? -1) < time) return null;
  const step = times.findLastIndex((one) => one <= time);
  return step < 0 ? 1 : (survival[step] ?? null);
}

/** Months that a sentence about customers looks ahead. */
const saidMonths = 60;

/**
 * The round time that a sentence speaks of, and the share left then: of customers about five years, of other lives the
 * last time at which enough are watched.
 */
export function saidReading(
  result: SurvivalResult,
): { readonly time: number; readonly share: number } | null {
  const { all, riskTimes } = result;
  if (all === null) return null;
  const most = isOfCustomers(result) ? saidMonths : Infinity;
  const isEnough = (time: number, i: number) => time > 0 && (all.riskTable[i] ?? 0) >= leastAtRisk;
  const early = riskTimes.findLastIndex((time, i) => time <= most && isEnough(time, i));
  const at = early >= 0 ? early : riskTimes.findIndex(isEnough);
  const time = riskTimes[at];
  const share = time === undefined ? null : shareAt(all, time);
  return time === undefined || share === null ? null : { time, share };
}

function stepGroup(group: SurvivalGroup, result: SurvivalResult, speech: Speech): StepGroup {
  const { curve, riskTable } = group;
  const end = result.riskTimes.at(-1) ?? 0;
  const last = curve.times.findLastIndex((time) => time <= end);
  const isShown = (j: number) => j <= last && ((curve.events[j] ?? 0) > 0 || j === last);
  const steps = curve.times.flatMap((_, j) => (isShown(j) ? [j] : []));
  const at = <T>(values: readonly (T | null)[]) => steps.map((j) => values[j] ?? null);
  return {
    key: group.key ?? '',
    label: groupLabel(group, result.group, speech),
    times: steps.map((j) => curve.times[j] ?? 0),
    values: at(curve.survival),
    lower: at(curve.lower),
    upper: at(curve.upper),
    atRisk: riskTable,
  };
}

/** CH4: how long do they stay? */
export function survivalView(result: SurvivalResult, speech: Speech): CardView {
  const { t, f } = speech;
  const { all, groups, test, otherGroups, riskTimes, group } = result;
  const shown = groups.length > 0 ? groups : all === null ? [] : [all];
  const isOwn = !isOfCustomers(result);
  const reading = saidReading(result);
  const by = group === '' ? '' : ` · ${t('ch4.by', { by: groupName(group, speech) })}`;
  const model: StepModel = {
    kind: 'step',
    unit: 'percent',
    start: 1,
    groups: shown.map((one) => stepGroup(one, result, speech)),
    readings: riskTimes,
    readingLabels: riskTimes.map((time) => timeText(time, result, speech)),
    timeLabel: t(isOwn ? 'ch4.time-own' : 'ch4.time'),
    valueLabel: t(`ch4.value${wordsOf(result)}`),
    groupLabel: group === '' ? t('group.label') : groupName(group, speech),
    reference: { value: 0.5, label: t('ch4.half') },
  };
  const notes = [
    footerText(result, speech),
    ...(test === null ? [] : [t('ch4.test', { p: pText(test.pValue, speech) })]),
    ...(otherGroups > 0 ? [t('ch4.other', { n: f.count(otherGroups, 'exact') })] : []),
    ...(result.leftOut > 0 ? [t('ch4.left-out', { n: f.count(result.leftOut, 'exact') })] : []),
  ];
  return {
    title:
      reading === null
        ? t('ch4.question')
        : t(isOwn ? 'ch4.title-own' : 'ch4.title', {
            share: f.percent(reading.share),
            time: timeText(reading.time, result, speech),
          }),
    subtitle: `${t(`ch4.subtitle${wordsOf(result)}`, { days: f.days(riskDefaults.lostDays) })}${by}`,
    footer: notes.join(' · '),
    model,
  };
}

/** CH5: when is the danger time? */
export function hazardView(result: SurvivalResult, speech: Speech): CardView {
  const { t, f } = speech;
  const { hazard } = result;
  const isOwn = !isOfCustomers(result);
  const bandName = (from: number, until: number) =>
    `${f.count(Math.round(from * 10) / 10, 'exact')}–${f.count(Math.round(until * 10) / 10, 'exact')}`;
  const enough = hazard.filter(({ atRisk }) => atRisk >= leastAtRisk);
  const worst = enough.reduce<(typeof hazard)[number] | null>(
    (most, one) => (most === null || (one.rate ?? 0) > (most.rate ?? 0) ? one : most),
    null,
  );
  const model: BarModel = {
    kind: 'bar',
    orientation: 'vertical',
    unit: 'percent',
    items: hazard.map(({ from, until, rate, events, atRisk }) => ({
      key: String(from),
      label: bandName(from, until),
      value: atRisk < leastAtRisk ? null : rate,
      n: events,
      tone: from === worst?.from ? 'primary' : 'muted',
    })),
    categoryLabel: t(isOwn ? 'ch4.time-own' : 'ch4.time'),
    valueLabel: t(isOwn ? 'ch5.value-own' : 'ch5.value'),
  };
  return {
    title:
      worst === null || worst.events === 0
        ? t('ch5.question')
        : t(isOwn ? 'ch5.title-own' : 'ch5.title', { band: bandName(worst.from, worst.until) }),
    subtitle: t(isOwn ? 'ch5.subtitle-own' : 'ch5.subtitle'),
    footer: footerText(result, speech),
    model,
  };
}
