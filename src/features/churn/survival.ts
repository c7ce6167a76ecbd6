import { kaplanMeier, type CurveOptions, type SurvivalCurve } from '../../algorithms/survival/kaplan-meier';
import { hazardRates } from '../../algorithms/survival/hazard-rates';
import { logRank } from '../../algorithms/survival/log-rank';
import type { Members } from '../../algorithms/survival/observed-lives';
import { intervalKinds, limitsOf, type IntervalKind } from '../../algorithms/survival/survival-interval';
import { survivalQuantile } from '../../algorithms/survival/survival-quantile';
import { AppError } from '../../base/errors';
import { checkOneOf, checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { roundStep } from '../../dataset/bands';
import type { Dataset } from '../../dataset/dataset';
import { nameOfKey } from '../../dataset/names';
import type { Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask } from '../task';
import { livesOfCustomers } from './customer-lives';
import {
  customerEvents,
  survivalDefaults,
  type CurveSteps,
  type HazardBand,
  type Limits,
  type Median,
  type SurvivalGroup,
  type SurvivalParameters,
  type SurvivalRefusal,
  type SurvivalResult,
  type SurvivalTest,
} from './survival-result';
import { frameNamed, livesOfTable, refuse, type Lives, type Refused } from './table-lives';

/** More groups than this are no comparison. */
const mostGroups = 100;

type Asked = Required<Omit<SurvivalParameters, 'asOf' | 'filters' | 'seed' | 'limit'>>;

/**
 * How long until the event, and do groups differ?
 *
 * Lives are the customers (event: the last account is closed; months since the relationship began, late entry for who
 * was there before the data) or the rows of any table with a column of times. Assumes that whoever is no longer watched
 * is as likely to have the event as the others. n = lives. What the data cannot answer is said in `refusal`. Source:
 * methods.md §7 (Kaplan & Meier 1958; Greenwood 1926; Mantel 1966).
 *
 * @throws task.bad-parameters
 */
export async function survival(
  dataset: Dataset,
  parameters: SurvivalParameters,
  control: Control,
): Promise<SurvivalResult> {
  const asked = checked({ ...survivalDefaults, ...parameters });
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 0, asked.top + 2);
  const lives = await livesOf(scope, asked, control);
  if ('refusal' in lives) return { ...resultBase(scope, 0), ...nothing(asked), ...lives };
  // Reading the silence of each customer counts customers.
  const before = lives.customerEvent === 'silence' ? lives.time.length : 0;
  const steps = before + asked.top + 2;
  const whole = kaplanMeier(lives);
  const leftOut = lives.asked - whole.lives;
  if (whole.lives === 0) {
    return { ...resultBase(scope, 0), ...nothing(asked), ...refuse('no-lives', asked.table), leftOut };
  }
  const last = whole.times.at(-1) ?? 0;
  const riskTimes = asked.times.length > 0 ? asked.times : roundTimes(last, lives.unit);
  const options = { interval: asked.interval, riskTimes: Float64Array.from(riskTimes) };
  const members = membersOf(lives);
  const isComparable = members.length <= mostGroups;
  const groups: SurvivalGroup[] = [];
  for (const { place } of isComparable ? largest(members, asked.top) : []) {
    await pause(control, before + groups.length + 1, steps);
    const key = lives.keys[place] ?? '';
    const curve = curveOf(lives, options, { of: lives.group ?? [], is: place });
    groups.push({ key, ...nameOfKey(dataset, asked.group, key), ...curve });
  }
  await pause(control, before + asked.top + 1, steps);
  return {
    ...resultBase(scope, whole.lives),
    ...nothing(asked),
    customerEvent: lives.customerEvent,
    unit: lives.unit,
    riskTimes,
    all: { key: null, name: null, nameEn: null, ...curveOf(lives, options, null) },
    hazard: hazardOf(lives, riskTimes),
    groups,
    otherGroups: members.length - groups.length,
    withoutGroup: lives.group === null ? 0 : whole.lives - members.reduce((sum, one) => sum + one.lives, 0),
    leftOut,
    ...(isComparable ? compare(lives, asked.group) : refuseComparison('too-many-groups', members.length)),
  };
}

function checked(given: Asked): Asked {
  const { table, time, event, eventValue, entry, group, times } = given;
  for (const [name, value] of Object.entries({ table, time, event, eventValue, entry, group })) {
    checkText(name, value);
  }
  checkOneOf('interval', given.interval, intervalKinds);
  checkWhole('top', given.top, 1, mostGroups);
  if (Array.isArray(times) && times.every((at) => typeof at === 'number' && at >= 0 && at < Infinity))
    return given;
  throw new AppError('task.bad-parameters', 'times must be numbers of 0 and more', { parameter: 'times' });
}

async function livesOf(scope: Scope, asked: Asked, control: Control): Promise<Lives | Refused> {
  const frame = frameNamed(scope.dataset, asked.table);
  if (frame === null) return refuse('table-unknown', asked.table);
  if (asked.time !== '') return livesOfTable(scope, frame, asked);
  if (frame.name !== 'customer') return refuse('time-not-a-number', asked.table);
  const event = checkOneOf('event', asked.event, ['', ...customerEvents]);
  return livesOfCustomers(scope, event, asked.group, control);
}

const nothing = (asked: Asked) => ({
  table: asked.table,
  group: asked.group,
  interval: asked.interval,
  customerEvent: null,
  unit: null,
  riskTimes: [],
  all: null,
  hazard: [],
  groups: [],
  otherGroups: 0,
  withoutGroup: 0,
  test: null,
  leftOut: 0,
  refusal: null,
  comparison: null,
});

