import type { Page } from '@playwright/test';
import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';
import { openSmallBank } from './import';

declare global {
  interface Window {
    /** What happens to the questions of one task on their way to a worker. */
    fault: { task: string; kind: 'none' | 'lost' | 'unknown' };
  }
}

/** A sample that the build made no summary of, so that every card has to ask. */
const link = '#/overview?b=sample-500-12-3&lang=en';

/** Stands between the page and its workers before any of its scripts run. */
async function withFault(page: Page, kind: Window['fault']['kind']): Promise<void> {
  await page.addInitScript((first) => {
    window.fault = { task: 'overview.movement', kind: first };
    const isAsked = (message: unknown): message is { path: string[] } =>
      typeof message === 'object' &&
      message !== null &&
      'path' in message &&
      Array.isArray(message.path) &&
      message.path.includes(window.fault.task);
    for (const { prototype } of [Worker, MessagePort]) {
      const original = Object.getOwnPropertyDescriptor(prototype, 'postMessage')?.value as (
        this: Worker | MessagePort,
        message: unknown,
        transfer: Transferable[],
      ) => void;
      prototype.postMessage = function (
        this: Worker | MessagePort,
        message: unknown,
        transfer: Transferable[] = [],
      ) {
        if (!isAsked(message) || window.fault.kind === 'none') original.call(this, message, transfer);
        else if (window.fault.kind === 'unknown')
          original.call(this, { ...message, path: ['no.such.task'] }, transfer);
      } as typeof prototype.postMessage;
    }
  }, kind);
  await page.goto(link);
}

test('a card that waits for its first answer says that it loads', async ({ page }) => {
  await withFault(page, 'lost');
  const card = page.locator('#OV1');
  await expect(card).toHaveAttribute('data-state', 'loading');
  await expect(card).toHaveAttribute('aria-busy', 'true');
  await expect(card).toContainText('Loading What moved the assets?');
  await expect(page.locator('#OV2')).toHaveAttribute('data-state', 'ready');
});

test('a card that waits for a newer answer keeps the old chart and says that it updates', async ({
  page,
}) => {
  await withFault(page, 'none');
  await allDrawn(page);
  const card = page.locator('#OV1');
  await expect(card.locator('h2')).not.toHaveText('What moved the assets?');
  await page.evaluate(() => {
    window.fault.kind = 'lost';
    location.hash += '&p=L3M';
  });
  await expect(card).toHaveAttribute('data-state', 'updating');
  await expect(card).toContainText('Updating');
  await expect(card.locator('svg').first()).toBeVisible();
});

test('a card whose question fails says so, alone, and offers to try again', async ({ page }) => {
  await withFault(page, 'unknown');
  const card = page.locator('#OV1');
  await expect(card).toHaveAttribute('data-state', 'error');
  await expect(card).toContainText('This card could not be drawn');
  await expect(page.locator('#OV2')).toHaveAttribute('data-state', 'ready');
  await page.evaluate(() => (window.fault.kind = 'none'));
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect(card).toHaveAttribute('data-state', 'ready');
});

test('cards say what column they need, and how many customers they need', async ({ page }) => {
  await openSmallBank(page);
  const byChannel = page.locator('#OV6');
  await expect(byChannel).toHaveAttribute('data-state', 'needs');
  await expect(byChannel).toContainText('needs a column with the channel');
  const concentration = page.locator('#OV3');
  await expect(concentration).toHaveAttribute('data-state', 'not-enough');
  await expect(concentration).toContainText('2 customers here; shares of ranks need at least 20.');
});
