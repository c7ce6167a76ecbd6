import { isoMonth, parseIsoDay, parseIsoMonth, type Day } from '../base/calendar-day';
import type { Dimension } from '../cube/dimension';
import { allRows, type Selection } from '../cube/selection';
import type { Choice, Filters } from '../model/filters';
import { attributeOf, customersOfChoice } from './attributes';
import { placesOf } from './choices';
import type { Assumption, Dataset } from './dataset';
import {
  accountFacts,
  balanceFacts,
  customerCount,
  textsOf,
  transactionFacts,
  type Coded,
  type TransactionFacts,
} from './facts';
import { customersOfOrg } from './org-choice';
import { lowerBound } from './lower-bound';
import { consecutiveMonths } from './months';
import { resolvePeriod, type ResolvedPeriod, type Span } from './period';
import { Memory } from './remember';
import { stableJson } from './summary-key';

/**
 * Filters, resolved against a dataset (ux.md §1.3, rule 9). Organisation, segment, attributes and selections of
 * customers choose customers; product, channel and selections of transactions choose rows; the period chooses days.
 * Immutable; what is computed from it is kept with it, so that all cards of a page share their scans.
 */
export type Scope = {
  readonly dataset: Dataset;
  readonly filters: Filters;
  readonly period: ResolvedPeriod;
  /** The as-of day of the question or of the data. */
  readonly asOf: Day | null;
  /** 1 = chosen. The place after the last customer stands for rows without a customer, kept only by no filter at all. */
  readonly chosen: Uint8Array;
  readonly hasCustomerFilter: boolean;
  /** Transactions of chosen customers that the filters of rows keep, on any day; null = all. */
  readonly transactionMask: Uint8Array | null;
  /** Balances and accounts carry the product, not the channel. Null = all. */
  readonly balanceMask: Uint8Array | null;
  readonly accountMask: Uint8Array | null;
  /** A customer counts only if a row remains. */
  readonly needsRow: boolean;
  /** Only transactions carry all of the filters of rows. */
  readonly needsTransaction: boolean;
  readonly warnings: readonly Assumption[];
};

type RowFilters = {
  readonly products: readonly Choice[];
  readonly channels: readonly Choice[];
  readonly types: readonly Choice[];
  readonly directions: readonly Choice[];
  readonly months: readonly Choice[];
};

const rowSelections: Readonly<Record<string, keyof RowFilters>> = {
  product: 'products',
  product_code: 'products',
  channel: 'channels',
  type: 'types',
  direction: 'directions',
  month: 'months',
};

const scopes = new Memory<Dataset>(12);
const computed = new Memory<Scope>();

/** A value computed once for a scope. */
export function ofScope<T>(scope: Scope, name: string, make: () => T): T {
  return computed.of(scope, name, make);
}

/**
 * The scope of filters. The same question about the same dataset gets the same scope.
 *
 * @param asOf ISO day; the one in the filters goes first
 */
export function scopeOf(dataset: Dataset, filters: Filters = {}, asOf?: string): Scope {
  return scopes.of(dataset, stableJson([filters, asOf ?? null]), () =>
    makeScope(dataset, withMonthsAsPeriod(filters), asOf),
  );
}

/**
 * Selected months that follow one another are the period: assets stand at their end, and what they are compared with
 * lies as much earlier. Others keep the rows of these months within the period.
 */
function withMonthsAsPeriod(filters: Filters): Filters {
  const { month, ...sel } = filters.sel ?? {};
  if (month === undefined || month.exclude) return filters;
  const range = consecutiveMonths(month.values);
  return range ? { ...filters, p: `${isoMonth(range.first)}..${isoMonth(range.last)}`, sel } : filters;
}

function makeScope(dataset: Dataset, filters: Filters, asOf: string | undefined): Scope {
  const warnings: Assumption[] = [];
  const askedText = filters.asof ?? asOf;
  const asked = askedText === undefined ? null : parseIsoDay(askedText);
  if (askedText !== undefined && asked === null) {
    warnings.push({ code: 'filter.unreadable', values: { field: 'asof', value: askedText } });
  }
  const period = resolvePeriod({ p: filters.p, c: filters.c, asOf: asked, data: dataset });
  const day = asked ?? dataset.asOf;
  const chosen = chooseCustomers(dataset, filters, day, warnings);
  const rows = rowFiltersOf(filters);
  const hasCustomerFilter = chosen[customerCount(dataset)] === 0;
  const others = rows.channels.length + rows.types.length + rows.directions.length;
  return {
    dataset,
    filters,
    period: { ...period, warnings: [] },
    asOf: day,
    chosen,
    hasCustomerFilter,
    transactionMask: maskTransactions(dataset, chosen, hasCustomerFilter, rows, warnings),
    balanceMask: maskHoldings(balanceFacts(dataset), chosen, hasCustomerFilter, rows),
    accountMask: maskHoldings(accountFacts(dataset), chosen, hasCustomerFilter, rows),
    needsRow: rows.products.length + others > 0,
    needsTransaction: others > 0,
    warnings: [...period.warnings, ...warnings],
  };
}

