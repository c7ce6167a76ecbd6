import type { Field, Table } from '../model/field';
import type { Evidence } from './import-draft';
import { normaliseHeader } from './normalise-header';

export type NameMatch = { readonly confidence: number; readonly evidence: Evidence } | null;

type Names = {
  readonly strong: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly own: string;
};

const known = new WeakMap<Field, Names>();

function namesOf(field: Field): Names {
  const cached = known.get(field);
  if (cached) return cached;
  const normal = (text: string) => normaliseHeader(text).text;
  const names = {
    own: normal(field.name),
    strong: new Set([...field.synonyms, field.label.en, field.label.zh].map(normal)),
    weak: new Set((field.weakSynonyms ?? []).map(normal)),
  };
  known.set(field, names);
  return names;
}

const isChinese = (text: string): boolean => /[一-鿿]/u.test(text);

/** A synonym inside a longer header must be long enough to mean something: 4 letters or 2 characters. */
const carriesMeaning = (text: string): boolean => (isChinese(text) ? text.length >= 2 : text.length >= 4);

function partOf(header: string, names: Names): { name: string; share: number } | null {
  let best: { name: string; share: number } | null = null;
  for (const name of [names.own, ...names.strong]) {
    if (!carriesMeaning(name) || !(header.startsWith(name) || header.endsWith(name))) continue;
    const share = name.length / header.length;
    if (best === null || share > best.share) best = { name, share };
  }
  return best;
}

/**
 * How well a normalised header names a field of a table, by the name alone: the field's own name .98, a synonym .95,
 * either behind the table's name (`trans_date`) .92, a weak synonym .75, a synonym inside a longer header .6–.8.
 */
export function matchName(header: string, field: Field, table: Table): NameMatch {
  if (header === '') return null;
  const names = namesOf(field);
  const found = (code: string, name: string, confidence: number): NameMatch => ({
    confidence,
    evidence: { code, values: { name } },
  });
  if (header === names.own) return found('name.field', field.name, 0.98);
  if (names.strong.has(header)) return found('name.synonym', header, 0.95);
  if (names.weak.has(header)) return found('name.weak', header, 0.75);
  for (const prefix of table.fileNames) {
    const start = normaliseHeader(prefix).text;
    if (start.length < 3 || !header.startsWith(start)) continue;
    const rest = header.slice(start.length);
    if (rest === names.own || names.strong.has(rest) || names.weak.has(rest)) {
      return found('name.synonym', rest, 0.92);
    }
  }
  const part = partOf(header, names);
  return part === null ? null : found('name.part', part.name, 0.6 + 0.2 * part.share);
}

/** How strongly a file's name hints at a table: 1 for a whole word, .6 for a part, 0 for none. */
export function matchFileName(fileName: string, table: Table): number {
  const stem = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/(\.[A-Za-z0-9]{1,5})+$/, '')
    .normalize('NFKC')
    .toLowerCase();
  const words = stem.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const joined = words.join('_');
  if (table.fileNames.some((name) => words.includes(name) || joined === name)) return 1;
  const isPart = (name: string) => carriesMeaning(name) && joined.includes(name);
  return table.fileNames.some(isPart) ? 0.6 : 0;
}
