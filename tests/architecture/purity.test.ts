import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { globalsUsed, isUi, sourceFiles, walk, type SourceFile } from './source-files';

const files = sourceFiles();

/** The only requests of the application: for its own parts, from where it came from. */
const networkPlaces: ReadonlySet<string> = new Set([
  'src/rpc/worker-assets.ts',
  'src/state/load-summary.dom.ts',
]);

function offenders(names: readonly string[], isExempt: (file: SourceFile) => boolean): string[] {
  const wanted = new Set(names);
  return files
    .filter((file) => !isExempt(file))
    .flatMap((file) => globalsUsed(file, wanted).map((use) => `${file.path}: ${use}`));
}

const isBelow = (...folders: readonly string[]) => {
  return ({ path }: SourceFile): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
};

describe('a pure file', () => {
  it('never names the page or its storage', () => {
    const page = ['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'history', 'location'];
    const broken = offenders(page, (file) => isUi(file.path) || file.path === 'src/main.ts');
    expect(broken).toEqual([]);
  });

  it('reads no clock and rolls no dice', () => {
    const mayKnowTime = isBelow('src/rpc', 'src/cli', 'workers');
    const broken = files
      .filter((file) => !isUi(file.path) && !mayKnowTime(file))
      .flatMap(({ path, script }) => {
        const found: string[] = [];
        walk(script, (node) => {
          if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
          const text = node.getText(script);
          if (
            /^(Date\.now|Math\.random|performance\.now|crypto\.\w+)\(|^new Date\(\)|^new Date$/.test(text)
          ) {
            found.push(`${path}: ${text.slice(0, 40)}`);
          }
        });
        return found;
      });
    expect(broken).toEqual([]);
  });
});

describe('the source', () => {
  it('speaks to the network in the named places only', () => {
    const ways = [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'WebTransport',
      'EventSource',
      'sendBeacon',
      'importScripts',
    ];
    expect(offenders([...ways, 'RTCPeerConnection'], ({ path }) => networkPlaces.has(path))).toEqual([]);
  });

  it('makes no code from strings', () => {
    expect(offenders(['eval', 'Function'], () => false)).toEqual([]);
    const timers = files.flatMap(({ path, script }) => {
      const found: string[] = [];
      walk(script, (node) => {
        if (!ts.isCallExpression(node) || !/^(setTimeout|setInterval)$/.test(node.expression.getText(script)))
          return;
        const [first] = node.arguments;
        if (first !== undefined && ts.isStringLiteralLike(first)) found.push(path);
      });
      return found;
    });
    expect(timers).toEqual([]);
  });

  it('starts workers in rpc only', () => {
    expect(offenders(['Worker', 'SharedWorker'], isBelow('src/rpc'))).toEqual([]);
  });

  it('inserts no markup from strings', () => {
    const broken = files
      .filter(({ text }) =>
        /\{@html\b|\.(?:inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write/.test(text),
      )
      .map(({ path }) => path);
    expect(broken).toEqual([]);
  });
});
