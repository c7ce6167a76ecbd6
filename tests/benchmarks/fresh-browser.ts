import { chromium, type Browser } from '@playwright/test';
import type { Measured } from './page/measured';

/** Runs one contender in a browser of its own: cold code, empty heap, as a user has it. */
export async function runFresh(
  executablePath: string,
  url: string,
  contender: string,
  rows: number,
): Promise<Measured> {
  const browser = await launch(executablePath);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'runContender' in window);
    return await page.evaluate(([name, count]) => window.runContender(name, count), [
      contender,
      rows,
    ] as const);
  } finally {
    await browser.close();
  }
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
