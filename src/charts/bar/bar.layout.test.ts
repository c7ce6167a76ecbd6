import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import type { BarItem, BarModel } from '../chart-model';
import { bars } from './bar.kind';
import { layoutBars } from './bar.layout';
import { barOptions } from './bar.options';
import { barTable } from './bar.table';
import { fillOf } from './bar-words';
import { barExamples } from './examples';

const english = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const chinese = languageOf(sharedMessages, { locale: 'zh', units: 'wan', currency: 'CNY' });
const wide = { width: 720, height: 252 };
const rectOf = (model: BarModel, key: string, size = wide) =>
  layoutBars(model, size, english).rects.find((rect) => rect.id === key);

describe('horizontal bars', () => {
  it('are as long as their values', () => {
    const [a, b] = [rectOf(barExamples.ranked, 'tier-b'), rectOf(barExamples.ranked, 'tier-d')];
    expect((b?.width ?? 0) / (a?.width ?? 1)).toBeCloseTo(1490 / 241, 1);
  });

  it('run to the left of zero for negative values', () => {
    const scene = layoutBars(barExamples.negative, wide, english);
    const zero = scene.lines.find(({ className }) => className === 'axis-line')?.x1 ?? 0;
    const loss = scene.rects.find(({ id }) => id === 'counter');
    expect((loss?.x ?? 0) + (loss?.width ?? 0)).toBeCloseTo(zero, 0);
  });

  it('draw nothing for what is not known, and nothing that has a length for 0', () => {
    expect(rectOf(barExamples.unknown, 'xuhui')).toBeUndefined();
    expect(rectOf(barExamples.unknown, 'minhang')?.width).toBe(0);
    const texts = layoutBars(barExamples.unknown, wide, english).texts.map(({ text }) => text);
    expect(texts).toContain('—');
  });

  it('give labels at most 40% of the width and keep the whole name', () => {
    const size = { width: 320, height: 80 };
    const scene = layoutBars(barExamples['long-names-en'], size, english);
    const start = Math.min(...scene.rects.map(({ x }) => x));
    expect(start).toBeLessThanOrEqual(320 * 0.4 + 1);
    expect(scene.texts.some(({ full }) => full === 'Shanghai Pudong Lujiazui Branch')).toBe(true);
  });

  it('say how many rows did not fit', () => {
    const scene = layoutBars(barExamples.many, { width: 480, height: 160 }, english);
    const shown = scene.rects.length;
    expect(scene.texts.at(-1)?.text).toBe(`${String(40 - shown)} more in the table`);
  });

  it('become a list with the label above the bar where names are long and the card is narrow', () => {
    const scene = layoutBars(barExamples['long-names-zh'], { width: 320, height: 200 }, chinese);
    expect(scene.rects.every(({ x }) => x === 0)).toBe(true);
  });
});

describe('vertical bars', () => {
  it('turn into rows on a phone, unless they follow time', () => {
    const phone = { width: 330, height: 220 };
    const isRow = (model: BarModel) => {
      const [first, second] = layoutBars(model, phone, english).rects.filter(({ id }) => !id.includes(' '));
      return first?.x === second?.x;
    };
    expect(isRow(barExamples.columns)).toBe(true);
    expect(isRow(barExamples['in-and-out'])).toBe(false);
  });

  it('hang outflows under zero and mark the net where both are known', () => {
    const scene = layoutBars(barExamples['in-and-out'], wide, english);
    const zero = scene.lines.find(({ className }) => className === 'axis-line')?.y1;
    const below = scene.rects.filter(({ id }) => id.endsWith(' below'));
    expect(below).toHaveLength(11);
    expect(below.every(({ y }) => y === zero)).toBe(true);
    expect(scene.circles.filter(({ id }) => id.endsWith(' net'))).toHaveLength(11);
  });
});

describe('a waterfall', () => {
  const scene = layoutBars(barExamples.waterfall, wide, english);

  it('writes opening and closing as numbers, without bars', () => {
    expect(scene.rects.map(({ id }) => id)).toEqual(['new', 'grew', 'shrank', 'left']);
    expect(scene.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['¥45.4B', '¥48.2B']));
  });

  it('joins each bar to the next at the running total', () => {
    const [first, second] = scene.rects;
    expect((second?.y ?? 0) + (second?.height ?? 0)).toBeCloseTo(first?.y ?? -1, 0);
    expect(scene.lines.filter(({ className }) => className === 'connector')).toHaveLength(4);
  });

  it('labels every bar with arrow and sign', () => {
    const texts = scene.texts.map(({ text }) => text);
    for (const label of ['▲ +3.1', '▲ +2.2', '▼ −1.6', '▼ −0.9']) expect(texts).toContain(label);
  });
});

describe('fillOf', () => {
  const item = (value: number, tone: BarItem['tone']): BarItem => ({
    key: 'a',
    label: 'a',
    value,
    ...(tone ? { tone } : {}),
  });

  it('tells the stylesheet sign and judgement of gains and losses', () => {
    expect(fillOf(item(1, 'fav'))).toBe('fill-rise-better');
    expect(fillOf(item(-1, 'fav'))).toBe('fill-fall-better');
    expect(fillOf(item(1, 'unfav'))).toBe('fill-rise-worse');
    expect(fillOf(item(-1, 'unfav'))).toBe('fill-fall-worse');
    expect(fillOf(item(1, undefined))).toBe('fill-primary');
  });
});

describe('bars in words', () => {
  it('say name, value, change, judgement, rank and customers', () => {
    expect(barOptions(barExamples.compared, english)[0]?.spoken).toBe(
      'Pudong, 78.4 million yuan, up 8.1 percent, better, rank 1 of 10, 3,136 customers.',
    );
    expect(barOptions(barExamples.compared, chinese)[0]?.spoken).toBe(
      'Pudong，7,840万元，上升 8.1%，向好，第 1 名，共 10 个，3,136 名客户。',
    );
  });

  it('do not let a remainder or an opening be selected', () => {
    expect(barOptions(barExamples.rest, english).at(-1)?.canSelect).toBe(false);
    expect(barOptions(barExamples.waterfall, english)[0]?.canSelect).toBe(false);
  });

  it('have a stop per bar where a range can be set, and none elsewhere', () => {
    const model = barExamples['in-and-out'];
    const [brush] = layoutBars(model, wide, english).brushes ?? [];
    const { keys } = bars.range?.(model, english) ?? { keys: [] };
    expect(keys).toEqual(model.items.map(({ key }) => key));
    expect(brush?.stops).toHaveLength(keys.length);
    for (const [at, { from, to }] of (brush?.stops ?? []).entries()) {
      const bar = rectOf(model, keys[at] ?? '');
      expect(from).toBeLessThan(bar?.x ?? NaN);
      expect(to).toBeGreaterThan((bar?.x ?? NaN) + (bar?.width ?? NaN));
    }
    expect(layoutBars(barExamples.waterfall, wide, english).brushes).toBeUndefined();
    expect(bars.range?.(barExamples.ranked, english)).toBeNull();
  });

  it('have the outflow and the net as columns of the table', () => {
    const { columns, rows } = barTable(barExamples['in-and-out'], english);
    expect(columns.map(({ label }) => label)).toEqual(['Month', 'Inflow', 'Outflow', 'Net']);
    expect(rows[4]?.cells.slice(2)).toEqual([null, null]);
  });
});