function rowFiltersOf(filters: Filters): RowFilters {
  const rows: Record<keyof RowFilters, Choice[]> = {
    products: filters.prod ? [filters.prod] : [],
    channels: filters.ch ? [filters.ch] : [],
    types: [],
    directions: [],
    months: [],
  };
  for (const [field, choice] of Object.entries(filters.sel ?? {})) {
    const kind = rowSelections[field];
    if (kind) rows[kind].push(choice);
  }
  return rows;
}

function warnUnknown(warnings: Assumption[], field: string, unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const values = unknown.slice(0, 5).join(', ');
  warnings.push({ code: 'filter.unknown-values', values: { field, values, count: unknown.length } });
}

function chooseCustomers(
  dataset: Dataset,
  filters: Filters,
  asOf: Day | null,
  warnings: Assumption[],
): Uint8Array {
  const count = customerCount(dataset);
  const chosen = new Uint8Array(count + 1).fill(1);
  const keepOnly = (keeps: Uint8Array): void => {
    for (let row = 0; row < count; row++) if (keeps[row] === 0) chosen[row] = 0;
    chosen[count] = 0;
  };
  if (filters.org !== undefined && filters.org !== '') {
    const org = customersOfOrg(dataset, filters.org);
    if (org === null)
      warnings.push({ code: 'filter.unreadable', values: { field: 'org', value: filters.org } });
    else {
      keepOnly(org.keeps);
      warnUnknown(warnings, 'org', org.unknown);
    }
  }
  const selections = Object.entries(filters.sel ?? {}).filter(([field]) => !(field in rowSelections));
  const choices = [...Object.entries(filters.seg ?? {}), ...Object.entries(filters.f ?? {}), ...selections];
  for (const [field, choice] of choices) {
    const attribute = attributeOf(dataset, field, asOf);
    if (attribute === null) {
      warnings.push({ code: 'filter.unknown-field', values: { field } });
      continue;
    }
    const { keeps, unknown } = customersOfChoice(attribute, choice);
    keepOnly(keeps);
    warnUnknown(warnings, field, unknown);
  }
  return chosen;
}

/** Sets the bytes of rows that a choice does not keep to 0. */
function narrow(mask: Uint8Array, dimension: Dimension, keeps: Uint8Array): void {
  const { codes, base } = dimension;
  for (let row = 0; row < mask.length; row++) {
    if (keeps[(codes[row] as number) - base] === 0) mask[row] = 0;
  }
}

function maskTransactions(
  dataset: Dataset,
  chosen: Uint8Array,
  hasCustomerFilter: boolean,
  rows: RowFilters,
  warnings: Assumption[],
): Uint8Array | null {
  const facts = transactionFacts(dataset);
  const isRestricted = hasCustomerFilter || Object.values(rows).some((choices) => choices.length > 0);
  if (!isRestricted) return null;
  warnUnknownProducts(dataset, rows.products, warnings);
  if (facts === null) return null;
  const mask = new Uint8Array(facts.rowCount).fill(1);
  if (hasCustomerFilter) narrow(mask, facts.customer, chosen);
  const narrowBy = (coded: Coded | null, field: string, choices: readonly Choice[]): void => {
    for (const choice of choices) {
      if (coded === null) {
        warnings.push({ code: 'filter.unknown-field', values: { field } });
        continue;
      }
      const { keeps, unknown } = placesOf(choice, coded.names);
      narrow(mask, coded, keeps);
      if (field !== 'product') warnUnknown(warnings, field, unknown);
    }
  };
  narrowBy(facts.product, 'product', rows.products);
  narrowBy(facts.channel, 'channel', rows.channels);
  narrowBy(facts.type, 'type', rows.types);
  for (const choice of rows.directions) narrowDirection(mask, facts, choice);
  for (const choice of rows.months) narrowMonth(mask, facts, choice, warnings);
  return mask;
}

