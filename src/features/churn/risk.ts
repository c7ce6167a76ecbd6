import { isoDay, monthOfDay, type Day } from '../../base/calendar-day';
import { checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { AppError } from '../../base/errors';
import { majorOf } from '../../base/money';
import { emptyBitmap, setNull, type Float64Column } from '../../columns/column';
import { topRows } from '../../cube/top-rows';
import type { Dataset } from '../../dataset/dataset';
import { customerCount, neverDay, transactionFacts } from '../../dataset/facts';
import { assetsByCustomer, closingMonth } from '../../dataset/holdings';
import { countedNow } from '../../dataset/members';
import { identityOf } from '../../dataset/names';
import type { PublishedColumn } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import type { Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type Publishing } from '../task';
import { closingDays } from './customer-lives';
import { leadDays, ratesOf, type Rates } from './rates';
import { rhythmsOf, type Rhythm } from './rhythm';
import {
  churnRisk,
  riskDefaults,
  silenceRatio,
  type RiskCount,
  type RiskParameters,
  type RiskResult,
  type RiskRow,
  type RiskState,
} from './risk-result';
import { bandOf, bandStarts, ratioOf, silenceOf, stateOf, type Rule } from './silence';

const defaultLimit = 50;

/** Months of activity without which nobody's rhythm is known (ux.md §3.14). */
const leastMonths = 6;

/**
 * Who is silent for longer than is usual for them, and what became of such customers before?
 *
 * Each customer is measured by the median gap between the days on which they themselves did something. Bands of silence
 * in such gaps carry the share that left when the same was asked some months ago; with fewer than 50 who left there are
 * no shares. Publishes silence and risk of every customer when asked with the default rule. Money in major units; n =
 * customers under the filters. Source: methods.md §6.1, §6.2, §8.
 *
 * @throws task.bad-parameters
 */
export async function risk(
  dataset: Dataset,
  parameters: RiskParameters,
  control: Control,
): Promise<RiskResult & Publishing> {
  const rule = checkedRule({ ...riskDefaults, ...parameters });
  const limit = checkWhole('limit', parameters.limit ?? defaultLimit, 0, 1_000_000);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 0, 1);
  const at = scope.asOf ?? dataset.lastDay;
  const first = dataset.firstDay;
  const counted = countedNow(scope);
  const n = counted.reduce((sum, one) => sum + one, 0);
  const base = { ...resultBase(scope, n, warningsOf(scope, ['transactions'])), ...rule };
  const isKnown = transactionFacts(dataset) !== null && at !== null && first !== null;
  const months = isKnown ? monthOfDay(at) - monthOfDay(first) + 1 : 0;
  if (!isKnown || months < leastMonths) {
    const refusal = isKnown
      ? ({ reason: 'too-few-months', about: months } as const)
      : ({ reason: 'no-transactions', about: 0 } as const);
    return { ...base, ...nothing, refusal, published: publishedOf(scope, rule, null, null, null) };
  }
  const cutOff = at - rule.lostDays - leadDays;
  const [now, then] = await rhythmsOf(dataset, [at, cutOff], control);
  if (!now || !then) throw new AppError('internal.unexpected', 'no rhythms');
  const closings = closingDays(scope) ?? new Int32Array(customerCount(dataset)).fill(neverDay);
  const reachesBack = cutOff - first >= rule.lostDays;
  const rates = reachesBack ? ratesOf(then, now, closings, rule) : null;
  const seen: Seen = { scope, rule, now, closings, rates, assets: assetsOf(scope), counted };
  return {
    ...base,
    states: statesOf(seen),
    bands: bandsOfRisk(seen),
    rows: listOf(seen, limit),
    backtest: rates?.backtest ?? null,
    refusal: null,
    rates:
      rates === null
        ? { reason: 'too-few-months', about: months }
        : rates.risks === null
          ? { reason: 'too-few-leavers', about: rates.left }
          : null,
    published: publishedOf(scope, rule, now, closings, rates),
  };
}

function checkedRule({ threshold, leastGapDays, lostDays }: Rule): Rule {
  checkWhole('leastGapDays', leastGapDays, 1, 365);
  checkWhole('lostDays', lostDays, 30, 730);
  if (typeof threshold === 'number' && threshold >= 1 && threshold <= 20) {
    return { threshold, leastGapDays, lostDays };
  }
  throw new AppError('task.bad-parameters', 'threshold must be a number from 1 to 20', {
    parameter: 'threshold',
    value: String(threshold),
  });
}

const nobody: RiskCount = { customers: 0, aum: null, expected: null };

const nothing = {
  states: { active: nobody, atRisk: nobody, lost: nobody, closed: nobody, never: nobody },
  bands: [],
  rows: [],
  backtest: null,
  rates: null,
} as const;

