import { describe, expect, it } from 'vitest';
import type { ChartOption } from '../chart-kind';
import { hitTest } from './hit-test';
import { plotAction } from './plot-keys';
import { rangeOf, selectionAfter } from './selection';

const option = (id: string, row: number, column: number, more: Partial<ChartOption> = {}): ChartOption => ({
  id,
  key: id,
  name: id,
  row,
  column,
  spoken: id,
  copied: id,
  title: id,
  facts: [],
  canSelect: true,
  ...more,
});
const bars = Array.from({ length: 25 }, (_, index) => option(`b${String(index)}`, 0, index));
const lines = [0, 1].flatMap((row) =>
  [0, 1, 2].map((column) => option(`${String(row)}.${String(column)}`, row, column)),
);
const press = (key: string, more: { isShift?: boolean; isCommand?: boolean; isAlt?: boolean } = {}) => ({
  key,
  isShift: false,
  isCommand: false,
  isAlt: false,
  ...more,
});
const goes = (key: string, options: readonly ChartOption[], from: string) => {
  const action = plotAction(press(key), options, from);
  return action?.kind === 'move' ? action.id : action;
};

describe('plotAction', () => {
  it.each([
    ['ArrowRight', 'b6'],
    ['ArrowDown', 'b6'],
    ['ArrowLeft', 'b4'],
    ['ArrowUp', 'b4'],
    ['Home', 'b0'],
    ['End', 'b24'],
    ['PageDown', 'b15'],
    ['PageUp', 'b0'],
  ])('%s moves along bars', (key, to) => {
    expect(goes(key, bars, 'b5')).toBe(to);
  });

  it('moves in time with left and right, between series with up and down', () => {
    expect(goes('ArrowRight', lines, '0.1')).toBe('0.2');
    expect(goes('ArrowDown', lines, '0.1')).toBe('1.1');
    expect(goes('ArrowDown', lines, '1.1')).toBe('1.1');
    expect(goes('End', lines, '1.0')).toBe('1.2');
  });

  it('selects, adds, drills, opens the menu, the table and the summary', () => {
    const kind = (...args: Parameters<typeof press>) => plotAction(press(...args), bars, 'b1')?.kind;
    expect(kind(' ')).toBe('select');
    expect(kind(' ', { isCommand: true })).toBe('add');
    expect(kind('Enter')).toBe('drill');
    expect(kind('F10', { isShift: true })).toBe('menu');
    expect(kind('ContextMenu')).toBe('menu');
    expect([kind('t'), kind('T'), kind('s'), kind('Escape'), kind('['), kind(']')]).toEqual([
      'table',
      'table',
      'summary',
      'escape',
      'range-start',
      'range-end',
    ]);
  });

  it('extends with Shift and an arrow', () => {
    expect(plotAction(press('ArrowDown', { isShift: true }), bars, 'b1')).toEqual({
      kind: 'move',
      id: 'b2',
      extends: true,
    });
  });

  it('leaves the keys of browser and screen reader alone', () => {
    expect(plotAction(press('t', { isCommand: true }), bars, 'b1')).toBeNull();
    expect(plotAction(press('ArrowUp', { isAlt: true }), bars, 'b1')).toBeNull();
    expect(plotAction(press('Tab'), bars, 'b1')).toBeNull();
    expect(plotAction(press('F10'), bars, 'b1')).toBeNull();
  });
});

describe('selectionAfter', () => {
  it('selects one, and clears it when it is selected again', () => {
    expect(selectionAfter('one', 'b1', ['b2', 'b3'], bars, null)).toEqual(['b1']);
    expect(selectionAfter('one', 'b1', ['b1'], bars, null)).toEqual([]);
  });

  it('adds and removes', () => {
    expect(selectionAfter('add', 'b1', ['b2'], bars, null)).toEqual(['b2', 'b1']);
    expect(selectionAfter('add', 'b2', ['b2', 'b1'], bars, null)).toEqual(['b1']);
  });

  it('takes a range from where the last selection began, in either direction', () => {
    expect(selectionAfter('range', 'b4', ['b2'], bars, 'b2')).toEqual(['b2', 'b3', 'b4']);
    expect(selectionAfter('range', 'b1', ['b3'], bars, 'b3')).toEqual(['b3', 'b1', 'b2']);
  });

  it('leaves out what cannot be selected', () => {
    const mixed = [option('a', 0, 0), option('rest', 0, 1, { canSelect: false }), option('c', 0, 2)];
    expect(selectionAfter('one', 'rest', ['a'], mixed, null)).toEqual(['a']);
    expect(selectionAfter('range', 'c', ['a'], mixed, 'a')).toEqual(['a', 'c']);
  });
});

describe('hitTest', () => {
  const box = { x: 100, y: 0, width: 50, height: 20 };
  const scene = {
    width: 300,
    height: 100,
    lines: [],
    paths: [],
    rects: [],
    circles: [],
    texts: [{ x: 0, y: 14, text: 'Pudong', anchor: 'start', className: 'label', drills: 'pd' } as const],
    targets: [
      { id: 'pd', key: 'pd', box, hit: { x: 0, y: 0, width: 300, height: 30 } },
      { id: 'xh', key: 'xh', box: { ...box, y: 30 }, hit: { x: 0, y: 30, width: 300, height: 30 } },
    ],
  };

  it('finds labels before marks, the mark whose region it is, and nothing elsewhere', () => {
    expect(hitTest(scene, 10, 10)).toEqual({ kind: 'label', key: 'pd' });
    expect(hitTest(scene, 250, 40)).toMatchObject({ kind: 'mark', target: { id: 'xh' } });
    expect(hitTest(scene, 250, 90)).toEqual({ kind: 'empty' });
  });
});

describe('rangeOf', () => {
  const axis = ['a', 'b', 'c', 'd'];
  it('is where selected keys stand when they follow one another', () => {
    expect(rangeOf(['c', 'b'], axis)).toEqual({ from: 1, to: 2 });
    expect(rangeOf(['d'], axis)).toEqual({ from: 3, to: 3 });
  });

  it.each([[[]], [['a', 'c']], [['a', 'e']], [['a', 'a']]])('is none of %j', (keys: readonly string[]) => {
    expect(rangeOf(keys, axis)).toBeNull();
  });
});