/** A product is known if any table knows it. */
function warnUnknownProducts(dataset: Dataset, choices: readonly Choice[], warnings: Assumption[]): void {
  const known = new Set([
    ...(transactionFacts(dataset)?.product?.names ?? []),
    ...(balanceFacts(dataset)?.product?.names ?? []),
    ...(accountFacts(dataset)?.product?.names ?? []),
  ]);
  const codes = attributeNames(dataset, 'product', 'product_code');
  for (const { values } of choices) {
    warnUnknown(
      warnings,
      'product',
      values.filter((value) => value !== '' && !known.has(value) && !codes.has(value)),
    );
  }
}

function attributeNames(dataset: Dataset, table: string, column: string): ReadonlySet<string> {
  const found = dataset.tables[table]?.columns[column];
  return new Set(found?.kind === 'text' ? textsOf(found.dictionary) : []);
}

function narrowDirection(mask: Uint8Array, facts: TransactionFacts, choice: Choice): void {
  const isWanted = (name: string): boolean => choice.values.includes(name) !== choice.exclude;
  const [wantsIn, wantsOut] = [isWanted('credit'), isWanted('debit')];
  for (let row = 0; row < mask.length; row++) {
    const amount = facts.amounts[row] as number;
    if (amount > 0 ? !wantsIn : amount < 0 ? !wantsOut : !choice.exclude) mask[row] = 0;
  }
}

function narrowMonth(
  mask: Uint8Array,
  facts: TransactionFacts,
  choice: Choice,
  warnings: Assumption[],
): void {
  if (facts.month === null) {
    warnings.push({ code: 'filter.unknown-field', values: { field: 'month' } });
    return;
  }
  const { first, unknown } = facts.month;
  const keeps = new Uint8Array(facts.month.size).fill(choice.exclude ? 1 : 0);
  const missing: string[] = [];
  for (const value of choice.values) {
    const month = parseIsoMonth(value);
    const place = month === null ? -1 : month - first;
    if (value === '') keeps[unknown] = choice.exclude ? 0 : 1;
    else if (place < 0 || place >= unknown) missing.push(value);
    else keeps[place] = choice.exclude ? 0 : 1;
  }
  narrow(mask, facts.month, keeps);
  warnUnknown(warnings, 'month', missing);
}

function maskHoldings(
  facts: { readonly rowCount: number; readonly customer: Dimension; readonly product: Coded | null } | null,
  chosen: Uint8Array,
  hasCustomerFilter: boolean,
  rows: RowFilters,
): Uint8Array | null {
  if (facts === null || (!hasCustomerFilter && rows.products.length === 0)) return null;
  const mask = new Uint8Array(facts.rowCount).fill(1);
  if (hasCustomerFilter) narrow(mask, facts.customer, chosen);
  for (const choice of rows.products) {
    if (facts.product) narrow(mask, facts.product, placesOf(choice, facts.product.names).keeps);
  }
  return mask;
}

/**
 * The transactions of the scope on the days of a span; null = on any day, also without a date. Where the table is in
 * order of time this is a range of rows, else a mask that is kept with the scope.
 */
export function transactionsIn(scope: Scope, span: Span | null): Selection {
  const facts = transactionFacts(scope.dataset);
  if (facts === null) return allRows(0);
  const mask = scope.transactionMask;
  if (span === null) return { first: 0, last: facts.rowCount, mask };
  const { days } = facts;
  const { from, to } = span;
  if (facts.isSorted) return { first: lowerBound(days, from), last: lowerBound(days, to + 1), mask };
  return ofScope(scope, `rows ${String(from)} ${String(to)}`, () => {
    const both = new Uint8Array(facts.rowCount);
    for (let row = 0; row < both.length; row++) {
      const day = days[row] as number;
      both[row] = day >= from && day <= to && (mask === null || mask[row] !== 0) ? 1 : 0;
    }
    return { first: 0, last: facts.rowCount, mask: both };
  });
}

/** The span that the scope's period means for rows: null when everything counts. */
export function rowSpan(scope: Scope): Span | null {
  return scope.period.isWhole ? null : scope.period.span;
}

/** Transactions of the period. */
export function transactionsOfPeriod(scope: Scope): Selection {
  return transactionsIn(scope, rowSpan(scope));
}
