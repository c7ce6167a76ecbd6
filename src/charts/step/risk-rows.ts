import type { ChartLanguage } from '../chart-kind';
import type { StepModel } from '../chart-model';
import { px, type ScenePath, type SceneText } from '../scene/scene';
import { ellipsis, textWidth } from '../scene/text-width';
import { groupClass } from './step-words';

const row = 16;
const swatch = 12;

/** The numbers at risk under the plot: how high they are and how much room their names take at the left. */
export function riskSpace(
  { groups }: StepModel,
  width: number,
  { f, t }: ChartLanguage,
): { readonly height: number; readonly left: number } {
  const first = Math.max(0, ...groups.map(({ atRisk }) => textWidth(f.count(atRisk[0] ?? null)) / 2));
  const isOne = groups.length === 1;
  const names = isOne
    ? textWidth(t('chart.at-risk'))
    : swatch + (width < 480 ? 0 : 6 + Math.max(...groups.map(({ label }) => textWidth(label))));
  return {
    height: (groups.length + (isOne ? 0 : 1)) * row + 4,
    left: Math.ceil(Math.min(names, width * 0.22) + first) + 9,
  };
}

type Place = {
  /** Baseline of the first row. */
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly shown: readonly number[];
  readonly x: (reading: number) => number;
};

/** One row per group; the names are those of the curves. */
export function riskRows(
  { groups, readings }: StepModel,
  { top, left, width, shown, x }: Place,
  { f, t }: ChartLanguage,
): { readonly texts: readonly SceneText[]; readonly paths: readonly ScenePath[] } {
  const isOne = groups.length === 1;
  const texts: SceneText[] = isOne
    ? []
    : [{ x: 0, y: px(top), text: t('chart.at-risk'), anchor: 'start', className: 'tick' }];
  const paths: ScenePath[] = [];
  groups.forEach((group, index) => {
    const y = px(top + (isOne ? 0 : index + 1) * row);
    const first = textWidth(f.count(group.atRisk[0] ?? null)) / 2;
    const name = isOne ? t('chart.at-risk') : group.label;
    const from = isOne ? 0 : swatch + 6;
    const room = left - first - 8 - from;
    if (!isOne) {
      paths.push({
        id: `${group.key} at risk`,
        key: group.key,
        d: `M0 ${String(y - 4)}h${String(swatch)}`,
        className: `line ${groupClass(index)}`,
      });
    }
    if (room > 24) {
      const text = ellipsis(name, room);
      texts.push({
        x: from,
        y,
        text,
        anchor: 'start',
        className: 'tick',
        ...(text === name ? {} : { full: name }),
      });
    }
    for (const at of shown) {
      const text = f.count(group.atRisk[at] ?? null);
      const half = textWidth(text) / 2;
      const center = Math.min(x(readings[at] ?? 0), width - half);
      texts.push({ x: px(center), y, text, anchor: 'middle', className: 'tick' });
    }
  });
  return { texts, paths };
}
