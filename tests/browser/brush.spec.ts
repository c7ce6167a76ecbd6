import type { Locator, Page } from '@playwright/test';
import { addressOf, openView, settled } from './analyst';
import { expect, test } from './fixtures';

const followers = ['OV2', 'OV5', 'OV6', 'OV8'] as const;

const plotOf = (page: Page, card: string): Locator => page.locator(`#${card} .plot`);

/** The middle of the place of a month on a chart of months, pixels of the page. */
async function placeOf(page: Page, card: string, month: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`#${card} [role=option][data-key="${month}"]`).first().boundingBox();
  const plot = await plotOf(page, card).boundingBox();
  if (!box || !plot) throw new Error(`${card} has no ${month}`);
  return { x: box.x + box.width / 2, y: plot.y + plot.height / 2 };
}

/** Titles, subtitles and numbers of the cards that follow; customers are counted when the hand rests. */
async function shownBy(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const entries = followers.map(async (card) => {
    const texts = await page.locator(`#${card}`).locator('h2, .subtitle, svg.chart text').allTextContents();
    return [card, texts] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** What the cards say of each mark, customers included. */
async function spokenBy(page: Page): Promise<readonly string[]> {
  await settled(page);
  const cards = [...followers, 'OV1', 'OV3'].map((card) => `#${card} [role=option]`).join(', ');
  const spoken = await page
    .locator(cards)
    .evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''));
  expect(spoken).not.toContain('');
  return spoken;
}

/** The selection stands in the address, and the address alone brings the same numbers. */
async function expectFreshLink(page: Page, months: RegExp): Promise<void> {
  await expect.poll(() => addressOf(page)).toMatch(months);
  const here = await spokenBy(page);
  const fresh = await page.context().newPage();
  await fresh.goto(page.url());
  await settled(fresh);
  expect(await spokenBy(fresh)).toEqual(here);
  await fresh.close();
}

test('the breakdowns follow the mouse over the months, and its range is selected when it rests', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1900 });
  await openView(page, 'overview');
  const start = page.url();
  const before = await shownBy(page);
  const from = await placeOf(page, 'OV4', '2025-02');
  const until = await placeOf(page, 'OV4', '2025-06');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(until.x, until.y, { steps: 12 });
  await expect(page.locator('#OV6 .subtitle')).toContainText('Feb 2025–Jun 2025');
  for (const card of followers) await expect(page.locator(`#${card}`)).toHaveAttribute('data-state', 'ready');
  for (const card of ['OV1', 'OV3']) await expect(page.locator(`#${card}`)).toContainText('Updating');
  expect(page.url()).toBe(start);
  const moving = await shownBy(page);
  for (const card of followers) expect(moving[card]).not.toEqual(before[card]);

  await page.mouse.up();
  await settled(page);
  expect(await shownBy(page)).toEqual(moving);
  await expectFreshLink(page, /sel=OV4~month:2025-02,2025-03,2025-04,2025-05,2025-06/);

  await page.goBack();
  await expect(page).toHaveURL(start);
  await settled(page);
  expect(await shownBy(page)).toEqual(before);
});

test('a handle moves one end, the boxes move both, and a button makes it the period', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1900 });
  await openView(page, 'overview', 'sel=OV7~month:2025-02,2025-03');
  const card = page.locator('#OV7');
  await expect(card.locator('.brush-handle')).toHaveCount(2);
  const edge = await card.locator('.brush-handle').last().boundingBox();
  if (!edge) throw new Error('no handle');
  const until = await placeOf(page, 'OV7', '2025-05');
  await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
  await page.mouse.down();
  await page.mouse.move(until.x, until.y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => addressOf(page)).toContain('sel=OV7~month:2025-02,2025-03,2025-04,2025-05');
  await settled(page);

  await page.locator('#OV4').getByLabel('From').selectOption({ label: 'Apr 2025' });
  await expectFreshLink(page, /sel=OV4~month:2025-04,2025-05(&|$)/);

  await page.locator('#OV4').getByRole('button', { name: 'Set period' }).click();
  await expect.poll(() => addressOf(page)).toContain('p=2025-04..2025-05');
  expect(addressOf(page)).not.toContain('sel=');
});

test('a range is set by keyboard with [ and ], and Escape clears it', async ({ page }) => {
  await openView(page, 'overview');
  await plotOf(page, 'OV4').focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', '[', 'ArrowRight', 'ArrowRight', ']'])
    await page.keyboard.press(key);
  await expectFreshLink(page, /sel=OV4~month:2024-09,2024-10,2024-11(&|$)/);
  await expect(plotOf(page, 'OV4')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(() => addressOf(page)).not.toContain('sel=');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a finger sets a range and moves its handles', async ({ page }) => {
    await openView(page, 'overview');
    await page.locator('#OV4').scrollIntoViewIfNeeded();
    const session = await page.context().newCDPSession(page);
    const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      const touch = (type: string, points: readonly { x: number; y: number }[]) =>
        session.send('Input.dispatchTouchEvent', { type: type as 'touchMove', touchPoints: [...points] });
      await touch('touchStart', [from]);
      for (let step = 1; step <= 10; step++) {
        const x = from.x + ((to.x - from.x) * step) / 10;
        await touch('touchMove', [{ x, y: from.y }]);
      }
      await touch('touchEnd', []);
    };
    await swipe(await placeOf(page, 'OV4', '2024-10'), await placeOf(page, 'OV4', '2025-03'));
    await expect.poll(() => addressOf(page)).toMatch(/sel=OV4~month:2024-10,.*2025-03(&|$)/);
    await settled(page);
    const handle = await page.locator('#OV4 .brush-handle').last().boundingBox();
    if (!handle) throw new Error('no handle');
    // A finger is wider than the handle: 20 pixels beside its middle it still takes it.
    const beside = { x: handle.x + handle.width / 2 + 20, y: handle.y + handle.height / 2 };
    await swipe(beside, await placeOf(page, 'OV4', '2025-06'));
    await expectFreshLink(page, /sel=OV4~month:2024-10,.*2025-06(&|$)/);
  });
});
