import { describe, expect, it } from 'vitest';
import { AppError } from '../base/errors';
import { mappedFileFor, withColumn, type MappingFile } from '../model/mapping';
import { formatMappingFile, parseMappingFile } from './mapping-file';

const mapping: MappingFile = {
  version: 1,
  files: [
    {
      match: { name: 'trans*.asc', headers: ['trans_id', 'date', 'type'] },
      table: 'transaction',
      dialect: { delimiter: ';', quote: '"', hasHeader: true },
      columns: { trans_id: 'txn_id', date: 'txn_date', type: 'dc_flag' },
      values: { dc_flag: { PRIJEM: 'credit' } },
      unit: 'yuan',
      dates: 'yymmdd',
    },
    { match: { name: 'notes.csv' }, table: 'notes', columns: { secret: null }, dates: { seen: 'yyyymmdd' } },
  ],
  links: [{ from: 'transaction.account_id', to: 'account.account_id' }],
};

function refusal(text: string): AppError {
  try {
    parseMappingFile(text);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('was accepted');
}

describe('a mapping file', () => {
  it('comes back as it was written', () => {
    expect(parseMappingFile(formatMappingFile(mapping))).toEqual(mapping);
  });

  it('may leave out links', () => {
    expect(parseMappingFile('{"version":1,"files":[]}').links).toEqual([]);
  });

  it.each([
    ['{', 'it', /not JSON/],
    ['{"version":2,"files":[]}', 'version', /1/],
    ['{"version":1,"files":[{"table":"account","columns":{}}]}', 'files.0.match', /./],
    [
      '{"version":1,"files":[{"match":{},"table":"account","columns":{"x":"no_such"}}]}',
      'files.0.columns.x',
      /no_such/,
    ],
    [
      '{"version":1,"files":[{"match":{},"table":"account","columns":{"a":"rate","b":"rate"}}]}',
      'files.0.columns.b',
      /second time/,
    ],
    [
      '{"version":1,"files":[{"match":{},"table":"account","columns":{},"unit":"pound"}]}',
      'files.0.unit',
      /./,
    ],
    ['{"version":1,"files":[],"links":[{"from":"account","to":"a.b"}]}', 'links.0.from', /table\.column/],
  ])('%s is refused at %s', (text, where, reason) => {
    const error = refusal(text);
    expect(error.code).toBe('ingest.bad-mapping');
    expect(error.details['where']).toBe(where);
    expect(error.message).toMatch(reason);
  });
});

describe('mappedFileFor', () => {
  it('finds a file by name and headers, by headers under another name, by name alone', () => {
    const headers = ['trans_id', 'date', 'type'];
    expect(mappedFileFor(mapping, 'trans_1999.asc', headers)?.table).toBe('transaction');
    expect(mappedFileFor(mapping, 'other.csv', headers)?.table).toBe('transaction');
    expect(mappedFileFor(mapping, 'NOTES.csv', ['a'])?.table).toBe('notes');
    expect(mappedFileFor(mapping, 'other.csv', ['a'])).toBeUndefined();
  });
});

describe('withColumn', () => {
  it('gives a field to one column only', () => {
    const changed = withColumn(mapping, 0, 'type', 'txn_id');
    expect(changed.files[0]?.columns).toEqual({ date: 'txn_date', type: 'txn_id' });
  });

  it('keeps a column under its own name, or leaves it out', () => {
    expect(withColumn(mapping, 0, 'type', undefined).files[0]?.columns).not.toHaveProperty('type');
    expect(withColumn(mapping, 0, 'type', null).files[0]?.columns['type']).toBeNull();
  });
});
