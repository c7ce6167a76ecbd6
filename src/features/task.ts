import { isoDay } from '../base/calendar-day';
import { checkText } from '../base/check-parameter';
import { cancelled, type Control } from '../base/control';
import { checkFilters } from '../dataset/check-filters';
import type { Assumption, Dataset } from '../dataset/dataset';
import type { PublishedColumn, PublishedSpec } from '../dataset/published';
import { scopeOf, type Scope } from '../dataset/scope';
import type { Filters } from '../model/filters';

/** Parameters that all tasks share (architecture: formats, JSON of `run`). */
export type SharedParameters = {
  readonly asOf?: string;
  readonly filters?: Filters;
  readonly seed?: number;
  readonly limit?: number;
};

/** What every result carries. Money is in major units, days are ISO text, ids are text, unknown is null. */
export type ResultBase = {
  readonly asOf: string | null;
  /** Customers (or rows, where the task says so) that the result rests on. */
  readonly n: number;
  readonly seed: number | null;
  readonly currency: string | null;
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly Assumption[];
};

/**
 * What a task that `publishes` returns besides its result: columns for the dataset. They never reach the page or the
 * JSON of `run`: whoever runs the task takes them out with {@link takePublished} and hands them to `publish`.
 */
export type Publishing = { readonly published: readonly PublishedColumn[] };

/**
 * One analysis. `query` runs where the rows are (data worker, command line) and returns plain data or columns;
 * `compute`, when present, runs in a disposable compute worker on what `query` returned. Both are pure, neither
 * changes its input, and the result survives a structured clone.
 */
export type Task<P extends SharedParameters, R extends ResultBase, I = R> = {
  readonly id: string;
  /** Default of every parameter of its own; also what `tasks` prints. */
  readonly defaults: Required<Omit<P, keyof SharedParameters>>;
  /** Canonical tables without which it cannot run. */
  readonly needs: readonly string[];
  /** Columns that its result carries in `published`; then R is `… & Publishing`. */
  readonly publishes?: readonly PublishedSpec[];
  readonly query: (dataset: Dataset, parameters: P, control: Control) => I | Promise<I>;
  readonly compute?: (input: I, parameters: P, control: Control) => R | Promise<R>;
};

/** The result without its published columns, and these. */
export function takePublished<R extends ResultBase>(
  result: R | (R & Publishing),
): { result: Omit<R, 'published'>; published: readonly PublishedColumn[] } {
  if (!('published' in result)) return { result, published: [] };
  const { published, ...rest } = result;
  return { result: rest, published };
}

/** What is needed of a task to publish its columns. */
type Publisher = {
  readonly publishes?: readonly PublishedSpec[];
  readonly query: (dataset: Dataset, parameters: never, control: Control) => unknown;
  readonly compute?: (input: never, parameters: never, control: Control) => ResultBase | Promise<ResultBase>;
};

/**
 * The published columns that the segments and selections of a filter name, or that a question is about (`field`), and
 * that the dataset does not hold yet; made by the tasks that publish them, with their defaults. So a link means the same
 * in a visit that has not opened those tasks' pages.
 */
export async function publishedFor(
  tasks: readonly Publisher[],
  dataset: Dataset,
  { filters, field }: SharedParameters & { readonly field?: unknown },
  control: Control,
): Promise<readonly PublishedColumn[]> {
  const names = Object.keys({ ...filters?.seg, ...filters?.sel });
  const missing = new Set(
    (typeof field === 'string' ? [...names, field] : names)
      .map((name) => `customer.${name.replace(/^customer\./, '')}`)
      .filter((column) => !Object.hasOwn(dataset.published, column)),
  );
  const made: PublishedColumn[] = [];
  for (const { publishes = [], query, compute } of missing.size === 0 ? [] : tasks) {
    if (!publishes.some(({ column }) => missing.has(column))) continue;
    const queried = await query(dataset, {} as never, control);
    const result = compute ? await compute(queried as never, {} as never, control) : (queried as ResultBase);
    made.push(...takePublished(result).published);
  }
  return made;
}

/**
 * The scope that a task's shared parameters mean.
 *
 * @throws task.bad-parameters
 */
export function scopeOfTask(dataset: Dataset, { filters, asOf }: SharedParameters): Scope {
  return scopeOf(dataset, checkFilters(filters), asOf === undefined ? undefined : checkText('asOf', asOf));
}

/** What every result carries, for a result that rests on `n` customers of a scope. */
export function resultBase(scope: Scope, n: number, warnings: readonly Assumption[] = []): ResultBase {
  const { dataset, asOf } = scope;
  return {
    asOf: asOf === null ? null : isoDay(asOf),
    n,
    seed: null,
    currency: dataset.currency,
    assumptions: dataset.assumptions,
    warnings: [...scope.warnings, ...warnings],
  };
}

/** Between the parts of a query: stops if asked to, gives way and reports when the time is up. */
export async function pause(control: Control, done: number, total: number): Promise<void> {
  if (control.isCancelled()) throw cancelled();
  if (control.shouldYield()) await control.yield(done, total, 'query');
}
