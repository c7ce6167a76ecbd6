import { AppError } from '../base/errors';
import type { Choice, Filters } from '../model/filters';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse(name: string, needed: string): never {
  throw new AppError('task.bad-parameters', `${name} must be ${needed}`, { parameter: name, needed });
}

function textIn(value: unknown, name: string): string {
  return typeof value === 'string' ? value : refuse(name, 'text');
}

function choiceIn(value: unknown, name: string): Choice {
  if (!isPlain(value) || !Array.isArray(value['values'])) return refuse(name, '{"values": [text, …]}');
  const { values, exclude = false } = value;
  if (typeof exclude !== 'boolean') return refuse(`${name}.exclude`, 'true or false');
  return { values: (values as unknown[]).map((one) => textIn(one, `${name}.values`)), exclude };
}

function choicesIn(value: unknown, name: string): Readonly<Record<string, Choice>> {
  if (!isPlain(value)) return refuse(name, '{field: {"values": [text, …]}}');
  return Object.fromEntries(
    Object.entries(value).map(([field, choice]) => [field, choiceIn(choice, `${name}.${field}`)]),
  );
}

const readers: Readonly<Record<keyof Filters, (value: unknown, name: string) => unknown>> = {
  p: textIn,
  asof: textIn,
  c: textIn,
  org: textIn,
  seg: choicesIn,
  prod: choiceIn,
  ch: choiceIn,
  f: choicesIn,
  sel: choicesIn,
};

/**
 * Filters as they come from outside (the command line, a link): absent parts stay absent, `exclude` may be left out.
 *
 * @throws task.bad-parameters naming the part that is not what it must be
 */
export function checkFilters(value: unknown): Filters {
  if (value === undefined) return {};
  if (!isPlain(value)) return refuse('filters', 'an object');
  const entries = Object.entries(value).flatMap(([key, part]) => {
    if (part === undefined) return [];
    if (!(key in readers)) return refuse(`filters.${key}`, `one of ${Object.keys(readers).join(' ')}`);
    return [[key, readers[key as keyof Filters](part, `filters.${key}`)] as const];
  });
  return Object.fromEntries(entries);
}
