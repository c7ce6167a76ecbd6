import type { Page } from '@playwright/test';
import { allDrawn } from './all-drawn';
import { axeFindings } from './axe';
import { expect, test } from './fixtures';
import { languages, routes } from './routes';

/** Boxes wider than the page, and texts cut off where nothing shows the rest. Tables of data may scroll. */
function layoutFaults(): string[] {
  const faults: string[] = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth + 1) faults.push(`the page is ${String(scrollWidth)} px wide`);
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    getComputedStyle(element).clipPath !== 'inset(50%)' &&
    element.closest('.scroller, .sr-only, [aria-hidden=true], .skips') === null;
  for (const element of document.querySelectorAll('main *, header *, nav *, #filters *, .band *')) {
    if (!(element instanceof HTMLElement) || !shown(element)) continue;
    const text = element.textContent.trim().slice(0, 40);
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (right > clientWidth + 1 || left < -1)) faults.push(`outside: ${text}`);
    const hasText = [...element.childNodes].some(({ nodeType, textContent }) => {
      return nodeType === Node.TEXT_NODE && (textContent ?? '').trim() !== '';
    });
    const { overflowX } = getComputedStyle(element);
    if (hasText && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      faults.push(`clipped: ${text}`);
  }
  return faults;
}

/** What a finger or pointer must hit, smaller than `least` in both or one direction. */
function smallTargets(least: number): string[] {
  const all = document.querySelectorAll<HTMLElement>('button, [role=button], input, select');
  return [...all].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr-only, .skips'))
      return [];
    // What only a screen reader meets has a button beside it for the hand.
    if (getComputedStyle(element).clipPath === 'inset(50%)') return [];
    const { width, height } = element.getBoundingClientRect();
    // A link in a sentence is as high as its line, an input as its field.
    if (element.matches('.sr-only, .link, input[role=searchbox]') || element.closest('.scroller')) return [];
    if (width >= least - 0.5 && height >= least - 0.5) return [];
    const name = element.getAttribute('aria-label') ?? element.textContent.trim();
    return [`${name.slice(0, 40)}: ${String(Math.round(width))}×${String(Math.round(height))}`];
  });
}

/** Opens a page from nothing: a change of the fragment alone would leave the page before on screen for a moment. */
async function visit(page: Page, link: string, language: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${link}lang=${language}`);
  await allDrawn(page);
}

const sizes = [
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
  { width: 1280, height: 720 },
] as const;

/** Drawn again for its size: charts measure their room, draw, and may be measured once more. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frames = 0; frames < 6; frames++) await frame();
  });
  await allDrawn(page);
}

for (const { name, link } of routes)
  for (const language of languages)
    test(`${name}, ${language}: nothing clipped or wider than the page from 1920 to 320 px, 24 px for a pointer, nothing found by axe`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize(sizes[0]);
      await visit(page, link, language);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await atRest(page);
        expect.soft(await page.evaluate(layoutFaults), `${String(size.width)} px`).toEqual([]);
      }
      expect.soft(await page.evaluate(smallTargets, 24), 'pointer targets').toEqual([]);
      expect.soft(await axeFindings(page)).toEqual([]);
    });

test('touch targets are at least 44 px', async ({ newVisitor }) => {
  const page = await newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (const { name, link } of routes) {
    await visit(page, link, 'en');
    expect.soft(await page.evaluate(smallTargets, 44), name).toEqual([]);
  }
});

test('the first screen of the Overview shows the sentence, the key figures and 200 px of charts', async ({
  page,
}) => {
  for (const language of languages) {
    await visit(page, '#/overview?b=sample&', language);
    for (const text of ['main .lead', 'main [aria-label="Key figures"], main [aria-label="关键指标"]'])
      await expect(page.locator(text)).toBeInViewport({ ratio: 1 });
    const top = await page.locator('#OV1').evaluate((card) => card.getBoundingClientRect().top);
    expect(720 - top).toBeGreaterThanOrEqual(200);
  }
});
