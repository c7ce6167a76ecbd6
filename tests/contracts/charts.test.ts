import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { barExamples } from '../../src/charts/bar/examples';
import { barDomain } from '../../src/charts/bar/bar-words';
import ChartCard from '../../src/charts/chart-card/ChartCard.svelte';
import type { ChartCardProps } from '../../src/charts/chart-card-props';
import type { ChartLanguage } from '../../src/charts/chart-kind';
import type { CardState, ChartModel } from '../../src/charts/chart-model';
import { heatExamples } from '../../src/charts/heatmap/examples';
import { histogramExamples } from '../../src/charts/histogram/examples';
import { kindOf } from '../../src/charts/kinds';
import { lineExamples } from '../../src/charts/line/examples';
import { markCount } from '../../src/charts/scene/scene';
import { overlap, textBox } from '../../src/charts/scene/text-width';
import { multiplesExamples } from '../../src/charts/multiples/examples';
import { paretoExamples } from '../../src/charts/pareto/examples';
import { stepExamples } from '../../src/charts/step/examples';
import { tableExamples } from '../../src/charts/table/examples';
import Table from '../../src/charts/table/Table.svelte';
import { cellText } from '../../src/charts/table/table.kind';
import { languageContext } from '../../src/i18n/language.svelte';
import { languageOf, type LanguageSettings } from '../../src/i18n/language';
import { sharedMessages } from '../../src/i18n/shared.messages';

const english: LanguageSettings = { locale: 'en', units: 'kmb', currency: 'CNY' };
const chinese: LanguageSettings = { locale: 'zh', units: 'wan', currency: 'CNY' };
const languages = [english, chinese] as const;

const examples: readonly (readonly [string, ChartModel])[] = [
  ...Object.entries(barExamples).map(([name, model]) => [`bar ${name}`, model] as const),
  ...Object.entries(lineExamples).map(([name, model]) => [`line ${name}`, model] as const),
  ...Object.entries(stepExamples).map(([name, model]) => [`step ${name}`, model] as const),
  ...Object.entries(heatExamples).map(([name, model]) => [`heatmap ${name}`, model] as const),
  ...Object.entries(paretoExamples).map(([name, model]) => [`pareto ${name}`, model] as const),
  ...Object.entries(histogramExamples).map(([name, model]) => [`histogram ${name}`, model] as const),
  ...Object.entries(multiplesExamples).map(([name, model]) => [`multiples ${name}`, model] as const),
  ...Object.entries(tableExamples).map(([name, model]) => [`table ${name}`, model] as const),
];
const drawn = examples.filter(([, { kind }]) => kind !== 'table');
const widths = [320, 480, 720] as const;

const speak = (settings: LanguageSettings): ChartLanguage => languageOf(sharedMessages, settings);

function card(model: ChartModel | null, settings = english, more: Partial<ChartCardProps> = {}): string {
  const props: ChartCardProps = {
    id: 'OV9',
    title: 'Pudong leads',
    subtitle: 'Contribution · ¥M · Jul 2025–Jun 2026 vs last year',
    footer: 'n = 86,210 · as of 30 Jun 2026',
    state: { kind: 'ready' },
    model,
    kind: model?.kind ?? 'bar',
    height: 'M',
    columns: 6,
    selected: [],
    selectedCustomers: null,
    isTable: false,
    canSelect: true,
    canDrill: true,
    onselect: () => undefined,
    ondrill: () => undefined,
    ontable: () => undefined,
    ...more,
  };
  return render(ChartCard, { props, context: languageContext(settings) }).body;
}

const text = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');

