import { isNull, type TextColumn } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';
import { doubtfulIds } from './doubtful-ids';
import { distinctIds, followRows, joinRows, type IdIndex } from './join';
import { keyColumnOf, withColumns } from './make-column';
import { takeRows } from './take-rows';

/** Frames by canonical table name, replaced step by step while the star is built. */
export type Frames = Record<string, Frame>;

export const textOf = (frame: Frame | undefined, name: string): TextColumn | null => {
  const column = frame?.columns[name];
  return column?.kind === 'text' ? column : null;
};

/**
 * The frame with one row per id: of several rows with the same id the last stays (the newest state in an appended
 * file), rows without id stay out. Masked and damaged ids are not the same because they look so: their rows stay.
 */
export const keepLastById = (frame: Frame, idField: string, assumptions: Assumption[]): Frame =>
  keepById(frame, idField, 'last', assumptions);

/** The frame with one row per id: of several rows with the same id the first or the last. */
export function keepById(
  frame: Frame,
  idField: string,
  which: 'first' | 'last',
  assumptions: Assumption[],
): Frame {
  const ids = textOf(frame, idField);
  if (ids === null) return frame;
  const keptRow = new Int32Array(ids.dictionary.size).fill(-1);
  const doubtful = doubtfulIds(ids.dictionary);
  const others: number[] = [];
  for (let row = 0; row < frame.rowCount; row++) {
    if (isNull(ids.nulls, row)) continue;
    const code = ids.codes[row] as number;
    if (doubtful.size > 0 && doubtful.has(code)) others.push(row);
    else if (which === 'last' || (keptRow[code] as number) < 0) keptRow[code] = row;
  }
  const kept = joinedRows(
    keptRow.filter((row) => row >= 0),
    others,
  ).sort();
  const removed = frame.rowCount - kept.length;
  if (removed === 0) return frame;
  assumptions.push({
    code: which === 'last' ? 'rows.repeated-id' : 'rows.repeated-id-first',
    values: { table: frame.name, field: idField, rows: removed },
  });
  return takeRows(frame, kept);
}

function joinedRows(first: Int32Array, second: readonly number[]): Uint32Array {
  const rows = new Uint32Array(first.length + second.length);
  rows.set(first);
  rows.set(second, first.length);
  return rows;
}

function idColumns(frames: Frames, field: string, order: readonly string[]): readonly TextColumn[] {
  const names = [...order, ...Object.keys(frames).filter((name) => !order.includes(name))];
  return names.flatMap((name) => textOf(frames[name], field) ?? []);
}

function frameOfIds(table: string, field: string, ids: TextColumn): Frame {
  return { name: table, rowCount: ids.codes.length, columns: { [field]: ids } };
}

/** Customers of the files, or, without such a file, one for each distinct id anywhere. */
export function customersOf(frames: Frames, assumptions: Assumption[]): Frame {
  const given = frames['customer'];
  if (given && textOf(given, 'customer_id')) return keepLastById(given, 'customer_id', assumptions);
  const ids = distinctIds(idColumns(frames, 'customer_id', ['account', 'holder', 'transaction']));
  assumptions.push({ code: 'customers.from-ids', values: { customers: ids.codes.length } });
  return frameOfIds('customer', 'customer_id', ids);
}

/** Accounts of the files, or one for each distinct id anywhere; null when no file knows accounts. */
export function accountsOf(frames: Frames, assumptions: Assumption[]): Frame | null {
  const given = frames['account'];
  if (given && textOf(given, 'account_id')) return keepLastById(given, 'account_id', assumptions);
  const columns = idColumns(frames, 'account_id', ['holder', 'balance', 'transaction']);
  if (columns.length === 0) return null;
  const ids = distinctIds(columns);
  assumptions.push({ code: 'accounts.from-ids', values: { accounts: ids.codes.length } });
  return frameOfIds('account', 'account_id', ids);
}

/**
 * For each account the row of the customer who owns it, -1 = not known: the customer in the account's own row, else
 * the holder with the role of owner, else the first holder, else (accounts that no file lists) the first customer seen
 * with it in another table.
 */
