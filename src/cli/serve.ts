/**
 * `npm start [-- --port 4173]`: builds the page when it is missing or older than its sources, then serves it on this
 * computer. The last line of stdout is the address.
 */
import { spawnSync } from 'node:child_process';
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

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
  const built = join(root, 'dist/index.html');
  if (!existsSync(built) || lastChange(sources) > statSync(built).mtimeMs) {
    process.stdout.write('Building the page …\n');
    const status = runNpm('build');
    if (status !== 0) return status;
  }
  const server = await serveFolder(join(root, 'dist'), Number(values.port));
  const stop = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`Clientele is served from this computer only. Stop it with Ctrl+C.\n${server.url}\n`);
  return 0;
}

/** npm is itself a script of Node, whose place it tells those that it runs: so no shell is needed. */
function runNpm(script: string): number {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('start this by `npm start`');
  const { status } = spawnSync(process.execPath, [npm, 'run', script], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status ?? 1;
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

process.exitCode = await main();
