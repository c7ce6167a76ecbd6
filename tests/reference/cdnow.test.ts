import { expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { float64Column } from '../../src/columns/frame';
import { draftImport, importFiles } from '../../src/ingest/import-files';
import type { MappingFile } from '../../src/model/mapping';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

type Figures = {
  readonly transaction_rows: number;
  readonly customers: number;
  readonly date_min: string;
  readonly date_max: string;
  readonly total_spend: number;
};

describeReference('CDNOW, a file with customer, date and amount', 'cdnow', () => {
  const figures = () =>
    referenceJson('cdnow/reference.json') as { readonly sample: Figures; readonly master: Figures };

  const check = async (file: string, mapping: MappingFile | null, wanted: Figures) => {
    const { dataset, report } = await importFiles([referenceSource(file)], mapping, {}, silentControl);
    const transaction = dataset.tables['transaction'];
    const amounts = transaction ? float64Column(transaction, 'amount').values : [];
    expect(report.rows).toMatchObject({ transaction: wanted.transaction_rows, customer: wanted.customers });
    expect([report.firstDay, report.lastDay]).toEqual([wanted.date_min, wanted.date_max]);
    expect([...amounts].reduce((sum, amount) => sum + amount, 0)).toBe(Math.round(wanted.total_spend * 100));
    expect(report.files[0]?.rows.rejected).toBe(0);
    expect(report.assumptions.map(({ code }) => code)).toContain('direction.all-inflow');
  };

  it('asks nothing about the master', async () => {
    const draft = await draftImport([referenceSource('cdnow/CDNOW_master.txt')], silentControl);
    expect(draft.questions).toEqual([]);
    await check('cdnow/CDNOW_master.txt', null, figures().master);
  });

  it('asks one question about the sample: which of two ids is the customer', async () => {
    const draft = await draftImport([referenceSource('cdnow/CDNOW_sample.txt')], silentControl);
    expect(draft.questions).toHaveLength(1);
    expect(draft.questions[0]).toMatchObject({
      kind: 'role',
      field: 'customer_id',
      candidates: [
        { column: 'column1', examples: expect.arrayContaining(['00004']) as unknown },
        { column: 'column2', examples: expect.arrayContaining(['0001']) as unknown },
      ],
    });
  });

  it('refuses the sample without an answer, naming both columns', async () => {
    const refused = importFiles([referenceSource('cdnow/CDNOW_sample.txt')], null, {}, silentControl);
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'ingest.ambiguous-role',
      message: expect.stringMatching(/column1 and column2/) as unknown,
      details: { candidates: ['column1', 'column2'], role: 'customer_id' },
    });
  });

  it('reads the sample once the second column is said to be the customer', async () => {
    const mapping: MappingFile = {
      version: 1,
      files: [
        { match: { name: 'CDNOW_sample.txt' }, table: 'transaction', columns: { column2: 'customer_id' } },
      ],
      links: [],
    };
    await check('cdnow/CDNOW_sample.txt', mapping, figures().sample);
  });
});
