import * as v from 'valibot';
import { fingerprint } from '../base/fingerprint';
import type { MappedDialect, MappedFile, MappingFile } from '../model/mapping';
import { tableNamed } from '../model/tables';
import { parseMappingFile } from './mapping-file';

/** What was settled about files with certain headers: next month's file is matched by it. */
export type MappingTemplate = {
  /** Fingerprint of the header as the first look finds it. */
  readonly id: string;
  /** ISO day on which it was last loaded by. */
  readonly savedOn: string;
  /** Of how the file is cut only what a person said; without rows and values but codes. */
  readonly file: MappedFile;
};

/** A file as the first look found it. */
export type FirstLook = {
  readonly header: readonly string[];
  readonly dialect: MappedDialect;
};

/** Templates that a browser keeps; the oldest give way. */
const most = 200;

const stored = v.object({
  version: v.literal(1),
  templates: v.array(v.object({ id: v.string(), savedOn: v.string(), file: v.unknown() })),
});

export const templateId = (header: readonly string[]): string => fingerprint(header);

/** What is kept of a file after it was loaded; null where it has no header, or no table of ours. */
export function templateOf(
  { header, dialect }: FirstLook,
  entry: MappedFile,
  name: string,
  savedOn: string,
): MappingTemplate | null {
  const headers = entry.match.headers ?? header;
  if (dialect.hasHeader !== true || tableNamed(entry.table) === undefined) return null;
  const { dialect: cut = {}, ...rest } = entry;
  const said = Object.entries(cut).filter(([key, value]) => dialect[key as keyof MappedDialect] !== value);
  const match = { name: name.replace(/\d{4,}/g, '*'), headers };
  const settled = said.length > 0 ? { dialect: Object.fromEntries(said) as MappedDialect } : {};
  return { id: templateId(header), savedOn, file: { ...rest, ...settled, match } };
}

/** The templates with further ones, the newest first; one of the same headers takes the place of the older. */
export function withTemplates(
  known: readonly MappingTemplate[],
  added: readonly MappingTemplate[],
): readonly MappingTemplate[] {
  const fresh = new Map(added.map((one) => [one.id, one]));
  return [...fresh.values(), ...known.filter(({ id }) => !fresh.has(id))].slice(0, most);
}

/** What was kept, as far as it can be understood. */
export function parseTemplates(text: string | null): readonly MappingTemplate[] {
  if (text === null) return [];
  try {
    const { templates } = v.parse(stored, JSON.parse(text));
    return templates.flatMap(({ file, ...one }) => {
      const entry = entryOf(file);
      return entry === null ? [] : [{ ...one, file: entry }];
    });
  } catch {
    return [];
  }
}

function entryOf(file: unknown): MappedFile | null {
  try {
    return parseMappingFile(JSON.stringify({ version: 1, files: [file] })).files[0] ?? null;
  } catch {
    return null;
  }
}

export const formatTemplates = (templates: readonly MappingTemplate[]): string =>
  JSON.stringify({ version: 1, templates });

/** Templates as a mapping file, for `--mapping` and for other computers. */
export const mappingOfTemplates = (templates: readonly MappingTemplate[]): MappingFile => ({
  version: 1,
  files: templates.map(({ file }) => file),
  links: [],
});

/**
 * The entries of a mapping file as templates; those that name no headers are about single files and stay out.
 *
 * @throws ingest.bad-mapping
 */
export function templatesOfMapping(text: string, savedOn: string): readonly MappingTemplate[] {
  return parseMappingFile(text).files.flatMap((file) => {
    const { headers } = file.match;
    return headers === undefined || headers.length === 0 ? [] : [{ id: templateId(headers), savedOn, file }];
  });
}

/**
 * The entry by which a file is read: what a date column looks like in this file counts more than what it looked like
 * then, unless it can be read in several ways.
 *
 * @param found date format that the columns of the file have without doubt
 */
export function entryFor(
  { file }: MappingTemplate,
  name: string,
  found: ReadonlyMap<string, string>,
): MappedFile {
  const { dates, ...rest } = file;
  const said = dates === undefined ? {} : datesByColumn(file, dates);
  const kept = Object.entries(said).filter(([column]) => !found.has(column));
  return {
    ...rest,
    match: { name },
    ...(kept.length > 0 ? { dates: Object.fromEntries(kept) } : {}),
  };
}

const datesByColumn = (
  { columns }: MappedFile,
  dates: NonNullable<MappedFile['dates']>,
): Readonly<Record<string, string>> =>
  typeof dates === 'string'
    ? Object.fromEntries(Object.keys(columns).map((column) => [column, dates]))
    : dates;
