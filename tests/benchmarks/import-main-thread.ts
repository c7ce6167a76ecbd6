import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveFolder } from '../../src/cli/serve-folder';
import { root } from '../support/root';
import { launch } from './fresh-browser';
import { makeTransactionsCsv } from './make-csv';

declare global {
  interface Window {
    /** Every task of the main thread that the browser calls long (over 50 ms), and the page on which it ended. */
    longTasks: { readonly page: string; readonly milliseconds: number }[];
  }
}

/** Long tasks, in milliseconds, while files were read and loaded, and while the Overview was drawn after that. */
export type MainThread = {
  readonly seconds: number;
  readonly importing: readonly number[];
  readonly drawing: readonly number[];
};

/**
 * Imports a file of `rows` transactions on the real page, as a person who confirms what is proposed, and watches what
 * keeps the main thread busy from the choice of the file until the Overview stands.
 *
 * @throws Error when the page then shows another number of transactions than the file has
 */
export async function importMainThread(executablePath: string, rows: number): Promise<MainThread> {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  const file = join(folder, 'transactions.csv');
  const site = join(folder, 'site');
  writeFileSync(file, makeTransactionsCsv(rows).bytes);
  await build({ root, logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
  const server = await serveFolder(site, 0);
  const browser = await launch(executablePath);
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    page.setDefaultTimeout(180_000);
    await page.addInitScript(() => {
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          window.longTasks.push({ page: location.hash, milliseconds: Math.round(duration) });
      }).observe({ type: 'longtask', buffered: false });
    });
    await page.goto(`${server.url}#/`);
    await page.waitForFunction(() => performance.getEntriesByName('app-ready').length > 0);
    await page.waitForTimeout(1000);
    await page.evaluate(() => (window.longTasks.length = 0));
    const start = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(file);
    await confirmAll(page);
    const seconds = (performance.now() - start) / 1000;
    const longTasks = await page.evaluate(() => window.longTasks);
    const shown = rows.toLocaleString('en-US');
    await page.goto(`${server.url}#/import/report`);
    await page.getByText(shown).first().waitFor();
    const on = (isOverview: boolean) =>
      longTasks
        .filter((task) => task.page.startsWith('#/overview') === isOverview)
        .map(({ milliseconds }) => milliseconds);
    return { seconds, importing: on(false), drawing: on(true) };
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Presses the wizard's first button whenever it can be pressed, until every card of the Overview is drawn. */
async function confirmAll(page: Page): Promise<void> {
  const address = () => new URL(page.url()).hash;
  while (!address().startsWith('#/overview')) {
    const before = address();
    await page.locator('footer button').last().click();
    await page.waitForFunction((last) => location.hash !== last, before);
  }
  await page.locator('figure.card').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('figure[data-state=loading], main [aria-busy=true], .skeleton') === null,
  );
}
