import { expect, type Locator, type Page } from '@playwright/test';

/** A sample bank that is made in a moment. */
export const smallBank = 'sample-500-24-7';

/** Opens a view of the small bank and waits until every card shows what the link asks for. */
export async function openView(page: Page, route: string, query = ''): Promise<void> {
  await page.goto(`/#/${route}?v=1&b=${smallBank}${query === '' ? '' : `&${query}`}`);
  await settled(page);
}

/** Waits until the engine has answered everything that the page asked. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('figure.card, main section.panel').first()).toBeVisible();
  await expect(page.locator('figure[data-state=loading], figure[data-state=updating]')).toHaveCount(0);
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
}

export const marksOf = (page: Page, card: string): Locator => page.locator(`#${card} [role=option]`);

/** The middle of a mark, the page scrolled to it and the pointer first somewhere where nothing is. */
export async function aimAt(mark: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await mark.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  const box = await mark.boundingBox();
  if (box === null) throw new Error('the mark is not drawn');
  await mark.page().mouse.move(2, 2);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export const crumbs = (page: Page): Locator => page.locator('header.top nav ol > li > a');

/** The address as the view reads it. */
export const addressOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
