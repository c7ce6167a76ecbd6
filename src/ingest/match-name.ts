import type { Field, Table } from '../model/field';
import type { Evidence } from './import-draft';
import { normaliseHeader, spellOut } from './normalise-header';

export type NameMatch = { readonly confidence: number; readonly evidence: Evidence } | null;

/** A header as it is compared with the names of fields. */
export type Header = { readonly text: string; readonly spelled: string };

type Names = {
  readonly strong: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  readonly spelled: ReadonlySet<string>;
  readonly own: string;
  /** Names that mean something inside a longer header. */
  readonly parts: readonly string[];
};

const isChinese = (text: string): boolean => /[一-鿿]/u.test(text);

/** A synonym inside a longer header must be long enough to mean something: 4 letters or 2 characters. */
const carriesMeaning = (text: string): boolean => (isChinese(text) ? text.length >= 2 : text.length >= 4);

const known = new WeakMap<Field, Names>();
const knownStarts = new WeakMap<Table, readonly string[]>();

export const headerOf = (name: string): Header => ({
  text: normaliseHeader(name).text,
  spelled: spellOut(name),
});

function namesOf(field: Field): Names {
  const cached = known.get(field);
  if (cached) return cached;
  const normal = (text: string) => normaliseHeader(text).text;
  const strong = [...field.synonyms, field.label.en, field.label.zh];
  const own = normal(field.name);
  const normalised = new Set(strong.map(normal));
  const spelled = new Set([field.name, ...strong].map(spellOut));
  const names = {
    own,
    strong: normalised,
    weak: new Set((field.weakSynonyms ?? []).map(normal)),
    spelled,
    parts: [...new Set([own, ...normalised, ...spelled])].filter(carriesMeaning),
  };
  known.set(field, names);
  return names;
}

/** What a header of the table may begin with without saying anything: the table's own names. */
function startsOf(table: Table): readonly string[] {
  const cached = knownStarts.get(table);
  if (cached) return cached;
  const starts = table.fileNames.flatMap((name) => [normaliseHeader(name).text, spellOut(name)]);
  const found = [...new Set(starts)].filter((start) => start.length >= 3);
  knownStarts.set(table, found);
  return found;
}

function partOf({ text, spelled }: Header, names: Names): { name: string; share: number } | null {
  let best: { name: string; share: number } | null = null;
  for (const name of names.parts) {
    for (const header of [text, spelled]) {
      if (!(header.startsWith(name) || header.endsWith(name))) continue;
      const share = name.length / header.length;
      if (best === null || share > best.share) best = { name, share };
    }
  }
  return best;
}

/**
 * How well a header names a field of a table, by the name alone: the field's own name .98, a synonym .95, the same with
 * short forms written out .93, either behind the table's name (`trans_date`) .92, a weak synonym .75, a synonym inside a
 * longer header .6–.8.
 */
export function matchName(header: Header, field: Field, table: Table): NameMatch {
  const { text, spelled } = header;
  if (text === '') return null;
  const names = namesOf(field);
  const found = (code: string, name: string, confidence: number): NameMatch => ({
    confidence,
    evidence: { code, values: { name } },
  });
  if (text === names.own) return found('name.field', field.name, 0.98);
  if (names.strong.has(text)) return found('name.synonym', text, 0.95);
  if (names.weak.has(text)) return found('name.weak', text, 0.75);
  if (names.spelled.has(spelled)) return found('name.synonym', spelled, 0.93);
  for (const start of startsOf(table)) {
    for (const whole of [text, spelled]) {
      if (!whole.startsWith(start)) continue;
      const rest = whole.slice(start.length);
      if (rest === names.own || names.strong.has(rest) || names.weak.has(rest) || names.spelled.has(rest)) {
        return found('name.synonym', rest, 0.92);
      }
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
