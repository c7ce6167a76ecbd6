import type { Assumption } from '../dataset/dataset';
import type { ReadFile } from './assemble-tables';
import type { ByteSource } from './byte-source';
import { decodeText } from './decode-text';

/** A small file beside a table that says how many rows were written. */
export type ControlFile = { readonly source: ByteSource; readonly about: ByteSource };

export type PartedSources = {
  readonly tables: readonly ByteSource[];
  readonly controls: readonly ControlFile[];
};

const LARGEST_BYTES = 1 << 12;
const ending = /\.(?:flg|ctl|chk|ok|cnt)$/iu;

/** `trans.flg` and `trans.txt.flg` are about `trans.txt`; a file with such a name that is about none is a table. */
export function partControls(sources: readonly ByteSource[]): PartedSources {
  const controls: ControlFile[] = [];
  const tables = sources.filter((source) => {
    if (!ending.test(source.name) || source.byteLength > LARGEST_BYTES || source.table) return true;
    const stem = source.name.replace(ending, '');
    const about = sources.find(
      ({ name }) => !ending.test(name) && (name === stem || name.replace(/\.[^./]*$/u, '') === stem),
    );
    if (about) controls.push({ source, about });
    return !about;
  });
  return { tables, controls };
}

/**
 * Compares what control files say with the rows of their tables, without titles and totals: `control.rows-agree`,
 * `control.rows-differ`, or `control.unread` where no number can be made out.
 */
export async function checkControls(
  controls: readonly ControlFile[],
  files: readonly ReadFile[],
): Promise<readonly Assumption[]> {
  return await Promise.all(
    controls.map(async ({ source, about }): Promise<Assumption> => {
      const parsed = files.find(({ draft }) => draft.name === about.name)?.parsed;
      const text = decodeText(await source.slice(0, source.byteLength), 'gb18030');
      const expected = rowsSaid(text, about.byteLength);
      const names = { control: source.name, file: about.name };
      if (expected === null || !parsed) return { code: 'control.unread', values: names };
      const rows = parsed.rowCount + parsed.rejects.length;
      if (expected === rows) return { code: 'control.rows-agree', values: { ...names, rows } };
      return { code: 'control.rows-differ', values: { ...names, rows, expected } };
    }),
  );
}

const named = /(?:rows?|records?|count|cnt|lines?|记录数|笔数|条数|行数|总数)\D{0,12}?(\d[\d,]*)/iu;

/**
 * The number of rows that a control file says: the one behind such a word, or the only whole number that is neither a day
 * nor the length of the table's file. Null where there is none or several.
 */
export function rowsSaid(text: string, byteLength: number): number | null {
  const found = named.exec(text)?.[1];
  if (found !== undefined) return Number(found.replaceAll(',', ''));
  const numbers = text
    .split(/[^\p{L}\p{N}._-]+/u)
    .filter((word) => /^\d{1,15}$/.test(word) && !isDay(word))
    .map(Number);
  const counts = new Set(numbers.filter((number) => number !== byteLength || numbers.length === 1));
  const [only] = counts;
  return counts.size === 1 && only !== undefined ? only : null;
}

const isDay = (word: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(word);
