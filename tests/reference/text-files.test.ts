import { expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { countNulls } from '../../src/columns/column';
import { inspectFile } from '../../src/ingest/inspect-file';
import { openRaw } from '../../src/ingest/read-raw';
import { readTable } from '../../src/ingest/read-table';
import type { ColumnPlan, Dialect, ParsedTable } from '../../src/ingest/table';
import { describeReference, referenceJson, referenceSource } from '../support/reference-data';

async function readAs(path: string, plans: readonly ColumnPlan[]): Promise<ParsedTable> {
  const source = referenceSource(path);
  const { dialect } = await inspectFile(source, silentControl);
  // A small block puts its ends inside cells, quotes and line ends thousands of times.
  return readTable(source, dialect, plans, silentControl, { blockBytes: 1021 });
}

const total = (table: ParsedTable, index: number): number => {
  const column = table.columns[index]?.column;
  return column?.kind === 'float64' ? column.values.reduce((sum, value) => sum + value, 0) : NaN;
};

describeReference('Berka as bytes', 'berka', () => {
  const { rows } = referenceJson('berka/reference.json') as { rows: Record<string, number> };

  it.each(['account', 'client', 'disp', 'district', 'loan', 'order', 'card'])(
    'reads every row of %s',
    async (name) => {
      const source = referenceSource(`berka/${name}.asc`);
      const { dialect, estimatedRows } = await inspectFile(source, silentControl);
      expect(dialect).toMatchObject({ delimiter: ';', quote: '"', encoding: 'utf-8', hasHeader: true });
      const raw = await openRaw(source, dialect, silentControl);
      let rowCount = 0;
      for await (const batch of raw.batches()) rowCount += batch.length;
      expect(rowCount).toBe(rows[name]);
      expect(await raw.finish()).toMatchObject({ rowCount: rows[name], rejects: [] });
      expect(estimatedRows).toBe(rows[name]);
    },
  );

  it('reads trans to its last complete record and keeps the one cut off', async () => {
    const table = await readAs('berka/trans.asc', [
      { name: 'amount', type: 'money', scale: 100, required: true },
      { name: 'date', type: 'day', dateFormat: 'yymmdd', required: true },
      { name: 'k_symbol', type: 'code' },
    ]);
    expect([table.rowCount, table.rowsRead]).toEqual([49_102, 49_103]);
    expect(table.rejects.map(({ line, rule, raw }) => [line, rule, new TextDecoder().decode(raw)])).toEqual([
      [49_104, 'row.cut-off', '3526882;11021;940331;"PRIJE'],
    ]);
    // README of the data: PRIJEM 177,366,296.30 + VYDAJ 130,131,632.50 + VYBER 7,988,521.00.
    expect(total(table, 0)).toBe(17_736_629_630 + 13_013_163_250 + 798_852_100);
    expect(table.issues).toEqual([]);
  });

  it('reads card dates, which carry a time', async () => {
    const table = await readAs('berka/card.asc', [{ name: 'issued', type: 'day', dateFormat: 'yymmdd' }]);
    const issued = table.columns[0]?.column;
    expect(issued !== undefined && countNulls(issued.nulls, table.rowCount)).toBe(0);
  });
});

describeReference('CDNOW as bytes', 'cdnow', () => {
  const { sample, master } = referenceJson('cdnow/reference.json') as Record<
    string,
    { transaction_rows: number; total_spend: number; total_cds: number }
  >;

  it.each<
    [string, Partial<Dialect>, string, string, { transaction_rows: number; total_spend: number } | undefined]
  >([
    ['CDNOW_sample.txt', { hasHeader: false, columnCount: 5 }, 'column5', 'column3', sample],
    ['CDNOW_master.txt', { hasHeader: true, columnCount: 4 }, 'dollar_value', 'date', master],
  ])('reads %s, aligned with blanks', async (name, dialect, amount, date, expected) => {
    const table = await readAs(`cdnow/${name}`, [
      { name: amount, type: 'money', scale: 100, required: true },
      { name: date, type: 'day', dateFormat: 'yyyymmdd', required: true },
    ]);
    expect(table.dialect).toMatchObject({ format: 'blank-aligned', ...dialect });
    expect(table.rejects).toEqual([]);
    expect(table.rowCount).toBe(expected?.transaction_rows);
    expect(total(table, 0)).toBe(Math.round((expected?.total_spend ?? 0) * 100));
  });
});

describeReference('Groceries as bytes', 'groceries', () => {
  it('reads ragged baskets by padding, none lost', async () => {
    const table = await readAs('groceries/groceries.csv', []);
    expect(table.dialect).toMatchObject({ shortRows: 'pad', columnCount: 32, hasHeader: false });
    expect([table.rowCount, table.rejects.length]).toEqual([9835, 0]);
  });
});
