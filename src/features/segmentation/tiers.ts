import { concentrationCurve } from '../../algorithms/descriptive/concentration-curve';
import type { ValueTiers } from '../../algorithms/descriptive/value-tiers';
import { monthOfDay, type Month } from '../../base/calendar-day';
import { checkOneOf, checkShares, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { attributeOf } from '../../dataset/attributes';
import type { Dataset } from '../../dataset/dataset';
import { balanceFacts, customerCount, noDay, sinceDays, transactionFacts } from '../../dataset/facts';
import { flowsByCustomer } from '../../dataset/flows';
import { assetsByCustomer, balanceMonthAt, productsByCustomer } from '../../dataset/holdings';
import { countedNow } from '../../dataset/members';
import { shiftSpan, textOfSpan, type Span } from '../../dataset/period';
import type { PeriodText } from '../../dataset/period-text';
import type { PublishedColumn, PublishedSpec } from '../../dataset/published';
import { warningsOf } from '../../dataset/query-warnings';
import { scopeOf, type Scope } from '../../dataset/scope';
import {
  pause,
  resultBase,
  scopeOfTask,
  type Publishing,
  type ResultBase,
  type SharedParameters,
} from '../task';
import { namesColumn } from './customer-columns';
import { schemeOf, tierSchemeIds, type TierScheme } from './tier-schemes';
import { isOwnDay, textOfDay, windowOf } from './window';

/** What customers are ranked by: assets on the as-of day, or what came in in the months up to it. */
export const valueBases = ['aum', 'inflow'] as const;
export type ValueBasis = (typeof valueBases)[number];

export type TiersParameters = SharedParameters & {
  readonly scheme?: TierScheme;
  /** Empty = assets, and without balances what came in. */
  readonly value?: ValueBasis | '';
  /** Where tiers end, ascending between 0 and 1; empty = as the scheme has it. */
  readonly cuts?: readonly number[];
  /** Months of inflow. */
  readonly months?: number;
};

/** Counted customers of a tier, or all of them. Money in major units; null = nobody, or the data cannot tell. */
export type TierProfile = {
  readonly customers: number;
  /** Of the bank, whatever the filters. */
  readonly bankCustomers: number;
  readonly value: number;
  /** Distinct products per customer that holds any. */
  readonly products: number | null;
  /** Mean, in whole years. */
  readonly age: number | null;
  /** Share with a transaction in the window. */
  readonly active: number | null;
};

export type TiersAnswer = ResultBase & {
  /** Why there are no tiers; null when there are. */
  readonly refusal: 'no-customers' | 'no-value' | null;
  readonly scheme: TierScheme;
  readonly value: ValueBasis;
  readonly cuts: readonly number[];
  readonly window: PeriodText | null;
  readonly tiers: readonly (TierProfile & {
    readonly key: string;
    /** The smallest value in it, of the bank. */
    readonly threshold: number | null;
  })[];
  readonly all: TierProfile;
  /** Counted customers from the most valuable down, and their value together: the Pareto curve from (0, 0). */
  readonly curve: { readonly customers: readonly number[]; readonly value: readonly number[] };
  /** Of the value of the counted customers, the share of their most valuable tenth; null without value. */
  readonly topDecileShare: number | null;
  readonly gini: number | null;
  /** Counted customers who stand in another tier than three months before; null when nobody can know. */
  readonly moves: {
    readonly up: number;
    readonly down: number;
    /** Down from the first tier. */
    readonly downFromFirst: number;
    /** Last day then. */
    readonly since: string;
  } | null;
  /** Whether the tiers became columns: only those of the default parameters on the data's own as-of day do. */
  readonly isPublished: boolean;
};

export type TiersResult = TiersAnswer & Publishing;

export const tiersDefaults = { scheme: 'abc', value: '', cuts: [], months: 12 } as const;

const spec = (column: PublishedSpec['column'], model: string): PublishedSpec => ({
  column,
  unit: null,
  model,
  version: 1,
});

export const tierColumns = [
  spec('customer.abcClass', 'abc-80-95'),
  spec('customer.valueTier', 'rank-5-20-50'),
] as const;

/** The published column that holds the tiers of a scheme. */
export const columnOfScheme: Readonly<Record<TierScheme, string | null>> = {
  abc: 'abcClass',
  four: 'valueTier',
  pyramid: null,
};

/** Steps of the curve; the mark that a screen can show. */
const curveSteps = 200;
const quarter = 3;

/**
 * How many customers make the value, and how do the tiers of customers differ?
 *
 * Every customer of the bank is ranked on the as-of day; the filters choose who is counted, and the period of the page
 * changes nothing. Equal values share the upper tier; who has nothing or less is in the last one. n = counted
 * customers. Source: methods.md §2.
 *
 * @throws task.bad-parameters
 */
export async function tiers(
  dataset: Dataset,
  parameters: TiersParameters,
  control: Control,
): Promise<TiersResult> {
  const given = { ...tiersDefaults, ...parameters };
  const scheme = checkOneOf('scheme', given.scheme, tierSchemeIds);
  const asked = checkOneOf('value', given.value, ['', ...valueBases]);
  const months = checkWhole('months', given.months, 1, 120);
  const { keys, cuts: presetCuts, tiersBy } = schemeOf(scheme);
  const isPreset = Array.isArray(given.cuts) && given.cuts.length === 0;
  const cuts = isPreset ? presetCuts : checkShares('cuts', given.cuts, presetCuts.length);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 4);
  const window = windowOf(scope, months);
  const value = asked === '' ? (balanceMonthOf(dataset, window) === null ? 'inflow' : 'aum') : asked;
  const found = valuesAt(dataset, value, window);
  const values = found ?? new Float64Array(customerCount(dataset)).fill(NaN);
  const ranked = tiersBy(values, cuts);
  await pause(control, 2, 4);
  const counted = countedNow(scope);
  const profiles = profilesOf(scope, values, ranked.tiers, keys.length, counted, window);
  await pause(control, 3, 4);
  const minor = dataset.minorPerMajor;
  const own = values.filter((_, row) => counted[row] === 1);
  const curve = concentrationCurve(own, curveSteps);
  const isDefault = isPreset && asked === tiersDefaults.value && months === tiersDefaults.months;
  const isPublished = isDefault && columnOfScheme[scheme] !== null && isOwnDay(scope, window?.to ?? null);
  const metric = value === 'aum' ? 'aum' : 'transactions';
  const { all, parts } = profiles;
  return {
    ...resultBase(scope, all.customers, warningsOf(scope, [metric])),
    refusal: values.length === 0 ? 'no-customers' : found === null ? 'no-value' : null,
    scheme,
    value,
    cuts,
    window: window && textOfSpan(window),
    tiers: parts.map((profile, place) => {
      const threshold = ranked.classes[place]?.threshold ?? null;
      return {
        key: keys[place] as string,
        ...profile,
        threshold: threshold === null ? null : majorOf(threshold, minor),
      };
    }),
    all,
    curve: {
      customers: [...curve.customers],
      value: Array.from(curve.value, (sum) => majorOf(sum, minor)),
    },
    topDecileShare: topShare(own, 0.1),
    gini: curve.gini,
    moves: movesOf(scope, value, window, ranked, counted, (earlier) => tiersBy(earlier, cuts)),
    isPublished,
    published: isPublished ? publishedOf(values, textOfDay(window?.to ?? null)) : [],
  };
}

