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

  it('agrees with a dictionary made of a list', () => {
    const values = ['', '借', '贷', 'a'];
    const builder = new DictionaryBuilder();
    values.forEach((value) => builder.addText(value));
    expect(builder.finish()).toEqual(dictionaryOf(values));
  });
});
