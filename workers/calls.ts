import type { Control } from '../src/base/control';
import type { Dataset } from '../src/dataset/dataset';
import type { PublishedSpec } from '../src/dataset/published';
import type { ResultBase } from '../src/features/task';
import type { ParametersOf, ResultOf, TaskId } from '../src/features/tasks';

/** What the workers need to know of a task to run it; its types are those of the calls below. */
export type RunnableTask = {
  /** Returns the result, or what `compute` needs for it. */
  readonly query: (dataset: Dataset, parameters: never, control: Control) => unknown;
  readonly compute?: (input: never, parameters: never, control: Control) => ResultBase | Promise<ResultBase>;
  readonly publishes?: readonly PublishedSpec[];
};

export type RunnableTasks = Readonly<Record<TaskId, RunnableTask>>;

/** The answer of the data worker: the result, or a parcel for the compute worker and the load it was taken from. */
export type QueryAnswer<R> = { readonly result: R } | { readonly input: MessagePort; readonly load: number };

/** The answer of a compute worker: the result, and a parcel of columns for the data worker to publish. */
export type ComputeAnswer<R> = { readonly result: R; readonly published: MessagePort | null };

/** One function per task, by its name: one function for all would lose its types on the way through comlink. */
export type QueryCalls = {
  readonly [K in TaskId]: (
    parameters: ParametersOf<K>,
    control: Control,
  ) => Promise<QueryAnswer<ResultOf<K>>>;
};

export type ComputeCalls = {
  readonly [K in TaskId]: (
    input: MessagePort,
    parameters: ParametersOf<K>,
    control: Control,
  ) => Promise<ComputeAnswer<ResultOf<K>>>;
};
