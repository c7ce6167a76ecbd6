import type { Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import { columnType } from '../model/tables';
import type { Dataset } from './dataset';

/** The dataset with its amounts in finer minor units, for rows that need them. */
export function withFinerMoney(dataset: Dataset, minorPerMajor: number): Dataset {
  if (dataset.minorPerMajor >= minorPerMajor) return dataset;
  const factor = minorPerMajor / dataset.minorPerMajor;
  const tables = Object.entries(dataset.tables).map(
    ([name, frame]) => [name, rescaled(frame, factor)] as const,
  );
  return { ...dataset, tables: Object.fromEntries(tables), minorPerMajor };
}

function rescaled(frame: Frame, factor: number): Frame {
  const columns = Object.entries(frame.columns).map(([name, column]): [string, Column] =>
    column.kind === 'float64' && columnType(frame.name, name) === 'money'
      ? [name, { ...column, values: column.values.map((value) => value * factor) }]
      : [name, column],
  );
  return { ...frame, columns: Object.fromEntries(columns) };
}
