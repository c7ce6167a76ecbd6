import { beforeAll, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { tasks } from '../../src/features/tasks';
import { importFiles } from '../../src/ingest/import-files';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

const fileNames = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card', 'trans'];

/** Computed independently from the same files with pandas. */
type Reference = {
  readonly monthly: Readonly<Record<string, { readonly transactions: number; readonly net_flow: number }>>;
};

const cents = (value: number | null): number => Math.round((value ?? NaN) * 100);

describeReference('the Overview of Berka, the PKDD’99 bank', 'berka', () => {
  let bank: Dataset;
  beforeAll(async () => {
    const sources = fileNames.map((name) => referenceSource(`berka/${name}.asc`));
    bank = (await importFiles(sources, null, {}, silentControl)).dataset;
  });

  it('counts 5,369 customers, 4,500 accounts and 49,102 transactions', async () => {
    const summary = await tasks['overview.summary'].query(bank, {}, silentControl);
    expect(summary).toMatchObject({
      customers: 5369,
      accounts: 4500,
      transactions: 49102,
      inflow: 177_366_296.3,
      outflow: 138_120_153.5,
      firstDate: '1993-01-01',
      hasBalances: true,
      hasDirection: true,
    });
    expect(cents(summary.netflow)).toBe(17_736_629_630 - 13_812_015_350);
  });

  it.each(['inflow', 'outflow'] as const)('gives the same %s summed over customers', async (metric) => {
    const parameters = { by: 'customer', metric, top: 100_000 };
    const { rows, rest, total } = await tasks['overview.breakdown'].query(bank, parameters, silentControl);
    expect(rest).toBeNull();
    expect(rows.every((row) => row.key !== '')).toBe(true);
    expect(rows.reduce((sum, row) => sum + cents(row.value), 0)).toBe(cents(total.value));
    expect(total.value).toBe(metric === 'inflow' ? 177_366_296.3 : 138_120_153.5);
  });

  it('books the transactions and the net flow of each month of the reference', async () => {
    const { monthly } = referenceJson('berka/reference.json') as Reference;
    const ask = { grain: 'm', months: 120, filters: { p: 'all' } } as const;
    const netflow = await tasks['overview.trend'].query(bank, { ...ask, metric: 'netflow' }, silentControl);
    const counts = await tasks['overview.trend'].query(
      bank,
      { ...ask, metric: 'transactions' },
      silentControl,
    );
    const found = netflow.keys.map((month, index) => [
      month,
      { transactions: counts.values[index], net: cents(netflow.values[index] ?? null) },
    ]);
    const wanted = Object.entries(monthly).map(([month, { transactions, net_flow: net }]) => [
      month,
      { transactions, net: Math.round(net * 100) },
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it('gives owners the flows and lists the account of another as authorised', async () => {
    const holder = bank.tables['holder'];
    const role = holder?.columns['role'];
    const people = holder?.columns['customer_key'];
    const ids = bank.tables['customer']?.columns['customer_id'];
    if (role?.kind !== 'text' || people?.kind !== 'int32' || ids?.kind !== 'text')
      throw new Error('no holders');
    const decoder = new TextDecoder();
    const text = ({ bytes, offsets }: typeof role.dictionary, code: number): string =>
      decoder.decode(bytes.subarray(offsets[code], offsets[code + 1]));
    const row = role.codes.findIndex((code) => text(role.dictionary, code) === 'authorised');
    const customerId = text(ids.dictionary, ids.codes[people.values[row] as number] as number);
    const held = await tasks['customer-360.holdings'].query(bank, { customerId }, silentControl);
    expect(held.accounts.map((one) => one.role)).toEqual(['authorised']);
    const profile = await tasks['customer-360.profile'].query(bank, { customerId }, silentControl);
    expect(profile.values).toMatchObject({ inflow: 0, outflow: 0, transactions: 0 });
  });
});
