import { isNull, type Column, type TextColumn } from '../columns/column';
import type { Dictionary } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { AssumptionCode } from './assumption-codes';
import type { Assumption, Dataset } from './dataset';
import { textOf } from './link-people';
import { withColumns, withoutColumns } from './make-column';

/** What {@link buildDataset} says anew each time; the other assumptions were made while the files were read. */
const saidByTheStar: ReadonlySet<AssumptionCode> = new Set([
  'customers.from-ids',
  'accounts.from-ids',
  'owner.first-holder',
  'organisation.region-as-branch',
  'product.unspecified',
  'balance.rebuilt',
  'balance.snapshot-month',
  'currency.several',
  'currency.converted',
  'ids.masked',
  'ids.damaged',
  'date.future',
  'direction.against-balances',
  'link.leading-zeros',
  'link.orphans',
]);

export function assumptionsOfReading({ assumptions }: Dataset): readonly Assumption[] {
  return assumptions.filter(({ code }) => !saidByTheStar.has(code));
}

/**
 * The tables that a star was built from, as far as it can tell: without tables, keys, months and products that the
 * joins made, and with the amounts in other currencies in their place. Building from them and from further rows is then
 * the same as building from all at once. Amounts keep the sign that they have got.
 */
export function givenTables(dataset: Dataset): Readonly<Record<string, Frame>> {
  const given = new Set(dataset.sources.map(({ table }) => table));
  const frames = Object.values(dataset.tables).filter(
    (frame) => dataset.sources.length === 0 || given.has(frame.name),
  );
  return Object.fromEntries(frames.map((frame) => [frame.name, withoutProduct(asGiven(frame), dataset)]));
}

function asGiven(frame: Frame): Frame {
  const originals: Record<string, Column> = {};
  const made: string[] = frame.name === 'transaction' ? ['month'] : [];
  for (const [name, column] of Object.entries(frame.columns)) {
    if (name.endsWith('_key')) made.push(name);
    if (!name.endsWith('_original')) continue;
    made.push(name);
    originals[name.slice(0, -'_original'.length)] = column;
  }
  return withoutColumns(withColumns(frame, originals), made);
}

/** Without a product that is only that of the account, or of the account's type: the joins find it again. */
function withoutProduct(frame: Frame, dataset: Dataset): Frame {
  if (!['account', 'balance', 'transaction'].includes(frame.name)) return frame;
  const own = textOf(frame, 'product_code');
  if (!own) return frame;
  const isUnspecified = dataset.assumptions.some(({ code }) => code === 'product.unspecified');
  const isMade = isUnspecified || isFollowed(own, dataset.tables[frame.name] ?? frame, dataset);
  return isMade ? withoutColumns(frame, ['product_code']) : frame;
}

/** Whether products are row by row those that the joins would find, under the same codes. */
function isFollowed(own: TextColumn, frame: Frame, dataset: Dataset): boolean {
  const account = dataset.tables['account'];
  const isAccount = frame.name === 'account';
  const from = textOf(account, isAccount ? 'product_type' : 'product_code');
  const keys = frame.columns['account_key'];
  if (!from || (!isAccount && keys?.kind !== 'int32')) return false;
  if (!haveSameValues(own.dictionary, from.dictionary)) return false;
  for (let row = 0; row < frame.rowCount; row++) {
    const isLinked = keys?.kind !== 'int32' || !isNull(keys.nulls, row);
    const at = isAccount || keys?.kind !== 'int32' ? row : (keys.values[row] as number);
    const isKnown = isLinked && !isNull(from.nulls, at);
    if (isKnown === isNull(own.nulls, row) || (isKnown && own.codes[row] !== from.codes[at])) return false;
  }
  return true;
}

function haveSameValues(one: Dictionary, other: Dictionary): boolean {
  return (
    one.size === other.size &&
    one.bytes.length === other.bytes.length &&
    one.offsets.every((offset, code) => offset === other.offsets[code]) &&
    one.bytes.every((byte, at) => byte === other.bytes[at])
  );
}
