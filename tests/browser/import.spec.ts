import type { Page } from '@playwright/test';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../support/root';
import { expect, test } from './fixtures';
import { chooseFiles, confirmUntilCheck, exactFigure, load, primary, textFile } from './import';

const reference = process.env['CLIENTELE_REFERENCE_DATA'] ?? '';
const referenceFile = (path: string) => join(resolve(reference), path);
const broken = (name: string) => join(root, 'sample-data/broken', name);

const small = 'customer,date,amount\nC1,2026-01-05,100.50\nC2,2026-02-07,-20\nC1,2026-03-09,50\n';

test.describe('files of a real bank', () => {
  test.skip(reference === '', 'not run: CLIENTELE_REFERENCE_DATA is not set');

  test('Berka needs nothing but confirming, and its figures are on the page', async ({ page }) => {
    const folder = referenceFile('berka');
    expect(existsSync(folder)).toBe(true);
    const files = readdirSync(folder).filter((name) => name.endsWith('.asc'));
    expect(files).toHaveLength(8);
    await page.goto('/#/');
    await dropFiles(page, folder, files);
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
    await expect(question.getByRole('group')).toHaveCount(1);
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
  ['binary.dat', 'F-04', /cannot be read/, /暂不支持/],
  ['workbook.xls', 'F-04', /XLS files cannot be read/i, /暂不支持/],
  ['statement.pdf', 'F-04', /PDF files cannot be read/i, /暂不支持/],
  ['unclosed-quote.csv', 'F-05', /row 4.*row 2 never closes/, /第 4 行停止/],
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
    await expect(page.getByRole('alert').filter({ hasText: 'M-01' })).toBeVisible();
    await expect(primary(page)).toBeDisabled();
    await expectSmallBank(page);
  });
});

test.describe('an import that does not end well', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(keepWorkers);
  });

  test('a killed worker: F-07, the data before stay, and trying again works', async ({ page }) => {
    await openSmallBank(page);
    await page.goto(page.url().replace(/#.*/, '#/import/files'));
    await page.evaluate(() => (window.killAt = 'import/check'));
    await page.locator('input[type=file]').first().setInputFiles(largeFile());
    await expect(page).toHaveURL(/import\/check/, { timeout: 30_000 });
    const alert = page.getByRole('alert').filter({ hasText: 'F-07' });
    await expect(alert).toContainText('Nothing was changed');
    await expect(page.locator('body')).not.toContainText(/Error:|undefined|Worker/);
    await page.evaluate(() => (location.hash = '#/import/check?lang=zh'));
    await expect(alert).toContainText('原有数据未改动');
    await page.evaluate(() => {
      window.killAt = undefined;
      location.hash = '#/import/check?lang=en';
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await load(page);
    expect(await exactFigure(page, 'Customers')).toContain('5,000');
  });

  test('cancelled half-way: nothing is changed', async ({ page }) => {
    await openSmallBank(page);
    await page.goto(page.url().replace(/#.*/, '#/import/files'));
    await page.locator('input[type=file]').first().setInputFiles(largeFile());
    await page.getByRole('button', { name: 'Cancel import' }).click();
    await expect(page.getByText('Import cancelled. Nothing was changed.')).toBeVisible();
    await expectSmallBank(page);
  });
});

declare global {
  interface Window {
    killAt: string | undefined;
  }
}

/** Lets a test end the worker of an import: from when `killAt` is set, every import worker that is sent work dies. */
function keepWorkers(): void {
  const Original = window.Worker;
  window.Worker = class extends Original {
    readonly #isImport: boolean;

    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.#isImport = options?.name?.includes(' import ') ?? false;
    }

    override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
      super.postMessage(message, options as Transferable[]);
      if (this.#isImport && location.hash.includes(window.killAt ?? 'never')) this.terminate();
    }
  };
}

/** 200,000 rows of 5,000 customers: reading them takes a moment. */
function largeFile() {
  const lines = ['customer,date,amount'];
  for (let row = 0; row < 200_000; row++)
    lines.push(`C${row % 5000},2026-0${1 + (row % 6)}-1${row % 10},${row % 997}.25`);
  return textFile('large.csv', `${lines.join('\n')}\n`);
}

async function openSmallBank(page: Page): Promise<void> {
  await chooseFiles(page, [textFile('payments.csv', small)]);
  await confirmUntilCheck(page);
  await load(page);
}

async function expectSmallBank(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/overview?lang=en&p=all'));
  expect(await exactFigure(page, 'Inflow')).toContain('150.50');
}

/** What happens when a person drops files of a folder on the page. */
async function dropFiles(page: Page, folder: string, names: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'files-to-drop';
    document.body.append(input);
  });
  await page.locator('#files-to-drop').setInputFiles(names.map((name) => join(folder, name)));
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#files-to-drop');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}
