import { AppError } from './errors';

/** @throws task.bad-parameters unless `value` is one of `allowed` */
export function checkOneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new AppError(
    'task.bad-parameters',
    `${name} must be one of ${allowed.join(' ')}, got ${String(value)}`,
    {
      parameter: name,
      value: String(value),
      allowed,
    },
  );
}

/** @throws task.bad-parameters unless `value` is a whole number within the bounds */
export function checkWhole(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new AppError(
    'task.bad-parameters',
    `${name} must be a whole number from ${String(least)} to ${String(most)}, got ${String(value)}`,
    { parameter: name, value: String(value), least, most },
  );
}

/** @throws task.bad-parameters unless `value` is text */
export function checkText(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new AppError('task.bad-parameters', `${name} must be text, got ${typeof value}`, {
    parameter: name,
    value: typeof value,
  });
}

/** @throws task.bad-parameters unless `value` is a list of so many shares, each between 0 and 1 and above the one before */
export function checkShares(name: string, value: unknown, count: number): readonly number[] {
  const shares: readonly unknown[] = Array.isArray(value) ? value : [];
  const isShare = (one: unknown, place: number): one is number =>
    typeof one === 'number' && one > 0 && one < 1 && (place === 0 || one > Number(shares[place - 1]));
  if (shares.length === count && shares.every(isShare)) return shares;
  throw new AppError(
    'task.bad-parameters',
    `${name} must be ${String(count)} ascending shares between 0 and 1, got ${JSON.stringify(value)}`,
    { parameter: name, value: JSON.stringify(value), count },
  );
}
