import { beforeAll, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import type { Column } from '../../src/columns/column';
import { dictionaryValue } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import { draftImport, importFiles } from '../../src/ingest/import-files';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

type Bin = { readonly bin: string; readonly n: number; readonly bad: number };

/** Figures computed independently from the same file with pandas. */
type Reference = {
  readonly rows: number;
  readonly positives: number;
  readonly numeric: readonly string[];
  readonly categorical: readonly string[];
  readonly IV: Readonly<Record<string, { readonly iv: number; readonly bins: readonly Bin[] }>>;
};

/** The attributes in the order in which the file has them, by `german.names`; the last column says who was bad (2). */
const attributes = [
  'status',
  'duration',
  'credit_history',
  'purpose',
  'amount',
  'savings',
  'employment',
  'installment_rate',
  'personal_status_sex',
  'other_debtors',
  'residence_since',
  'property',
  'age',
  'other_installment_plans',
  'housing',
  'existing_credits',
  'job',
  'liable_people',
  'telephone',
  'foreign_worker',
  'class',
];

describeReference('German credit, a table of its own without a header', 'german-credit', () => {
  let reference: Reference;
  let frame: Frame;

  beforeAll(async () => {
    reference = referenceJson('german-credit/reference.json') as Reference;
    const sources = [referenceSource('german-credit/german.csv')];
    const { questions, files } = await draftImport(sources, silentControl);
    expect([questions, files.map(({ missing }) => missing)]).toEqual([[], [[]]]);
    const { dataset, report } = await importFiles(sources, null, {}, silentControl);
    expect(report.files[0]?.rows).toEqual({ read: 1000, loaded: 1000, rejected: 0, removed: {} });
    const found = dataset.others['german'];
    if (!found) throw new Error('no table');
    frame = found;
  });

  const columnOf = (name: string): Column => {
    const column = frame.columns[`column${String(attributes.indexOf(name) + 1)}`];
    if (!column) throw new Error(`no column ${name}`);
    return column;
  };
  const isBad = (row: number): boolean => {
    const column = columnOf('class');
    return column.kind === 'float64' && column.values[row] === 2;
  };
  const rows = (): readonly number[] => Array.from({ length: frame.rowCount }, (_, row) => row);

  it('has its rows, the bad ones among them, and a kind for each column', () => {
    expect(frame.rowCount).toBe(reference.rows);
    expect(rows().filter(isBad)).toHaveLength(reference.positives);
    for (const name of reference.numeric) expect(columnOf(name).kind).toBe('float64');
    for (const name of reference.categorical) expect(columnOf(name).kind).toBe('text');
  });

  it('has the levels of every attribute with their counts and what they tell of the bad ones', () => {
    for (const name of reference.categorical) {
      const column = columnOf(name);
      if (column.kind !== 'text') throw new Error(`${name} is no text`);
      const bins = new Map<string, { n: number; bad: number }>();
      for (const row of rows()) {
        const level = dictionaryValue(column.dictionary, column.codes[row] ?? 0);
        const { n, bad } = bins.get(level) ?? { n: 0, bad: 0 };
        bins.set(level, { n: n + 1, bad: bad + (isBad(row) ? 1 : 0) });
      }
      const found = [...bins].map(([bin, counts]) => ({ bin, ...counts }));
      const expected = reference.IV[name];
      expect(found.toSorted(byBin)).toEqual(
        expected?.bins.map(({ bin, n, bad }) => ({ bin, n, bad })).toSorted(byBin),
      );
      const bad = reference.positives;
      const good = reference.rows - bad;
      // WoE = ln(%good / %bad), IV = Σ (%good − %bad) · WoE; 0.5 stands for an empty cell.
      const information = found.reduce((sum, one) => {
        const shareGood = (one.n - one.bad || 0.5) / good;
        const shareBad = (one.bad || 0.5) / bad;
        return sum + (shareGood - shareBad) * Math.log(shareGood / shareBad);
      }, 0);
      expect(information).toBeCloseTo(expected?.iv ?? Number.NaN, 2);
    }
  });
});

const byBin = (one: { readonly bin: string }, other: { readonly bin: string }): number =>
  one.bin < other.bin ? -1 : 1;
