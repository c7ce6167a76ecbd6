import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import { spread } from '../scene/spread';
import { tickIndexes } from '../scene/tick-indexes';
import { lineExamples } from './examples';
import { lineOptions, lineTable } from './line.kind';
import { layoutLines } from './line.layout';

const language = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const size = { width: 720, height: 246 };
const texts = (name: keyof typeof lineExamples, width = 720) =>
  layoutLines(lineExamples[name], { ...size, width }, language).texts.map(({ text }) => text);

describe('lines', () => {
  it('break where a month is missing and mark a point that stands alone', () => {
    const scene = layoutLines(lineExamples.gaps, size, language);
    expect(scene.paths[0]?.d.match(/M/g)).toHaveLength(4);
    expect(scene.circles.some(({ id }) => id.endsWith(' 15'))).toBe(true);
  });

  it('say from where an axis runs that does not begin at zero', () => {
    expect(texts('single')).toContain('axis from 41');
    expect(texts('percent')).toContain('axis from 3.5%');
    expect(texts('partial').join()).not.toContain('axis from');
  });

  it('show zero when a value is below it', () => {
    const scene = layoutLines(lineExamples.negative, size, language);
    expect(scene.lines.some(({ className }) => className === 'axis-line')).toBe(true);
  });

  it('dash the month that is not complete, and say so', () => {
    const scene = layoutLines(lineExamples.partial, size, language);
    expect(scene.paths.some(({ className }) => className.includes('partial'))).toBe(true);
    expect(texts('partial')).toContain('Month not complete');
  });

  it('name series at their ends, above the plot where it is narrow', () => {
    const ends = layoutLines(lineExamples.several, size, language).texts.filter(
      ({ text }) => text === 'Counter',
    );
    expect(ends.every(({ x }) => x > 400)).toBe(true);
    const above = layoutLines(lineExamples.several, { ...size, width: 330 }, language).texts.filter(
      ({ text }) => text === 'Counter',
    );
    expect(above.every(({ y }) => y < 40)).toBe(true);
  });

  it('draw nothing when nothing is known', () => {
    expect(layoutLines(lineExamples['all-unknown'], size, language).paths).toEqual([]);
    expect(layoutLines(lineExamples.zero, size, language).targets).toEqual([]);
  });

  it('draw a single month as a point', () => {
    expect(layoutLines(lineExamples.one, size, language).circles).toHaveLength(1);
  });

  it('can be brushed only where the model says so and there is a range', () => {
    expect(layoutLines(lineExamples.single, size, language).brushes).toBeDefined();
    expect(layoutLines(lineExamples.one, size, language).brushes).toBeUndefined();
    expect(
      layoutLines({ ...lineExamples.single, isBrushable: false }, size, language).brushes,
    ).toBeUndefined();
  });

  it('stack areas without gaps between them', () => {
    const scene = layoutLines(lineExamples.stacked, size, language);
    expect(scene.paths.filter(({ className }) => className.startsWith('area'))).toHaveLength(4);
    expect(new Set(scene.paths.map(({ className }) => className)).size).toBe(4);
  });
});

describe('points in words', () => {
  it('list all series in the tooltip and move in time along a row', () => {
    const options = lineOptions(lineExamples.compared, language);
    expect(options[0]?.facts.map(({ label }) => label)).toEqual(['AUM', 'Year before']);
    expect(options.filter(({ row }) => row === 1)).toHaveLength(24);
  });

  it('name peak and lowest point', () => {
    const spoken = lineOptions(lineExamples.single, language).map((option) => option.spoken);
    expect(spoken.filter((text) => text.includes('peak'))).toHaveLength(1);
    expect(spoken.filter((text) => text.includes('lowest'))).toHaveLength(1);
  });

  it('keep a gap as unknown in the table', () => {
    expect(lineTable(lineExamples.gaps).rows[5]?.cells[1]).toBeNull();
  });
});

describe('spread', () => {
  it('moves labels apart, in order, inside the range', () => {
    const placed = spread([50, 51, 52, 200], 16, 0, 200);
    expect(placed[1]).toBeGreaterThanOrEqual((placed[0] ?? 0) + 16);
    expect(placed[2]).toBeGreaterThanOrEqual((placed[1] ?? 0) + 16);
    expect(placed[3]).toBe(200);
  });

  it('leaves labels alone that have room', () => {
    expect(spread([10, 60, 120], 16, 0, 200)).toEqual([10, 60, 120]);
  });
});

describe('tickIndexes', () => {
  const keys = lineExamples.single.keys;
  const widths = keys.map(() => 36);

  it('keeps first, last and Januaries', () => {
    const chosen = tickIndexes(keys, widths, 25).map((index) => keys[index]);
    for (const key of [keys[0], '2025-01', '2026-01', keys.at(-1)]) expect(chosen).toContain(key);
  });

  it('never writes two that touch', () => {
    const chosen = tickIndexes(keys, widths, 8);
    for (const [at, index] of chosen.entries()) {
      const next = chosen[at + 1];
      if (next !== undefined) expect((next - index) * 8).toBeGreaterThanOrEqual(36);
    }
  });
});
