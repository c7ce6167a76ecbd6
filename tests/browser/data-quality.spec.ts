import { expect, test } from './fixtures';
import { chooseFiles, confirmUntilCheck, load, textFile } from './import';

/** One row too short, a month without a row, and a balance that does not follow. */
const flawed = [
  'customer_id,account_id,txn_date,amount,balance_after,txn_id',
  'C1,A1,2026-01-05,100.00,100.00,T1',
  'C1,A1,2026-01-09,50.00,150.00,T2',
  'C2,A2,2026-03-05,20.00,20.00,T3',
  'C2,A2,2026-03-09',
  'C1,A1,2026-04-02,10.00,999.00,T4',
  'C2,A2,2026-04-03,5.00,25.00,T1',
].join('\n');

test('what is wrong with the files is told, with the rows behind it, and the link tells it again', async ({
  page,
}) => {
  await chooseFiles(page, [textFile('payments.csv', flawed)]);
  await confirmUntilCheck(page);
  await load(page);
  await page.evaluate(() => (location.hash = '#/data/quality?lang=en'));
  const issues = page.locator('#DQ1');
  await expect(issues).toContainText('balances that do not follow from the bookings');
  await expect(issues).toContainText('months without a row');
  await expect(page.locator('.lead')).toContainText('Quality score');

  await issues.getByRole('row').filter({ hasText: 'rows could not be read' }).click();
  const rows = page.locator('#DQ6');
  await expect(rows).toContainText('payments.csv:5');
  await expect(rows).toContainText('hidden while personal data are masked');
  await expect(rows).not.toContainText('C2,A2,2026-03-09');
  expect(decodeURIComponent(page.url())).toContain('data-quality.report~issue');

  await page.goBack();
  await expect(rows).toHaveCount(0);
  await page.goForward();
  await expect(rows).toContainText('payments.csv:5');
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Show personal data' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show' }).click();
  await expect(rows).toContainText('C2,A2,2026-03-09');

  const repairs = page.getByRole('region', { name: 'Put right with one click' });
  await repairs.getByRole('button', { name: 'Keep the last rows' }).click();
  await expect(repairs).toContainText('1 row repaired');
  await expect(issues).not.toContainText('ids that repeat');
  await repairs.getByRole('button', { name: 'Undo repair' }).click();
  await expect(issues).toContainText('ids that repeat');
  await repairs.getByRole('button', { name: 'Keep the last rows' }).click();
  await expect(repairs).toContainText('1 row repaired');
});

test('the tables are listed with their columns', async ({ page }) => {
  await page.goto('/#/data/tables?b=sample-2000-24-7&lang=en');
  await expect(page.locator('#DQ7')).toContainText('Transaction');
  await expect(page.locator('#DQ8')).toContainText('customer_id');
});
