import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';

const bank = 'b=sample-2000-24-7';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Query' });
const result = (page: Page): Locator => page.getByRole('region', { name: 'Result' });
const status = (page: Page): Locator => result(page).getByRole('status');
const cells = (page: Page): Locator => result(page).locator('tbody tr').first().locator('th, td');

async function open(page: Page, q = ''): Promise<void> {
  await page.goto(`#/explore/sql?${bank}&lang=en${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`);
  await allDrawn(page);
}

async function ask(page: Page, sql: string): Promise<void> {
  await editor(page).fill(sql);
  await page.keyboard.press('Control+Enter');
}

test('an example is asked by a click, and its result is exported as a file that spreadsheets read', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'How much came in and went out each month?' }).click();
  await expect(status(page)).toHaveText(/^24 rows in \d+ ms/);
  await expect(result(page).locator('thead th')).toHaveText(['month', 'transactions', 'inflow', 'outflow']);
  await expect(cells(page).first()).toHaveText('2024-07');
  await expect(page).toHaveURL(/q=SELECT/);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = readFileSync(await (await downloading).path(), 'utf8');
  expect(text.split('\r\n').slice(0, 1)).toEqual(['\uFEFFmonth,transactions,inflow,outflow']);
  expect(text.split('\r\n')).toHaveLength(26);
});

test('the console finds the figures of the Overview and of the customer list', async ({ page }) => {
  await page.goto(`#/overview?${bank}&lang=en&p=all`);
  await allDrawn(page);
  const tile = page.getByRole('button', { name: /^Inflow, / });
  const inflow = /[\d.]+M/.exec((await tile.getAttribute('aria-label')) ?? (await tile.innerText()))?.[0];
  await page.goto(`#/customers?${bank}&lang=en&p=all`);
  await allDrawn(page);
  await expect(page.locator('main tfoot')).toContainText('Total');
  const heads = await page.locator('main thead th').allInnerTexts();
  const totals = await page.locator('main tfoot').locator('th, td').allInnerTexts();
  const counted = totals[heads.findIndex((head) => head.trim().startsWith('Transactions'))]?.trim();
  await open(page, 'SELECT SUM(inflow) / 1e6 AS inflow, COUNT(*) AS n FROM transactions');
  await expect(cells(page)).toHaveCount(2);
  const [millions = '', n] = (await cells(page).allInnerTexts()).map((text) => text.trim());
  expect(n).toBe(counted);
  expect(`${String(Number(Number(millions).toPrecision(3)))}M`).toBe(inflow);
});

test('a wrong query is told with its line, in both languages', async ({ page }) => {
  await open(page);
  await ask(page, 'SELECT *\nFROM customer');
  const alert = result(page).getByRole('alert');
  await expect(alert).toContainText('The query failed on line 2: there is no table “customer”.');
  await expect(alert).toContainText('SQLite: no such table: customer');
  await alert.getByRole('button', { name: 'Go to line 2' }).click();
  await expect(editor(page)).toBeFocused();
  await page.getByRole('button', { name: 'Language: switch to Chinese' }).click();
  await expect(page.getByRole('alert')).toContainText('查询在第 2 行出错：没有名为“customer”的表。');
});

test('what would change the data is refused, and nothing is changed', async ({ page }) => {
  await open(page);
  await ask(page, 'DELETE FROM customers');
  await expect(result(page).getByRole('alert')).toContainText('Queries can read but not change the data');
  await ask(page, 'SELECT COUNT(*) FROM customers');
  await expect(cells(page).first()).toHaveText('2000');
});

test('a query without end is stopped, other pages work meanwhile, and the next query is answered', async ({
  page,
}) => {
  await open(page);
  const endless = 'WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a) SELECT MAX(n) FROM a';
  await ask(page, endless);
  await expect(status(page)).toContainText('Running');
  const stop = page.getByRole('button', { name: /^Stop/ });
  await expect(stop).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(result(page)).toContainText('Stopped');
  await ask(page, 'SELECT 7 AS seven');
  await expect(cells(page)).toHaveText(['7']);
  await ask(page, endless);
  await expect(status(page)).toContainText('Running');
  await page.evaluate(
    () => (location.hash = location.hash.replace(/#[^?]*\?/, '#/overview?').replace(/&q=[^&]*/, '')),
  );
  await allDrawn(page);
  await expect(page.locator('main p.lead')).not.toBeEmpty();
});

test('long results say how many rows there are, also when they cannot be counted', async ({ page }) => {
  await open(page, 'SELECT * FROM transactions');
  await expect(status(page)).toContainText(/^First 10,000 of 10\d,\d{3} rows/);
  await ask(page, 'WITH RECURSIVE a(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM a) SELECT n FROM a');
  await expect(status(page)).toContainText('Counting the others');
  await page.getByRole('button', { name: /^Stop/ }).click();
  await expect(status(page)).toContainText('First 10,000 rows');
  await expect(status(page)).toContainText('There are more.');
  await ask(page, 'SELECT 1 WHERE FALSE');
  await expect(result(page)).toContainText('No rows');
});

test('a copied link asks the same question in a new visit', async ({ page, newVisitor }) => {
  await open(page);
  await ask(page, 'SELECT type, COUNT(*) AS n -- 客户\nFROM customers\nGROUP BY type\nORDER BY n DESC');
  await expect(status(page)).toContainText('rows in');
  const answer = await result(page).locator('tbody').innerText();
  const other = await newVisitor();
  await other.goto(page.url());
  await allDrawn(other);
  await expect(editor(other)).toContainText('-- 客户');
  expect(await result(other).locator('tbody').innerText()).toBe(answer);
});

test('names are masked in every expression until personal data are shown', async ({ page }) => {
  await open(
    page,
    "SELECT name, length(name) AS n, 'x' || name AS x FROM customers ORDER BY customer_id LIMIT 1",
  );
  await expect(cells(page)).toHaveText([/^\s*.\*$/, /^\s*2$/, /^\s*x.\*$/]);
  await page.getByRole('button', { name: 'More' }).last().click();
  await page.getByRole('menuitem', { name: 'Show personal data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  await expect(cells(page).first()).toHaveText(/^\s*.\*\*$/);
});

test('names of the schema are inserted, and completed while typing', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Columns of branches' }).click();
  await editor(page).fill('SELECT ');
  await page.getByRole('button', { name: 'Insert branch_id' }).click();
  await page.keyboard.type(' FROM bran');
  await expect(page.getByRole('option', { name: 'branches' })).toBeVisible();
  // For a moment the list takes no key, lest it catch one that was meant for the text.
  await page.waitForTimeout(250);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(editor(page)).toHaveText('SELECT branch_id FROM branches');
  await expect(status(page)).toContainText('28 rows');
});
