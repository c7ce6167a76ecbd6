import { describe, expect, it } from 'vitest';
import type { Frame } from '../src/columns/frame';
import { sampleCsvFiles } from './generate';
import { textColumnOfStrings } from './model/text-columns';

const csvOf = (frame: Frame): string => {
  const [file] = [...sampleCsvFiles({ [frame.name]: frame })];
  expect(file?.name).toBe(`${frame.name}.csv`);
  return new TextDecoder().decode(Buffer.concat([...(file?.chunks ?? [])]));
};

describe('sampleCsvFiles', () => {
  it('writes days, times, months and money by the type of their field, nulls empty, quotes where needed', () => {
    const transaction: Frame = {
      name: 'transaction',
      rowCount: 2,
      columns: {
        txn_id: textColumnOfStrings(['T1', 'a "b", c']),
        txn_date: { kind: 'int32', values: Int32Array.of(0, 20_634), nulls: null },
        txn_time: { kind: 'int32', values: Int32Array.of(3_661, 86_399), nulls: null },
        amount: { kind: 'float64', values: Float64Array.of(-5, 123_456), nulls: null },
        channel: textColumnOfStrings([null, 'atm']),
      },
    };
    expect(csvOf(transaction)).toBe(
      'txn_id,txn_date,txn_time,amount,channel\n' +
        'T1,1970-01-01,01:01:01,-0.05,\n' +
        '"a ""b"", c",2026-06-30,23:59:59,1234.56,atm\n',
    );
    const balance: Frame = {
      name: 'balance',
      rowCount: 1,
      columns: { month: { kind: 'int32', values: Int32Array.of(677), nulls: null } },
    };
    expect(csvOf(balance)).toBe('month\n2026-06\n');
  });

  it('writes long files in chunks of about a megabyte that join without a seam', () => {
    const rowCount = 40_000;
    const names = Array.from({ length: rowCount }, (_, row) => `客户 ${String(row)} ${'x'.repeat(40)}`);
    const frame: Frame = { name: 'customer', rowCount, columns: { name: textColumnOfStrings(names) } };
    const [file] = [...sampleCsvFiles({ customer: frame })];
    const chunks = [...(file?.chunks ?? [])];
    expect(chunks.length).toBeGreaterThan(1);
    expect(csvOf(frame)).toBe(`name\n${names.join('\n')}\n`);
  });
});
