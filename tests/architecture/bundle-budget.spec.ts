import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../browser/fixtures';
import { root } from '../support/root';

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly assets?: readonly string[];
};

const dist = join(root, 'dist');

function manifest(): Readonly<Record<string, Chunk>> {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
}

/** Scripts that must have come before a chunk can run. */
function scriptsOf(
  key: string,
  chunks: Readonly<Record<string, Chunk>>,
  found = new Set<string>(),
): Set<string> {
  const chunk = chunks[key];
  if (chunk === undefined || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const next of chunk.imports ?? []) scriptsOf(next, chunks, found);
  return found;
}

function kilobytes(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;
}

test('the scripts before the first chart weigh at most 200 kB', () => {
  const chunks = manifest();
  const needed = Object.keys(chunks).filter(
    (key) => chunks[key]?.isEntry === true || /features\/(landing|overview)\/\w+Page\.svelte$/.test(key),
  );
  expect(needed.length).toBe(3);
  const scripts = [...new Set(needed.flatMap((key) => [...scriptsOf(key, chunks)]))];
  const total = scripts.reduce((sum, file) => sum + kilobytes(file), 0);
  expect(
    total,
    scripts.map((file) => `${file}: ${kilobytes(file).toFixed(1)}`).join('\n'),
  ).toBeLessThanOrEqual(200);
});

test('the summary of the sample bank weighs at most 80 kB', () => {
  expect(kilobytes('summary.json')).toBeLessThanOrEqual(80);
});

test('the page as built holds no code or style of its own', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});
