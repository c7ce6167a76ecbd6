import type { Page } from '@playwright/test';
import { addressOf, aimAt, crumbs, marksOf, openView, settled } from './analyst';
import { expect, test } from './fixtures';

const customersInScope = (page: Page) => page.locator('section.scope');

/** Ticks a value in a menu of the filter bar and closes it, which applies it. */
async function toggle(page: Page, menu: string, value: RegExp): Promise<void> {
  const before = page.url();
  await page.locator('#filters').getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('checkbox', { name: value }).first().click();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(before);
  await settled(page);
}

test('Back undoes exactly the last filter, Forward does it again, 20 changes take 20 Backs', async ({
  page,
}) => {
  await openView(page, 'overview');
  const addresses = [page.url()];
  const tiles = page.locator('.kpi, [class*=tile]');
  const atStart = await tiles.allInnerTexts();
  expect(atStart.length).toBeGreaterThan(0);
  // Quick changes of one control are one entry, so two controls take turns.
  const turns = [
    ['Channel', /^ATM/],
    ['Product', /^Savings/],
    ['Channel', /^Mobile/],
    ['Product', /^Wealth/],
  ] as const;
  for (let change = 0; change < 5; change++) {
    for (const [menu, value] of turns) {
      await toggle(page, menu, value);
      addresses.push(page.url());
    }
  }
  for (let back = 19; back >= 0; back--) {
    await page.goBack();
    await expect(page).toHaveURL(addresses[back] ?? '');
  }
  await settled(page);
  expect(await tiles.allInnerTexts()).toEqual(atStart);
  await page.goForward();
  await expect(page).toHaveURL(addresses[1] ?? '');
});

test('undo and redo step through filter states on the page where they are', async ({ page }) => {
  await openView(page, 'overview');
  const start = addressOf(page);
  const { x, y } = await aimAt(marksOf(page, 'OV2').first());
  await page.mouse.dblclick(x, y);
  await expect(crumbs(page)).toHaveCount(3);
  const drilled = addressOf(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => addressOf(page)).toBe(start);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => addressOf(page)).toBe(drilled);
  await page.locator('a[href*="#/customers"]').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo: / }).click();
  await expect(customersInScope(page)).toContainText('All customers · 500');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/#\/customers\?.*org=/);
});

test('a double-click is one step back', async ({ page }) => {
  await openView(page, 'overview');
  const start = page.url();
  const { x, y } = await aimAt(marksOf(page, 'OV2').first());
  await page.mouse.dblclick(x, y);
  await expect(crumbs(page)).toHaveCount(3);
  await page.goBack();
  await expect(page).toHaveURL(start);
  await expect(crumbs(page)).toHaveCount(1);
});

test('Copy link copies the address, whatever filters it holds', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const views = [
    'overview',
    'overview?f=city:%E4%B8%8A%E6%B5%B7&c=pp',
    `overview?org=br:${Array.from({ length: 10 }, (_, at) => `BR${String(at + 1).padStart(3, '0')}`).join(',')}&ch=atm&sort=-aum`,
  ];
  for (const view of views) {
    const [route = '', query = ''] = view.split('?');
    await openView(page, route, query);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied.').last()).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    expect(copied.length).toBeLessThanOrEqual(2000);
  }
});

test('what is not in the data is named in one notice and left out', async ({ page }) => {
  await openView(page, 'overview', 'f=gender:X,female&org=br:BR999&colour=red');
  await expect(page.getByText(/not in these data: .*BR999/)).toBeVisible();
  await expect(page.getByText(/not in these data: colour=red/)).toBeVisible();
  await expect(page.getByText(/not in these data: Gender X/)).toBeVisible();
  await expect.poll(() => addressOf(page)).toMatch(/^#\/overview\?v=1&b=[^&]*(&f=gender:female)?$/);
});

test.describe('filters that leave nobody', () => {
  const nobody = 'f=age:18-19&org=br:BR001&prod=mortgage&ch=atm';

  test('say so on every card, and the last filter can be taken back', async ({ page }) => {
    await openView(page, 'overview', nobody);
    await expect(customersInScope(page)).toContainText('0 of 500 customers');
    const empty = page.locator('figure[data-state=empty-filtered]');
    await expect(empty.first()).toContainText('No customers match these filters');
    await expect(page.locator('p.lead')).toHaveText('No customer matches these filters.');
    await empty
      .first()
      .getByRole('button', { name: /^Remove Age/ })
      .click();
    await expect(page).not.toHaveURL(/f=age/);
    await page.goBack();
    await expect(page).toHaveURL(/f=age/);
    await empty.first().getByRole('button', { name: 'Reset filters' }).click();
    await expect(customersInScope(page)).toContainText('All customers · 500');
    await expect(empty).toHaveCount(0);
  });

  test('say so on the list of customers', async ({ page }) => {
    await openView(page, 'customers', nobody);
    await expect(page.getByText('Remove Age: 18–19')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Reset filters' }).click();
    await expect(page.locator('tbody tr[data-index]').first()).toBeVisible();
  });
});
