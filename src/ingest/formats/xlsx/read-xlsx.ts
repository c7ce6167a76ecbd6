import { unzipMember } from '../archive/unzip-member';
import { readZipDirectory } from '../archive/zip-directory';
import type { ReadTables } from '../format-reader';
import type { TextTable } from '../text-table';
import { readSheet } from './sheet';
import { readRelations, readSharedTexts, readStyles, readWorkbook, type Relation } from './workbook';
import { XmlTags } from './xml-tags';

/**
 * The sheets of a workbook (.xlsx, .xlsm), a table each. Source: ECMA-376 part 1 (SpreadsheetML) and part 2 (packages). Its
 * parts are found by their relations, as their names are the writer's choice.
 */
export const readXlsx: ReadTables = async (source, limit, control) => {
  const entries = new Map((await readZipDirectory(source)).map((entry) => [entry.path.toLowerCase(), entry]));
  const piecesOf = async (path: string): Promise<readonly Uint8Array[] | null> => {
    const entry = entries.get(path.toLowerCase());
    return entry ? await unzipMember(source, entry, limit, control) : null;
  };
  const tagsOf = async (path: string): Promise<XmlTags> => new XmlTags((await piecesOf(path)) ?? []);
  const relationsOf = async (path: string): Promise<ReadonlyMap<string, Relation>> => {
    const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/u.exec(path) ?? [];
    const relations = readRelations(await tagsOf(`${folder}_rels/${name}.rels`));
    const absolute = [...relations].map(
      ([id, { type, target }]) => [id, { type, target: resolve(folder, target) }] as const,
    );
    return new Map(absolute);
  };

  const book = targetOf(await relationsOf(''), 'officeDocument') ?? 'xl/workbook.xml';
  const { sheets, system } = readWorkbook(await tagsOf(book));
  if (sheets.length === 0) throw new Error('the workbook lists no sheet');
  const relations = await relationsOf(book);
  const styles = readStyles(await tagsOf(targetOf(relations, 'styles') ?? ''), limit);
  const texts = readSharedTexts(await tagsOf(targetOf(relations, 'sharedStrings') ?? ''), limit);

  const tables: TextTable[] = [];
  for (const { name, relation } of sheets) {
    const { type, target } = relations.get(relation) ?? {};
    // Sheets of charts and macros hold no cells.
    if (type !== undefined && type !== 'worksheet') continue;
    const pieces = target === undefined ? null : await piecesOf(target);
    if (pieces === null) throw new Error(`the sheet ${name} is missing`);
    tables.push(await readSheet(pieces, { name, texts, styles, system, limit, control }));
  }
  const filled = tables.filter(({ rowCount }) => rowCount > 0);
  const [only] = filled;
  // The only sheet with rows goes by the name of the file, whatever it is called.
  if (filled.length !== 1 || only === undefined) return tables;
  return [{ ...only, origin: { ...only.origin, table: null } }];
};

function targetOf(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  return [...relations.values()].find((relation) => relation.type === type)?.target ?? null;
}

/** A target as a path of the package: relative to a folder, or from the root with a slash. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}