function balanceMonthOf(dataset: Dataset, window: Span | null): Month | null {
  return window === null ? null : balanceMonthAt(scopeOf(dataset), window.to);
}

/** One value per customer of the bank, minor units; null = the data cannot tell. */
function valuesAt(dataset: Dataset, basis: ValueBasis, window: Span | null): Float64Array | null {
  const count = customerCount(dataset);
  const bank = scopeOf(dataset);
  if (window === null) return null;
  if (basis === 'inflow') {
    return transactionFacts(dataset) === null
      ? null
      : flowsByCustomer(bank, window).positive.subarray(0, count);
  }
  const month = balanceMonthOf(dataset, window);
  return month === null ? null : assetsByCustomer(bank, month).values.subarray(0, count);
}

function profilesOf(
  scope: Scope,
  values: Float64Array,
  places: Uint8Array,
  length: number,
  counted: Uint8Array,
  window: Span | null,
): { readonly all: TierProfile; readonly parts: readonly TierProfile[] } {
  const bank = scopeOf(scope.dataset);
  const products = window && productsByCustomer(bank, window.to);
  const age = attributeOf(scope.dataset, 'age', scope.asOf);
  const ages = age?.kind === 'number' ? age.values : null;
  const active =
    window === null || transactionFacts(scope.dataset) === null ? null : flowsByCustomer(bank, window).counts;
  const profileOf = (isIn: (row: number) => boolean): TierProfile => {
    let [customers, bankCustomers, value, held, holders, years, aged, moved] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let row = 0; row < values.length; row++) {
      if (!isIn(row)) continue;
      bankCustomers++;
      if (counted[row] !== 1) continue;
      customers++;
      const own = values[row] as number;
      if (own === own) value += own;
      const count = products?.[row] ?? 0;
      held += count;
      if (count > 0) holders++;
      const year = ages?.[row] ?? NaN;
      if (year === year) {
        years += year;
        aged++;
      }
      if ((active?.[row] ?? 0) > 0) moved++;
    }
    return {
      customers,
      bankCustomers,
      value: majorOf(value, scope.dataset.minorPerMajor),
      products: holders === 0 ? null : held / holders,
      age: aged === 0 ? null : years / aged,
      active: customers === 0 || active === null ? null : moved / customers,
    };
  };
  return {
    all: profileOf(() => true),
    parts: Array.from({ length }, (_, index) => profileOf((row) => places[row] === index + 1)),
  };
}

