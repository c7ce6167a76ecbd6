import type { Page } from '@playwright/test';
import { addressOf, openView, settled } from './analyst';
import { expect, test } from './fixtures';

/** Names, codes and abbreviations that Chinese bank staff read in Latin letters. */
const latin =
  /^(?:Clientele|CSV|TSV|JSON|PNG|SVG|SQL|AUM|FTP|ATM|POS|RM\d*|BR\d*|C\d+|CNY|n|K|M|B|FY|YTD|Ctrl|Esc|Enter|Shift|UTF|GB18030|English)$/;

/** Words in Latin letters on the page, seen or spoken, texts of data tables left out. */
async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('tbody, script, style, kbd, code') !== null) continue;
      if (parent.checkVisibility({ visibilityProperty: true })) found.push(node.textContent ?? '');
    }
    for (const { ariaLabel } of document.querySelectorAll('[aria-label]:not(tbody *)'))
      found.push(ariaLabel ?? '');
    return found;
  });
  expect(texts.length).toBeGreaterThan(20);
  return texts
    .flatMap((text) => text.match(/[A-Za-z][A-Za-z0-9]+/g) ?? [])
    .filter((word) => !latin.test(word));
}

test('the language changes in place: route, filters, selection and focus stay', async ({ page }) => {
  await openView(page, 'overview', 'lang=en&p=L6M&f=gender:female');
  const address = addressOf(page);
  const figures = page.locator('main .kpi, main [class*=tile]');
  const count = await figures.count();
  expect(count).toBeGreaterThan(0);
  const button = page.getByRole('button', { name: 'Language: switch to Chinese' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('总览');
  await settled(page);
  expect(addressOf(page).replace(/&lang=(?:en|zh)/, '')).toBe(address.replace(/&lang=en/, ''));
  await expect(page.getByRole('button', { name: '语言：切换为英文' })).toBeFocused();
  await expect(figures).toHaveCount(count);
});

for (const route of ['overview', 'customers', 'customers/C000012', 'settings'])
  test(`no English word is left in Chinese on ${route}`, async ({ page }) => {
    await openView(page, route, 'lang=zh');
    expect(await latinWords(page)).toEqual([]);
  });
