import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codesOf, readCodes } from './codes';
import { renderDictionary } from './dictionary';
import { columnType, fieldOf, tables } from './tables';

describe('the data dictionary', () => {
  it('is the committed src/model/dictionary.md', () => {
    const committed = readFileSync(new URL('./dictionary.md', import.meta.url), 'utf8');
    expect(committed).toBe(renderDictionary());
  });
});

describe('the canonical tables', () => {
  it('name each table, view and field once', () => {
    const unique = (names: readonly string[]) => new Set(names).size === names.length;
    expect(unique(tables.map((table) => table.name))).toBe(true);
    expect(unique(tables.map((table) => table.view))).toBe(true);
    for (const table of tables)
      expect(unique(table.fields.map((field) => field.name)), table.name).toBe(true);
  });

  it('say what each field is in both languages', () => {
    for (const table of tables) {
      for (const field of table.fields) {
        expect(field.label.zh, `${table.name}.${field.name}`).toMatch(/[一-鿿]|^[A-Z]/u);
        expect(field.description.en, `${table.name}.${field.name}`).toMatch(/\.$/);
        expect(field.description.zh, `${table.name}.${field.name}`).toMatch(/。$/u);
      }
    }
  });

  it('need only fields that they have', () => {
    for (const table of tables) {
      for (const name of (table.oneOf ?? []).flat()) expect(fieldOf(table.name, name), name).toBeDefined();
    }
  });

  it('carry the views that data.md names', () => {
    const views = tables.map((table) => table.view);
    const named =
      'customers accounts holders transactions balances loans cards campaigns responses services surveys managers branches products';
    for (const view of named.split(' ')) expect(views).toContain(view);
  });
});

describe('columnType', () => {
  it('knows declared fields, keys of the star and nothing of a file’s own columns', () => {
    expect(columnType('transaction', 'amount')).toBe('money');
    expect(columnType('transaction', 'customer_key')).toBe('key');
    expect(columnType('transaction', 'month')).toBe('month');
    expect(columnType('region', 'A11')).toBeNull();
  });
});

describe('readCodes', () => {
  it('reads directions in Czech, Chinese and English as the customer sees them', () => {
    const read = (values: string[]) => Object.fromEntries(readCodes('direction', values));
    expect(read(['PRIJEM', 'VYDAJ', 'VYBER'])).toEqual({ PRIJEM: 'credit', VYDAJ: 'debit', VYBER: 'debit' });
    expect(read(['贷', '借', '收', '付'])).toEqual({ 贷: 'credit', 借: 'debit', 收: 'credit', 付: 'debit' });
    expect(read(['CR', 'DR', 'c', 'D', 'in', 'OUT'])).toEqual({
      CR: 'credit',
      DR: 'debit',
      c: 'credit',
      D: 'debit',
      in: 'credit',
      OUT: 'debit',
    });
    expect(read(['1', '2'])).toEqual({ '1': 'debit', '2': 'credit' });
    expect(read(['C-贷', '01-贷'])).toEqual({ '01-贷': 'credit' });
  });

  it('does not read a digit that stands beside an unknown digit', () => {
    expect(readCodes('direction', ['1', '2', '3']).size).toBe(0);
  });

  it('maps only to codes of its own list', () => {
    for (const code of readCodes('product', ['活期', '定期', '理财', '信用卡']).values()) {
      expect(codesOf('product')).toContain(code);
    }
  });
});
