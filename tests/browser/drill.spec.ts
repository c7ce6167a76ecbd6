import type { Page } from '@playwright/test';
import { addressOf, aimAt, crumbs, marksOf, openView, settled } from './analyst';
import { expect, test } from './fixtures';

/** What a person did; moving the focus is no action. */
class Actions {
  count = 0;

  async take(action: () => Promise<void>): Promise<void> {
    this.count += 1;
    await action();
  }
}

/** All levels stand in the path, and the actions were few enough. */
async function expectTransaction(page: Page, actions: Actions): Promise<void> {
  await expect(page.getByRole('dialog').filter({ hasText: /Amount/ })).toBeVisible();
  await expect(crumbs(page)).toHaveText([
    'Sample bank',
    /\S/,
    /\S/,
    /\S/,
    /^[\d,]+ customers?$/,
    /^C\d+$/,
    /^Txn T\d+$/,
  ]);
  expect(addressOf(page)).toMatch(/#\/customers\/C\d+\?.*org=br:BR\d+\/rm:RM\d+(&prod=\w+)?&txn=T\d+$/);
  expect(actions.count).toBeLessThanOrEqual(6);
}

test('from the bank to a transaction by mouse, and back by every crumb', async ({ page }) => {
  await openView(page, 'overview');
  const actions = new Actions();
  for (const level of ['branch', 'manager']) {
    await actions.take(async () => {
      const { x, y } = await aimAt(marksOf(page, 'OV2').first());
      await page.mouse.dblclick(x, y);
    });
    await expect(crumbs(page)).toHaveCount(level === 'branch' ? 3 : 4);
    await settled(page);
  }
  await actions.take(async () => {
    const { x, y } = await aimAt(marksOf(page, 'OV5').first());
    await page.mouse.click(x, y);
  });
  await actions.take(() => page.locator('#OV5').getByRole('button', { name: 'Show customers' }).click());
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await settled(page);
  await actions.take(() => page.locator('tbody a').first().click());
  await settled(page);
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await actions.take(() => page.locator('#C9 tbody a').first().click());
  await expectTransaction(page, actions);

  const shown: string[] = [];
  for (let level = (await crumbs(page).count()) - 2; level >= 0; level--) {
    await crumbs(page).nth(level).click();
    await expect(crumbs(page)).toHaveCount(level + 1);
    await settled(page);
    shown.push(
      addressOf(page)
        .replace(/[?].*[&?](org=[^&]*).*|[?].*/, ' $1')
        .trim(),
    );
  }
  expect(shown).toEqual([
    expect.stringMatching(/^#\/customers\/C\d+ org=br:BR\d+\/rm:RM\d+$/),
    expect.stringMatching(/^#\/customers org=br:BR\d+\/rm:RM\d+$/),
    expect.stringMatching(/^#\/overview org=br:BR\d+\/rm:RM\d+$/),
    expect.stringMatching(/^#\/overview org=br:BR\d+$/),
    expect.stringMatching(/^#\/overview org=br:[A-Z0-9]+$/),
    '#/overview',
  ]);
});

test('from the bank to a transaction by keyboard, and up again by Alt+↑', async ({ page }) => {
  await openView(page, 'overview');
  const actions = new Actions();
  const press = (key: string) => actions.take(() => page.keyboard.press(key));
  await tabTo(page, '#OV2 .plot');
  for (const count of [3, 4]) {
    await press('Enter');
    await expect(crumbs(page)).toHaveCount(count);
    await settled(page);
    await expect(page.locator('#OV2 .plot')).toBeFocused();
  }
  await tabTo(page, '#OV5 .plot');
  await press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await chooseByArrows(page, 'Show customers');
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await settled(page);
  await tabTo(page, 'tbody tr[data-index]');
  await press('Enter');
  await expect(page.locator('#C9')).toBeVisible();
  await settled(page);
  await tabTo(page, '#C9 tbody tr[data-index]');
  await press('Enter');
  await expectTransaction(page, actions);

  for (let left = 6; left >= 1; left--) {
    await page.keyboard.press('Alt+ArrowUp');
    await expect(crumbs(page)).toHaveCount(left);
  }
  await expect(crumbs(page)).toHaveText(['Sample bank']);
});

test('from the bank to a transaction by touch', async ({ newVisitor }) => {
  const page = await newVisitor({ hasTouch: true, viewport: { width: 1024, height: 768 }, locale: 'en-GB' });
  await openView(page, 'overview');
  const actions = new Actions();
  const tapMark = async (card: string) => {
    const { x, y } = await aimAt(marksOf(page, card).first());
    await page.touchscreen.tap(x, y);
  };
  for (const [action, count] of [
    ['Drill in', 3],
    ['Show customers', 4],
  ] as const) {
    await actions.take(() => tapMark('OV2'));
    await actions.take(() => page.locator('#OV2').getByRole('button', { name: action }).tap());
    await expect(crumbs(page)).toHaveCount(count + (action === 'Drill in' ? 0 : 1));
    await settled(page);
  }
  await actions.take(() => page.locator('tbody a').first().tap());
  await expect(page.locator('#C9')).toBeVisible();
  await settled(page);
  await actions.take(() => page.locator('#C9 tbody a').first().tap());
  await expectTransaction(page, actions);
});

/** Moves the focus as a keyboard does, until it is where it should be. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

async function chooseByArrows(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name });
  for (let steps = 0; steps < 12; steps++) {
    if (await item.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} cannot be reached by arrows`);
}
