import type { AxisUnit } from '../i18n/axis-unit';
import type { Formats } from '../i18n/formats';
import type { BarModel, ChartModel, LineModel, StepModel } from './chart-model';

const size = (value: number | null | undefined): number =>
  value !== null && value !== undefined && Number.isFinite(value) ? Math.abs(value) : 0;

function barMax({ items, below }: BarModel): number {
  const tops = items
    .filter(({ asText }) => asText !== true)
    .flatMap(({ base = 0, value }) => [size(base), size(base + (value ?? 0))]);
  return Math.max(0, ...tops, ...(below?.values.map(size) ?? []));
}

function lineMax({ series, keys, isStacked }: LineModel): number {
  if (isStacked !== true) return Math.max(0, ...series.flatMap(({ values }) => values.map(size)));
  const totals = keys.map((_, at) => series.reduce((sum, { values }) => sum + size(values[at]), 0));
  return Math.max(0, ...totals);
}

function stepMax({ groups, start }: StepModel): number {
  return Math.max(size(start), ...groups.flatMap(({ values }) => values.map(size)));
}

/** Charts with one axis of values. */
type Measured = Exclude<ChartModel, { kind: 'table' | 'heatmap' | 'histogram' | 'multiples' }>;

function largest(model: Measured): number {
  switch (model.kind) {
    case 'bar':
      return barMax(model);
    case 'line':
      return lineMax(model);
    case 'step':
      return stepMax(model);
    case 'pareto':
      return Math.max(0, ...model.items.map(({ value }) => size(value)));
  }
}

/** The one unit in which a chart writes its values: chosen from its largest value. Its label belongs in the subtitle. */
export function axisUnitOf(model: Measured, formats: Formats): AxisUnit {
  return formats.axisUnit(largest(model), model.unit);
}