/** The share of the value that the most valuable customers hold; null when the value is not positive. */
function topShare(values: Float64Array, share: number): number | null {
  const sorted = values.filter((value) => value === value).sort();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total <= 0) return null;
  const first = sorted.length - Math.ceil(sorted.length * share);
  return sorted.subarray(first).reduce((sum, value) => sum + value, 0) / total;
}

/**
 * Who stands in another tier than a quarter before, among the counted customers who were customers then. Both rankings
 * use the same shares.
 */
function movesOf(
  { dataset }: Scope,
  value: ValueBasis,
  window: Span | null,
  now: ValueTiers,
  counted: Uint8Array,
  tiersOf: (values: Float64Array) => ValueTiers,
): TiersAnswer['moves'] {
  const earlier = window && shiftSpan(window, quarter);
  if (earlier === null || !reachesBack(dataset, value, earlier)) return null;
  const values = valuesAt(dataset, value, earlier);
  if (values === null) return null;
  const since = sinceDays(dataset);
  const then = tiersOf(values.map((own, row) => ((since[row] ?? noDay) <= earlier.to ? own : NaN)));
  let [up, down, downFromFirst] = [0, 0, 0];
  for (let row = 0; row < counted.length; row++) {
    const [before, after] = [then.tiers[row] as number, now.tiers[row] as number];
    if (counted[row] !== 1 || before === 0 || after === 0) continue;
    if (after < before) up++;
    if (after > before) down++;
    if (after > before && before === 1) downFromFirst++;
  }
  return { up, down, downFromFirst, since: textOfSpan(earlier).to };
}

/** Whether the data know the value of a quarter before: balances of that very month, transactions over the window. */
function reachesBack(dataset: Dataset, value: ValueBasis, earlier: Span): boolean {
  if (value === 'inflow') return dataset.firstDay !== null && dataset.firstDay <= earlier.from;
  return balanceFacts(dataset)?.months.includes(monthOfDay(earlier.to)) ?? false;
}

function publishedOf(values: Float64Array, asOf: string | null): readonly PublishedColumn[] {
  const [abc, four] = tierColumns;
  const placesIn = (scheme: TierScheme) => schemeOf(scheme).tiersBy(values, schemeOf(scheme).cuts).tiers;
  return [
    { ...abc, asOf, values: namesColumn(schemeOf('abc').keys, placesIn('abc')) },
    { ...four, asOf, values: namesColumn(schemeOf('four').keys, placesIn('four')) },
  ];
}
