import { describe, expect, it } from 'vitest';
import { endingOf, isTable } from './pasted-table';

describe('isTable', () => {
  it('knows cells of a spreadsheet and text with separators', () => {
    expect(isTable('id\tamount\n1\t5\n')).toBe(true);
    expect(isTable('id,amount\r\n1,5')).toBe(true);
  });

  it('takes a sentence, a word and a header alone for no table', () => {
    expect(isTable('Please call the customer.\nThank you')).toBe(false);
    expect(isTable('C000123')).toBe(false);
    expect(isTable('id,amount\n')).toBe(false);
  });

  it('names tabs as TSV', () => {
    expect([endingOf('a\tb'), endingOf('a,b')]).toEqual(['tsv', 'csv']);
  });
});
