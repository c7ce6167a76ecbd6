import { describe, expect, it } from 'vitest';
import { silentControl } from '../../base/control';
import { draftImport } from '../../ingest/import-files';
import { tableNamed } from '../../model/tables';
import { templates } from './templates';

/** A template with one row filled in, as somebody would. */
function filled(text: string, fields: readonly string[], table: string): Uint8Array {
  const cells = fields.map((name) => {
    const field = tableNamed(table)?.fields.find((one) => one.name === name);
    if (field?.type === 'day') return '2026-06-15';
    if (field?.type === 'month') return '2026-06';
    if (field?.type === 'money') return '1250.00';
    return (
      { dc_flag: 'D', gender: 'F', currency: 'CNY', channel: 'atm', product_code: 'savings' }[name] ??
      '0012345'
    );
  });
  return new TextEncoder().encode(`${text}${cells.join(',')}\r\n`);
}

describe('templates', () => {
  it.each(['en', 'zh'] as const)('are recognised when they come back filled in (%s)', async (locale) => {
    for (const { table, fileName, text } of templates(locale)) {
      const english = templates('en').find((one) => one.table === table)?.text ?? '';
      const fields = english.replace('\uFEFF', '').trim().split(',');
      const bytes = filled(text, fields, table);
      const source = {
        name: fileName,
        byteLength: bytes.length,
        slice: (from: number, to: number) => Promise.resolve(bytes.slice(from, to)),
      };
      const { files } = await draftImport([source], silentControl);
      expect(files[0]?.table, fileName).toBe(table);
      expect(
        files[0]?.columns.map(({ field }) => field),
        fileName,
      ).toEqual(fields);
    }
  });
});
