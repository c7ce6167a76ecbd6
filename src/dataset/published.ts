import { AppError } from '../base/errors';
import type { Unit } from '../base/units';
import { majorOf } from '../base/money';
import { columnLength, isNull, type Column } from '../columns/column';
import { textOfCode } from './cell-value';
import type { Dataset } from './dataset';

/** `customer.` and the name that filters, lists and views use: `customer.monthsSinceLastTransaction`. */
export type PublishedName = `customer.${string}`;

/** What a task says beforehand about a column that it publishes. */
export type PublishedSpec = {
  readonly column: PublishedName;
  /** Unit of a number; null = a name, such as a tier. Money is in minor units, as in every column. */
  readonly unit: Unit | null;
  /** Method and its version: results of different versions are not compared. */
  readonly model: string;
  readonly version: number;
};

/** One value per row of `customer`, null = not known or not yet computed. */
export type PublishedColumn = PublishedSpec & {
  /** Last day that the values rest on, ISO. */
  readonly asOf: string | null;
  readonly values: Column;
};

/**
 * The dataset with columns added, or replaced where the name is already there. The given dataset stays as it is; tables
 * are shared.
 *
 * @throws internal.unexpected when a column has not one value per customer
 */
export function publish(dataset: Dataset, columns: readonly PublishedColumn[]): Dataset {
  const customers = dataset.tables['customer']?.rowCount ?? 0;
  for (const { column, values } of columns) {
    if (columnLength(values) === customers) continue;
    throw new AppError('internal.unexpected', `${column} needs one value per customer`, {
      column,
      needed: customers,
      got: columnLength(values),
    });
  }
  const added = Object.fromEntries(columns.map((one) => [one.column, one]));
  return { ...dataset, published: { ...dataset.published, ...added } };
}

/** The name without `customer.`. */
export function shortName(column: PublishedName): string {
  return column.slice('customer.'.length);
}

/** The value of a customer: money in major units, null = not known or not yet computed. */
export function publishedAt(dataset: Dataset, one: PublishedColumn, row: number): string | number | null {
  const { values, unit } = one;
  if (isNull(values.nulls, row)) return null;
  if (values.kind === 'text') return textOfCode(values.dictionary, values.codes[row] as number);
  return majorOf(values.values[row] as number, unit === 'money' ? dataset.minorPerMajor : 1);
}
