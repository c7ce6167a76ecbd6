import type { Page } from '@playwright/test';
import { overviewCards } from '../../src/features/overview/cards';
import { addressOf, aimAt, marksOf, openView, settled } from './analyst';
import { expect, test } from './fixtures';

const selectable = overviewCards.filter(({ interactions }) => interactions.select);
const drillable = overviewCards.filter(({ interactions }) => interactions.drill);
const readable = overviewCards.map(({ id, kind }) => ({ id, kind }));

const chosen = (page: Page, card: string) => page.locator(`#${card} [role=option][aria-selected=true]`);
const focusPlot = async (page: Page, card: string) => {
  await page.locator(`#${card} .plot`).focus();
};

test('the registry has every kind of chart that a page draws as marks', () => {
  expect(new Set(readable.map(({ kind }) => kind))).toEqual(new Set(['bar', 'line']));
});

test.describe('every card of the Overview', () => {
  for (const { id, kind } of readable) {
    test(`${id} (${kind}) is read by keyboard, has one tab stop, and becomes a table with T`, async ({
      page,
    }) => {
      await openView(page, 'overview');
      const plot = page.locator(`#${id} .plot`);
      await expect(plot).toHaveCount(1);
      expect(await plot.locator('[tabindex="0"]').count()).toBe(0);
      await focusPlot(page, id);
      await page.keyboard.press('End');
      const last = await plot.getAttribute('aria-activedescendant');
      await page.keyboard.press('Home');
      const first = await plot.getAttribute('aria-activedescendant');
      expect(first).not.toBe(last);
      const seen = new Set([first]);
      for (let steps = 0; steps < 60 && !seen.has(last); steps++) {
        await page.keyboard.press('ArrowRight');
        seen.add(await plot.getAttribute('aria-activedescendant'));
      }
      expect(seen).toContain(last);
      for (const option of seen) {
        await expect(page.locator(`[id="${option ?? ''}"]`)).toHaveAccessibleName(/\w/);
      }
      await page.keyboard.press('t');
      await expect(page.locator(`#${id} table`)).toBeVisible();
      await expect.poll(() => addressOf(page)).toContain(`t=${id}`);
      await page.locator(`#${id} tbody tr`).first().focus();
      await page.keyboard.press('t');
      await expect(plot).toBeVisible();
    });
  }

  for (const { id, kind } of selectable) {
    test(`${id} (${kind}) selects, adds, opens its menu and clears, by mouse and keyboard`, async ({
      page,
    }) => {
      await openView(page, 'overview');
      const spot = await aimAt(marksOf(page, id).first());
      await page.mouse.click(spot.x, spot.y);
      await expect(chosen(page, id).first()).toBeVisible();
      await expect(page.locator(`#${id} .strip`)).toBeVisible();
      expect(addressOf(page)).toContain(`sel=${id}~`);
      const keysOf = async () =>
        new Set(await chosen(page, id).evaluateAll((all) => all.map((one) => one.getAttribute('data-key'))));
      expect((await keysOf()).size).toBe(1);
      await settled(page);

      const other = await aimAt(marksOf(page, id).nth(1));
      await page.keyboard.down('Control');
      await page.mouse.click(other.x, other.y);
      await page.keyboard.up('Control');
      await expect.poll(async () => (await keysOf()).size).toBe(2);
      await settled(page);

      await page.mouse.move(2, 2);
      await page.mouse.click(other.x, other.y, { button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Copy value' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);

      await focusPlot(page, id);
      await page.keyboard.press('Escape');
      await expect(chosen(page, id)).toHaveCount(0);
      await expect.poll(() => addressOf(page)).not.toContain('sel=');
      await settled(page);

      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await expect.poll(async () => (await keysOf()).size).toBe(1);
      await page.keyboard.press('Shift+ArrowRight');
      await expect.poll(async () => (await keysOf()).size).toBe(2);
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menuitem', { name: 'Copy value' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.locator(`#${id} .plot`)).toBeFocused();
      await page.locator(`#${id} .strip`).getByRole('button', { name: 'Clear' }).click();
      await expect(chosen(page, id)).toHaveCount(0);
    });
  }

  for (const { id } of drillable) {
    test(`${id} drills by Enter, by the strip and from its table`, async ({ page }) => {
      await openView(page, 'overview');
      const start = page.url();
      await focusPlot(page, id);
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/[?&](org|prod|ch)=/);
      const drilled = page.url();
      await page.goBack();
      await expect(page).toHaveURL(start);
      await settled(page);

      const spot = await aimAt(marksOf(page, id).first());
      await page.mouse.click(spot.x, spot.y);
      await page
        .locator(`#${id} .strip`)
        .getByRole('button', { name: /^Drill in/ })
        .click();
      await expect(page).toHaveURL(drilled);

      await openView(page, 'overview', `t=${id}`);
      await page.locator(`#${id} tbody tr`).first().focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/[?&](org|prod|ch)=/);
    });
  }
});

test('a range of months is set by keyboard', async ({ page }) => {
  await openView(page, 'overview');
  await focusPlot(page, 'OV4');
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft', '[', 'ArrowRight', ']']) await page.keyboard.press(key);
  await page.locator('#OV4').getByRole('button', { name: 'Set period' }).click();
  await expect.poll(() => addressOf(page)).toContain('p=2026-04..2026-05');
});
