import { beforeAll, expect, it } from 'vitest';
import { isoDay } from '../../src/base/calendar-day';
import { silentControl } from '../../src/base/control';
import { isNull } from '../../src/columns/column';
import { dictionaryValue } from '../../src/columns/dictionary';
import { float64Column, int32Column, textColumn, type Frame } from '../../src/columns/frame';
import type { ByteSource } from '../../src/ingest/byte-source';
import { formatReaders } from '../../src/ingest/formats/format-readers';
import { openFiles } from '../../src/ingest/formats/open-file';
import type { ImportDraft } from '../../src/ingest/import-draft';
import { draftImport, importFiles, type ImportResult } from '../../src/ingest/import-files';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

/** Figures computed independently from the same workbook with pandas. */
type Reference = {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly customers: number;
  readonly accounts: number;
  readonly nulls: Readonly<Record<string, number>>;
  readonly date_min: string;
  readonly date_max: string;
  readonly distinct_days: number;
  readonly amount_sum: number;
  readonly by_movement: Readonly<Record<'credit' | 'debit', readonly [number, number]>>;
  readonly by_txn_description: Readonly<Record<string, readonly [number, number]>>;
  readonly balance_min: number;
  readonly balance_max: number;
  readonly extraction_sample: readonly string[];
};

describeReference('the synthesised transactions of ANZ, a workbook', 'anz', () => {
  let reference: Reference;
  let sources: readonly ByteSource[];
  let draft: ImportDraft;
  let imported: ImportResult;

  beforeAll(async () => {
    reference = referenceJson('anz/reference.json') as Reference;
    const workbook = referenceSource('anz/ANZ synthesised transaction dataset.xlsx');
    sources = await openFiles([workbook], formatReaders, silentControl);
    draft = await draftImport(sources, silentControl);
    imported = await importFiles(sources, null, {}, silentControl);
  });

  const transactions = (): Frame => {
    const found = imported.dataset.tables['transaction'];
    if (!found) throw new Error('no transactions');
    return found;
  };

  const cents = (values: Iterable<number>): number => {
    let sum = 0;
    for (const value of values) sum += value;
    return sum;
  };

  it('is one table whose columns leave at most one thing to confirm', () => {
    expect(draft.files.map(({ table, inspection }) => [table, inspection.header])).toEqual([
      ['transaction', reference.columns],
    ]);
    const [file] = draft.files;
    const unsure = file?.columns.filter(({ field, band }) => field !== null && band !== 'matched') ?? [];
    expect([file?.missing, file?.inspection.doubts]).toEqual([[], []]);
    expect(draft.questions.length + (unsure.length > 0 ? 1 : 0)).toBeLessThanOrEqual(1);
  });

  it('keeps every row, customer and account', () => {
    const { report, dataset } = imported;
    expect(report.files[0]?.rows).toEqual({
      read: reference.rows,
      loaded: reference.rows,
      rejected: 0,
      removed: {},
    });
    expect(dataset.tables['customer']?.rowCount).toBe(reference.customers);
    const accounts = textColumn(transactions(), 'account_id');
    expect(new Set(accounts.codes).size).toBe(reference.accounts);
  });

  it('gives days, amounts and directions', () => {
    const frame = transactions();
    const days = int32Column(frame, 'txn_date').values;
    expect(
      [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))].map(isoDay),
    ).toEqual([reference.date_min.slice(0, 10), reference.date_max.slice(0, 10)]);
    expect(new Set(days).size).toBe(reference.distinct_days);
    const amounts = float64Column(frame, 'amount').values;
    expect(cents(amounts.map(Math.abs))).toBe(Math.round(reference.amount_sum * 100));
    const { credit, debit } = reference.by_movement;
    expect([
      amounts.filter((amount) => amount > 0).length,
      amounts.filter((amount) => amount < 0).length,
    ]).toEqual([credit[0], debit[0]]);
    expect(cents(amounts)).toBe(Math.round((credit[1] - debit[1]) * 100));
  });

  it('gives the text of the cells as pandas sees them', async () => {
    const [source] = sources;
    const text = source ? new TextDecoder().decode(await source.slice(0, source.byteLength)) : '';
    const [, ...lines] = text.split('\r\n').slice(0, -1);
    const column = (name: string): string[] => {
      const index = reference.columns.indexOf(name);
      return lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[index] ?? '');
    };
    expect(lines.length).toBe(reference.rows);
    for (const [name, count] of Object.entries(reference.nulls)) {
      expect([name, column(name).filter((cell) => cell === '').length]).toEqual([name, count]);
    }
    expect(column('extraction').slice(0, 3)).toEqual(reference.extraction_sample);
    const balances = column('balance').map(Number);
    expect([Math.min(...balances), Math.max(...balances)]).toEqual([
      reference.balance_min,
      reference.balance_max,
    ]);
  });

  it('gives the kinds of transactions', () => {
    const types = textColumn(transactions(), 'type');
    const counts: Record<string, number> = {};
    types.codes.forEach((code, row) => {
      const name = isNull(types.nulls, row) ? '' : dictionaryValue(types.dictionary, code);
      counts[name] = (counts[name] ?? 0) + 1;
    });
    const expected = Object.values(reference.by_txn_description).map(([count]) => count);
    expect(Object.values(counts).sort()).toEqual(expected.sort());
  });
});
