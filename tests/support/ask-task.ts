import { silentControl, type Control } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import type { ResultBase, SharedParameters, Task } from '../../src/features/task';
import { tasks, type TaskId } from '../../src/features/tasks';

export type AnyTask = Task<SharedParameters, ResultBase, unknown>;

/** Every task by its id, as something that can be asked without knowing its own types. */
export const anyTasks = Object.entries(tasks) as unknown as readonly [TaskId, AnyTask][];

export const anyTask = (id: TaskId): AnyTask => tasks[id] as unknown as AnyTask;

/** Both parts of a task in one thread; what it publishes is still in the result. */
export async function askTask(
  task: AnyTask,
  dataset: Dataset,
  parameters: object,
  control: Control = silentControl,
): Promise<ResultBase> {
  const queried = await task.query(dataset, parameters, control);
  return (task.compute ? await task.compute(queried, parameters, control) : queried) as ResultBase;
}

/** Paths of numbers that are not finite, and of values that JSON would lose. */
export function oddValues(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${String(value)}`];
  if (value === undefined || typeof value === 'function') return [`${path} is ${typeof value}`];
  if (typeof value !== 'object' || value === null) return [];
  if (ArrayBuffer.isView(value)) return [`${path} is a typed array`];
  return Object.entries(value).flatMap(([key, part]) => oddValues(part, `${path}.${key}`));
}
