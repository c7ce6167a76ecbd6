/** What a layout yields and a component draws: shapes in pixels with class names, in drawing order. */
export type Anchor = 'start' | 'middle' | 'end';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type SceneText = {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  /** Before it was cut. */
  readonly full?: string;
  readonly anchor: Anchor;
  readonly className: string;
  /** Pixels; 12 unless told. */
  readonly size?: 12 | 16 | 20;
  /** A category label: a click on it drills into this target. */
  readonly drills?: string;
  /** Key of the mark on which it stands: when that fades, the ink changes. */
  readonly over?: string;
};

export type SceneRect = Box & { readonly id: string; readonly key?: string; readonly className: string };
export type SceneLine = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly className: string;
};
export type SceneCircle = {
  readonly id: string;
  readonly key?: string;
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly className: string;
};
export type ScenePath = {
  readonly id: string;
  readonly key?: string;
  readonly d: string;
  readonly className: string;
};

/** A mark that can be pointed at: its outline, and the larger region that counts as it. */
export type SceneTarget = {
  readonly id: string;
  readonly key: string;
  readonly box: Box;
  readonly hit: Box;
  /** What is outlined when the key is selected: the box unless told, nothing where null. */
  readonly outline?: Box | null;
};

/** The part of the plot along which a range can be set, and the pixels that each step of the axis covers. */
export type Brush = Box & { readonly stops: readonly { readonly from: number; readonly to: number }[] };

export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly SceneLine[];
  readonly paths: readonly ScenePath[];
  readonly rects: readonly SceneRect[];
  readonly circles: readonly SceneCircle[];
  readonly texts: readonly SceneText[];
  readonly targets: readonly SceneTarget[];
  /** One per panel; a range is set in any of them. */
  readonly brushes?: readonly Brush[];
  /** The marks are points on lines: a rule leads to the one that is read. */
  readonly hasCursor?: boolean;
  /** What is not selected keeps its strength: a selection speaks of points, not of the marks. */
  readonly isUnfaded?: boolean;
};

export type Size = { readonly width: number; readonly height: number };

/** Number of drawn marks, texts and hairlines left out. */
export function markCount({ paths, rects, circles }: Scene): number {
  return paths.length + rects.length + circles.length;
}

export const emptyScene = ({ width, height }: Size): Scene => ({
  width,
  height,
  lines: [],
  paths: [],
  rects: [],
  circles: [],
  texts: [],
  targets: [],
});

/** Pixels on a tenth: short, stable snapshots. */
export const px = (value: number): number => Math.round(value * 10) / 10;
