import type { BtydModel } from '../../algorithms/lifetime-value/btyd-model';
import { fitBtyd, fitDefaults, type BtydFit } from '../../algorithms/lifetime-value/fit-btyd';
import { expectedFrequencies } from '../../algorithms/lifetime-value/repeat-distribution';
import { isoDay } from '../../base/calendar-day';
import { checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import type { Assumption } from '../../dataset/dataset';
import { pause, type Publishing } from '../task';
import { btydSteps, type BtydInput } from './btyd-input';
import type { BtydRefusal, BtydResult, FrequencyBin } from './btyd-result';
import type { BtydParameters } from './btyd-settings';
import { topScores } from './customer-scores';
import { frequencyKey, holdoutOf, mostRepeats } from './holdout';
import { outlookDays, outlookOf, scoresOf } from './outlook';
import { publishedScores } from './published-scores';
import { historiesOf, type Histories } from './timeline';
import { tracking } from './tracking';

/** Rows of the result unless `limit` says otherwise. */
const usualRows = 20;

/**
 * Who is still a customer, and how often will they come back? Fits a buy-till-you-die model to the events up to the end
 * of the calibration, compares it with what came after, and looks twelve months ahead from the as-of day with the same
 * parameters.
 *
 * Without a model asked for by its name, the data of a bank whose transactions are no purchases are refused, as are
 * fewer than 50 customers who came back: relations with a contract end silently, not by staying away. A model by its
 * name always runs, and the result warns.
 *
 * @throws task.bad-parameters
 * @throws task.cancelled
 *
 * Source: methods.md §0.3, §4; models: `algorithms/lifetime-value/btyd-model.ts`
 */
export async function fitCustomers(
  input: BtydInput,
  parameters: BtydParameters,
  control: Control,
): Promise<BtydResult & Publishing> {
  const limit = checkWhole('limit', parameters.limit ?? usualRows, 0, Number.MAX_SAFE_INTEGER);
  const { settings, customers, last } = input;
  await pause(control, 2, btydSteps);
  const found = historiesOf(input);
  const { then, now, unitDays, holdoutPeriods } = found;
  const { histories } = then.calibration;
  await pause(control, 3, btydSteps);
  const fit = await fitOf(input, found, control);
  const model = fit?.state === 'fitted' ? fit.model : null;
  await pause(control, 4, btydSteps);

  const fitted = model && { ...model, unitDays };
  const points = tracking(then, holdoutPeriods ?? 0, fitted);
  await pause(control, 5, btydSteps);
  const ahead = ((holdoutPeriods ?? 0) * then.days) / unitDays;
  const horizon = outlookDays / unitDays;
  const before = fitted && { ...then, scores: scoresOf(fitted, histories, ahead) };
  const today = fitted && { ...now, scores: scoresOf(fitted, now.calibration.histories, horizon) };
  const who = { name: 'customer', rowCount: customers, columns: input.who };
  await pause(control, 6, btydSteps);

  const counts = countsOf(histories.repeats);
  return {
    ...input.base,
    n: counts.customers,
    warnings: [...input.base.warnings, ...warningsOfFit(input, found, model, counts)],
    state: model === null ? 'refused' : 'fitted',
    refusal: refusalOf(fit, input),
    model: settings.model,
    isModelChosen: settings.isModelChosen,
    events: input.events.kind,
    isRaw: found.isRaw,
    grain: found.grain,
    unit: settings.unit,
    calibrationEnd: last === null ? null : isoDay(then.anchor),
    ...counts,
    parameters: model?.parameters ?? null,
    standardErrors: model?.standardErrors ?? null,
    logLikelihood: model?.logLikelihood ?? null,
    diagnostics: model?.diagnostics ?? null,
    holdout: before && holdoutOf(before, holdoutPeriods, ahead),
    frequency: frequencyOf(histories.repeats, histories.observed, model),
    tracking: points,
    outlook: today && outlookOf(today.scores, horizon),
    rows: today && before ? topScores(today, before, who, unitDays, limit) : [],
    published: input.isPublic ? publishedScores(customers, last, today) : [],
  };
}

type Counts = Pick<BtydResult, 'customers' | 'repeatCustomers' | 'repeats'>;

function countsOf(repeats: Int32Array): Counts {
  return {
    customers: repeats.length,
    repeatCustomers: repeats.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0),
    repeats: repeats.reduce((sum, x) => sum + x, 0),
  };
}

