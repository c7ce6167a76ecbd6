import { isoDay, isoMonth, monthOfDay } from '../../base/calendar-day';
import { checkOneOf, checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { AppError } from '../../base/errors';
import { keyDimension, type Dimension } from '../../cube/dimension';
import { startBrush, type LinkedViews } from '../../cube/linked-views';
import { allRows } from '../../cube/selection';
import { checkFilters } from '../../dataset/check-filters';
import type { Dataset } from '../../dataset/dataset';
import { accountFacts, balanceFacts, neverDay, noDay, transactionFacts } from '../../dataset/facts';
import { hasDirection } from '../../dataset/flows';
import { groupingOf, type Grouping } from '../../dataset/grouping';
import { assetPlaces, sumOf } from '../../dataset/holdings';
import { measureBy, now } from '../../dataset/measure-by';
import { measures, metricIds, type MetricId } from '../../dataset/measures';
import { countedNow } from '../../dataset/members';
import { monthsOfData } from '../../dataset/metric-series';
import { nameOfKey } from '../../dataset/names';
import { scopeOf, transactionsIn, type Scope } from '../../dataset/scope';
import { stableJson } from '../../dataset/summary-key';
import type { Filters } from '../../model/filters';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import { breakdownDefaults, type BreakdownParameters } from './breakdown';
import type { Follower, MonthTables, Reach } from './follower';

/** A breakdown that follows the hand, and what is selected on the cards beside it except the hand's own. */
export type FollowerQuestion = Pick<BreakdownParameters, 'by' | 'metric' | 'top'> & Pick<Filters, 'sel'>;

export type BrushParameters = SharedParameters & { readonly views?: readonly FollowerQuestion[] };

export type BrushResult = ResultBase & {
  /** In the order of the questions; null where sums over months do not tell, as of distinct customers. */
  readonly views: readonly (Follower | null)[];
  readonly reach: Reach;
};

export const brushDefaults: { readonly views: readonly FollowerQuestion[] } = { views: [] };

/** Places above which a card does not follow the hand. */
const mostPlaces = 2000;

const followable: readonly MetricId[] = ['aum', 'transactions', 'inflow', 'outflow', 'netflow'];

/**
 * What breakdowns show over any range of months, as tables from which a range is one subtraction: while the hand moves
 * over a chart of months the breakdowns beside it follow without another question. Each sees the selections of the
 * others, not its own. n = customers.
 *
 * @throws task.bad-parameters
 * @throws task.cancelled
 *
 * Source: see {@link startBrush}. O(rows · views + months · places)
 */
export async function brush(
  dataset: Dataset,
  parameters: BrushParameters,
  control: Control,
): Promise<BrushResult> {
  const drafts = questionsOf(parameters).map((question) => draftOf(dataset, parameters, question));
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 0, 4);
  const tables: (readonly (MonthTables | null)[])[] = [];
  for (const [part, rowsOf] of [flowRows, levelRows, openedRows, closedRows].entries()) {
    tables.push(await tablesOf(drafts, rowsOf, partOf(control, part)));
  }
  const [flows, levels, opened, closed] = tables;
  const text = (day: number | null) => (day === null ? null : isoDay(day));
  return {
    ...resultBase(scope, sumOf(countedNow(scope))),
    views: drafts.map(
      (draft, view) =>
        draft && {
          ...placesOf(draft),
          flows: flows?.[view] ?? null,
          levels: levels?.[view] ?? null,
          opened: opened?.[view] ?? null,
          closed: closed?.[view] ?? null,
        },
    ),
    reach: {
      asOf: text(scope.asOf),
      firstDay: text(dataset.firstDay),
      lastDay: text(dataset.lastDay),
      balances: (balanceFacts(dataset)?.months ?? []).map(isoMonth),
    },
  };
}

/** A view before its rows are counted. */
type Draft = {
  readonly scope: Scope;
  readonly grouping: Grouping;
  readonly metric: MetricId;
  readonly top: number;
  /** What the rows depend on: views with the same are counted together. */
  readonly key: string;
};

/** Rows of one table by the months of `axis` and the places of a view. */
type ViewRows = {
  readonly key: string;
  readonly axis: Dimension;
  readonly places: Dimension;
} & Pick<LinkedViews, 'values' | 'selection'>;

function questionsOf({ views = brushDefaults.views }: BrushParameters): readonly FollowerQuestion[] {
  const isList: boolean = Array.isArray(views);
  if (isList) return views;
  throw new AppError('task.bad-parameters', 'views must be a list of breakdowns', { parameter: 'views' });
}

function draftOf(
  dataset: Dataset,
  { filters, asOf }: SharedParameters,
  question: FollowerQuestion,
): Draft | null {
  const given = { ...breakdownDefaults, ...question };
  const metric = checkOneOf('metric', given.metric, metricIds);
  const top = checkWhole('top', given.top, 1, 100_000);
  const by = checkText('by', given.by);
  const { p: _p, c: _c, ...standing } = checkFilters({ ...filters, sel: question.sel ?? {} });
  const scope = scopeOf(dataset, standing, asOf);
  const grouping = groupingOf(scope, by);
  if (grouping === null || grouping.keys.length > mostPlaces || monthsOfData(scope) === null) return null;
  const isKnown = metric === 'aum' ? balanceFacts(dataset) !== null : transactionFacts(dataset) !== null;
  const isSigned = hasDirection(scope) || (metric !== 'outflow' && metric !== 'netflow');
  if (!followable.includes(metric) || !isKnown || !isSigned) return null;
  const isCarried =
    grouping.kind === 'customers' || grouping[metric === 'aum' ? 'balance' : 'transaction'] !== null;
  return isCarried ? { scope, grouping, metric, top, key: stableJson(standing) } : null;
}

