import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import { multiplesExamples } from './examples';
import { multiplesOptions, multiplesTable } from './multiples.kind';
import { layoutMultiples } from './multiples.layout';
import { panelGrid } from './panel-grid';

const english = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const size = { width: 720, height: 300 };
const sceneOf = (name: keyof typeof multiplesExamples, width = size.width) =>
  layoutMultiples(multiplesExamples[name], { ...size, width }, english);
const textsOf = (name: keyof typeof multiplesExamples, width = size.width) =>
  sceneOf(name, width).texts.map(({ text }) => text);
const heightOf = (d: string): number => {
  const levels = [...d.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
  return Math.max(...levels) - Math.min(...levels);
};

describe('panelGrid', () => {
  it('fills rows of equal length', () => {
    expect(panelGrid(4, 24, { width: 560, height: 246 })).toEqual({ columns: 2, rows: 2, shown: 4 });
    expect(panelGrid(5, 24, { width: 720, height: 246 })).toEqual({ columns: 3, rows: 2, shown: 5 });
    expect(panelGrid(3, 24, { width: 320, height: 246 })).toEqual({ columns: 2, rows: 2, shown: 3 });
  });

  it('shows no more panels than fit', () => {
    expect(panelGrid(14, 24, { width: 320, height: 172 }).shown).toBe(4);
    expect(panelGrid(0, 24, size).shown).toBe(0);
  });
});

describe('small multiples', () => {
  it('share one scale, so that equal heights are equal values', () => {
    const scene = sceneOf('stages');
    const [first, second] = ['new', 'lost'].map((key) => scene.paths.find(({ id }) => id === key)?.d ?? '');
    const spans = [0, 3].map((at) => {
      const values = (multiplesExamples.stages.panels[at]?.values ?? []) as number[];
      return Math.max(...values) - Math.min(...values);
    });
    expect(heightOf(first ?? '') / heightOf(second ?? '')).toBeCloseTo((spans[0] ?? 0) / (spans[1] ?? 1), 1);
  });

  it('have scales of their own where they measure different things, each with its unit', () => {
    expect(textsOf('trends').some((text) => text.startsWith('¥'))).toBe(true);
    expect(textsOf('trends')).toContain('Year before');
    const scene = sceneOf('trends');
    for (const key of ['customers', 'aum']) {
      expect(heightOf(scene.paths.find(({ id }) => id === key)?.d ?? '')).toBeGreaterThan(20);
    }
  });

  it('put the same month at the same place of each panel', () => {
    const scene = sceneOf('trends');
    const at = (panel: string, month: string) =>
      scene.targets.find(({ id }) => id === `${panel}|${month}`)?.box.x ?? 0;
    const offset = at('aum', '2024-07') - at('customers', '2024-07');
    expect(at('aum', '2026-01') - at('customers', '2026-01')).toBeCloseTo(offset, 0);
  });

  it('write the time under the lowest panels only', () => {
    const names = textsOf('stages');
    expect(names.filter((text) => /^Jun.*26$/.test(text))).toHaveLength(3);
  });

  it('hang negative bars under zero', () => {
    const scene = sceneOf('negative');
    const zero = scene.lines.find(({ className }) => className === 'axis-line')?.y1 ?? 0;
    const bars = scene.rects.filter(({ id }) => id.startsWith('mobile'));
    expect(bars.some(({ y }) => y === zero)).toBe(true);
    expect(bars.every(({ y, height }) => Math.abs(y - zero) < 0.2 || Math.abs(y + height - zero) < 0.2)).toBe(
      true,
    );
  });

  it('can be brushed in each panel', () => {
    expect(sceneOf('trends').brushes).toHaveLength(4);
    expect(sceneOf('trends').brushes?.[1]?.stops).toHaveLength(24);
    expect(sceneOf('one').brushes).toBeUndefined();
  });

  it('say how many panels did not fit', () => {
    expect(textsOf('many', 330).at(-1)).toMatch(/^\d+ more in the table$/);
  });
});

describe('panels in words', () => {
  it('list all panels at a point and the comparison of the one that is read', () => {
    const facts = multiplesOptions(multiplesExamples.trends, english)[0]?.facts.map(({ label }) => label);
    expect(facts).toEqual(['Customers', 'AUM', 'Churn rate', 'Products per customer', 'Year before']);
  });

  it('move between panels in the same month', () => {
    const options = multiplesOptions(multiplesExamples.stages, english);
    expect(options.filter(({ column }) => column === 3).map(({ row }) => row)).toEqual([0, 1, 2, 3, 4]);
  });

  it('have all points in the table, also those that are not read one by one', () => {
    const { rows, columns } = multiplesTable(multiplesExamples.many);
    expect(rows).toHaveLength(24);
    expect(columns).toHaveLength(15);
  });
});
