import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow, readSource, sourceFiles, walk, type SourceFile } from './source-files';

const components = sourceFiles(['src']).filter(({ path }) => path.endsWith('.svelte'));

/** Names and keys that are the same in every language. */
const sameEverywhere: ReadonlySet<string> = new Set(['Clientele', '知客', 'Clientele 知客']);

/** Attributes that people read or hear. */
const spoken: ReadonlySet<string> = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'title',
]);

type Node = { readonly type?: string; readonly name?: string } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Texts written into markup, where a message key belongs. Names of keys inside `<kbd>` are what is printed on them. */
function literalTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literalTexts);
  if (!isNode(node) || node.name === 'kbd' || /^(Style|Script|Comment)/.test(node.type ?? '')) return [];
  if (node.type === 'Text') return [String(node['data'])];
  if (node.type === 'Attribute') return spoken.has(node.name ?? '') ? literalTexts(node['value']) : [];
  return Object.entries(node)
    .filter(([key]) => !['instance', 'module', 'css', 'options', 'expression', 'metadata'].includes(key))
    .flatMap(([, child]) => (typeof child === 'object' ? literalTexts(child) : []));
}

describe('a component', () => {
  it('writes no text itself: every word comes from a message', () => {
    const broken = components.flatMap(({ path, text }) =>
      literalTexts(parse(text, { modern: true }).fragment)
        .map((literal) => literal.trim())
        .filter((literal) => /\p{L}/u.test(literal) && !sameEverywhere.has(literal))
        .map((literal) => `${path}: ${literal}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no static style attribute, which the policy of the page refuses', () => {
    const broken = components
      .filter(({ text }) => /<[a-z][^>]*\sstyle="[^"]*"/.test(text))
      .map(({ path }) => path);
    expect(broken).toEqual([]);
  });
});

const colour =
  /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/i;
const namedColour =
  /(?:color|background|fill|stroke|border|outline|shadow)[\w-]*\s*:[^;}]*\b(?:black|white|red|green|blue|gr[ae]y|orange|yellow|purple|pink|silver|navy|teal)\b/i;

/** Style blocks and attributes of a component, the strings of a script, a style sheet as a whole. */
function placesOfColours({ path, text, script }: SourceFile): string[] {
  const strings: string[] = [];
  walk(script, (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      strings.push(node.text);
    }
  });
  if (!path.endsWith('.svelte')) return strings;
  const markup = text
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/\{[^{}]*\}/g, (part) => (part.startsWith('{#') ? '' : part));
  return [...strings, markup];
}

describe('colours', () => {
  it('are written in the theme only', () => {
    const sheets = filesBelow('src').filter((path) => path.endsWith('.css'));
    const broken = [
      ...sourceFiles(['src']).map((file) => ({ path: file.path, texts: placesOfColours(file) })),
      ...sheets.map((path) => ({ path, texts: [readSource(path).text] })),
    ]
      .filter(({ path }) => !path.startsWith('src/theme/'))
      .flatMap(({ path, texts }) =>
        texts.flatMap((text) => {
          const found = colour.exec(text) ?? (/\.(svelte|css)$/.test(path) ? namedColour.exec(text) : null);
          return found === null ? [] : [`${path}: ${found[0]}`];
        }),
      );
    expect(broken).toEqual([]);
  });
});
