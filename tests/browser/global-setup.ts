import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveFolder } from '../../src/cli/serve-folder';
import { findChromium } from '../support/find-chromium';
import { root } from '../support/root';

/** Serves the built page as `npm start` does and finds the browser, once for all tests. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = join(root, 'dist');
  if (!existsSync(folder)) throw new Error('The page is not built: run `npm run build` first.');
  process.env['CHROMIUM_PATH'] = await findChromium();
  const server = await serveFolder(folder, 0);
  process.env['CLIENTELE_URL'] = server.url;
  return () => server.close();
}
