import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import type { StepGroup } from '../chart-model';
import { stepExamples } from './examples';
import { stepOptions, stepTable } from './step.kind';
import { layoutSteps } from './step.layout';
import { endValue, limitsAt, strideFor, valueAt } from './step-words';

const english = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const chinese = languageOf(sharedMessages, { locale: 'zh', units: 'wan', currency: 'CNY' });
const size = { width: 720, height: 246 };

/** Two of four leave at 2, one is last seen at 3, the last leaves at 5. */
const small: StepGroup = {
  key: 'a',
  label: 'A',
  times: [2, 3, 5],
  values: [0.5, 0.5, 0],
  lower: [0.06, 0.06, null],
  upper: [0.84, 0.84, null],
  censored: [3],
  atRisk: [4, 4, 2, 1],
};
const model = {
  ...stepExamples.single,
  groups: [small],
  readings: [0, 2, 4, 6],
  readingLabels: ['0', '2', '4', '6'],
};

describe('a step curve', () => {
  it('has its start before the first step and no value after its end', () => {
    expect([0, 1.9, 2, 4, 5, 5.1].map((time) => valueAt(small, 1, time))).toEqual([1, 1, 0.5, 0.5, 0, null]);
    expect(limitsAt(small, 4)).toEqual({ low: 0.06, high: 0.84 });
    expect(limitsAt(small, 5)).toBeNull();
  });

  it('is named by the value with which it ends, also between two readings', () => {
    expect([0, 2, 6].map((to) => endValue(small, 1, to))).toEqual([1, 0.5, 0]);
    expect(
      layoutSteps(model, size, english).texts.find(({ className }) => className === 'strong')?.text,
    ).toBe('0%');
  });

  it('runs level to each event, then down', () => {
    const scene = layoutSteps(model, size, english);
    const curve = scene.paths.find(({ id }) => id === 'a')?.d ?? '';
    const points = [...curve.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    for (const [at, [x, y]] of points.entries()) {
      const next = points[at + 1];
      if (next) expect(next[0] === x || next[1] === y).toBe(true);
    }
    expect(points.at(-1)?.[0]).toBeLessThan(scene.lines[0]?.x2 ?? 0);
  });

  it('marks where somebody was last seen, on the curve', () => {
    const scene = layoutSteps(model, size, english);
    expect(scene.paths.find(({ id }) => id === 'a censored')?.d.match(/M/g)).toHaveLength(1);
  });

  it('writes the numbers at risk under the ticks, where there is room for them', () => {
    const texts = (height: number) =>
      layoutSteps(stepExamples.two, { width: 720, height }, english).texts.map(({ text }) => text);
    expect(texts(246)).toContain('Number at risk');
    expect(texts(246)).toContain('840');
    expect(texts(140)).not.toContain('Number at risk');
  });

  it('keeps every curve apart by colour and dashes, and fades the others when one is selected', () => {
    const scene = layoutSteps(stepExamples.tiers, size, english);
    const curves = scene.paths.filter(({ id }) => id.startsWith('tier') && !id.includes(' '));
    expect(new Set(curves.map(({ className }) => className)).size).toBe(5);
    expect(curves.every(({ key, id }) => key === id)).toBe(true);
    expect(scene.isUnfaded).toBeUndefined();
  });

  it('outlines the name of a group, once', () => {
    for (const width of [320, 720]) {
      const scene = layoutSteps(stepExamples.tiers, { ...size, width }, english);
      const outlines = scene.targets.filter(({ outline }) => outline !== null && outline !== undefined);
      expect(outlines).toHaveLength(5);
    }
  });

  it('always shows the whole of a share', () => {
    const texts = layoutSteps(stepExamples.single, size, english).texts.map(({ text }) => text);
    expect(texts).toContain('100');
    expect(texts).toContain('median 50%');
  });

  it('draws nothing where nobody was watched', () => {
    expect(layoutSteps(stepExamples['all-unknown'], size, english).paths).toEqual([]);
  });
});

describe('curves in words', () => {
  it('say value, time and number at risk', () => {
    expect(stepOptions(model, english)[1]?.spoken).toBe('2, 50 percent, 4 at risk.');
    expect(
      stepOptions({ ...model, groups: [small, { ...small, key: 'b', label: 'B' }] }, chinese)[5]?.spoken,
    ).toBe('B，2，50%，风险集 4 人。');
  });

  it('select a group, and nothing where there is only one', () => {
    const options = stepOptions(stepExamples.two, english);
    expect(new Set(options.map(({ key }) => key)).size).toBe(2);
    expect(options.every(({ canSelect }) => canSelect)).toBe(true);
    expect(stepOptions(model, english).some(({ canSelect }) => canSelect)).toBe(false);
  });

  it('have a row of the table per group and reading, which selects its group', () => {
    const { rows, columns } = stepTable(stepExamples.two, english);
    expect(rows).toHaveLength(22);
    expect(rows[0]?.selects).toBe('salary-paid-in');
    expect(columns).toHaveLength(6);
  });
});

describe('strideFor', () => {
  it('counts in steps that people know', () => {
    expect(strideFor(20, 40)).toBe(1);
    expect(strideFor(20, 7)).toBe(6);
    expect(strideFor(40, 1)).toBe(52);
  });
});
