import { lastDayOfMonth, firstDayOfMonth, isoMonth, monthOfDay, type Day } from '../base/calendar-day';
import { isNull, type Column, type Int32Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import { keepBaseCurrency } from './base-currency';
import type { Assumption, Dataset, SourceFile } from './dataset';
import { emptyIndex, indexById, joinRows, type IdIndex } from './join';
import { checkDirections } from './check-directions';
import { latestDay, noteFutureDays } from './future-days';
import { linkOthers } from './link-others';
import { accountsOf, customersOf, linkFacts, ownersOf, textOf, type Frames } from './link-people';
import { keyColumnOf, textColumnOf, withColumns, withoutColumns } from './make-column';
import { lastCompleteDay, monthsOfDays, spanOf, type DaySpan } from './months';
import { linkOrganisation } from './organisation';
import { linkProducts } from './products';
import { rebuildBalances } from './rebuild-balances';
import { signAmounts } from './sign-amounts';

/** What the star is built from: canonical tables with the fields of `model/tables.ts`, and where they came from. */
export type DatasetParts = {
  readonly id: string;
  readonly name: string;
  /** Frames by canonical table name; codes already canonical (`credit`, `owner`, `current` …). */
  readonly tables: Readonly<Record<string, Frame>>;
  readonly others?: Readonly<Record<string, Frame>>;
  readonly rejects?: Frame;
  readonly sources?: readonly SourceFile[];
  readonly assumptions?: readonly Assumption[];
  /** ISO 4217; taken from the currency columns when absent. */
  readonly currency?: string;
  /** Default 100. */
  readonly minorPerMajor?: number;
  /** The transactions' amounts have their sign already, as {@link withSignedAmounts} gives it. */
  readonly areAmountsSigned?: boolean;
  /** The day of the import: bookings more than a year later stay, are named, and the data end before them. */
  readonly today?: Day;
};

/** Facts that hang on an account or a customer, besides the account and the customer themselves. */
const notFacts: ReadonlySet<string> = new Set([
  'customer',
  'account',
  'branch',
  'manager',
  'region',
  'product',
]);

/**
 * Builds the star of data.md §7 in memory: keys by dictionary look-ups, owners, signed amounts, months, month-end
 * balances, organisation, products, as-of day. Rows that refer to nothing stay, with a null key.
 *
 * Assumes that money is in minor units and that each text column's dictionary holds distinct values. Input frames are
 * not changed; their columns are shared.
 *
 * @returns a dataset whose `assumptions` add to those given what had to be assumed here. O(rows + distinct ids)
 */
export function buildDataset(parts: DatasetParts): Dataset {
  const assumptions: Assumption[] = [...(parts.assumptions ?? [])];
  const linked = linkPeople(parts.tables, assumptions);
  let frames = linkOrganisation(linked.frames, linked.owners, assumptions);
  if (frames['transaction']) {
    const { transaction } = frames;
    const signed = parts.areAmountsSigned ? transaction : withSignedAmounts(transaction, assumptions);
    frames = { ...frames, transaction: withMonths(signed) };
  }
  const latest = latestDay(parts.today);
  const bookings = bookingSpan(frames, latest);
  noteFutureDays(frames, latest, assumptions);
  const based = keepBaseCurrency(withGivenBalances(frames), parts.currency, assumptions);
  frames = based.frames;
  const asOf = lastCompleteDay(bookings, lastBalanceMonth(frames)) ?? bookings?.last ?? snapshotDay(frames);
  if (asOf !== null) frames = deriveBalances(frames, asOf, assumptions);
  frames = linkProducts(frames, assumptions);
  assumptions.push(...checkDirections(frames['transaction']));
  const span = bookings ?? balanceSpan(frames);
  return {
    id: parts.id,
    name: parts.name,
    currency: based.currency,
    minorPerMajor: parts.minorPerMajor ?? 100,
    asOf,
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
    tables: frames,
    others: linkOthers(parts.others ?? {}, frames),
    rejects: parts.rejects ?? noRejects,
    sources: parts.sources ?? [],
    assumptions,
    published: {},
  };
}

const noRejects: Frame = {
  name: 'rejected_rows',
  rowCount: 0,
  columns: {
    file: textColumnOf([]),
    line: { kind: 'int32', values: new Int32Array(0), nulls: null },
    column: textColumnOf([]),
    rule: textColumnOf([]),
    reason: textColumnOf([]),
    raw: textColumnOf([]),
  },
};

function linkPeople(
  given: Readonly<Record<string, Frame>>,
  assumptions: Assumption[],
): { frames: Frames; owners: Int32Array | null } {
  const customer = customersOf(given, assumptions);
  const customerIds = textOf(customer, 'customer_id');
  const customers = customerIds ? indexById(customerIds) : emptyIndex;
  const account = accountsOf(given, assumptions);
  const accountIds = textOf(account ?? undefined, 'account_id');
  const accounts = accountIds ? indexById(accountIds) : emptyIndex;
  const owners = account ? ownersOf(account, given, customers, accounts, assumptions) : null;
  const areGiven = given['account'] !== undefined || given['holder'] !== undefined;
  const frames: Frames = {};
  for (const [name, frame] of Object.entries(given)) {
    if (notFacts.has(name)) frames[name] = frame;
    else frames[name] = linkFacts(frame, customers, accounts, owners ?? new Int32Array(0), areGiven);
  }
  frames['customer'] = customer;
  if (account && owners) {
    frames['account'] = withColumns(account, { customer_key: keyColumnOf(owners.slice()) });
  }
  if (frames['holder'] && textOf(given['holder'], 'customer_id')) {
    frames['holder'] = linkHolder(frames['holder'], customers);
  }
  if (frames['card']) frames['card'] = linkCard(frames['card'], frames['holder']);
  return { frames, owners };
}

/** A holder row names its own customer, not the owner of the account. */
function linkHolder(holder: Frame, customers: IdIndex): Frame {
  const ids = textOf(holder, 'customer_id');
  return ids ? withColumns(holder, { customer_key: keyColumnOf(joinRows(ids, customers)) }) : holder;
}

/** A card that names its holder belongs to that holder's customer and account. */
function linkCard(card: Frame, holder: Frame | undefined): Frame {
  const holderIds = textOf(holder, 'holder_id');
  const ids = textOf(card, 'holder_id');
  if (!holder || !holderIds || !ids) return card;
  const rows = joinRows(ids, indexById(holderIds));
  const added: Record<string, Column> = {};
  for (const key of ['customer_key', 'account_key']) {
    const keys = holder.columns[key];
    if (card.columns[key] !== undefined || keys?.kind !== 'int32') continue;
    added[key] = keyColumnOf(
      rows.map((row) => (row >= 0 && !isNull(keys.nulls, row) ? (keys.values[row] as number) : -1)),
    );
  }
  return withColumns(card, { ...added, holder_key: keyColumnOf(rows) });
}

/** Transactions with one signed amount in place of amounts, directions, debit and credit columns. */
export function withSignedAmounts(transaction: Frame, assumptions: Assumption[]): Frame {
  const signed = signAmounts(transaction);
  assumptions.push(...(signed?.assumptions ?? []));
  const rest = withoutColumns(transaction, ['debit_amount', 'credit_amount']);
  return signed ? withColumns(rest, { amount: signed.amount }) : rest;
}

function withMonths(transaction: Frame): Frame {
  const days = transaction.columns['txn_date'];
  return days?.kind === 'int32' ? withColumns(transaction, { month: monthsOfDays(days) }) : transaction;
}

const int32Of = (frame: Frame | undefined, name: string): Int32Column | null => {
  const column = frame?.columns[name];
  return column?.kind === 'int32' ? column : null;
};

/** The days of the bookings up to the latest that can be; of all where none is. */
function bookingSpan(frames: Frames, latest: Day): DaySpan | null {
  const days = int32Of(frames['transaction'], 'txn_date');
  return days && (spanOf(days, latest) ?? spanOf(days));
}

function lastBalanceMonth(frames: Frames): number | null {
  const months = int32Of(frames['balance'], 'month');
  return (months && spanOf(months)?.last) ?? null;
}

function balanceSpan(frames: Frames): DaySpan | null {
  const months = int32Of(frames['balance'], 'month');
  const span = months && spanOf(months);
  return span ? { first: firstDayOfMonth(span.first), last: lastDayOfMonth(span.last) } : null;
}

/** The day a list of accounts was made on, as far as its own dates tell: the last account opened. */
function snapshotDay(frames: Frames): Day | null {
  const opened = int32Of(frames['account'], 'open_date');
  return (opened && spanOf(opened)?.last) ?? null;
}

/** Given balances need one value per row: the average stands in for an end balance that the file lacks. */
function withGivenBalances(frames: Frames): Frames {
  const balance = frames['balance'];
  if (!balance || balance.columns['balance'] || !balance.columns['avg_balance']) return frames;
  return { ...frames, balance: withColumns(balance, { balance: balance.columns['avg_balance'] }) };
}

/**
 * Month-end balances where no file gives them: rebuilt from the balance after each booking, and for accounts without
 * bookings (or without that column) the account's own balance as a snapshot of the as-of month.
 */
function deriveBalances(frames: Frames, asOf: Day, assumptions: Assumption[]): Frames {
  const account = frames['account'];
  if (frames['balance'] || !account) return frames;
  const lastMonth = monthOfDay(asOf);
  const rebuilt = rebuild(frames, account, lastMonth, assumptions);
  const snapshot = snapshotRows(account, lastMonth, rebuilt?.accounts ?? new Int32Array(0));
  if (snapshot.accounts.length > 0) {
    assumptions.push({
      code: 'balance.snapshot-month',
      values: { accounts: snapshot.accounts.length, month: isoMonth(lastMonth) },
    });
  }
  const accounts = joined(Int32Array, rebuilt?.accounts, snapshot.accounts);
  if (accounts.length === 0) return frames;
  const owners = int32Of(account, 'customer_key');
  const ownerRows = accounts.map((row) =>
    owners && !isNull(owners.nulls, row) ? (owners.values[row] as number) : -1,
  );
  const balance: Frame = {
    name: 'balance',
    rowCount: accounts.length,
    columns: {
      account_key: { kind: 'int32', values: accounts, nulls: null },
      customer_key: keyColumnOf(ownerRows),
      month: { kind: 'int32', values: joined(Int32Array, rebuilt?.months, snapshot.months), nulls: null },
      balance: {
        kind: 'float64',
        values: joined(Float64Array, rebuilt?.balances, snapshot.balances),
        nulls: null,
      },
    },
  };
  return { ...frames, balance };
}

function joined<A extends Int32Array | Float64Array>(
  make: new (length: number) => A,
  first: A | undefined,
  second: A,
): A {
  const length = first?.length ?? 0;
  const both = new make(length + second.length);
  if (first) both.set(first);
  both.set(second, length);
  return both;
}

function rebuild(frames: Frames, account: Frame, lastMonth: number, assumptions: Assumption[]) {
  const transaction = frames['transaction'];
  const after = transaction?.columns['balance_after'];
  const amounts = transaction?.columns['amount'];
  const days = int32Of(transaction, 'txn_date');
  const keys = int32Of(transaction, 'account_key');
  if (after?.kind !== 'float64' || amounts?.kind !== 'float64' || !days || !keys) return null;
  const accounts = keys.values.map((key, row) => (isNull(keys.nulls, row) ? -1 : key));
  const closed = int32Of(account, 'close_date');
  const bookings = { accounts, days, amounts, balancesAfter: after };
  const rebuilt = rebuildBalances(bookings, account.rowCount, lastMonth, closed);
  assumptions.push({
    code: 'balance.rebuilt',
    values: {
      rows: rebuilt.accounts.length,
      daysByContinuity: rebuilt.daysByContinuity,
      daysByFileOrder: rebuilt.daysByFileOrder,
    },
  });
  return rebuilt;
}

function snapshotRows(account: Frame, month: number, covered: Int32Array) {
  const balance = account.columns['balance'];
  const isCovered = new Uint8Array(account.rowCount);
  for (const row of covered) isCovered[row] = 1;
  const rows: number[] = [];
  if (balance?.kind === 'float64') {
    for (let row = 0; row < account.rowCount; row++) {
      if (isCovered[row] === 0 && !isNull(balance.nulls, row)) rows.push(row);
    }
  }
  return {
    accounts: Int32Array.from(rows),
    months: new Int32Array(rows.length).fill(month),
    balances: Float64Array.from(rows, (row) =>
      balance?.kind === 'float64' ? (balance.values[row] as number) : 0,
    ),
  };
}
