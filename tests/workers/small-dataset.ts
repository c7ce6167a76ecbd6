import { dictionaryOf } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import { buildDataset } from '../../src/dataset/build-dataset';
import type { Dataset } from '../../src/dataset/dataset';

/** A bank of a few customers, each with one balance: the first 1.00, the second 2.00 … */
export function smallDataset(id: string, customers: number): Dataset {
  const rows = Array.from({ length: customers }, (_, row) => row);
  const ids = dictionaryOf(rows.map((row) => `C${row}`));
  const customerIds = { kind: 'text', codes: Uint32Array.from(rows), dictionary: ids, nulls: null } as const;
  const customer: Frame = { name: 'customer', rowCount: customers, columns: { customer_id: customerIds } };
  const balance: Frame = {
    name: 'balance',
    rowCount: customers,
    columns: {
      customer_id: { ...customerIds, codes: Uint32Array.from(rows) },
      month: { kind: 'int32', values: new Int32Array(customers).fill(600), nulls: null },
      balance: { kind: 'float64', values: Float64Array.from(rows, (row) => (row + 1) * 100), nulls: null },
    },
  };
  const built = buildDataset({ id, name: id, tables: { customer, balance }, currency: 'CNY' });
  // Parts that all datasets of one thread share must not be given away twice.
  return structuredClone(built);
}
