import { describe, expect, it } from 'vitest';
import type { MappedFile } from '../model/mapping';
import {
  entryFor,
  formatTemplates,
  mappingOfTemplates,
  parseTemplates,
  templateId,
  templateOf,
  templatesOfMapping,
  withTemplates,
} from './mapping-templates';
import { formatMappingFile } from './mapping-file';

const header = ['客户号', '交易日期', '金额'];
const found = { encoding: 'utf-8', delimiter: ',', skippedLines: 0, hasHeader: true } as const;
const entry: MappedFile = {
  match: { name: 'may.csv' },
  table: 'transaction',
  dialect: { ...found, skippedLines: 2 },
  columns: { 客户号: 'customer_id', 交易日期: 'txn_date', 金额: 'amount' },
  unit: 'wan',
  dates: 'dd/mm/yyyy',
};
const template = templateOf({ header, dialect: found }, entry, 'trans_202605.csv', '2026-06-30');
if (template === null) throw new Error('no template');

describe('mapping templates', () => {
  it('keep of the cut only what a person said, under the headers as they were found', () => {
    expect(template).toEqual({
      id: templateId(header),
      savedOn: '2026-06-30',
      file: { ...entry, dialect: { skippedLines: 2 }, match: { name: 'trans_*.csv', headers: header } },
    });
  });

  it('are not made of files without a header or of a table of their own', () => {
    expect(templateOf({ header, dialect: { hasHeader: false } }, entry, 'a', '')).toBeNull();
    expect(templateOf({ header, dialect: found }, { ...entry, table: 'fruit' }, 'a', '')).toBeNull();
  });

  it('come back from where they were kept, without those that cannot be understood', () => {
    expect(parseTemplates(formatTemplates([template]))).toEqual([template]);
    const wrong = { ...template, file: { ...template.file, columns: { 金额: 'no_field' } } };
    expect(parseTemplates(formatTemplates([wrong, template]))).toEqual([template]);
    expect([parseTemplates(null), parseTemplates('{'), parseTemplates('[]')]).toEqual([[], [], []]);
  });

  it('are written as a mapping file and read from one', () => {
    const text = formatMappingFile(mappingOfTemplates([template]));
    expect(templatesOfMapping(text, '2026-06-30')).toEqual([template]);
    expect(templatesOfMapping('{"version":1,"files":[]}', '')).toEqual([]);
  });

  it('give way to newer ones of the same headers', () => {
    const newer = { ...template, savedOn: '2026-07-31' };
    expect(
      withTemplates([template, { ...template, id: 'other' }], [newer]).map((one) => one.savedOn),
    ).toEqual(['2026-07-31', '2026-06-30']);
  });

  it('settle the dates of a file only where it can be read in several ways', () => {
    expect(entryFor(template, 'june.csv', new Map()).dates).toMatchObject({ 交易日期: 'dd/mm/yyyy' });
    const known = new Map(header.map((column) => [column, 'yyyymmdd']));
    expect(entryFor(template, 'june.csv', known)).toMatchObject({ match: { name: 'june.csv' }, unit: 'wan' });
    expect(entryFor(template, 'june.csv', known).dates).toBeUndefined();
  });
});
