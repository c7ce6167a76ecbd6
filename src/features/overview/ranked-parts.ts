import { majorOf } from '../../base/money';
import { topRows } from '../../cube/top-rows';
import type { Measured } from '../../dataset/measure-by';
import type { Name } from '../../dataset/names';

export type BreakdownRow = {
  /** Id or code: what filters, selections and drills take. Empty = not known. */
  readonly key: string;
  /** As the files write it, in either language; null when they only know the key. */
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly value: number | null;
  readonly comparison: number | null;
  /** Null while they are still to be counted. */
  readonly customers: number | null;
  readonly transactions: number;
};

export type BreakdownRest = {
  readonly members: number;
  readonly value: number | null;
  readonly comparison: number | null;
  readonly customers: number | null;
};

/** A metric by the places of a grouping, now and earlier; a place without a value has NaN. */
export type Places = {
  readonly keys: readonly string[];
  readonly nameOf: (key: string) => Name;
  readonly current: Measured | null;
  readonly earlier: Measured | null;
  /** Null when they are not counted. */
  readonly customers: Measured | null;
  readonly transactions: Measured | null;
  /** Whether anybody had anything at a place, be it nothing of the metric. */
  readonly isThere: (place: number) => boolean;
  /** Minor units of a major one; 1 for counts. */
  readonly scale: number;
  /** Places to name. */
  readonly top: number;
};

/** The largest places by name, and the others together. Places with nothing now or earlier are left out. */
export function rankedParts(given: Places): {
  readonly rows: readonly BreakdownRow[];
  readonly rest: BreakdownRest | null;
} {
  const { keys, current, earlier, customers, transactions, isThere, scale, top } = given;
  const known = (number: number | undefined): number | null =>
    number === undefined || number !== number ? null : majorOf(number, scale);
  const at = (measured: Measured | null, place: number): number => measured?.values[place] ?? 0;
  const isMember = keys.map(
    (_, place) =>
      isThere(place) ||
      [current, earlier, transactions].some((measured) => {
        const found = at(measured, place);
        return found === found && found !== 0;
      }),
  );
  const ranked = Float64Array.from(keys, (_, place) => {
    const found = at(current, place);
    return isMember[place] !== true ? NaN : found === found ? found : -Infinity;
  });
  const best = topRows(ranked, top);
  const named = new Set(best);
  const isRest = (place: number): boolean => isMember[place] === true && !named.has(place);
  const members = keys.filter((_, place) => isRest(place)).length;
  const rows = Array.from(best, (place) => {
    const key = keys[place] ?? '';
    const { name, nameEn } = key === '' ? { name: null, nameEn: null } : given.nameOf(key);
    return {
      key,
      name,
      nameEn,
      value: known(current?.values[place]),
      comparison: known(earlier?.values[place]),
      customers: customers && at(customers, place),
      transactions: at(transactions, place),
    };
  });
  if (members === 0) return { rows, rest: null };
  return {
    rows,
    rest: {
      members,
      value: known(current?.together(isRest)),
      comparison: known(earlier?.together(isRest)),
      customers: customers && customers.together(isRest),
    },
  };
}
