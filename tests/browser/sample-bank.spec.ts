import { expect, test } from './fixtures';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import manifest from '../../sample-data/manifest.json' with { type: 'json' };
import type { sampleChecksum } from './sample-checksum';

declare global {
  interface Window {
    sampleModel: { sampleChecksum: typeof sampleChecksum };
  }
}

/** The model as one classic script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('./sample-checksum.ts', import.meta.url)),
        name: 'sampleModel',
        formats: ['iife'],
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!('output' in output)) throw new Error('the bundle was not built');
  return output.output[0].code;
}

test('the browser makes the same bytes of the sample bank as Node did', async ({ page }) => {
  await page.addScriptTag({ content: await bundle() });
  for (const { options, checksum } of manifest.samples) {
    expect(await page.evaluate((asked) => window.sampleModel.sampleChecksum(asked), options)).toBe(checksum);
  }
});
