import { describe, expect, it } from 'vitest';
import { languageOf } from '../../i18n/language';
import { sharedMessages } from '../../i18n/shared.messages';
import { paretoExamples } from './examples';
import { paretoOptions, paretoTable } from './pareto.kind';
import { layoutPareto } from './pareto.layout';
import { partsOf } from './pareto-shares';

const english = languageOf(sharedMessages, { locale: 'en', units: 'kmb', currency: 'CNY' });
const chinese = languageOf(sharedMessages, { locale: 'zh', units: 'wan', currency: 'CNY' });
const sceneOf = (name: keyof typeof paretoExamples, width = 720) =>
  layoutPareto(paretoExamples[name], { width, height: 246 }, english);
const textsOf = (name: keyof typeof paretoExamples, width = 720) =>
  sceneOf(name, width).texts.map(({ text }) => text);

describe('partsOf', () => {
  it('sums the shares up to the whole', () => {
    const parts = partsOf(paretoExamples.reasons);
    expect(parts[0]?.share).toBeCloseTo(412 / 1084);
    expect(parts[1]?.together).toBeCloseTo(710 / 1084);
    expect(parts.at(-1)?.together).toBeCloseTo(1);
    expect(parts.map(({ to }) => to).at(-1)).toBeCloseTo(1);
  });

  it('makes sections as wide as their customers', () => {
    const parts = partsOf(paretoExamples.tiers);
    expect(parts[0]?.to).toBeCloseTo(0.04, 3);
    expect(parts[1]?.to).toBeCloseTo(0.14, 3);
  });

  it('knows no shares of a total that is not above 0', () => {
    expect(
      partsOf(paretoExamples['no-total']).every(({ share, together }) => share ?? together === null),
    ).toBe(true);
    expect(partsOf(paretoExamples.unknown)[2]).toMatchObject({ share: null, together: 1 });
  });
});

describe('a Pareto chart', () => {
  it('draws bars and curve on one axis of shares', () => {
    const scene = sceneOf('reasons');
    const [first] = scene.rects;
    const zero = scene.lines.find(({ className }) => className === 'axis-line')?.y1 ?? 0;
    const whole = scene.lines.at(4)?.y1 ?? 0;
    expect((first?.height ?? 0) / (zero - whole)).toBeCloseTo(412 / 1084, 2);
    const ends = (scene.paths[0]?.d ?? '').split(/[ML]/).slice(1);
    expect(ends).toHaveLength(7);
    expect(Number(ends.at(-1)?.split(',')[1])).toBeCloseTo(whole, 0);
  });

  it('writes its markers where they cover no other text', () => {
    expect(textsOf('reasons')).toContain('2 of 6 reasons make 65%');
    expect(textsOf('tiers')).toEqual(
      expect.arrayContaining(['4% of customers make 30%', 'Top 20% hold 83%', 'A']),
    );
  });

  it('cuts a curve at its sections and compares it with equal shares', () => {
    const scene = sceneOf('tiers');
    expect(scene.lines.filter(({ className }) => className === 'cut-off')).toHaveLength(4);
    expect(scene.lines.filter(({ className }) => className === 'diagonal')).toHaveLength(1);
    expect(scene.rects).toEqual([]);
  });

  it('shows a curve that rises above the whole', () => {
    const scene = sceneOf('whale');
    expect(textsOf('whale')).toContain('Peak 118% at 66% of customers');
    const tops = scene.circles.map(({ cy }) => cy);
    const whole = scene.texts.find(({ text }) => text === '100')?.y ?? 0;
    expect(Math.min(...tops)).toBeLessThan(whole - 4);
  });

  it('becomes a list with hollow dots where the names have no room', () => {
    const scene = sceneOf('long-names-en', 330);
    expect(scene.circles.filter(({ className }) => className === 'hollow').length).toBeGreaterThan(3);
    expect(textsOf('long-names-en', 330)).toContain('Cumulative share');
  });

  it('shows plain values where there are no shares', () => {
    expect(sceneOf('no-total').rects).toHaveLength(2);
    expect(sceneOf('all-unknown').rects).toEqual([]);
  });
});

describe('parts in words', () => {
  it('say value, share, and share with those before', () => {
    expect(paretoOptions(paretoExamples.reasons, english)[1]?.spoken).toBe(
      'Fees, 298, Share 27.5 percent, Cumulative share 65.5 percent.',
    );
    expect(paretoOptions(paretoExamples.tiers, chinese)[0]?.spoken).toContain('3,448 名客户');
  });

  it('do not let the remainder be selected', () => {
    expect(paretoOptions(paretoExamples.reasons, english).at(-1)?.canSelect).toBe(false);
  });

  it('have the same shares in the table', () => {
    expect(paretoTable(paretoExamples.reasons, english).rows[1]?.cells).toEqual([
      'Fees',
      298,
      298 / 1084,
      710 / 1084,
    ]);
  });
});
