import type { Page } from '@playwright/test';

/** Waits until the page stands still: code in memory, data open, nothing busy. */
export async function allDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      performance.getEntriesByName('app-ready').length > 0 &&
      document.querySelector('main h1') !== null &&
      document.querySelector('[aria-busy=true]') === null &&
      document.querySelector('.wait, .skeleton') === null,
  );
}
