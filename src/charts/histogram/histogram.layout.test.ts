import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import { histogramExamples } from './examples';
import { histogramOptions, histograms, histogramTable } from './histogram.kind';
import { layoutHistogram } from './histogram.layout';

const english = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const sceneOf = (name: keyof typeof histogramExamples, width = 560) =>
  layoutHistogram(histogramExamples[name], { width, height: 246 }, english);
const textsOf = (name: keyof typeof histogramExamples, width = 560) =>
  sceneOf(name, width).texts.map(({ text }) => text);

describe('a histogram', () => {
  it('has bars from zero, as wide as their bins, a pixel apart', () => {
    const { rects } = sceneOf('risk');
    const [first, second] = rects;
    expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBeCloseTo(1, 0);
    expect((second?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(0.78, 1);
    expect(new Set(rects.map(({ y, height }) => Math.round(y + height))).size).toBe(1);
  });

  it('gives each power of ten the same width and names it', () => {
    const scene = sceneOf('worth');
    const bars = scene.rects.slice(1);
    expect(bars[0]?.width).toBeCloseTo(bars.at(-1)?.width ?? 0, 0);
    expect(textsOf('worth', 720)).toEqual(expect.arrayContaining(['¥100', '¥10K', '¥1M']));
  });

  it('keeps what lies beyond apart, with its name', () => {
    const [outside, first] = sceneOf('worth').rects;
    expect((first?.x ?? 0) - (outside?.x ?? 0) - (outside?.width ?? 0)).toBeGreaterThan(16);
    expect(textsOf('worth')).toContain('below 0');
    expect(outside?.className).toBe('fill-rest');
  });

  it('draws a rule at each reference that lies on the axis, with its value', () => {
    const scene = sceneOf('worth');
    expect(scene.lines.filter(({ className }) => className === 'rule')).toHaveLength(3);
    expect(textsOf('worth')).toEqual(expect.arrayContaining(['Median ¥6,800', 'Mean ¥36K', 'P90 ¥89K']));
    const outside = { ...histogramExamples.risk, references: [{ value: 4, label: 'Threshold' }] };
    const none = layoutHistogram(outside, { width: 560, height: 246 }, english);
    expect(none.lines.some(({ className }) => className === 'rule')).toBe(false);
  });

  it('outlines the same bins of another group and names both', () => {
    const scene = sceneOf('unfiltered');
    expect(scene.paths.filter(({ className }) => className === 'outline')).toHaveLength(1);
    expect(textsOf('unfiltered')).toEqual(expect.arrayContaining(['Customers', 'All customers']));
  });

  it('can be brushed from the start of a bin to the end of another', () => {
    const { brushes, rects } = sceneOf('risk');
    const brush = brushes?.[0];
    expect(brush?.stops).toHaveLength(18);
    expect(brush?.stops[4]?.from).toBeCloseTo(rects[4]?.x ?? 0, -1);
    expect(brush?.stops[4]?.to).toBe(brush?.stops[5]?.from);
    expect(sceneOf('both-ends').brushes).toBeUndefined();
    expect(sceneOf('one').brushes).toBeUndefined();
  });

  it('names the range by the ends of its bins', () => {
    const axis = histograms.range?.(histogramExamples.risk, english);
    expect(axis?.starts[4]).toBe('30%');
    expect(axis?.ends.at(-1)).toBe('100%');
    const outside = histograms.range?.(histogramExamples.worth, english);
    expect(outside?.starts[0]).toBe('below 0');
  });

  it('draws no bar for what is not known and none that has a height for 0', () => {
    expect(sceneOf('unknown').rects.map(({ id }) => id)).toEqual(['0..10', '20..30']);
    expect(sceneOf('all-zero').rects.every(({ height }) => height === 0)).toBe(true);
    expect(sceneOf('all-unknown').rects).toEqual([]);
  });
});

describe('bins in words', () => {
  it('say count, share, and share in it and above', () => {
    const bins = [1, 2, 7].map((value, at) => ({
      key: String(at),
      from: at,
      to: at + 1,
      value,
      label: `bin ${String(at)}`,
    }));
    const options = histogramOptions({ ...histogramExamples.risk, bins }, english);
    expect(options[1]?.spoken).toBe('bin 1, 2, Share 20%, Here and above 90%.');
  });

  it('have the other group as a column of the table', () => {
    const { columns, rows } = histogramTable(histogramExamples.unfiltered);
    expect(columns.map(({ label }) => label)).toEqual(['Lifetime value', 'Customers', 'All customers']);
    expect(rows).toHaveLength(16);
  });
});