/** Bands of the hazard in months: short ones in the first years, when most happens. */
const monthEdges = [0, 3, 6, 12, 24, 36, 48, 60, 84, 120, 180, 240, 360, 480, 600];

/** Bands up to the last time at risk; in a unit of the file's own half the steps of these times. */
function hazardOf(lives: Lives, given: readonly number[]): readonly HazardBand[] {
  const riskTimes = given.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [riskTimes[0], riskTimes.at(-1)];
  const halves = riskTimes.slice(1).flatMap((until, i) => [((riskTimes[i] ?? 0) + until) / 2, until]);
  const edges = Float64Array.from(
    lives.unit === 'months' ? monthEdges.filter((edge) => edge <= last) : [first, ...halves],
  );
  const { events, exposure, rates } = hazardRates(lives, edges);
  const atRisk = kaplanMeier(lives, { riskTimes: edges }).riskTable;
  return Array.from(events, (count, band) => ({
    from: edges[band] as number,
    until: edges[band + 1] as number,
    events: count,
    atRisk: atRisk[band + 1] as number,
    rate: (exposure[band] as number) > 0 ? (rates[band] as number) : null,
  }));
}

type Membership = { readonly place: number; readonly lives: number };

/** Groups with usable lives. */
function membersOf({ time, entry, group, keys }: Lives): readonly Membership[] {
  if (group === null) return [];
  const counts = new Int32Array(keys.length);
  for (let row = 0; row < time.length; row++) {
    const place = group[row] as number;
    const isUsable =
      (time[row] as number) >= 0 &&
      !((entry?.[row] ?? 0) > 0 && (entry?.[row] ?? 0) >= (time[row] as number));
    if (place >= 0 && isUsable) counts[place] = (counts[place] as number) + 1;
  }
  return Array.from(counts, (lives, place) => ({ place, lives })).filter(({ lives }) => lives > 0);
}

/** The groups with the most lives, in the order of their keys. */
function largest(members: readonly Membership[], top: number): readonly Membership[] {
  const kept = new Set(members.toSorted((a, b) => b.lives - a.lives || a.place - b.place).slice(0, top));
  return members.filter((one) => kept.has(one));
}

function curveOf(
  lives: Lives,
  options: Pick<CurveOptions, 'interval' | 'riskTimes'>,
  members: Members | null,
): Omit<SurvivalGroup, 'key' | 'name' | 'nameEn'> {
  const curve = kaplanMeier(lives, options, members);
  const { hasLimits } = curve;
  const known = (values: Float64Array) =>
    Array.from(values, (value, j) => (hasLimits[j] === 1 ? value : null));
  const steps: CurveSteps = {
    times: Array.from(curve.times),
    atRisk: Array.from(curve.atRisk),
    events: Array.from(curve.events),
    censored: Array.from(curve.censored),
    survival: Array.from(curve.survival),
    standardError: known(curve.standardError),
    lower: known(curve.lower),
    upper: known(curve.upper),
  };
  return {
    lives: curve.lives,
    events: curve.totalEvents,
    median: medianOf(curve),
    curve: steps,
    riskTable: Array.from(curve.riskTable),
    emptiedAt: curve.emptiedAt,
  };
}

function medianOf(curve: SurvivalCurve): Median {
  const limits = (kind: IntervalKind): Limits => {
    const { lower, upper } = survivalQuantile(withLimits(curve, kind));
    return { lower, upper };
  };
  return {
    time: survivalQuantile(curve).time,
    logLog: limits('log-log'),
    log: limits('log'),
    plain: limits('plain'),
  };
}

/** The same curve with limits of another kind: Greenwood's sum is (se / S)². */
function withLimits(curve: SurvivalCurve, kind: IntervalKind): SurvivalCurve {
  if (curve.options.interval === kind) return curve;
  const [lower, upper] = [curve.lower.slice(), curve.upper.slice()];
  curve.survival.forEach((s, j) => {
    if (curve.hasLimits[j] === 0) return;
    const root = (curve.standardError[j] as number) / s;
    const [low, high] = limitsOf(s, root * root, kind, curve.options.z);
    lower[j] = low;
    upper[j] = high;
  });
  return { ...curve, lower, upper };
}

type Comparison = { readonly test: SurvivalTest | null; readonly comparison: SurvivalRefusal | null };

const refuseComparison = (reason: SurvivalRefusal['reason'], about: string | number): Comparison => ({
  test: null,
  comparison: { reason, about: String(about) },
});

function compare(lives: Lives, name: string): Comparison {
  if (lives.group === null) return { test: null, comparison: null };
  const { groups, test, reason } = logRank(lives, lives.group, lives.keys.length);
  if (test === null) return refuseComparison(reason ?? 'no-events', name);
  const rows = groups.map((one, place) => ({ key: lives.keys[place] ?? '', ...one }));
  return { test: { ...test, groups: rows.filter((one) => one.lives > 0) }, comparison: null };
}

const monthSteps = [6, 12, 24, 60, 120];

/** From 0 to the last time in about seven round steps; months in half, whole, five or ten years. */
function roundTimes(last: number, unit: Lives['unit']): readonly number[] {
  if (!(last > 0)) return [0];
  const months = monthSteps.find((step) => step >= last / 7) ?? 240;
  const step = unit === 'months' && last > 6 ? months : roundStep(last / 6);
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}
