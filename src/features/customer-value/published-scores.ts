import { isoDay, type Day } from '../../base/calendar-day';
import { emptyBitmap, setNull, type Float64Column } from '../../columns/column';
import type { PublishedColumn, PublishedSpec } from '../../dataset/published';
import type { Scored } from './customer-scores';

export const probabilityAliveSpec: PublishedSpec = {
  column: 'customer.probabilityAlive',
  unit: 'percent',
  model: 'mbg-nbd',
  version: 1,
};

export const expectedEventsSpec: PublishedSpec = {
  column: 'customer.expectedEvents',
  unit: 'score',
  model: 'mbg-nbd',
  version: 1,
};

/** Both columns for all customers; null for those without an event, and for everybody without a model. */
export function publishedScores(
  customers: number,
  asOf: Day | null,
  scored: Scored | null,
): readonly PublishedColumn[] {
  const columnOf = (values: Float64Array | null): Float64Column => {
    const column = new Float64Array(customers);
    const nulls = emptyBitmap(customers);
    for (let one = 0; one < customers; one++) setNull(nulls, one);
    scored?.calibration.customers.forEach((one, row) => {
      if (values === null) return;
      column[one] = values[row] as number;
      nulls[one >> 3] = (nulls[one >> 3] as number) & ~(1 << (one & 7));
    });
    return { kind: 'float64', values: column, nulls };
  };
  const day = asOf === null ? null : isoDay(asOf);
  return [
    { ...probabilityAliveSpec, asOf: day, values: columnOf(scored?.scores.alive ?? null) },
    { ...expectedEventsSpec, asOf: day, values: columnOf(scored?.scores.expected ?? null) },
  ];
}