describe.each(examples)('%s', (name, model) => {
  it('has title, unit and scope, and the as-of date', () => {
    const shown = text(card(model));
    for (const part of ['Pudong leads', '¥M · Jul 2025–Jun 2026', 'as of 30 Jun 2026'])
      expect(shown).toContain(part);
  });

  it.each(languages)('says the same numbers in its table ($locale)', (settings) => {
    const language = speak(settings);
    const table = kindOf(model).table(model, language);
    const shown = text(
      render(Table, {
        props: { model: table, caption: 'Pudong leads', language, selected: [] },
        context: languageContext(settings),
      }).body,
    );
    for (const { cells } of table.rows.slice(0, 20)) {
      for (const [at, cell] of cells.entries()) {
        expect(shown).toContain(cellText(cell, table.columns[at], language).replace(/\s+/g, ' '));
      }
    }
    const cells = new Set(
      table.rows.flatMap((row) => row.cells.map((cell, at) => cellText(cell, table.columns[at], language))),
    );
    for (const option of kindOf(model).options(model, language)) expect(cells).toContain(option.copied);
  });

  it('names no value that is not a number', () => {
    for (const settings of languages)
      expect(text(card(model, settings))).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

describe.each(drawn)('%s', (name, model) => {
  it.each(widths)('keeps its labels apart at %d px', (width) => {
    for (const settings of languages) {
      for (const height of [172, 246]) {
        const scene = kindOf(model).layout(model, { width, height }, speak(settings));
        const boxes = scene.texts.map((one) => ({ text: one.text, box: textBox(one) }));
        for (const [at, one] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) {
            expect(overlap(one.box, other.box), `${one.text} × ${other.text}`).toBe(false);
          }
        }
      }
    }
  });

  it.each(widths)('stays inside its card at %d px', (width) => {
    for (const settings of languages) {
      const scene = kindOf(model).layout(model, { width, height: 246 }, speak(settings));
      for (const one of scene.texts) {
        const box = textBox(one);
        expect(box.x, one.text).toBeGreaterThanOrEqual(-1);
        expect(box.x + box.width, one.text).toBeLessThanOrEqual(width + 1);
        expect(box.y + box.height, one.text).toBeLessThanOrEqual(247);
      }
      for (const { x, y, width: wide, height } of scene.rects) {
        expect(wide).toBeGreaterThanOrEqual(0);
        expect(height).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width + 1);
        expect(y + height).toBeLessThanOrEqual(247);
      }
    }
  });

  it.each([1, 20, 120])('has no mark of negative size at %d px, before its place is known', (width) => {
    for (const height of [1, 60, 252]) {
      const { rects, targets, paths } = kindOf(model).layout(model, { width, height }, speak(english));
      for (const { width: wide, height: tall } of [...rects, ...targets.map(({ box }) => box)]) {
        expect(wide).toBeGreaterThanOrEqual(0);
        expect(tall).toBeGreaterThanOrEqual(0);
      }
      for (const { d } of paths) expect(d).not.toContain('NaN');
    }
  });

  it('draws at most 500 marks and offers at most 200 to the keyboard', () => {
    const language = speak(english);
    expect(markCount(kindOf(model).layout(model, { width: 720, height: 246 }, language))).toBeLessThanOrEqual(
      500,
    );
    expect(kindOf(model).options(model, language).length).toBeLessThanOrEqual(200);
  });

  it('has one tab stop, and an option for every mark that can be pointed at', () => {
    const html = card(model);
    const plots = html.match(/role="listbox"/g) ?? [];
    const options = kindOf(model).options(model, speak(english));
    const hasValues = options.some(({ copied }) => copied !== '—');
    expect(plots).toHaveLength(hasValues ? 1 : 0);
    expect((html.match(/role="option"/g) ?? []).length).toBe(hasValues ? options.length : 0);
    const scene = kindOf(model).layout(model, { width: 720, height: 400 }, speak(english));
    const ids = new Set(options.map(({ id }) => id));
    for (const target of scene.targets) expect(ids).toContain(target.id);
  });
});

it.each(['bar', 'line', 'step', 'heatmap', 'pareto', 'histogram', 'multiples'])(
  'every %s is drawn the same every time',
  async (kind) => {
    const drawings = drawn
      .filter(([, model]) => model.kind === kind)
      .map(([name, model]) => {
        const { texts, rects, paths } = kindOf(model).layout(
          model,
          { width: 480, height: 172 },
          speak(english),
        );
        return [name, { texts: texts.map((one) => one.text), rects, paths }];
      });
    await expect(JSON.stringify(Object.fromEntries(drawings), null, 1)).toMatchFileSnapshot(
      `drawings/${kind}.snap`,
    );
  },
);

describe('bars', () => {
  it.each(Object.entries(barExamples))('have 0 in their domain: %s', (name, model) => {
    const [low, high] = barDomain(model);
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
  });
});

describe('the six states', () => {
  const states: readonly CardState[] = [
    { kind: 'loading' },
    { kind: 'updating' },
    { kind: 'empty-filtered', text: 'Channel left none of 214.', lastFilter: 'Channel' },
    { kind: 'needs', text: 'Close date or churn flag.' },
    { kind: 'not-enough', text: '38 customers left, at least 50 needed.' },
    { kind: 'error', code: 'internal.card', details: 'TypeError' },
  ];

  it.each(languages)('are told apart by text alone ($locale)', (settings) => {
    const texts = states.map((state) =>
      text(card(state.kind === 'loading' ? null : barExamples.ranked, settings, { state })),
    );
    expect(new Set(texts).size).toBe(states.length);
    expect(texts[5]).toContain('X-01');
  });

  it('keep the last chart while updating and show no details of an error', () => {
    const [, updating, , , , error] = states.map((state) =>
      text(card(barExamples.ranked, english, { state })),
    );
    expect(updating).toContain('1,490');
    expect(error).not.toContain('TypeError');
  });
});

describe('the action strip', () => {
  const strip = (more: Partial<ChartCardProps>) =>
    text(card(barExamples.ranked, english, { selected: ['tier-c'], ...more }));

  it('names the selection, its customers and only what the page can do', () => {
    const shown = strip({ selectedCustomers: 927, oncustomers: () => undefined });
    expect(shown).toContain('927 customers');
    expect(shown).toContain('Show customers');
    expect(shown).not.toContain('Exclude');
  });

  it('offers to drill in when one mark is selected', () => {
    expect(strip({})).toContain('Drill in');
    expect(strip({ selected: ['tier-a', 'tier-c'] })).not.toContain('Drill in');
    expect(strip({ canDrill: false })).not.toContain('Drill in');
  });
});
