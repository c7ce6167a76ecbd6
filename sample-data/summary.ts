import { silentControl } from '../src/base/control';
import type { Dataset } from '../src/dataset/dataset';
import { describeDataset } from '../src/dataset/dataset-info';
import { summaryKey, type Summary } from '../src/dataset/summary-key';
import { firstQuestions } from '../src/features/overview/questions';
import { takePublished, type ResultBase, type SharedParameters, type Task } from '../src/features/task';
import { tasks } from '../src/features/tasks';
import { makeSampleDataset } from './model/sample-dataset';
import { DEFAULT_SAMPLE } from './model/sample-bank';

const byName = tasks as unknown as Readonly<
  Record<string, Task<SharedParameters, ResultBase, ResultBase> | undefined>
>;

/** The answers to everything that the first view of a bank asks, by the tasks that the engine runs. */
export async function summaryOf(dataset: Dataset): Promise<Summary> {
  const info = describeDataset(dataset);
  const results: Record<string, unknown> = {};
  for (const { task, parameters } of firstQuestions(info)) {
    const { query, compute } = byName[task] ?? {};
    if (query === undefined) throw new Error(`the first view asks for ${task}, which is no task`);
    const queried = await query(dataset, parameters, silentControl);
    const whole = compute ? await compute(queried, parameters, silentControl) : queried;
    results[summaryKey(task, parameters)] = takePublished(whole).result;
  }
  return { version: 1, b: dataset.id, info, results };
}

/** `summary.json` of the sample bank that one click opens. Takes some seconds: it makes the bank. */
export async function sampleSummary(): Promise<Summary> {
  return summaryOf(await makeSampleDataset(DEFAULT_SAMPLE, silentControl));
}
