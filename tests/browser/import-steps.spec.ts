import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeText } from '../support/encode-text';
import { root } from '../support/root';
import { sameTable } from '../support/same-table';
import { axeFindings } from './axe';
import { expect, test } from './fixtures';
import { chooseFiles, confirmUntilCheck, exactFigure, load, primary, textFile } from './import';
import { languages } from './routes';

const broken = (name: string) => join(root, 'sample-data/broken', name);

/** Two candidates for the customer, an amount that is only half sure, a row too short: something to say on every step. */
const rivals = [
  'cust_id;client_no;txn_date;amount',
  '01;11;2026-01-05;10.00',
  '02;12;2026-01-06;20.50',
  '01;11;2026-02-05',
  '02;12;2026-03-06;5.25',
].join('\n');

/** Once nothing is busy. */
async function findings(page: Page): Promise<string[]> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  return axeFindings(page);
}

for (const language of languages)
  test(`axe finds nothing on the steps of an import, ${language}`, async ({ page }) => {
    const open = (step: string) =>
      page.evaluate((hash) => (location.hash = hash), `#/import/${step}?lang=${language}`);
    await page.goto(`/#/import/files?lang=${language}`);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        textFile('rivals.csv', rivals),
        ...['empty.csv', 'unclosed-quote.csv'].map((name) => ({
          ...textFile(name, ''),
          buffer: readFileSync(broken(name)),
        })),
      ]);
    await expect(page.getByRole('alert')).toHaveCount(2);
    expect(await findings(page), 'files').toEqual([]);
    await open('read');
    await expect(page.getByRole('table')).toBeVisible();
    expect(await findings(page), 'read').toEqual([]);
    await open('map');
    await page.getByRole('radio').first().check();
    await expect(primary(page)).toBeEnabled();
    expect(await findings(page), 'match').toEqual([]);
    await primary(page).click();
    await expect(primary(page)).toBeEnabled();
    await page.locator('summary').first().click();
    expect(await findings(page), 'check').toEqual([]);
    await load(page);
    await open('report');
    await expect(page.getByRole('table').first()).toBeVisible();
    expect(await findings(page), 'report').toEqual([]);
  });

/** What a core system writes: GB18030, titles above, totals below, days as digits, amounts in 万元. */
const statement = [
  '××银行上海分行客户交易明细',
  '导出日期：2024年07月01日,,单位：万元',
  '',
  '客户号,交易日期,交易金额,借贷标志,交易渠道',
  ...Array.from({ length: 12 }, (_, row) =>
    [
      `0000${1000 + (row % 4)}`,
      `20240${1 + (row % 6)}31`.replace(/(02|04|06)31$/, '$128'),
      `${1 + row}.2500`,
      row % 3 === 0 ? '借' : '贷',
      row % 5 === 0 ? '自助小屋' : '手机银行',
    ].join(','),
  ),
  '合计,,81.0000,,',
  '制表人：王五',
  '',
].join('\r\n');

test('a Chinese statement is read as its author meant it, and its mapping is kept for the next', async ({
  page,
}) => {
  const file = (name: string) => ({
    ...textFile(name, ''),
    buffer: Buffer.from(encodeText(statement, 'gb18030')),
  });
  const open = async (route: string) => {
    await page.evaluate((hash) => (location.hash = hash), `#/${route}?lang=zh`);
  };
  await page.goto('/#/?lang=zh');
  await page.locator('input[type=file]').first().setInputFiles(file('交易明细_202406.csv'));
  await expect(primary(page)).toBeEnabled();

  await open('import/read');
  await expect(page.getByLabel('文件编码')).toHaveValue('gb18030');
  await expect(page.getByRole('row', { name: /00001000 20240131/ })).toBeVisible();
  await page.getByRole('button', { name: '保留：位于表格下方' }).click();
  await expect(page.getByRole('row', { name: /合计/ })).toBeVisible();
  await page.getByRole('button', { name: '重新略去' }).click();
  await expect(page.getByRole('row', { name: /合计/ })).toHaveCount(0);

  await open('import/map');
  const unit = page.getByRole('group', { name: /金额的单位/ });
  await expect(unit.getByRole('radio', { name: /^万元/ })).toBeChecked();
  await unit.getByRole('radio', { name: /^千元/ }).check();
  await expect(page.getByRole('button', { name: '撤销：「交易金额」的单位' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(unit.getByRole('radio', { name: /^万元/ })).toBeChecked();
  await page.getByText('未映射的取值：1 个').click();
  await page.getByLabel('“自助小屋”的含义').selectOption('atm');
  await expect(page.getByText('未映射的取值')).toHaveCount(0);
  expect(await findings(page), 'match').toEqual([]);

  await primary(page).click();
  await expect(primary(page)).toBeEnabled();
  await expect(page.getByRole('row', { name: /交易明细_202406.csv.*16.*12.*0.*4/ })).toBeVisible();
  expect(await findings(page), 'check').toEqual([]);
  await load(page);
  await open('overview');
  await page.evaluate(() => (location.hash = '#/overview?lang=en&p=all'));
  expect(await exactFigure(page, 'Inflow')).toContain('580,000.00');

  await open('data/mapping');
  await expect(page.getByRole('row', { name: /交易金额.*万元/ })).toBeVisible();
  expect(await findings(page), 'mapping').toEqual([]);
  await page.getByRole('button', { name: '修改映射' }).click();
  await expect(page.getByRole('group', { name: /金额的单位/ })).toBeVisible();
  await page.getByRole('button', { name: '检查 1 张表' }).click();
  await expect(primary(page)).toBeEnabled();
  await load(page);

  await open('data/quality');
  await expect(page.locator('#DQ4')).toContainText('12 个不同取值');
  await page.locator('#DQ2').getByRole('button', { name: '表格' }).click();
  await page
    .locator('#DQ2')
    .getByRole('row', { name: /交易 · 渠道/ })
    .click();
  await expect(page.locator('#DQ4')).toContainText('2 个不同取值');
  await page.locator('#DQ4').getByRole('button', { name: '表格' }).click();
  await page
    .locator('#DQ4')
    .getByRole('row', { name: /自助设备/ })
    .click();
  await expect(page.locator('#DQ10')).toContainText('共 3 项');
  expect(await findings(page), 'quality').toEqual([]);

  await open('import/report');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '报告（HTML）' }).click(),
  ]);
  const html = readFileSync(await download.path(), 'utf8');
  expect(html).toContain('交易明细_202406.csv');
  expect(html).toMatch(/local-[0-9a-f]{16}/);
  expect(html).toMatch(/<td>[0-9a-f]{64}<\/td>/);

  await open('import/files');
  await page.locator('input[type=file]').first().setInputFiles(file('交易明细_202407.csv'));
  await expect(page.getByText('的字段映射。')).toBeVisible();
});

