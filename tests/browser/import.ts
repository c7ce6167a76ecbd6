import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

type File = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Opens the start page and gives it files, as a person who chooses them. */
export async function chooseFiles(page: Page, files: readonly File[]): Promise<void> {
  await page.goto('/#/');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files as string[]);
}

export const textFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

export const primary = (page: Page): Locator => page.locator('footer button').last();

/** Takes what is proposed, step by step, until the check has read all rows. Returns how many steps were confirmed. */
export async function confirmUntilCheck(page: Page): Promise<number> {
  for (let confirmed = 0; ; confirmed++) {
    await expect(primary(page)).toBeEnabled({ timeout: 60_000 });
    if (/^#\/import\/check/.test(new URL(page.url()).hash)) return confirmed;
    if (confirmed > 4) throw new Error(`the wizard does not go on: ${page.url()}`);
    const before = page.url();
    await primary(page).click();
    await expect.poll(() => page.url()).not.toBe(before);
  }
}

/** Loads what was read and waits for Overview. */
export async function load(page: Page): Promise<void> {
  await primary(page).click();
  await expect(page).toHaveURL(/#\/overview/, { timeout: 60_000 });
}

/** The exact value of a key figure, as its definition says it. */
export async function exactFigure(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `Definition of ${name}`, exact: true }).click();
  const text = await page.locator('.definition:visible').innerText();
  await page.keyboard.press('Escape');
  return text;
}

/** Two customers, three payments: 150.50 in, 20.00 out. */
export const small = 'customer,date,amount\nC1,2026-01-05,100.50\nC2,2026-02-07,-20\nC1,2026-03-09,50\n';

export async function openSmallBank(page: Page): Promise<void> {
  await chooseFiles(page, [textFile('payments.csv', small)]);
  await confirmUntilCheck(page);
  await load(page);
}

/** What was open before an import is open still. */
export async function expectSmallBank(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/overview?lang=en&p=all'));
  expect(await exactFigure(page, 'Inflow')).toContain('150.50');
}

/** What happens when a person drops files on the page, wherever it is. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'files-to-drop';
    document.body.append(input);
  });
  await page.locator('#files-to-drop').setInputFiles(paths);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#files-to-drop');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** Drops 1.5 million payments of 5,000 customers, about 35 MB made in the page: reading them takes seconds. */
export async function dropLargeFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    const rows = Array.from(
      { length: 5000 },
      (_, row) => `C${row},2026-0${1 + (row % 6)}-1${row % 10},${row % 997}.25\n`,
    ).join('');
    const file = new File(
      ['customer,date,amount\n', ...Array.from({ length: 300 }, () => rows)],
      'large.csv',
    );
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
}