/** All that the answer is made of. */
type Seen = {
  readonly scope: Scope;
  readonly rule: Rule;
  readonly now: Rhythm;
  readonly closings: Int32Array;
  readonly rates: Rates | null;
  /** Minor units; null without balances. */
  readonly assets: Float64Array | null;
  readonly counted: Uint8Array;
};

function assetsOf(scope: Scope): Float64Array | null {
  const month = closingMonth(scope);
  return month === null ? null : assetsByCustomer(scope, month).values;
}

const stateAt = ({ now, closings, rule }: Seen, row: number): RiskState =>
  stateOf(now, row, closings[row] as Day, rule);

/** Share of customers like this one that leave; null = not known. */
function riskAt({ now, rule, rates }: Pick<Seen, 'now' | 'rule' | 'rates'>, row: number): number | null {
  return rates?.risks?.[bandOf(ratioOf(now, row, rule))] ?? null;
}

function countWhere(seen: Seen, isMember: (row: number) => boolean): RiskCount {
  const { assets, counted, rates, scope } = seen;
  let [customers, aum, expected] = [0, 0, 0];
  for (let row = 0; row < counted.length; row++) {
    if (counted[row] !== 1 || !isMember(row)) continue;
    customers++;
    aum += assets?.[row] ?? 0;
    expected += riskAt(seen, row) ?? 0;
  }
  return {
    customers,
    aum: assets === null ? null : majorOf(aum, scope.dataset.minorPerMajor),
    expected: rates?.risks ? expected : null,
  };
}

function statesOf(seen: Seen): RiskResult['states'] {
  const count = (state: RiskState) => countWhere(seen, (row) => stateAt(seen, row) === state);
  const without = (state: RiskState): RiskCount => ({ ...count(state), expected: null });
  return {
    active: count('active'),
    atRisk: count('atRisk'),
    lost: without('lost'),
    closed: without('closed'),
    never: without('never'),
  };
}

const isThere = (state: RiskState): boolean => state === 'active' || state === 'atRisk';

function bandsOfRisk(seen: Seen): RiskResult['bands'] {
  const { now, rule, rates } = seen;
  return bandStarts.map((from, band) => ({
    key: `${String(from)}-${String(bandStarts[band + 1] ?? '')}`,
    from,
    until: bandStarts[band + 1] ?? null,
    risk: rates?.risks?.[band] ?? null,
    before: rates?.before[band] ?? { customers: 0, left: 0, lower: 0, upper: 1 },
    ...countWhere(seen, (row) => isThere(stateAt(seen, row)) && bandOf(ratioOf(now, row, rule)) === band),
  }));
}

function listOf(seen: Seen, limit: number): readonly RiskRow[] {
  const { now, rule, assets, counted, scope } = seen;
  const largest = assets?.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
  const ranks = Float64Array.from(counted, (one, row) => {
    if (one !== 1 || stateAt(seen, row) !== 'atRisk') return NaN;
    const first = riskAt(seen, row) ?? ratioOf(now, row, rule);
    return first * 1e6 + (largest > 0 ? (assets?.[row] ?? 0) / largest : 0);
  });
  const { dataset } = scope;
  return Array.from(topRows(ranks, limit), (row) => ({
    ...identityOf(dataset, row),
    aum: assets === null ? null : majorOf(assets[row] as number, dataset.minorPerMajor),
    lastDay: isoDay(now.last[row] as Day),
    silenceDays: silenceOf(now, row),
    gapDays: now.gap[row] as number,
    isOwnRhythm: now.isOwn[row] === 1,
    ratio: ratioOf(now, row, rule),
    risk: riskAt(seen, row),
  }));
}

/** Nothing unless the rule is the default one: a published column means one thing. */
function publishedOf(
  { dataset, asOf }: Scope,
  rule: Rule,
  now: Rhythm | null,
  closings: Int32Array | null,
  rates: Rates | null,
): readonly PublishedColumn[] {
  if (Object.entries(riskDefaults).some(([name, value]) => rule[name as keyof Rule] !== value)) return [];
  const count = customerCount(dataset);
  const day = asOf === null ? null : isoDay(asOf);
  const there = (row: number) =>
    now !== null && isThere(stateOf(now, row, closings?.[row] ?? neverDay, rule));
  return [
    {
      ...churnRisk,
      asOf: day,
      values: columnOf(count, (row) => (now && there(row) ? riskAt({ now, rule, rates }, row) : null)),
    },
    { ...silenceRatio, asOf: day, values: columnOf(count, (row) => (now ? ratioOf(now, row, rule) : null)) },
  ];
}

function columnOf(count: number, valueAt: (row: number) => number | null): Float64Column {
  const values = new Float64Array(count);
  const nulls = emptyBitmap(count);
  for (let row = 0; row < count; row++) {
    const value = valueAt(row);
    if (value === null || !Number.isFinite(value)) setNull(nulls, row);
    else values[row] = value;
  }
  return { kind: 'float64', values, nulls };
}
