import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Messages, Text } from '../../src/i18n/translate';
import { sourceFiles, walk } from './source-files';

/** Every set of messages, by the file that declares it. */
const sets = Object.entries(
  import.meta.glob<Record<string, unknown>>('../../src/**/{messages,*.messages}.ts', { eager: true }),
).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter((entry): entry is [string, Messages] => isMessages(entry[1]))
    .map(([name, messages]) => ({ file: file.replace('../../', ''), name, messages })),
);

const texts = sets.flatMap(({ file, messages }) =>
  Object.entries(messages).map(([key, { en, zh }]) => ({ key: `${file} ${key}`, en, zh })),
);

/** Names that are written in their own language everywhere. */
const names: ReadonlySet<string> = new Set(['Clientele', 'English']);

function isMessages(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.values(value);
  return (
    entries.length > 0 &&
    entries.every((entry) => typeof entry === 'object' && entry !== null && 'en' in entry && 'zh' in entry)
  );
}

function forms(text: Text): string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function gaps(text: Text): string[] {
  const longest = typeof text === 'string' ? text : text.other;
  return [...longest.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

describe('messages', () => {
  it('are found', () => {
    expect(sets.length).toBeGreaterThan(5);
  });

  it('say something in both languages', () => {
    const empty = texts.filter(({ en, zh }) =>
      [...forms(en), ...forms(zh)].some((text) => text.trim() === ''),
    );
    expect(empty.map(({ key }) => key)).toEqual([]);
  });

  it('have the same gaps to fill in both languages', () => {
    // Chinese needs no count where the English one only chooses a plural.
    const different = texts.filter(({ en, zh }) => gaps(en).join() !== gaps(zh).join());
    expect(different.map(({ key, en, zh }) => `${key}: ${gaps(en).join()} / ${gaps(zh).join()}`)).toEqual([]);
  });

  it('are Chinese in Chinese', () => {
    const latin = texts.filter(({ en, zh }) =>
      forms(zh).some((text) => {
        const words = text.replace(/\{\w+\}/g, '');
        return (
          /\p{L}/u.test(words) &&
          !/\p{Script=Han}/u.test(words) &&
          !forms(en).includes(text) &&
          !names.has(text)
        );
      }),
    );
    expect(latin.map(({ key, zh }) => `${key}: ${forms(zh).join(' | ')}`)).toEqual([]);
  });

  it('are all used', () => {
    const { words, patterns } = wordsOfSource(new Set(sets.map(({ file }) => file)));
    const unused = sets.flatMap(({ file, messages }) =>
      Object.keys(messages)
        .filter((key) => !words.has(key) && !patterns.some((pattern) => pattern.test(key)))
        .map((key) => `${file}: ${key}`),
    );
    expect(unused).toEqual([]);
  });
});

/** Strings of the source outside the messages, and what its templates may become. */
function wordsOfSource(left: ReadonlySet<string>): { words: Set<string>; patterns: RegExp[] } {
  const words = new Set<string>();
  const patterns: RegExp[] = [];
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const addTemplate = (parts: readonly string[]): void => {
    // Two fixed letters at least: `${key}` alone would excuse everything.
    if (parts.join('').replace(/[^\p{L}]/gu, '').length < 2) return;
    patterns.push(new RegExp(`^${parts.map(escaped).join('[\\w.-]*')}$`));
  };
  for (const { path, script, text } of sourceFiles(['src', 'sample-data', 'workers'])) {
    if (left.has(path)) continue;
    walk(script, (node) => {
      if (ts.isStringLiteralLike(node)) words.add(node.text);
      else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) words.add(node.name.text);
      else if (ts.isTemplateExpression(node)) {
        addTemplate([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
      }
    });
    if (!path.endsWith('.svelte')) continue;
    const markup = text.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '');
    for (const match of markup.matchAll(/'([^'\n]*)'|"([^"{}\n]+)"/g)) words.add(match[1] ?? match[2] ?? '');
    for (const match of markup.matchAll(/`([^`]*\$\{[^`]*)`/g))
      addTemplate((match[1] ?? '').split(/\$\{[^}]*\}/));
  }
  return { words, patterns };
}