/** Names of the places, and the customers whom the months do not change. */
function placesOf({ scope, grouping, metric, top }: Draft) {
  const { dataset, needsRow } = scope;
  const { keys, name } = grouping;
  const isStanding = grouping.kind === 'customers' && !needsRow;
  const customers = isStanding ? measureBy(scope, grouping, 'customers', now(scope)) : null;
  return {
    metric,
    top,
    keys,
    names: keys.map((key) => (key === '' ? { name: null, nameEn: null } : nameOfKey(dataset, name, key))),
    needsTransaction: scope.needsTransaction,
    scale: measures[metric].unit === 'money' ? dataset.minorPerMajor : 1,
    customers: customers && Array.from(customers.values),
    n: needsRow ? null : sumOf(countedNow(scope)),
  };
}

/** One pass over a table for all views that look at the same rows of it. */
async function tablesOf(
  drafts: readonly (Draft | null)[],
  rowsOf: (draft: Draft) => ViewRows | null,
  control: Control,
): Promise<readonly (MonthTables | null)[]> {
  const views = drafts.map((draft) => draft && rowsOf(draft));
  const made: (MonthTables | null)[] = views.map(() => null);
  for (const key of new Set(views.flatMap((view) => view?.key ?? []))) {
    const together = views.flatMap((view, at) => (view?.key === key ? [{ ...view, at }] : []));
    const [first] = together;
    if (first === undefined) continue;
    const { axis, values, selection } = first;
    const dimensions = [axis, ...together.map(({ places }) => places)];
    const { blocks } = await startBrush(
      { dimensions, values, selection },
      dimensions.map(() => null),
      0,
      control,
    );
    together.forEach(({ at }, view) => {
      const block = blocks[view + 1];
      if (block === undefined) return;
      const [counts, sums] = [Array.from(block.counts), Array.from(block.sums)];
      made[at] = { first: axis.base, months: axis.size - 1, counts, sums };
    });
  }
  return made;
}

function flowRows({ scope, grouping, metric, key }: Draft): ViewRows | null {
  const facts = transactionFacts(scope.dataset);
  if (facts === null || facts.month === null) return null;
  const places =
    grouping.kind === 'rows'
      ? grouping.transaction
      : throughCustomers(grouping.places, facts.customer, grouping);
  if (places === null) return null;
  const { amounts, month: axis } = facts;
  const isMoney = metric !== 'aum' && metric !== 'transactions';
  const values =
    metric === 'inflow'
      ? amounts.map((amount) => Math.max(0, amount))
      : metric === 'outflow'
        ? amounts.map((amount) => Math.max(0, -amount))
        : isMoney
          ? amounts
          : null;
  return {
    key: `${key} ${isMoney ? metric : ''}`,
    axis,
    places,
    values,
    selection: transactionsIn(scope, null),
  };
}

/** Sums of assets; counts of all balances, as a customer may have others. */
function levelRows({ scope, grouping, key }: Draft): ViewRows | null {
  const facts = balanceFacts(scope.dataset);
  const months = scope.dataset.tables['balance']?.columns['month'];
  if (facts === null || months?.kind !== 'int32') return null;
  const places =
    grouping.kind === 'rows' ? grouping.balance : throughCustomers(grouping.places, facts.customer, grouping);
  if (places === null) return null;
  const isAsset = assetPlaces(facts);
  const products = facts.product?.codes;
  const values =
    isAsset === null || products === undefined
      ? facts.balances
      : facts.balances.map((balance, row) => (isAsset[products[row] as number] === 0 ? 0 : balance));
  const axis = keyDimension(months, facts.byMonth.starts.length - 2, facts.firstMonth);
  return { key, axis, places, values, selection: { ...allRows(facts.rowCount), mask: scope.balanceMask } };
}

const openedRows = (draft: Draft) => accountRows(draft, 'opened');
const closedRows = (draft: Draft) => accountRows(draft, 'closed');

/** Accounts by the month of a day; what was before the data stands in the month before them. */
function accountRows({ scope, grouping, key }: Draft, days: 'opened' | 'closed'): ViewRows | null {
  const facts = accountFacts(scope.dataset);
  const months = monthsOfData(scope);
  const places = grouping.kind === 'customers' || scope.needsTransaction ? null : grouping.account;
  if (facts === null || months === null || places === null) return null;
  const [before, after] = [months.first - 1, months.last + 1];
  const codes = facts[days].map((day) => {
    if (day === noDay) return before;
    return day === neverDay ? after : Math.max(before, Math.min(after, monthOfDay(day)));
  });
  const axis = keyDimension({ kind: 'int32', values: codes, nulls: null }, after - before, before);
  const selection = { ...allRows(facts.rowCount), mask: scope.accountMask };
  return { key, axis, places, values: null, selection };
}

/** The places of the customers of rows. */
function throughCustomers(places: Int32Array, customer: Dimension, { keys }: Grouping): Dimension {
  const codes = customer.codes.map((row) => places[row] as number);
  return { codes, base: 0, size: keys.length, unknown: keys.length - 1 };
}

const partOf = (control: Control, part: number): Control => ({
  ...control,
  yield: (done, total) => control.yield(part + done / total, 4, 'query'),
});
