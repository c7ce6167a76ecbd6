import { parseIsoDay } from '../base/calendar-day';
import { checkWhole } from '../base/check-parameter';
import { AppError } from '../base/errors';
import { silentControl, type Control } from '../base/control';
import type { Dataset } from '../dataset/dataset';
import { publish } from '../dataset/published';
import {
  publishedFor,
  takePublished,
  type ResultBase,
  type SharedParameters,
  type Task,
} from '../features/task';
import { tasks } from '../features/tasks';
import { readArguments, UsageError } from './arguments';
import type { CommandIo } from './command-io';
import { openProject } from './open-project';

type AnyTask = Task<SharedParameters, ResultBase, unknown>;

/** The analyses and their parameters with the defaults. */
export async function tasksCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  if (argv.length > 0) throw new UsageError(`${argv.join(' ')} is not expected`);
  const list = Object.values(tasks).map(
    ({ id, defaults, needs }: Pick<AnyTask, 'id' | 'defaults' | 'needs'>) => ({
      id,
      parameters: defaults,
      needs,
    }),
  );
  await io.stdout(jsonText(list));
}

/** One analysis of a project, as JSON. */
export async function runCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  const { files, options } = readArguments(argv, ['params']);
  const [path, id, ...rest] = files;
  if (path === undefined || id === undefined || rest.length > 0) {
    throw new UsageError('A project and the name of an analysis are needed');
  }
  const task = Object.hasOwn(tasks, id) ? (tasks[id as keyof typeof tasks] as unknown as AnyTask) : undefined;
  if (!task) throw new AppError('task.unknown', `There is no analysis named ${id}`, { task: id });
  const parameters = parametersOf(options.params, task);
  const { dataset } = await openProject(io, path);
  await io.stdout(jsonText(await runTask(task, dataset, parameters, silentControl)));
}

const bad = (reason: string, cause?: unknown): AppError =>
  new AppError('task.bad-parameters', reason, {}, { cause });

function objectIn(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw bad('--params is not JSON', cause);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw bad('--params is not a JSON object');
}

/** What nobody would look at is refused: a slip of the pen must not look like a result. */
function parametersOf(text: string | undefined, { id, defaults }: AnyTask): SharedParameters {
  if (text === undefined) return {};
  const parameters = objectIn(text);
  const known = ['asOf', 'filters', 'seed', 'limit', ...Object.keys(defaults)];
  for (const name of Object.keys(parameters)) {
    if (!known.includes(name)) throw bad(`${id} has no parameter ${name}, only ${known.join(' ')}`);
  }
  const { asOf, seed, limit } = parameters;
  if (asOf !== undefined && (typeof asOf !== 'string' || parseIsoDay(asOf) === null)) {
    throw bad('asOf must be a day like 2026-06-30');
  }
  if (seed !== undefined) checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  if (limit !== undefined) checkWhole('limit', limit, 0, Number.MAX_SAFE_INTEGER);
  return parameters;
}

async function runTask(task: AnyTask, dataset: Dataset, parameters: SharedParameters, control: Control) {
  const needed = await publishedFor(Object.values(tasks), dataset, parameters, control);
  const queried = await task.query(publish(dataset, needed), parameters, control);
  const result = task.compute ? await task.compute(queried, parameters, control) : (queried as ResultBase);
  return takePublished(result).result;
}

/** JSON with columns as lists; numbers that are not finite become null. */
function jsonText(value: unknown): string {
  const plain = (_: string, item: unknown): unknown =>
    ArrayBuffer.isView(item) && !(item instanceof DataView) ? Array.from(item as Float64Array) : item;
  return `${JSON.stringify(value, plain, 2)}\n`;
}
