import type { UnpackLimit } from '../unpack-limit';
import { shownAs, type Shown } from './serial-date';
import type { XmlTags } from './xml-tags';

/** What an entry of a list takes at least. */
const PLACE_BYTES = 16;

export type SheetEntry = { readonly name: string; readonly relation: string };

export type Workbook = { readonly sheets: readonly SheetEntry[]; readonly system: 1900 | 1904 };

/** The sheets of `xl/workbook.xml` in their order, and from when on days are counted. */
export function readWorkbook(tags: XmlTags): Workbook {
  const sheets: SheetEntry[] = [];
  let system: Workbook['system'] = 1900;
  while (tags.next()) {
    if (!tags.isOpening) continue;
    if (tags.name === 'workbookPr') {
      if (/^(?:1|true)$/.test(tags.attribute('date1904') ?? '')) system = 1904;
    } else if (tags.name === 'sheet') {
      const relation = tags.attribute('r:id') ?? tags.attribute('id') ?? '';
      sheets.push({ name: tags.attribute('name') ?? '', relation });
    }
  }
  return { sheets, system };
}

export type Relation = { readonly type: string; readonly target: string };

/** The parts that a part refers to, by id: `{rId1: {type: 'worksheet', target: 'worksheets/sheet1.xml'}}`. */
export function readRelations(tags: XmlTags): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  while (tags.next()) {
    if (!tags.isOpening || tags.name !== 'Relationship') continue;
    const type = (tags.attribute('Type') ?? '').replace(/^.*\//u, '');
    relations.set(tags.attribute('Id') ?? '', { type, target: tags.attribute('Target') ?? '' });
  }
  return relations;
}

/**
 * What each cell style shows a number as.
 * @throws `ingest.too-large`
 */
export function readStyles(tags: XmlTags, limit: UnpackLimit): readonly Shown[] {
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  let isInCellStyles = false;
  while (tags.next()) {
    if (tags.name === 'cellXfs') isInCellStyles = tags.isOpening;
    else if (!tags.isOpening) continue;
    else if (tags.name === 'numFmt') {
      codes.set(Number(tags.attribute('numFmtId')), tags.attribute('formatCode') ?? '');
    } else if (tags.name === 'xf' && isInCellStyles) {
      const id = Number(tags.attribute('numFmtId') ?? 0);
      limit.take(PLACE_BYTES);
      styles.push(shownAs(id, codes.get(id)));
    }
  }
  return styles;
}

/**
 * Texts that cells share, readings (phonetic runs) left out.
 * @throws `ingest.too-large`
 */
export function readSharedTexts(tags: XmlTags, limit: UnpackLimit): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let isReading = false;
  while (tags.next()) {
    if (tags.name === 'rPh') isReading = tags.isOpening && !tags.isEmpty;
    else if (tags.name === 'si') {
      if (tags.isOpening) text = '';
      if (tags.isOpening && !tags.isEmpty) continue;
      limit.take(PLACE_BYTES + text.length);
      texts.push(text);
    } else if (tags.name === 't' && !tags.isOpening && !isReading) text += unescapeCell(tags.text);
  }
  return texts;
}

/** Characters that XML cannot write: `_x000D_`. Source: ECMA-376 part 1, §22.9.2.19. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
