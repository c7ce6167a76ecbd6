import { join } from 'node:path';
import { root } from '../support/root';
import { expect, test } from './fixtures';
import {
  chooseFiles,
  confirmUntilCheck,
  dropFiles,
  exactFigure,
  expectSmallBank,
  load,
  openSmallBank,
  primary,
  small,
  textFile,
} from './import';
import { describeReference } from './reference-files';

const broken = (name: string) => join(root, 'sample-data/broken', name);

const berka = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card', 'trans'];

describeReference('files of a real bank', (referenceFile) => {
  test('Berka needs nothing but confirming, and its figures are on the page', async ({ page }) => {
    await page.goto('/#/');
    await dropFiles(
      page,
      berka.map((name) => referenceFile(`berka/${name}.asc`)),
    );
    await confirmUntilCheck(page);
    await expect(page.getByText('trans.asc: 1 row kept aside')).toBeVisible();
    await page.getByText('1 example').first().click();
    await expect(page.getByRole('row', { name: /49,104/ })).toBeVisible();
    await load(page);
    await page.goto(page.url().replace(/v=1/, 'p=all&v=1'));
    expect(await exactFigure(page, 'Customers')).toContain('5,369');
    expect(await exactFigure(page, 'Inflow')).toContain('177,366,296.30');
    expect(await exactFigure(page, 'Outflow')).toContain('138,120,153.50');
    await page.evaluate(() => (location.hash = '#/import/report'));
    await expect(page.getByRole('row', { name: /trans\.asc.*49,103.*49,102.*1.*0/ }).first()).toBeVisible();
    await expect(page.getByRole('row', { name: /account\.asc.*4,500.*4,500/ }).first()).toBeVisible();
  });

  test('the CDNOW sample asks one question, which of its two ids is the customer', async ({ page }) => {
    await chooseFiles(page, [referenceFile('cdnow/CDNOW_sample.txt')]);
    await expect(primary(page)).toBeEnabled();
    await primary(page).click();
    if (/import\/read/.test(page.url())) await primary(page).click();
    await expect(page.getByText('1 question to answer')).toBeVisible();
    await expect(primary(page)).toBeDisabled();
    const question = page.getByRole('region', { name: 'Questions' });
    // What the sign means has an answer that may be changed; which column is the customer has none.
    const open = question.getByRole('group').filter({ hasNot: page.locator('input:checked') });
    await expect(open).toHaveCount(1);
    await question.getByRole('radio').nth(1).check();
    await confirmUntilCheck(page);
    await load(page);
    await expect(page.getByRole('region', { name: 'What is shown' })).toContainText('2,357');
  });

  test('the CDNOW master asks none', async ({ page }) => {
    await chooseFiles(page, [referenceFile('cdnow/CDNOW_master.txt')]);
    await confirmUntilCheck(page);
    await load(page);
    await expect(page.getByRole('region', { name: 'What is shown' })).toContainText('23,570');
  });
});

test('one file with customer, date and amount goes straight to the check', async ({ page }) => {
  await chooseFiles(page, [textFile('payments.csv', small)]);
  await expect(page).toHaveURL(/import\/check/);
  await expect(page.getByText(/We read 1 file/)).toBeVisible();
  await load(page);
  expect(await exactFigure(page, 'Customers')).toContain('2');
});

test('a pasted table is read like a file', async ({ page }) => {
  await page.goto('/#/');
  await page.getByRole('button', { name: 'Paste a table' }).first().click();
  await page.getByRole('dialog').getByRole('textbox').fill(small.replaceAll(',', '\t'));
  await page.getByRole('dialog').getByRole('button').last().click();
  await confirmUntilCheck(page);
  await load(page);
});

const refusals: readonly (readonly [file: string, code: string, en: RegExp, zh: RegExp])[] = [
  ['empty.csv', 'F-01', /is empty \(0 bytes\)/, /是空文件/],
  ['locked.zip', 'F-03', /password-protected/, /设有密码/],
  ['locked.xlsx', 'F-03', /password-protected/, /设有密码/],
  ['binary.dat', 'F-04', /cannot be read/, /暂不支持/],
  ['workbook.xls', 'F-04', /XLS files cannot be read/i, /暂不支持/],
  ['statement.pdf', 'F-04', /PDF files cannot be read/i, /暂不支持/],
  ['unclosed-quote.csv', 'F-05', /row 4.*row 2 never closes/, /第 4 行停止/],
  ['garbled.csv', 'F-06', /garbled in 2 of 3.*GB18030/, /2 行出现乱码，当前编码为 GB18030/],
  ['header-only.csv', 'F-09', /0 rows/, /0 行/],
];

test.describe('bad input is refused with its code, and the data before stay', () => {
  for (const [name, code, en, zh] of refusals) {
    test(`${name}: ${code}`, async ({ page }) => {
      await openSmallBank(page);
      await page.goto(page.url().replace(/#.*/, '#/import/files'));
      await page.locator('input[type=file]').first().setInputFiles(broken(name));
      const alert = page.getByRole('alert').filter({ hasText: code });
      await expect(alert).toContainText(en);
      await expect(primary(page)).toBeDisabled();
      await page.evaluate(() => (location.hash = '#/import/files?lang=zh'));
      await expect(alert).toContainText(zh);
      await expectSmallBank(page);
    });
  }

  test('no column says who the customers are: M-01', async ({ page }) => {
    await openSmallBank(page);
    await page.goto(page.url().replace(/#.*/, '#/import/files'));
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(textFile('prices.csv', 'fruit,price\napple,1.20\npear,2.10\nplum,0.90\n'));
    await expect(primary(page)).toBeEnabled();
    await primary(page).click();
    if (/import\/read/.test(page.url())) await primary(page).click();
    const alert = page.getByRole('alert').filter({ hasText: 'M-01' });
    await expect(alert).toContainText('No column is matched to Customer ID');
    await expect(primary(page)).toBeDisabled();
    await page.evaluate(() => (location.hash = '#/import/map?lang=zh'));
    await expect(alert).toContainText('尚未指定“客户号”列');
    await expectSmallBank(page);
  });
});
