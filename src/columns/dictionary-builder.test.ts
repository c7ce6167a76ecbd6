import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { dictionaryOf, dictionaryValue, dictionaryValues } from './dictionary';
import { DictionaryBuilder } from './dictionary-builder';

describe('DictionaryBuilder', () => {
  it('gives equal texts equal codes in order of first appearance', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 600 }), (texts) => {
        const builder = new DictionaryBuilder();
        const codes = texts.map((text) => builder.addText(text));
        const dictionary = builder.finish();
        const distinct = [...new Set(texts)];
        expect(dictionary.size).toBe(distinct.length);
        expect(codes).toEqual(texts.map((text) => distinct.indexOf(text)));
        expect(dictionaryValues(dictionary)).toEqual(distinct);
      }),
    );
  });

  it('grows past its first tables', () => {
    const builder = new DictionaryBuilder();
    for (let i = 0; i < 50_000; i++) expect(builder.addText(`customer-${String(i)}`)).toBe(i);
    const dictionary = builder.finish();
    expect(dictionaryValue(dictionary, 49_999)).toBe('customer-49999');
    expect(dictionaryValue(dictionary, 0)).toBe('customer-0');
  });

  it('gives columns of cells the codes that one call per cell gives, small and large, rising and not', () => {
    const encoder = new TextEncoder();
    for (const values of [
      Array.from({ length: 30_000 }, (_, i) => `id-${String((i * 7919) % 20_011)}`),
      Array.from({ length: 30_000 }, (_, i) => `id-${String(Math.floor(i / 3))}`),
      Array.from({ length: 30_000 }, (_, i) => ['', 'a', 'abc', 'abcd', 'abce', 'abcdefgh'][i % 6] ?? ''),
    ]) {
      const bytes = encoder.encode(values.join('|'));
      // Two columns: the values, and a delimiter that is never asked for.
      const starts = new Int32Array(values.length * 2);
      const ends = new Int32Array(values.length * 2);
      let at = 0;
      values.forEach((value, row) => {
        starts[row * 2] = at;
        ends[row * 2] = at + value.length;
        at += value.length + 1;
      });
      const builder = new DictionaryBuilder();
      const codes = new Uint32Array(values.length).fill(99);
      for (let row = 0; row < values.length; row += 7000) {
        const count = Math.min(7000, values.length - row);
        builder.addCells({ bytes, starts, ends, first: row * 2, stride: 2, count }, codes, row);
      }
      const single = new DictionaryBuilder();
      const expected = values.map((value) => (value === '' ? 99 : single.addText(value)));
      expect([...codes]).toEqual(expected);
      expect(builder.finish()).toEqual(single.finish());
      const distinct = [...new Set(values)].filter((value) => value !== '');
      expect(single.size).toBe(distinct.length);
      expect(expected[values.indexOf(distinct.at(-1) ?? '')]).toBe(distinct.length - 1);
    }
  });

  it('agrees with a dictionary made of a list', () => {
    const values = ['', '借', '贷', 'a'];
    const builder = new DictionaryBuilder();
    values.forEach((value) => builder.addText(value));
    expect(builder.finish()).toEqual(dictionaryOf(values));
  });
});
