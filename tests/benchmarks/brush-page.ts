import type { Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { silentControl } from '../../src/base/control';
import { serveFolder } from '../../src/cli/serve-folder';
import { root } from '../support/root';
import { launch } from './fresh-browser';

declare global {
  interface Window {
    /** Milliseconds of the main thread from each movement of the hand to the end of its drawing. */
    brushSteps: number[];
  }
}

/** Milliseconds of each step of a hand over linked views, and the tasks over 50 ms meanwhile. */
export type BrushOnPage = {
  readonly transactions: number;
  readonly steps: readonly number[];
  readonly longTasks: readonly number[];
};

/** Transactions of a customer of the sample bank in two years. */
const rowsPerCustomer = 49;

/**
 * Drags a range over the months of the Overview of a bank of about `rows` transactions: six cards are drawn anew at each
 * step. A step ends when the frame in which its event was handled is laid out and painted.
 *
 * @throws Error when the cards at the end of the drag show other numbers than after it
 */
export async function brushOnPage(executablePath: string, rows: number): Promise<BrushOnPage> {
  const site = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  await build({ root, logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
  const server = await serveFolder(site, 0);
  const browser = await launch(executablePath);
  try {
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 1900 } });
    page.setDefaultTimeout(180_000);
    const customers = Math.round(rows / rowsPerCustomer);
    await page.goto(`${server.url}#/overview?v=1&b=sample-${String(customers)}-24-1`);
    await page.waitForFunction(() => performance.getEntriesByName('app-ready').length > 0);
    await settled(page);
    await watch(page);
    const months = await monthsOf(page);
    const hover = async (month: number) => {
      await page.mouse.move(months.x[month] ?? NaN, months.y);
    };
    await hover(0);
    // The tables are made while the hand comes near; how long that takes is line 11.
    await page.waitForTimeout(3000);
    await page.mouse.down();
    const last = months.x.length - 1;
    for (let step = 0; step < 6 * last; step++) {
      const at = step % (2 * last);
      await hover(at < last ? at + 1 : 2 * last - 1 - at);
    }
    await hover(last >> 1);
    const moving = await numbers(page);
    const { steps, longTasks } = await page.evaluate(() => ({
      steps: window.brushSteps,
      longTasks: window.longTasks.map(({ milliseconds }) => milliseconds),
    }));
    await page.mouse.up();
    await settled(page);
    const rested = await numbers(page);
    if (rested.join() !== moving.join()) throw new Error('The cards showed other numbers under the hand');
    const { tables } = await makeSampleDataset({ customers, months: 24, seed: 1 }, silentControl);
    return { transactions: tables['transaction']?.rowCount ?? 0, steps, longTasks };
  } finally {
    await browser.close();
    await server.close();
    rmSync(site, { recursive: true, force: true });
  }
}

async function settled(page: Page): Promise<void> {
  await page.locator('figure.card').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('figure[data-state=loading], figure[data-state=updating], .skeleton') === null,
  );
}

/** Where the months of the trend stand. */
async function monthsOf(page: Page): Promise<{ readonly x: readonly number[]; readonly y: number }> {
  const plot = await page.locator('#OV4 .plot').boundingBox();
  if (!plot) throw new Error('The months are not drawn');
  const x = await page.locator('#OV4 [role=option]').evaluateAll((options) => [
    ...new Set(
      options.map((option) => {
        const { left, width } = option.getBoundingClientRect();
        return left + width / 2;
      }),
    ),
  ]);
  return { x, y: plot.y + plot.height / 2 };
}

/** From here on the page notes its long tasks, and how long each movement over it keeps the main thread. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.brushSteps = [];
    window.longTasks = [];
    const { port1, port2 } = new MessageChannel();
    let start: number | null = null;
    port1.onmessage = () => {
      if (start !== null) window.brushSteps.push(performance.now() - start);
      start = null;
    };
    addEventListener(
      'pointermove',
      (event) => {
        const { buttons } = event as PointerEvent;
        if (buttons === 0 || start !== null) return;
        start = performance.now();
        // The message comes after the frame: style, layout and paint are done.
        requestAnimationFrame(() => {
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.longTasks.push({ page: location.hash, milliseconds: Math.round(duration) });
    }).observe({ type: 'longtask', buffered: false });
  });
}

/** Titles and numbers of the breakdowns, which follow the hand. */
function numbers(page: Page): Promise<readonly string[]> {
  return page
    .locator(['OV2', 'OV5', 'OV6', 'OV8'].map((id) => `#${id} svg.chart text`).join(', '))
    .allTextContents();
}