export function ownersOf(
  account: Frame,
  frames: Frames,
  customers: IdIndex,
  accounts: IdIndex,
  assumptions: Assumption[],
): Int32Array {
  const own = textOf(account, 'customer_id');
  const owners = own ? joinRows(own, customers) : new Int32Array(account.rowCount).fill(-1);
  fillFromHolders(owners, frames['holder'], accounts, customers, assumptions);
  const isGiven = own !== null || (frames['holder'] !== undefined && frames['account'] !== undefined);
  if (!isGiven) {
    for (const name of ['balance', 'transaction', 'loan', 'card']) {
      fillFromFirstSeen(owners, frames[name], accounts, customers);
    }
  }
  return owners;
}

function fillFromHolders(
  owners: Int32Array,
  holder: Frame | undefined,
  accounts: IdIndex,
  customers: IdIndex,
  assumptions: Assumption[],
): void {
  const accountIds = textOf(holder, 'account_id');
  const customerIds = textOf(holder, 'customer_id');
  if (!holder || !accountIds || !customerIds) return;
  const accountRows = joinRows(accountIds, accounts);
  const customerRows = joinRows(customerIds, customers);
  const role = textOf(holder, 'role');
  const ownerCodes = new Set(
    role ? dictionaryValues(role.dictionary).flatMap((value, code) => (value === 'owner' ? [code] : [])) : [],
  );
  const isOwner = (row: number) =>
    role !== null && !isNull(role.nulls, row) && ownerCodes.has(role.codes[row] as number);
  let withoutRole = 0;
  for (const pass of ['owner', 'first'] as const) {
    for (let row = 0; row < holder.rowCount; row++) {
      const account = accountRows[row] as number;
      if (account < 0 || (owners[account] as number) >= 0 || (customerRows[row] as number) < 0) continue;
      if (pass === 'owner' && !isOwner(row)) continue;
      if (pass === 'first') withoutRole++;
      owners[account] = customerRows[row] as number;
    }
  }
  if (withoutRole > 0) assumptions.push({ code: 'owner.first-holder', values: { accounts: withoutRole } });
}

function fillFromFirstSeen(
  owners: Int32Array,
  frame: Frame | undefined,
  accounts: IdIndex,
  customers: IdIndex,
): void {
  const accountIds = textOf(frame, 'account_id');
  const customerIds = textOf(frame, 'customer_id');
  if (!frame || !accountIds || !customerIds) return;
  const accountRows = joinRows(accountIds, accounts);
  const customerRows = joinRows(customerIds, customers);
  for (let row = 0; row < frame.rowCount; row++) {
    const account = accountRows[row] as number;
    if (account >= 0 && (owners[account] as number) < 0) owners[account] = customerRows[row] as number;
  }
}

/**
 * `account_key` and `customer_key` of a fact table. A row of an account that a file assigns to an owner belongs to
 * that owner; otherwise to the customer in the row itself (data.md §4.2: sums over customers equal sums over
 * accounts).
 *
 * @param owners customer row of each account; `areGiven` = from an account or holder file, not from the facts
 */
export function linkFacts(
  frame: Frame,
  customers: IdIndex,
  accounts: IdIndex,
  owners: Int32Array,
  areGiven: boolean,
): Frame {
  const customerIds = textOf(frame, 'customer_id');
  const accountIds = textOf(frame, 'account_id');
  const own = customerIds ? joinRows(customerIds, customers) : null;
  if (accountIds === null) return own ? withColumns(frame, { customer_key: keyColumnOf(own) }) : frame;
  const accountRows = joinRows(accountIds, accounts);
  const byAccount = followRows(accountRows, owners);
  const [first, second] = areGiven || own === null ? [byAccount, own] : [own, byAccount];
  const rows =
    second === null ? first : first.map((row, index) => (row >= 0 ? row : (second[index] as number)));
  return withColumns(frame, { account_key: keyColumnOf(accountRows), customer_key: keyColumnOf(rows) });
}
