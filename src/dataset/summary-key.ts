import type { DatasetInfo } from './dataset-info';

/**
 * The name under which `summary.json` keeps a result: the task's id and its parameters as JSON with sorted keys, absent
 * values left out, so that the same question has the same name however its parameters were put together.
 */
export function summaryKey(taskId: string, parameters: object): string {
  return `${taskId} ${stableJson(parameters)}`;
}

/** JSON with sorted keys; properties that are undefined are left out, as `JSON.stringify` does. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => (item === undefined ? 'null' : stableJson(item))).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableJson(item)}`).join(',')}}`;
  }
  return (JSON.stringify(value) as string | undefined) ?? 'null';
}

/** The pre-computed first view of a bank: results by {@link summaryKey}. */
export type Summary = {
  readonly version: 1;
  /** Id of the dataset that it belongs to. */
  readonly b: string;
  /** What the page knows of the bank before the engine has it. */
  readonly info: DatasetInfo;
  readonly results: Readonly<Record<string, unknown>>;
};
