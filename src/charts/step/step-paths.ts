import { area, curveStepAfter, line } from 'd3-shape';
import type { StepGroup } from '../chart-model';
import { px } from '../scene/scene';
import { valueAt } from './step-words';

type Scale = (value: number) => number;
type Point = {
  readonly x: number;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
};
type Frame = {
  readonly x: Scale;
  readonly y: Scale;
  readonly from: number;
  readonly to: number;
  readonly start: number;
};

/** Curve, band and marks of one group, cut at the ends of the axis. */
export function stepPaths(group: StepGroup, frame: Frame): { curve: string; band: string; censored: string } {
  const points = pointsOf(group, frame);
  const { y } = frame;
  const curve = line<Point>()
    .curve(curveStepAfter)
    .defined(({ value }) => value !== null)
    .x((point) => point.x)
    .y(({ value }) => px(y(value ?? 0)));
  const band = area<Point>()
    .curve(curveStepAfter)
    .defined(({ low, high }) => low !== undefined && high !== undefined)
    .x((point) => point.x)
    .y0(({ low = 0 }) => px(y(low)))
    .y1(({ high = 0 }) => px(y(high)));
  return { curve: curve(points) ?? '', band: band(points) ?? '', censored: censorMarks(group, frame) };
}

/** One point per pixel: what happens inside it cannot be seen. */
function pointsOf(
  { times, values, lower, upper }: StepGroup,
  { x, from, to, start }: Frame,
): readonly Point[] {
  const points: Point[] = [{ x: px(x(from)), value: times.length === 0 ? null : start }];
  const push = (point: Point) => {
    if (points.at(-1)?.x === point.x) points.pop();
    points.push(point);
  };
  let last: Point | undefined;
  for (const [index, time] of times.entries()) {
    if (time > to) break;
    const low = lower?.[index] ?? null;
    const high = upper?.[index] ?? null;
    last = {
      x: px(x(Math.max(from, time))),
      value: values[index] ?? null,
      ...(low === null || high === null ? {} : { low, high }),
    };
    push(last);
  }
  if ((times.at(-1) ?? to) > to) push({ ...(last ?? { value: start }), x: px(x(to)) });
  return points;
}

/** Closer marks run together to one. */
const leastGap = 3;

function censorMarks(group: StepGroup, { x, y, from, to, start }: Frame): string {
  let before = -Infinity;
  let d = '';
  for (const time of group.censored ?? []) {
    const value = valueAt(group, start, time);
    const at = px(x(time));
    if (value === null || time < from || time > to || at - before < leastGap) continue;
    d += `M${String(at)} ${String(px(y(value) - 4))}v8`;
    before = at;
  }
  return d;
}
