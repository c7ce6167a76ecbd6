import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { firstDayOfMonth, lastDayOfMonth, monthOfDay, parseIsoMonth } from '../base/calendar-day';
import { silentControl } from '../base/control';
import type { Choice, Filters } from '../model/filters';
import { isAssetProduct } from './assets';
import { dayAt, numberAt, textAt } from './cell-value';
import type { Dataset } from './dataset';
import { currentValues } from './metric-values';
import { scopeOf } from './scope';

/** The sample bank as plain rows, and a recount of the measures by the words of the specification. */
type Row = Readonly<Record<string, string | number | null>>;

let bank: Dataset;
let rows: { customers: Row[]; transactions: Row[]; balances: Row[]; accounts: Row[] };

const rowsOf = (table: string): Row[] => {
  const frame = bank.tables[table];
  if (frame === undefined) throw new Error(`no ${table}`);
  return Array.from({ length: frame.rowCount }, (_, row) =>
    Object.fromEntries(
      Object.entries(frame.columns).map(([name, column]) => [
        name,
        column.kind === 'text' ? textAt(frame, name, row) : numberAt(frame, name, row),
      ]),
    ),
  );
};

beforeAll(async () => {
  bank = await makeSampleDataset({ customers: 120, months: 6, seed: 11 }, silentControl);
  rows = {
    customers: rowsOf('customer'),
    transactions: rowsOf('transaction'),
    balances: rowsOf('balance'),
    accounts: rowsOf('account'),
  };
});

const choice = (...values: string[]): fc.Arbitrary<Choice> =>
  fc.record({ values: fc.subarray(values, { minLength: 1 }), exclude: fc.boolean() });

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

const filtersArbitrary = fc.record(
  {
    p: fc.tuple(fc.constantFrom(...months), fc.constantFrom(...months)).map((pair) => pair.sort().join('..')),
    org: fc.record({
      branches: fc.subarray(['R01', 'BR001', 'BR002', 'BR010'], { minLength: 1 }),
      out: fc.boolean(),
    }),
    prod: choice('current', 'savings', 'wealth', 'credit_card', 'mortgage'),
    ch: choice('mobile', 'web', 'counter', 'system', 'atm'),
    city: choice('上海', '杭州', '苏州'),
    type: choice('personal', 'corporate'),
    salary: choice('salary', 'card_spend', 'transfer_out'),
  },
  { requiredKeys: [] },
);

type Drawn = typeof filtersArbitrary extends fc.Arbitrary<infer T> ? T : never;

const keeps = (of: Choice | undefined, value: string | number | null | undefined): boolean =>
  of === undefined || of.values.includes(String(value ?? '')) !== of.exclude;

function recount(drawn: Drawn) {
  const [from = '', to = ''] = drawn.p?.split('..') ?? [];
  const first = drawn.p === undefined ? -Infinity : firstDayOfMonth(parseIsoMonth(from) ?? 0);
  const last = drawn.p === undefined ? Infinity : lastDayOfMonth(parseIsoMonth(to) ?? 0);
  const branchIds = rowsOf('branch');
  const isInside = (customer: Row): boolean => {
    let at = customer['branch_key'] as number | null;
    for (let steps = 0; at !== null && steps < 9; steps++) {
      if (drawn.org?.branches.includes(String(branchIds[at]?.['branch_id']))) return true;
      at = (branchIds[at]?.['parent_key'] as number | null | undefined) ?? null;
    }
    return false;
  };
  const isChosen = rows.customers.map(
    (customer) =>
      (drawn.org === undefined || isInside(customer) !== drawn.org.out) &&
      keeps(drawn.city, customer['city']) &&
      keeps(drawn.type, customer['type']),
  );
  const of = (row: Row): boolean => isChosen[row['customer_key'] as number] === true;
  const booked = rows.transactions.filter(
    (row) =>
      of(row) &&
      Number(row['txn_date']) >= first &&
      Number(row['txn_date']) <= last &&
      keeps(drawn.prod, row['product_code']) &&
      keeps(drawn.ch, row['channel']) &&
      keeps(drawn.salary, row['type']),
  );
  const held = rows.balances.filter((row) => of(row) && keeps(drawn.prod, row['product_code']));
  const opened = rows.accounts.filter(
    (row) =>
      of(row) &&
      keeps(drawn.prod, row['product_code']) &&
      Number(row['open_date'] ?? -Infinity) <= last &&
      Number(row['close_date'] ?? Infinity) >= first,
  );
  const firstMonth = drawn.p === undefined ? -Infinity : monthOfDay(first);
  const lastMonth = drawn.p === undefined ? 677 : monthOfDay(last);
  const inPeriod = held.filter(
    (row) => Number(row['month']) >= firstMonth && Number(row['month']) <= lastMonth,
  );
  const onlyBooked = drawn.ch !== undefined || drawn.salary !== undefined;
  const withRows = new Set(
    [...booked, ...(onlyBooked ? [] : [...inPeriod, ...opened])].map((row) => row['customer_key']),
  );
  const needsRow = onlyBooked || drawn.prod !== undefined;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const amounts = booked.map((row) => Number(row['amount']));
  return {
    customers: needsRow ? withRows.size : isChosen.filter(Boolean).length,
    accounts: opened.length,
    transactions: booked.length,
    active: new Set(booked.map((row) => row['customer_key'])).size,
    inflow: sum(amounts.filter((amount) => amount > 0)) / 100,
    outflow: sum(amounts.filter((amount) => amount < 0).map((amount) => -amount)) / 100,
    netflow: sum(amounts) / 100,
    aum:
      sum(
        held
          .filter((row) => row['month'] === lastMonth && isAssetProduct(String(row['product_code'])))
          .map((row) => Number(row['balance'])),
      ) / 100,
  };
}

it('measures what a plain recount of the rows finds, under any filters', () => {
  expect(dayAt(bank.tables['transaction'], 'txn_date', 0)).toMatch(/^2026-01/);
  fc.assert(
    fc.property(filtersArbitrary, (drawn) => {
      const { p, org, prod, ch, city, type, salary } = drawn;
      const attributes = { ...(city ? { city } : {}), ...(type ? { type } : {}) };
      const filters: Filters = {
        ...(p ? { p } : {}),
        ...(org ? { org: `${org.out ? '~' : ''}br:${org.branches.join(',')}` } : {}),
        ...(prod ? { prod } : {}),
        ...(ch ? { ch } : {}),
        f: attributes,
        ...(salary ? { sel: { type: salary } } : {}),
      };
      const { products: _, ...values } = currentValues(scopeOf(bank, filters));
      expect(values, JSON.stringify(filters)).toEqual(recount(drawn));
    }),
    { numRuns: 150 },
  );
});
