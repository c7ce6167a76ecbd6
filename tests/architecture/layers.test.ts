import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/root';
import { isUi, sourceFiles, type Import, type SourceFile } from './source-files';

/** Imports that break the table and are to be paid back: `importing file → imported file`, with the reason. */
const debts: Readonly<Record<string, string>> = {};

type Row = {
  readonly folders: readonly string[];
  readonly code: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
};

/** The table of `src/README.md` below its heading: folder, what it may import, of what it may import types. */
const table: readonly Row[] = readTable(readFileSync(join(root, 'src/README.md'), 'utf8'));
const files = sourceFiles().filter(({ path }) => path !== 'src/main.ts');

function readTable(text: string): Row[] {
  const section = text.split(/^## /m).find((part) => part.startsWith('Who may import whom')) ?? '';
  const names = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|'))
    .map(([, folders, code, types]) => ({
      folders: names(folders),
      code: new Set(names(code)),
      types: new Set(names(types)),
    }));
}

/** The name under which the table knows a file. */
function placeOf(path: string): string {
  const parts = path.split('/');
  if (parts[0] !== 'src') return parts[0] ?? '';
  if (parts[1] !== 'features') return parts[1] ?? '';
  if (parts.length === 3) return `features/${(parts[2] ?? '').replace(/\.ts$/, '')}`;
  return isUi(path) ? 'features (pages)' : 'features';
}

function rowOf(place: string): Row | undefined {
  return table.find(({ folders }) => folders.includes(place));
}

function isAllowed(file: SourceFile, one: Import & { readonly target: string }): boolean {
  const from = placeOf(file.path);
  const to = placeOf(one.target);
  if (from === to && !from.startsWith('features')) return true;
  const feature = (path: string): string => path.split('/')[2] ?? '';
  const isOwn =
    to.startsWith('features') &&
    file.path.split('/').length > 3 &&
    feature(file.path) === feature(one.target);
  if (isOwn) return true;
  const row = rowOf(from);
  if (row === undefined) return false;
  return row.code.has(to) || ((one.isTypeOnly || one.isAsset) && row.types.has(to));
}

const own = files.flatMap((file) =>
  file.imports.flatMap((one) => (one.target === null ? [] : [{ file, one: { ...one, target: one.target } }])),
);

describe('the layers', () => {
  it('have a row in the table for every folder', () => {
    const places = new Set(files.map(({ path }) => placeOf(path)));
    expect([...places].filter((place) => rowOf(place) === undefined)).toEqual([]);
  });

  it('import only what the table allows', () => {
    const broken = own
      .filter(({ file, one }) => !isAllowed(file, one))
      .map(({ file, one }) => `${file.path} → ${one.target}${one.isTypeOnly ? ' (types)' : ''}`)
      .filter((line) => !(line in debts));
    expect(broken).toEqual([]);
  });

  it('have no debt that is already paid', () => {
    const lines = new Set(own.map(({ file, one }) => `${file.path} → ${one.target}`));
    expect(Object.keys(debts).filter((line) => !lines.has(line))).toEqual([]);
  });

  it('keep pure files free of those that touch the page', () => {
    const loaders = /\/(feature|cards)\.ts$/;
    const broken = own
      .filter(
        ({ file, one }) =>
          !isUi(file.path) && !one.isTypeOnly && /\.svelte$|\.dom$/.test(withoutTs(one.target)),
      )
      .filter(({ file, one }) => !(loaders.test(file.path) && one.isDynamic))
      .map(({ file, one }) => `${file.path} → ${one.target}`);
    expect(broken).toEqual([]);
  });
});

function withoutTs(path: string): string {
  return path.replace(/\.ts$/, '');
}

describe('packages', () => {
  const owners: readonly (readonly [package_: RegExp, place: RegExp])[] = [
    [/^sql\.js$/, /^src\/database\//],
    [/^sql\.js\/.*\?/, /^src\/(database|rpc|cli)\//],
    [/^apache-arrow/, /^src\/(columns\/arrow\.ts$|ingest\/formats\/arrow\/)/],
    [/^hyparquet(\/|$)/, /^src\/ingest\/formats\/parquet\//],
    [/^hyparquet-compressors$/, /^src\/ingest\/formats\/(parquet|arrow)\//],
    [/^comlink/, /^(src\/rpc|workers)\//],
    [/^@(?:codemirror|lezer)\//, /^src\/features\/sql-console\/.*\.dom\.ts$/],
    [/^d3-/, /^src\/charts\//],
    [/^node:/, /^(src\/cli|sample-data\/broken)\//],
    [/^svelte/, /\.svelte$|\.svelte\.ts$|\.dom\.ts$|^src\/main\.ts$/],
    [/^@lucide\/svelte\/icons\//, /\.svelte$|\.svelte\.ts$|\/feature\.ts$/],
    [/^(@tanstack\/virtual-core|fflate|valibot)$/, /^(src|workers)\//],
  ];
  const foreign = sourceFiles().flatMap(({ path, imports }) =>
    imports.filter(({ target }) => target === null).map((one) => ({ path, ...one })),
  );

  it('are imported only where they belong', () => {
    const broken = foreign
      .filter(({ isTypeOnly, specifier }) => !(isTypeOnly && specifier.startsWith('svelte')))
      .filter(
        ({ path, specifier }) => !owners.some(([name, place]) => name.test(specifier) && place.test(path)),
      )
      .map(({ path, specifier }) => `${path} → ${specifier}`);
    expect(broken).toEqual([]);
  });

  it('are declared, and none is declared that nobody imports', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const nameOf = (specifier: string): string =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    // Svelte is a compiler: what is left of it is bundled.
    const imported = foreign
      .map(({ specifier }) => nameOf(specifier))
      .filter((name) => !/^(node:|svelte$)/.test(name));
    expect([...new Set(imported)].sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });
});
