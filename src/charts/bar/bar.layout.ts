import type { ChartLanguage } from '../chart-kind';
import type { BarModel } from '../chart-model';
import { emptyScene, type Scene, type Size } from '../scene/scene';
import { textWidth } from '../scene/text-width';
import { isTimeline } from './bar-words';
import { horizontalBars } from './horizontal';
import { verticalBars } from './vertical';
import { waterfall } from './waterfall';

/** Narrower than that, bars become a list from top to bottom, except those over time. */
const narrow = 480;

/** Where everything of a bar chart stands, in pixels. */
export function layoutBars(model: BarModel, size: Size, language: ChartLanguage): Scene {
  if (model.items.length === 0) return emptyScene(size);
  if (model.orientation === 'horizontal') return horizontalBars(model, size, language);
  const isTime = isTimeline(model);
  const each = size.width / model.items.length;
  const fits = isTime || model.items.every(({ label }) => textWidth(label) <= 2 * (each - 8));
  if (!isTime && (size.width < narrow || !fits)) return horizontalBars(model, size, language);
  return model.isWaterfall === true ? waterfall(model, size, language) : verticalBars(model, size, language);
}
