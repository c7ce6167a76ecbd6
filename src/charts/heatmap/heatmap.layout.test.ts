import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import { heatExamples } from './examples';
import { heatScale } from './heat-scale';
import { heatOptions, heatTable } from './heatmap.kind';
import { layoutHeat } from './heatmap.layout';

const english = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const chinese = languageOf(sharedMessages, { locale: 'zh', units: 'wan', currency: 'CNY' });
const size = { width: 560, height: 246 };
const sceneOf = (name: keyof typeof heatExamples, width = size.width, height = size.height) =>
  layoutHeat(heatExamples[name], { width, height }, english);
const textsOf = (name: keyof typeof heatExamples, width = size.width, height = size.height) =>
  sceneOf(name, width, height).texts.map(({ text }) => text);

describe('heatScale', () => {
  it('has equal intervals between rounded breaks', () => {
    const { breaks, fills } = heatScale(heatExamples.rfm);
    expect(breaks).toEqual([2000, 3000, 4000, 5000, 6000, 7000]);
    expect(fills[0]).toBe('fill-q1');
    expect(fills.at(-1)).toBe('fill-q7');
  });

  it('lies evenly around its centre when it diverges', () => {
    const { breaks, fills, fillOf } = heatScale(heatExamples.gap);
    for (const [at, value] of breaks.entries())
      expect(value).toBeCloseTo(-(breaks[breaks.length - 1 - at] ?? 0));
    expect(fillOf(0)).toBe('fill-d5');
    expect([fills[0], fills.at(-1)]).toEqual(['fill-d1', 'fill-d9']);
    expect(new Set(fills).size).toBe(fills.length);
  });

  it('has one colour where all values are equal, and reads on each', () => {
    expect(heatScale(heatExamples.equal).fills).toEqual(['fill-q4']);
    const { inkOf } = heatScale(heatExamples.rfm);
    expect([inkOf(1200), inkOf(7202)]).toEqual(['on-pale', 'on-deep']);
  });
});

describe('a heat map', () => {
  it('has a cell for each value with its number, rows from the top', () => {
    const cells = sceneOf('rfm').rects.filter(({ key }) => key !== undefined);
    expect(cells).toHaveLength(25);
    expect(cells[0]?.y).toBeLessThan(cells[24]?.y ?? 0);
    for (const number of ['1,180', '7,202']) expect(textsOf('rfm')).toContain(number);
  });

  it('says the outer breaks of its colours', () => {
    expect(textsOf('rfm')).toEqual(expect.arrayContaining(['<2,000', '≥7,000']));
  });

  it('hatches what is not known and draws nothing for what does not exist', () => {
    const unknown = sceneOf('unknown');
    expect(unknown.rects.filter(({ className }) => className === 'missing')).toHaveLength(7);
    expect(unknown.paths.filter(({ className }) => className === 'hatch')).toHaveLength(7);
    expect(unknown.texts.filter(({ text }) => text === '—')).toHaveLength(7);
    expect(sceneOf('triangle').targets).toHaveLength(21);
  });

  it('writes the count of a cell that another measure colours, also where that one is not known', () => {
    const scene = sceneOf('rfm-by-amount');
    expect(scene.rects.filter(({ className }) => className === 'missing')).toHaveLength(1);
    expect(scene.texts.some(({ text, over }) => text === '0' && over === '5-·-recent.1-·-rare')).toBe(true);
    expect(textsOf('rfm-by-amount')).toContain('Mean amount');
  });

  it('names its cells and writes as many measures as there is height for', () => {
    expect(textsOf('eight-groups')).toEqual(expect.arrayContaining(['Key value', '8,098', '¥4.1B']));
    expect(textsOf('eight-groups', 560, 120)).toEqual(expect.arrayContaining(['Key value', '8,098']));
    expect(textsOf('eight-groups', 560, 120)).not.toContain('¥4.1B');
  });

  it('writes no number where not all fit, and names every second column or less', () => {
    const texts = textsOf('week', 480);
    const numbers = texts.filter((text) => /^\d+$/.test(text)).map(Number);
    expect(Math.max(...numbers)).toBeLessThan(24);
  });

  it('stays a grid up to 5 × 5 on a phone, a larger one becomes a list of its cells', () => {
    expect(sceneOf('rfm', 330).rects.filter(({ key }) => key !== undefined)).toHaveLength(25);
    const list = sceneOf('week', 330);
    const bars = list.rects.filter(({ key }) => key !== undefined);
    expect(bars.every(({ x }) => x === bars[0]?.x)).toBe(true);
    expect(list.texts.at(-1)?.text).toMatch(/more in the table/);
  });

  it('writes percentage points without their unit, so that they fit a phone', () => {
    expect(textsOf('gap', 330)).toEqual(expect.arrayContaining(['+3.3', '−3.7']));
  });

  it('says how many cells did not fit', () => {
    expect(textsOf('many').at(-1)).toMatch(/^[34]\d\d more in the table$/);
  });
});

describe('cells in words', () => {
  it('say row, column, value and rank', () => {
    expect(heatOptions(heatExamples.rfm, english)[4]?.spoken).toBe(
      'Recency 5 · recent, Frequency 5 · often, 6,602, rank 2 of 25.',
    );
    expect(heatOptions(heatExamples['eight-groups-zh'], chinese)[0]?.spoken).toBe(
      '重要价值客户，金额 金额高，R · F 近 · 多，8,098，AUM 41亿元，第 4 名，共 8 个。',
    );
  });

  it('are moved through in both directions', () => {
    const options = heatOptions(heatExamples.rfm, english);
    expect(options[7]).toMatchObject({ row: 1, column: 2 });
  });

  it('have a row of the table each, also those that are not drawn', () => {
    expect(heatTable(heatExamples.many).rows).toHaveLength(480);
    expect(heatTable(heatExamples['eight-groups']).columns.map(({ label }) => label)).toEqual([
      'Amount',
      'R · F',
      'Group',
      'Customers',
      'AUM',
    ]);
  });
});
