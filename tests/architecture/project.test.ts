import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy, securityHeaders } from '../../src/cli/serve-folder';
import { root } from '../support/root';
import { filesBelow } from './source-files';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the top level', () => {
  const fixed = [
    'README.md',
    'index.html',
    'package-lock.json',
    'package.json',
    'public',
    'sample-data',
    'src',
    'tests',
    'tsconfig.json',
    'vite.config.ts',
    'workers',
  ];

  it('has its fixed names and nothing else', () => {
    const ignored = new Set(
      read('.gitignore')
        .split('\n')
        .map((line) => line.trim().replace(/\/$/, '')),
    );
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && !ignored.has(name));
    expect(found.filter((name) => !name.endsWith('.log')).sort()).toEqual(fixed);
  });

  it('has a line in the map for every folder of the source', () => {
    const map = read('src/README.md');
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !map.includes(`\n| \`${name}\` `))).toEqual([]);
  });
});

describe('the policy of the page', () => {
  const policy = contentPolicy(read('index.html'));

  it('forbids what nobody needs and lets nothing off this origin', () => {
    const rules = new Map(
      policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(Object.fromEntries(rules)).toEqual({
      'default-src': "'none'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'worker-src': 'blob:',
      'style-src': "'self'",
      'img-src': "'self' data: blob:",
      'connect-src': "'self'",
      'font-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('stands in the headers for other hosts as it is sent here', () => {
    const example = read('public/headers.example').toLowerCase();
    for (const [name, value] of Object.entries(securityHeaders(read('index.html')))) {
      expect(example).toContain(`  ${name}: ${value}\n`.toLowerCase());
    }
  });

  it('is not worked around by scripts or styles inside the page', () => {
    expect(read('index.html')).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });
});

describe('the documents', () => {
  it('link to files that are there', () => {
    const documents = ['README.md', 'src/README.md', 'tests/README.md'];
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map((match) => join(path, '..', match[1] ?? ''))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('name scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm (?:run )?(start|test|[a-z:]+)\b/g)].map(
      (match) => match[1] ?? '',
    );
    expect([...new Set(named)].filter((name) => !['ci', ...Object.keys(scripts)].includes(name))).toEqual([]);
  });
});

describe('tests', () => {
  it('are never narrowed down or left for later', () => {
    const own = 'tests/architecture/project.test.ts';
    const broken = ['src', 'workers', 'sample-data', 'tests']
      .flatMap(filesBelow)
      .filter((path) => /\.(test|spec)\.ts$/.test(path) && path !== own)
      .filter((path) => /\b(it|test|describe)\.(only|todo|fixme)\b/.test(read(path)));
    expect(broken).toEqual([]);
  });
});
