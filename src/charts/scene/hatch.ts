import { px, type Box } from './scene';

/** Diagonal lines across a box, as a path: what is not known. */
export function hatch({ x, y, width, height }: Box, gap = 6): string {
  let d = '';
  for (let at = gap; at < width + height; at += gap) {
    d += `M${String(px(x + Math.max(0, at - height)))} ${String(px(y + Math.min(at, height)))}`;
    d += `L${String(px(x + Math.min(at, width)))} ${String(px(y + Math.max(0, at - width)))}`;
  }
  return d;
}
