import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl, type Control } from '../base/control';
import { parseIsoDay } from '../base/calendar-day';
import { isNull, type Column } from '../columns/column';
import { dictionaryValue, dictionaryValues } from '../columns/dictionary';
import { bytesSource, type ByteSource } from './byte-source';
import { readTable } from './read-table';
import type { ColumnPlan, Dialect, ParsedTable } from './table';
import { randomRuns } from '../../tests/support/random-runs';

const comma: Dialect = {
  format: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  skippedLines: 0,
  hasHeader: true,
};
const source = (text: string): ByteSource => bytesSource('test.csv', new TextEncoder().encode(text));
const read = (text: string, plans: readonly ColumnPlan[], blockBytes = 7): Promise<ParsedTable> =>
  readTable(source(text), comma, plans, silentControl, { blockBytes });

function valuesOf(column: Column | undefined, rowCount: number): (number | string | null)[] {
  return Array.from({ length: rowCount }, (_, row) => {
    if (column === undefined || isNull(column.nulls, row)) return null;
    if (column.kind === 'text') return dictionaryValue(column.dictionary, column.codes[row] ?? 0);
    return column.values[row] ?? null;
  });
}

describe('readTable', () => {
  it('reads every type from its bytes', async () => {
    const table = await read(
      'id,name,kind,day,month,time,money,number,rate,flag\n' +
        '0012, Ann ,A,2024-01-31,2024-01,9:30,12.30,1e3,3.25%,Y\n' +
        "'0013,王芳,B,2024-02-01 00:00:00,202402,093100,(1.00),-.5,1%,否\n" +
        '="0014",,A,,,,,,,\n',
      [
        { name: 'id', type: 'id' },
        { name: 'name', type: 'text' },
        { name: 'kind', type: 'code' },
        { name: 'day', type: 'day', dateFormat: 'yyyy-mm-dd' },
        { name: 'month', type: 'month' },
        { name: 'time', type: 'time' },
        { name: 'money', type: 'money', scale: 100 },
        { name: 'number', type: 'number' },
        { name: 'rate', type: 'rate' },
        { name: 'flag', type: 'flag' },
      ],
    );
    expect(table.rejects).toEqual([]);
    expect(table.columns.map(({ column }) => valuesOf(column, table.rowCount))).toEqual([
      ['0012', '0013', '0014'],
      ['Ann', '王芳', null],
      ['A', 'B', 'A'],
      [parseIsoDay('2024-01-31'), parseIsoDay('2024-02-01'), null],
      [648, 649, null],
      [34_200, 34_260, null],
      [1230, -100, null],
      [1000, -0.5, null],
      [0.0325, 0.01, null],
      [1, 0, null],
    ]);
  });

  it('leaves out what is not planned, and refuses a plan for a column that is not there', async () => {
    const table = await read('a,b\n1,2\n', [
      { name: 'b', type: 'number' },
      { name: 'a', type: 'skip' },
    ]);
    expect(table.columns.map(({ plan }) => plan.name)).toEqual(['b']);
    await expect(read('a,b\n1,2\n', [{ name: 'c', type: 'text' }])).rejects.toMatchObject({
      code: 'ingest.bad-mapping',
      details: { column: 'c' },
    });
  });

  it('takes missing markers for null in every type', async () => {
    const missing = ['NA', '?', '--'];
    const table = await read('n,t,d\nNA,?,--\n1, NA ,?\n ,x,2024-01-01\n', [
      { name: 'n', type: 'number', missing },
      { name: 't', type: 'text', missing },
      { name: 'd', type: 'day', dateFormat: 'yyyy-mm-dd', missing },
    ]);
    expect(table.issues).toEqual([]);
    expect(table.columns.map(({ column }) => valuesOf(column, 3))).toEqual([
      [null, 1, null],
      [null, null, 'x'],
      [null, null, parseIsoDay('2024-01-01')],
    ]);
    const text = table.columns[1]?.column;
    expect(text?.kind === 'text' && dictionaryValues(text.dictionary)).toEqual(['x']);
  });

  it('knows the line of each row when lines are left out or rows span several', async () => {
    const plans: ColumnPlan[] = [{ name: 'a', type: 'text' }];
    const plain = await read('a,b\n1,2\n3,4\n', plans);
    expect([plain.firstLine, plain.lines]).toEqual([2, null]);
    const gaps = await read('a,b\n\n1,2\n3\n"x\ny",4\r\n5,6\n', plans);
    expect(gaps.firstLine).toBe(3);
    expect([...(gaps.lines ?? [])]).toEqual([3, 5, 7]);
    expect(gaps.rejects.map(({ line }) => line)).toEqual([4]);
  });

  it('adds up, whatever is in the cells and wherever the blocks end', async () => {
    const cells = fc.constantFrom(
      '1',
      '-2.50',
      '0.005',
      'x',
      '',
      'NA',
      '2024-01-31',
      '2024-02-30',
      '"a""b"',
      '"\n"',
    );
    const lines = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 30 });
    const plans: ColumnPlan[] = [
      { name: 'a', type: 'money', scale: 100, required: true },
      { name: 'b', type: 'text', required: true },
      { name: 'c', type: 'day', dateFormat: 'yyyy-mm-dd' },
    ];
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 60 }), async (rows, blockBytes) => {
        const text = `a,b,c\n${rows.map((row) => row.join(',')).join('\n')}\n`;
        const table = await read(text, plans, blockBytes);
        const records = rows.filter((row) => row.join(',') !== '').length;
        expect(table.rowsRead).toBe(records);
        expect(table.rowCount + table.rejects.length).toBe(records);
        const good = rows.filter(
          ([a = '', b = '', c]) => c !== undefined && /^(1|-2\.50)$/.test(a) && b !== '' && b !== '"\n"',
        );
        expect(table.rowCount).toBe(good.filter((row) => row.length === 3).length);
        expect(table.columns.map(({ column }) => valuesOf(column, table.rowCount).length)).toEqual(
          plans.map(() => table.rowCount),
        );
        const [a, b] = table.columns;
        const kept = good.filter((row) => row.length === 3);
        expect(valuesOf(a?.column, table.rowCount)).toEqual(
          kept.map(([cell]) => (cell === '1' ? 100 : -250)),
        );
        expect(valuesOf(b?.column, table.rowCount)).toEqual(
          kept.map(([, cell = '']) => (cell.startsWith('"') ? 'a"b' : cell)),
        );
        const onLines = table.rejects.map(({ line }) => line);
        expect(onLines).toEqual([...onLines].sort((x, y) => x - y));
      }),
      randomRuns(300),
    );
  });

  it('reports progress that rises, and stops when asked', async () => {
    const csv = new TextEncoder().encode(`a,b\n${'1,two\n'.repeat(100_000)}`);
    const seen: number[] = [];
    let isCancelled = false;
    const control: Control = {
      shouldYield: () => true,
      yield: (done, total) => {
        seen.push(done / total);
        if (seen.length === 5) isCancelled = true;
        return Promise.resolve();
      },
      report: () => undefined,
      isCancelled: () => isCancelled,
    };
    const reading = readTable(bytesSource('t.csv', csv), comma, [], control, { blockBytes: 65_536 });
    await expect(reading).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });

  it('says that a file could not be read when its bytes do not come', async () => {
    const gone: ByteSource = {
      name: 'gone.csv',
      byteLength: 10,
      slice: () => Promise.reject(new Error('moved')),
    };
    await expect(readTable(gone, comma, [], silentControl)).rejects.toMatchObject({
      code: 'ingest.unreadable',
      details: { file: 'gone.csv' },
    });
  });

  it('counts few garbled values and refuses many', async () => {
    const bytes = (good: number): Uint8Array =>
      Uint8Array.from([...new TextEncoder().encode(`a,b\n${'1,x\n'.repeat(good)}2,`), 0xd6, 0xd0, 10]);
    const plans: ColumnPlan[] = [{ name: 'b', type: 'text' }];
    const few = await readTable(bytesSource('x', bytes(200)), comma, plans, silentControl);
    expect(few.issues?.map(({ rule, count, examples }) => [rule, count, examples[0]?.line])).toEqual([
      ['cell.garbled', 1, 202],
    ]);
    await expect(readTable(bytesSource('x', bytes(50)), comma, plans, silentControl)).rejects.toMatchObject({
      code: 'ingest.garbled-text',
      details: { rows: 1, sampled: 51 },
    });
  });
});
