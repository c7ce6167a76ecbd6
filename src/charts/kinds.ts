import { bars } from './bar/bar.kind';
import type { ChartKind } from './chart-kind';
import type { ChartModel } from './chart-model';
import { heatmaps } from './heatmap/heatmap.kind';
import { histograms } from './histogram/histogram.kind';
import { lines } from './line/line.kind';
import { multiples } from './multiples/multiples.kind';
import { paretos } from './pareto/pareto.kind';
import { steps } from './step/step.kind';
import { tables } from './table/table.kind';

/** The kind of a model. The cast holds because each model is handed only to the kind of its own name. */
export function kindOf(model: ChartModel): ChartKind<ChartModel> {
  const kinds = {
    bar: bars,
    line: lines,
    step: steps,
    heatmap: heatmaps,
    pareto: paretos,
    histogram: histograms,
    multiples,
    table: tables,
  };
  return kinds[model.kind] as unknown as ChartKind<ChartModel>;
}
