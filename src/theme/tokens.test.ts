import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference2000, distance, parseColours, type Colour, type Theme } from './palette';

const css = ['tokens.css', 'data-colours.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');
const themes: readonly Theme[] = ['light', 'dark'];
const visions = ['normal', 'protan', 'deutan', 'tritan'] as const;

/** Only the first declarations count: schemes and forced colours follow them. */
const byTheme = { light: parseColours(css, 'light'), dark: parseColours(css, 'dark') };

function colour(theme: Theme, name: string): Colour {
  const found = byTheme[theme].get(name);
  if (!found) throw new Error(`no token --${name} in ${theme}`);
  return found;
}

/** Contrast of text and its background; the two names of each are tokens. */
const texts = [
  ...['card', 'bg', 'sunken', 'raised', 'hover'].flatMap((surface) =>
    ['text-1', 'text-2', 'text-3'].map((text) => [text, surface] as const),
  ),
  ...['card', 'bg', 'raised', 'accent-soft'].map((surface) => ['accent', surface] as const),
  ['text-1', 'accent-soft'],
  ['text-2', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ...['crit', 'high', 'med', 'low', 'ok'].map((severity) => [severity, `${severity}-bg`] as const),
  ...['fav', 'unfav', 'up', 'down'].flatMap((tone) =>
    ['card', 'raised'].map((surface) => [tone, surface] as const),
  ),
] as const;

const marks = [
  ...Array.from({ length: 8 }, (_, index) => `c${String(index + 1)}`),
  'fav-fill',
  'unfav-fill',
  'axis',
  'ref',
  'other-line',
  'border-ui',
];

describe.each(themes)('tokens of the %s theme', (theme) => {
  it.each(texts)('write %s on %s with at least 4.5:1', (text, surface) => {
    expect(contrast(colour(theme, text), colour(theme, surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('draw %s on a card with at least 3:1', (mark) => {
    expect(contrast(colour(theme, mark), colour(theme, 'card'))).toBeGreaterThanOrEqual(3);
  });

  it.each(['card', 'bg', 'raised', 'sunken', 'accent-soft'])(
    'show the focus on %s with at least 3:1',
    (surface) => {
      expect(contrast(colour(theme, 'focus'), colour(theme, surface))).toBeGreaterThanOrEqual(3);
    },
  );

  it('border controls on the page with at least 3:1', () => {
    expect(contrast(colour(theme, 'border-ui'), colour(theme, 'bg'))).toBeGreaterThanOrEqual(3);
  });

  it.each(visions)('keep categorical colours apart for %s vision', (vision) => {
    const slots = Array.from({ length: 8 }, (_, index) => colour(theme, `c${String(index + 1)}`));
    const least = (count: number) =>
      Math.min(
        ...slots
          .slice(0, count)
          .flatMap((one, at) => slots.slice(at + 1, count).map((other) => distance(one, other, vision))),
      );
    expect(least(6)).toBeGreaterThanOrEqual(15);
    expect(least(8)).toBeGreaterThanOrEqual(10);
  });

  it.each(visions)('keep favourable and unfavourable apart for %s vision', (vision) => {
    expect(distance(colour(theme, 'fav'), colour(theme, 'unfav'), vision)).toBeGreaterThanOrEqual(45);
  });

  it.each(['q', 'w'])('have a darker or lighter ink of at least 4.5:1 for every step of --%s', (ramp) => {
    for (let step = 1; step <= 7; step++) {
      const fill = colour(theme, `${ramp}${String(step)}`);
      const best = Math.max(
        contrast(fill, colour(theme, 'ink-dark')),
        contrast(fill, colour(theme, 'ink-light')),
      );
      expect(best).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe.each(themes)('numbers in cells of the %s theme', (theme) => {
  const steps = [
    ...['q', 'w'].flatMap((ramp) =>
      [1, 2, 3, 4, 5, 6, 7].map((step) => [ramp + String(step), step >= 5] as const),
    ),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => [`d${String(step)}`, Math.abs(step - 5) >= 3] as const),
  ];
  it.each(steps)('read on %s with at least 4.5:1', (fill, isDeep) => {
    const ink = colour(theme, isDeep ? 'on-deep' : 'on-pale');
    expect(contrast(colour(theme, fill), ink)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('delta schemes', () => {
  const blockOf = (selector: string): string => css.slice(css.indexOf(selector)).split('}')[0] ?? '';

  it('follow the judgement unless the reader chose cn', () => {
    const block = blockOf(':root,\n[data-dc] {');
    for (const sign of ['rise', 'fall']) {
      expect(block).toContain(`--${sign}-better: var(--fav);`);
      expect(block).toContain(`--${sign}-worse: var(--unfav);`);
    }
  });

  it('follow the sign in cn: up is red and down is green, whatever it means', () => {
    const start = css.indexOf("[data-dc='cn'] {");
    const block = css.slice(start).split('}')[0] ?? '';
    for (const judgement of ['better', 'worse', 'plain']) {
      expect(block).toContain(`--rise-${judgement}: var(--up);`);
      expect(block).toContain(`--fall-${judgement}: var(--down);`);
    }
  });
});

/** Sharma, Wu, Dalal 2005, table 1, pairs 1, 4, 7, 17 and 25. */
describe('difference2000', () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)('of %j and %j is %d', (one, other, expected) => {
    expect(difference2000(one, other)).toBeCloseTo(expected, 4);
  });
});
