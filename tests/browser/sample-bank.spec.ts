import { expect, test } from './fixtures';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import manifest from '../../sample-data/manifest.json' with { type: 'json' };
import type { sampleChecksum, smallChecksums } from './sample-checksum';

declare global {
  interface Window {
    sampleModel: { sampleChecksum: typeof sampleChecksum; smallChecksums: typeof smallChecksums };
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

test('the browser makes the same bytes of the small files as Node did', async ({ page }) => {
  const folder = fileURLToPath(new URL('../../sample-data/small', import.meta.url));
  const committed = ['en', 'zh'].flatMap((set) =>
    readdirSync(join(folder, set)).map((name) => {
      const bytes = readFileSync(join(folder, set, name));
      return [`${set}/${name}`, createHash('sha256').update(bytes).digest('hex')] as const;
    }),
  );
  await page.addScriptTag({ content: await bundle() });
  expect(await page.evaluate(() => window.sampleModel.smallChecksums())).toEqual(
    Object.fromEntries(committed),
  );
});