test('a quote that never closes is read as plain text when the reader says so', async ({ page }) => {
  await page.goto('/#/import/files');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      textFile(
        'open.csv',
        [
          'customer,date,amount,name',
          'C1,2026-01-05,5.00,"Ann',
          'C2,2026-01-06,6.00,"Bob, B, b',
          'C3,2026-01-06,6.00,"Cid, C, c, c',
          'C4,2026-01-06,6.00,"Dan',
          '',
        ].join('\n'),
      ),
    );
  await page.getByRole('alert').getByRole('button', { name: 'Treat quotes as plain text' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await confirmUntilCheck(page);
  await load(page);
  expect(await exactFigure(page, 'Customers')).toContain('= 2');
});

test('what an import leaves behind can be saved, and its mapping answers for the next files', async ({
  page,
}) => {
  await chooseFiles(page, [textFile('rivals.csv', rivals)]);
  await expect(primary(page)).toBeEnabled();
  await page.evaluate(() => (location.hash = '#/import/map'));
  await page.getByRole('radio').nth(1).check();
  await confirmUntilCheck(page);
  await load(page);
  await page.getByRole('button', { name: 'See the report' }).click();
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  expect(await saved('Rows kept aside (CSV)')).toContain('rivals.csv,4,,row.too-few-fields');
  const report = JSON.parse(await saved('Report (JSON)')) as { files: { rows: unknown }[] };
  expect(report.files[0]?.rows).toEqual({ read: 4, loaded: 3, rejected: 1, removed: {} });
  const mapping = await saved('Mapping (JSON)');
  await page.getByRole('button', { name: 'Open Overview' }).click();

  await page.evaluate(() => (location.hash = '#/import/files'));
  await page.locator('input[type=file]').first().setInputFiles(textFile('july.csv', rivals));
  await expect(page.getByText('Used your mapping from')).toBeVisible();
  await page.getByRole('button', { name: 'Use proposals instead' }).click();
  await expect(page.getByText('to check')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Used your mapping from')).toBeVisible();
  await page.getByRole('button', { name: 'Use proposals instead' }).click();
  await page.getByRole('button', { name: 'Remembered mappings' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  const mappingInput = page.getByLabel('Use a saved mapping').last();
  await mappingInput.setInputFiles(textFile('mapping.json', '{}'));
  await expect(page.getByRole('alert').filter({ hasText: 'M-05' })).toBeVisible();
  await mappingInput.setInputFiles(textFile('mapping.json', mapping));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/import/map?lang=en'));
  await expect(page.getByText('question to answer')).toHaveCount(0);
  await expect(page.getByLabel('Field of client_no')).toHaveValue('customer_id');
  await confirmUntilCheck(page);
});

test('a bank of one customer with one payment has all its pages', async ({ page }) => {
  await chooseFiles(page, [textFile('one.csv', 'customer,date,amount\nC1,2026-01-05,100.50\n')]);
  await confirmUntilCheck(page);
  await load(page);
  expect(await exactFigure(page, 'Customers')).toContain('= 1');
  for (const route of ['overview', 'customers', 'customers/C1']) {
    await page.evaluate((to) => (location.hash = `#/${to}?lang=en`), route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[data-state=error]')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test('a report that is not there says so', async ({ page }) => {
  await page.goto('/#/import/report?lang=en');
  await expect(page.getByText('No report here')).toBeVisible();
});

test('the formats that are named can be read, and no others are named', async ({ page }) => {
  const made = await Promise.all(
    Object.entries(sameTable).map(async ([name, make]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await make()),
    })),
  );
  await chooseFiles(page, made);
  const rows = page.getByRole('region', { name: 'Files chosen' }).getByRole('listitem');
  await expect(rows).toHaveCount(made.length);
  await expect(page.getByRole('alert')).toHaveCount(0);
  const named = (await page.locator('main').innerText()).match(/CSV, TSV[^;]*/)?.[0] ?? '';
  expect(named.match(/[A-Z][A-Za-z]+/g)).toEqual([
    ...['CSV', 'TSV', 'Excel', 'JSON', 'Parquet', 'Arrow', 'SQLite'],
    ...['ZIP', 'GZIP'],
  ]);
  await page.evaluate(() => (location.hash = '#/?lang=en'));
  await expect(page.locator('main')).toContainText(
    'CSV, TSV, plain text, Excel, JSON, Parquet, Arrow, SQLite, and ZIP or GZIP of these',
  );
});
