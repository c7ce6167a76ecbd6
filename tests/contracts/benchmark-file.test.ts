import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { bytesSource } from '../../src/ingest/byte-source';
import { readTable } from '../../src/ingest/read-table';
import { inspectFile } from '../../src/ingest/inspect-file';
import type { ColumnPlan } from '../../src/ingest/table';
import { makeTransactionsCsv, transactionsHeader } from '../benchmarks/make-csv';

describe('the file of the import benchmarks', () => {
  it('reads the benchmark file to the cent, block by block', async () => {
    const csv = makeTransactionsCsv(20_000, 500, 3);
    const plans: ColumnPlan[] = transactionsHeader.map((name) =>
      name === 'amount'
        ? { name, type: 'money', scale: 100, required: true }
        : name === 'txn_date'
          ? { name, type: 'day', dateFormat: 'yyyy-mm-dd', required: true }
          : { name, type: 'id' },
    );
    const { dialect, header } = await inspectFile(bytesSource('t.csv', csv.bytes), silentControl);
    expect(header).toEqual(transactionsHeader);
    for (const blockBytes of [1000, 65_536, 1 << 22]) {
      const table = await readTable(bytesSource('t.csv', csv.bytes), dialect, plans, silentControl, {
        blockBytes,
      });
      const amounts = table.columns[4]?.column;
      const customers = table.columns[1]?.column;
      expect(table.rowCount).toBe(csv.rowCount);
      expect(amounts?.kind === 'float64' && amounts.values.reduce((sum, value) => sum + value, 0)).toBe(
        csv.amountCents,
      );
      expect(customers?.kind === 'text' && customers.dictionary.size).toBe(csv.customers);
      expect(table.sha256).toBe(createHash('sha256').update(csv.bytes).digest('hex'));
    }
  });

  it('is the same for the same arguments', () => {
    expect(makeTransactionsCsv(100, 50, 3).bytes).toEqual(makeTransactionsCsv(100, 50, 3).bytes);
    expect(makeTransactionsCsv(100, 50, 4).bytes).not.toEqual(makeTransactionsCsv(100, 50, 3).bytes);
  });
});
