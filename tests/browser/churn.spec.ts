import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';
import { chooseFiles, confirmUntilCheck, primary, textFile } from './import';

const bank = 'b=sample-2000-24-7';

test('Churn says in a sentence who is at risk, and keeps its settings in the link', async ({ page }) => {
  await page.goto(`#/churn/risk?${bank}&lang=en`);
  await allDrawn(page);
  const lead = page.locator('main p.lead');
  await expect(lead).toContainText('have been silent for longer than is usual for them');
  for (const id of ['CH1', 'CH9', 'CH3']) await expect(page.locator(`#${id}`)).toBeVisible();
  const before = await lead.innerText();
  await page.getByLabel('Unusual above').selectOption({ label: '3 own gaps' });
  await expect(page).toHaveURL(/a=churn\.risk~threshold:3/);
  await expect(lead).not.toHaveText(before);
  const changed = await lead.innerText();
  await page.reload();
  await allDrawn(page);
  await expect(lead).toHaveText(changed);
  await page.getByRole('button', { name: 'Default settings' }).click();
  await expect(page).not.toHaveURL(/churn\.risk~/);
  await expect(lead).toHaveText(before);
});

test('Survival is split by a group that is chosen, in both languages', async ({ page }) => {
  await page.goto(`#/churn/survival?${bank}&lang=zh`);
  await allDrawn(page);
  await expect(page.locator('main p.lead')).toContainText('仍有');
  await page.getByLabel('分组方式').selectOption({ label: '客户类型' });
  await expect(page).toHaveURL(/churn\.survival~group:customer\.type/);
  const curves = page.locator('#CH4');
  await expect(curves).toContainText('个人');
  await expect(curves).toContainText('对数秩检验');
  await page.goto(page.url().replace('lang=zh', 'lang=en'));
  await allDrawn(page);
  await expect(curves).toContainText('log-rank');
});

test('a customer of the list opens by a double-click', async ({ page }) => {
  await page.goto(`#/churn/risk?${bank}&lang=en`);
  await allDrawn(page);
  const link = page.locator('#CH3 tbody tr').first().locator('td, th').first();
  const id = /[CE]\d+$/.exec((await link.innerText()).trim())?.[0] ?? '';
  await link.dblclick();
  await expect(page).toHaveURL(new RegExp(`#/customers/${id}`));
});

test('a file without customers is read as a table of its own, and its lives are compared', async ({
  page,
}) => {
  const rows = Array.from({ length: 120 }, (_, i) =>
    [i + 1, i % 3 === 0 ? 1 : 2, i % 2 === 0 ? 'a' : 'b'].join(','),
  );
  await chooseFiles(page, [textFile('trial.csv', `days,status,arm\n${rows.join('\n')}\n`)]);
  await expect(primary(page)).toBeEnabled();
  await primary(page).click();
  if (/import\/read/.test(page.url())) await primary(page).click();
  const alert = page.getByRole('alert').filter({ hasText: 'M-01' });
  await expect(primary(page)).toBeDisabled();
  await alert.getByRole('button', { name: 'My data has no customer ID' }).click();
  await expect(alert).toBeHidden();
  await confirmUntilCheck(page);
  await primary(page).click();
  await expect(page).not.toHaveURL(/import/, { timeout: 60_000 });
  await page.evaluate(() => (location.hash = '#/churn/survival?lang=en'));
  const curves = page.locator('#CH4');
  await expect(curves).toContainText('n = 120');
  await page.getByLabel('Compare by').selectOption('arm');
  await expect(curves).toContainText('log-rank p');
});