/** Null: not tried, since there are no events, or they are no purchases and nobody asked for a model by its name. */
async function fitOf(
  { settings, events }: BtydInput,
  { then, isRaw }: Histories,
  control: Control,
): Promise<BtydFit | null> {
  if (!events.isThere || (isRaw && !settings.isModelChosen)) return null;
  const least = settings.isModelChosen ? 1 : fitDefaults.leastRepeatCustomers;
  let highest = 0;
  const share = (done: number, total: number): number =>
    (highest = Math.max(highest, done / Math.max(1, total)));
  return fitBtyd(
    settings.model,
    then.calibration.histories,
    { leastRepeatCustomers: least },
    {
      ...control,
      // Each start begins anew: what was reached once is not taken back.
      yield: (done, total) => control.yield(3 + share(done, total), btydSteps, 'fit'),
    },
  );
}

function refusalOf(fit: BtydFit | null, { events }: BtydInput): BtydRefusal | null {
  if (fit?.state === 'fitted') return null;
  if (!events.isThere) {
    return {
      reason: 'no-transactions',
      message: 'A buy-till-you-die model needs transactions with a date, the data have none',
      needed: fitDefaults.leastRepeatCustomers,
    };
  }
  if (fit === null) {
    return {
      reason: 'raw-transactions',
      message:
        'The transactions are those of bank accounts, not purchases: a buy-till-you-die model of them is not usable unless it is asked for by its name',
      needed: fitDefaults.leastRepeatCustomers,
    };
  }
  const { reason, message, needed } = fit.refusal;
  return { reason, message, needed };
}

function frequencyOf(
  repeats: Int32Array,
  observed: Float64Array,
  model: BtydModel | null,
): readonly FrequencyBin[] {
  const actual = new Int32Array(mostRepeats + 1);
  for (const x of repeats)
    actual[Math.min(x, mostRepeats)] = (actual[Math.min(x, mostRepeats)] as number) + 1;
  const expected = model && expectedFrequencies(model.kind, model.parameters, observed, mostRepeats);
  return Array.from(actual, (customers, x) => ({
    key: frequencyKey(x),
    actual: customers,
    expected: expected && (expected[x] as number),
  }));
}

/** What a reader must know before believing a model that was asked for by its name (methods.md §0.3). */
function warningsOfFit(
  { settings, last }: BtydInput,
  { then, isRaw, gap }: Histories,
  model: BtydModel | null,
  { customers, repeatCustomers }: Counts,
): readonly Assumption[] {
  const warnings: Assumption[] = [];
  const asked = settings.calibrationEnd;
  if (asked !== null && last !== null && asked > last) {
    warnings.push({
      code: 'btyd.calibration-cut',
      values: { asked: isoDay(asked), used: isoDay(then.anchor) },
    });
  }
  if (model === null) return warnings;
  if (isRaw) warnings.push({ code: 'btyd.raw-transactions', values: { days: gap ?? 0 } });
  if (repeatCustomers < fitDefaults.leastRepeatCustomers) {
    warnings.push({
      code: 'btyd.few-repeat-customers',
      values: { customers: repeatCustomers, needed: fitDefaults.leastRepeatCustomers },
    });
  }
  if (model.kind === 'bg-nbd' && repeatCustomers < customers) {
    warnings.push({
      code: 'btyd.certain-alive',
      values: { model: 'BG/NBD', customers: customers - repeatCustomers },
    });
  }
  const { penalty } = model.diagnostics;
  if (penalty > 0) warnings.push({ code: 'btyd.penalty', values: { penalty } });
  return warnings;
}
