/**
 * `npm start [-- --port 4173]`: builds the page when it is missing or older than its sources, then serves it on this
 * computer. The last line of stdout is the address.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveFolder } from './serve-folder';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = [
  'index.html',
  'package-lock.json',
  'public',
  'sample-data/model',
  'sample-data/summary.ts',
  'src',
  'vite.config.ts',
  'workers',
];

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
  const built = join(root, 'dist/index.html');
  if (!existsSync(built) || lastChange(sources) > statSync(built).mtimeMs) {
    process.stdout.write('Building the page …\n');
    // npm is a script of Node wherever it runs this; its own path needs no shell.
    execFileSync(process.execPath, [process.env['npm_execpath'] ?? '', 'run', 'build'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
  const server = await serveFolder(join(root, 'dist'), Number(values.port));
  const stop = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`Clientele is served from this computer only. Stop it with Ctrl+C.\n${server.url}\n`);
}

function lastChange(paths: readonly string[]): number {
  let last = 0;
  for (const path of paths) {
    const place = join(root, path);
    if (!existsSync(place)) continue;
    const entry = statSync(place);
    const children = entry.isDirectory() ? readdirSync(place).map((name) => join(path, name)) : [];
    last = Math.max(last, children.length > 0 ? lastChange(children) : entry.mtimeMs);
  }
  return last;
}

await main();
