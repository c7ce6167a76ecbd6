import { layoutBars } from '../bar/bar.layout';
import type { ChartLanguage } from '../chart-kind';
import type { HeatModel } from '../chart-model';
import type { Scene, Size } from '../scene/scene';
import { cellName, placedCells } from './heat-cells';

/** A large matrix on a small card: its cells as bars, largest first. */
export function heatList(model: HeatModel, size: Size, language: ChartLanguage): Scene {
  const items = placedCells(model)
    .map((placed) => ({ key: placed.cell.key, label: cellName(model, placed), value: placed.value }))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const measure = model.measures[model.colour.measure];
  return layoutBars(
    {
      kind: 'bar',
      orientation: 'horizontal',
      unit: measure?.unit ?? 'count',
      items,
      categoryLabel: model.rowLabel,
      valueLabel: measure?.label ?? '',
    },
    size,
    language,
  );
}
