import { chromium } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serveFolder } from '../../src/cli/serve-folder';
import { findChromium, launchArguments } from '../support/find-chromium';
import { root } from '../support/root';
import { allDrawn } from './all-drawn';

/** Draws the picture of the README from the built page: `npm run build && npx tsx tests/browser/take-screenshot.ts`. */
const server = await serveFolder(join(root, 'dist'), 0);
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...launchArguments] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en-GB' });
  await page.goto(`${server.url}#/overview?b=sample&lang=en&th=light`);
  await allDrawn(page);
  const folder = join(root, 'tests/browser/screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'overview.png') });
} finally {
  await browser.close();
  await server.close();
}
