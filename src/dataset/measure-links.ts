import { isNull } from '../columns/column';
import { codesIn } from '../columns/codes-in';
import { links, linkText } from '../model/links';
import type { Frame } from '../columns/frame';
import { doubtfulIds } from './doubtful-ids';
import { textOf } from './link-people';
import { ownKeysOf } from './link-others';

export type LinkMatch = {
  readonly from: string;
  readonly to: string;
  /** Rows that refer to something by an id of its own, and those of them that find it. */
  readonly rows: number;
  readonly matched: number;
};

/**
 * How many references of each table find their row in the other, for every link whose both sides are there.
 *
 * @param others files under their own names, linked where their keys match
 */
export function measureLinks(
  tables: Readonly<Record<string, Frame>>,
  others: Readonly<Record<string, Frame>> = {},
): readonly LinkMatch[] {
  const ownLinks = Object.values(others).flatMap((frame) => ownKeysOf(frame, tables));
  return [...links, ...ownLinks].flatMap((link): LinkMatch[] => {
    const from = textOf(tables[link.from.table] ?? others[link.from.table], link.from.field);
    const to = textOf(tables[link.to.table], link.to.field);
    if (!from || !to) return [];
    const found = codesIn(from.dictionary, to.dictionary);
    const doubtful = doubtfulIds(from.dictionary);
    let [rows, matched] = [0, 0];
    for (let row = 0; row < from.codes.length; row++) {
      if (isNull(from.nulls, row) || doubtful.has(from.codes[row] as number)) continue;
      rows++;
      if ((found[from.codes[row] as number] as number) >= 0) matched++;
    }
    return [{ ...linkText(link), rows, matched }];
  });
}
