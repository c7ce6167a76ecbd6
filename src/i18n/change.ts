import type { Direction } from '../base/units';

/** A change as a number: relative (`percent`: 0.082 = +8.2%), of two fractions (`points`: 0.006 = +0.6 pp), or absolute. */
export type Change = {
  readonly value: number | null;
  readonly unit: 'percent' | 'points' | 'count' | 'money' | 'ratio';
  readonly direction: Direction;
};

/** The sign decides the arrow, the judgement the word; the reader's scheme picks one of the two for the colour. */
export type Sign = 'rise' | 'fall' | 'same';
export type Judgement = 'better' | 'worse' | 'plain';

/** Below this a change is "about the same": it would be written as 0.0. */
const leastChange: Readonly<Record<Change['unit'], number>> = {
  percent: 0.0005,
  points: 0.0005,
  count: Number.MIN_VALUE,
  money: Number.MIN_VALUE,
  ratio: 0.005,
};

export function signOf({ value, unit }: Change, materiality = leastChange[unit]): Sign {
  if (value === null || Number.isNaN(value) || Math.abs(value) < materiality) return 'same';
  return value > 0 ? 'rise' : 'fall';
}

export function judgementOf(sign: Sign, direction: Direction): Judgement {
  if (sign === 'same' || direction === 'neutral') return 'plain';
  return (sign === 'rise') === (direction === 'higher_better') ? 'better' : 'worse';
}

export const arrows = { rise: '▲', fall: '▼', same: '≈' } as const satisfies Record<Sign, string>;

/** The class names by which the stylesheet colours a change; see `theme/tokens.css`. */
export const toneClass = (sign: Sign, judgement: Judgement): string => `${sign} ${judgement}`;
