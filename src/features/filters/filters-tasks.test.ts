import { describe, expect, it } from 'vitest';
import { bankOf, columnOf, tableOf, tinyBank, tinyTables } from '../../../tests/support/build-bank';
import { silentControl } from '../../base/control';
import { countedNow } from '../../dataset/members';
import { sumOf } from '../../dataset/holdings';
import { publish } from '../../dataset/published';
import { scopeOf } from '../../dataset/scope';
import type { Filters } from '../../model/filters';
import { fields } from './fields';
import { options, type OptionsParameters } from './options';

const bank = tinyBank();
const ask = (parameters: OptionsParameters) => options(bank, parameters, silentControl);
const counts = async (parameters: OptionsParameters) =>
  Object.fromEntries((await ask(parameters)).values.map(({ key, customers }) => [key, customers]));

describe('filters.options', () => {
  it('of the organisation are a tree with managers below their branch', async () => {
    const { kind, values, total } = await ask({ field: 'branch' });
    expect([kind, total]).toEqual(['tree', 5]);
    expect(values.map(({ key, parent, level, customers }) => [key, parent, level, customers])).toEqual([
      ['br:HQ', null, 0, 4],
      ['br:BR1', 'br:HQ', 1, 2],
      ['br:BR1/rm:RM1', 'br:BR1', 2, 2],
      ['br:BR2', 'br:HQ', 1, 2],
      ['br:BR2/rm:RM2', 'br:BR2', 2, 1],
    ]);
    expect(values[1]).toMatchObject({ name: '浦东支行', nameEn: 'Pudong' });
  });

  it('keep as many customers as they say', async () => {
    for (const field of [
      'branch',
      'product',
      'channel',
      'city',
      'type',
      'age',
      'tenure_years',
      'open_date',
    ]) {
      const { values } = await ask({ field });
      expect(values.length, field).toBeGreaterThan(0);
      for (const { key, customers } of values) {
        const choice = { values: [key], exclude: false };
        const filters: Filters =
          field === 'branch'
            ? { org: key }
            : field === 'product'
              ? { prod: choice }
              : field === 'channel'
                ? { ch: choice }
                : { f: { [field]: choice } };
        expect(sumOf(countedNow(scopeOf(bank, filters))), `${field} ${key}`).toBe(customers);
      }
    }
  });

  it('count under the other filters, not under their own', async () => {
    const web: Filters = { ch: { values: ['web'], exclude: false } };
    expect(await counts({ field: 'city', filters: web })).toEqual({ 上海: 1, 北京: 0 });
    expect(await counts({ field: 'channel', filters: web })).toEqual({
      counter: 2,
      web: 1,
      mobile: 1,
      system: 1,
    });
    const city: Filters = { f: { city: { values: ['北京'], exclude: false } }, org: 'br:BR1' };
    expect(await counts({ field: 'city', filters: city })).toEqual({ 上海: 1, 北京: 1 });
    expect((await counts({ field: 'branch', filters: city }))['br:BR2']).toBe(0);
  });

  it('that keep nobody stand at the end', async () => {
    const { values } = await ask({ field: 'product', filters: { org: 'br:BR1' } });
    expect(values.map(({ key, customers }) => [key, customers])).toEqual([
      ['current', 2],
      ['savings', 1],
      ['corporate_loan', 0],
      ['wealth', 0],
    ]);
  });

  it('are searched by key and name, with the branches above', async () => {
    const { values, total } = await ask({ field: 'branch', search: 'wang' });
    expect(values.map((one) => one.key)).toEqual(['br:HQ', 'br:BR2', 'br:BR2/rm:RM2']);
    expect(total).toBe(3);
    expect((await ask({ field: 'channel', search: 'mob' })).values.map((one) => one.key)).toEqual(['mobile']);
  });

  it('are cut at the limit, and say how many there are', async () => {
    const found = await ask({ field: 'branch', limit: 2 });
    expect([found.values.length, found.total]).toEqual([2, 5]);
  });

  it('never list names or numbers of people', async () => {
    for (const field of ['name', 'customer_id', 'birth_date', 'shoes']) {
      const found = await ask({ field });
      expect(found).toMatchObject({ kind: 'none', values: [] });
      expect(found.warnings).toMatchObject([{ code: 'filter.unknown-field' }]);
    }
  });

  it('of managers without branches stand at the top', async () => {
    const flat = bankOf([
      tableOf(
        'customer',
        ['customer_id', 'rm_id'],
        [
          ['1', 'M'],
          ['2', 'M'],
          ['3', null],
        ],
      ),
    ]);
    const { values } = await options(flat, { field: 'branch' }, silentControl);
    expect(values).toMatchObject([{ key: 'rm:M', level: 0, customers: 2 }]);
    expect(sumOf(countedNow(scopeOf(flat, { org: 'rm:M' })))).toBe(2);
  });
});

describe('filters.fields', () => {
  it('offers what does not identify people', async () => {
    const found = await fields(bank, {}, silentControl);
    expect(found.fields.map(({ field, kind, source }) => `${field} ${kind} ${source}`)).toEqual([
      'type category customer',
      'city category customer',
      'monthly_income band customer',
      'open_date category customer',
      'age band derived',
      'tenure_years band derived',
    ]);
    expect(found).toMatchObject({
      hasBranches: true,
      hasManagers: true,
      hasProducts: true,
      hasChannels: true,
    });
  });

  it('offers what analyses have published', async () => {
    const values = columnOf('code', ['A', 'B', null, 'A']);
    const spec = { column: 'customer.tier', unit: null, model: 'm', version: 1, asOf: null } as const;
    const found = await fields(publish(bank, [{ ...spec, values }]), {}, silentControl);
    expect(found.fields).toContainEqual({
      field: 'tier',
      kind: 'category',
      source: 'published',
      unit: null,
      values: 2,
    });
  });

  it('of a file with customer, date and amount offers hardly anything', async () => {
    const plain = bankOf([tinyTables.transaction]);
    expect(await fields(plain, {}, silentControl)).toMatchObject({ hasBranches: false, hasManagers: false });
  });
});
