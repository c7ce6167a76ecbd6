import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { root } from './root';

const packed = join(root, 'node_modules/@sparticuz/chromium');

/**
 * The Chromium inside the npm package `@sparticuz/chromium`, unpacked once below `node_modules/.cache` with the
 * libraries and fonts it carries, as a script that starts it: a machine without any of them runs it all the same.
 */
export async function unpackPackagedChromium(): Promise<readonly string[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for linux-x64');
  if (!existsSync(packed)) throw new Error('the optional package is not installed');
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`);
  const script = join(folder, 'chromium.sh');
  if (existsSync(script)) return [script];

  const unfinished = `${folder}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const binary = join(unfinished, 'chromium');
  await pipeline(
    createReadStream(join(packed, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(binary),
  );
  await chmod(binary, 0o755);
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    const tar = brotliDecompressSync(await readFile(join(packed, 'bin', archive)));
    execFileSync('tar', ['-x', '--no-same-owner', '-C', unfinished], { input: tar });
  }
  await writeFile(join(unfinished, 'fonts.conf'), fontSettings(folder));
  await writeFile(join(unfinished, 'chromium.sh'), startScript, { mode: 0o755 });
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  return [script];
}

const startScript = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib:$here\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

/** The machine's fonts, where it has any, and those of the package. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
