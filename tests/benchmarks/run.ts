/**
 * `npm run bench [-- --rows 1000000 --repeat 5 --only columns,database]`: times our code against its peers in headless
 * Chromium and prints medians (least–most) and ratios. Contenders of a group take turns, each in a fresh browser; their
 * results must agree before a time is believed. Never part of a test: nothing here fails on time.
 */
import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { findChromium } from '../support/find-chromium';
import { brushOnPage } from './brush-page';
import { launch, runFresh } from './fresh-browser';
import { groups, type Group } from './groups';
import { importMainThread } from './import-main-thread';
import { runPython } from './python-peer';
import { median, milliseconds, quantile, ratioText, textTable } from './statistics';
import { serveFolder } from './static-server';

const here = dirname(fileURLToPath(import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' },
      repeat: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
    },
  });
  const rows = Number(values.rows);
  const repeat = Number(values.repeat);
  const only = values.only.split(',').filter((name) => name !== '');
  const executable = await findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  await build({
    root: join(here, 'page'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
    worker: { format: 'es' },
  });
  const server = await serveFolder(folder);
  try {
    await printVersions(executable, rows, repeat);
    for (const group of groups) {
      if (only.length > 0 && !only.includes(group.name)) continue;
      await runGroup(group, executable, server.url, rows, repeat);
    }
    if (only.length === 0 || only.includes('brush-page')) await runBrushOnPage(executable, rows);
    if (only.length === 0 || only.includes('main-thread')) await runMainThread(executable, rows);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printVersions(executable: string, rows: number, repeat: number): Promise<void> {
  const browser = await launch(executable);
  const version = browser.version();
  await browser.close();
  const packages = ['@duckdb/duckdb-wasm', 'sql.js', 'papaparse'].map((name) => {
    const file = join(here, '../../node_modules', name, 'package.json');
    const { version: number } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    return `${name} ${number}`;
  });
  say(`Chromium ${version} · ${packages.join(' · ')} · Node ${process.versions.node}`);
  say(
    `${String(cpus().length)} cores · ${rows.toLocaleString('en-US')} rows · ${String(repeat)} turns · ms: median (least–most)\n`,
  );
}

async function runGroup(
  group: Group,
  executable: string,
  url: string,
  rows: number,
  repeat: number,
): Promise<void> {
  const times = new Map<string, number[]>();
  const { python } = group;
  const agree: NonNullable<Group['agree']> = group.agree ?? isSame;
  const missing = new Map<string, string>();
  let agreed: unknown;
  for (let turn = 0; turn < repeat; turn++) {
    for (const contender of group.contenders) {
      if (missing.has(contender)) continue;
      const name = `${group.name}.${contender}`;
      const run =
        python?.contender === contender
          ? await runPython(python.script, python.input())
          : await runFresh(executable, url, name, rows);
      if (typeof run === 'string') {
        missing.set(contender, run);
        continue;
      }
      if (run.versions !== undefined && turn === 0) say(run.versions);
      if (agreed === undefined) agreed = run.result;
      agree(run.result, agreed, name);
      times.set(contender, [...(times.get(contender) ?? []), run.milliseconds]);
    }
  }
  const ran = group.contenders.filter((contender) => !missing.has(contender));
  const table: string[][] = [[group.title, ...ran]];
  table.push(['', ...ran.map((contender) => milliseconds(times.get(contender) ?? []))]);
  say(textTable(table));
  for (const line of group.lines) {
    const reason = missing.get(line.peer);
    if (reason !== undefined) {
      say(`  line ${line.number}: ${line.peer} not run: ${reason}`);
      continue;
    }
    const own = times.get(line.own) ?? [];
    const peer = times.get(line.peer) ?? [];
    const ratios = own.map((value, turn) => value / (peer[turn] ?? NaN));
    const spread = `${ratioText(Math.min(...ratios))}–${ratioText(Math.max(...ratios))}`;
    const ratio = median(own) / median(peer);
    const verdict = ratio <= line.target ? 'within' : 'ABOVE';
    say(
      `  line ${line.number}: ${line.own} / ${line.peer} = ${ratioText(ratio)} (${spread}), ${verdict} ${String(line.target)}`,
    );
  }
  say('');
}

function isSame(found: unknown, first: unknown, name: string): void {
  deepStrictEqual(found, first, `${name} found something else than the first of its group`);
}

async function runBrushOnPage(executable: string, rows: number): Promise<void> {
  const { transactions, steps, longTasks } = await brushOnPage(executable, rows);
  const [middle, high] = [median(steps), quantile(steps, 0.95)];
  say(
    `A hand over the months of the Overview, ${transactions.toLocaleString('en-US')} transactions, drawing included`,
  );
  say(
    `  line 10: ${String(steps.length)} steps, median ${middle.toFixed(1)} ms, p95 ${high.toFixed(1)} ms, ${high <= 16 ? 'within' : 'ABOVE'} 16; tasks over 50 ms: ${listed(longTasks)}\n`,
  );
}

const listed = (found: readonly number[]): string =>
  found.length === 0 ? 'none' : `${found.map(String).join(', ')} ms`;

async function runMainThread(executable: string, rows: number): Promise<void> {
  const { seconds, importing, drawing } = await importMainThread(executable, rows);
  say(`Import on the page, from the choice of the file to the Overview: ${seconds.toFixed(1)} s`);
  say(`  tasks of the main thread over 50 ms while importing: ${listed(importing)}`);
  say(`  and while drawing the Overview after that: ${listed(drawing)}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
