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
