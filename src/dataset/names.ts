import type { Frame } from '../columns/frame';
import { keyAt, textAt } from './cell-value';
import type { Dataset } from './dataset';
import { customerRowOf } from './facts';
import { Memory } from './remember';

export type Name = { readonly name: string | null; readonly nameEn: string | null };

const nameless: Name = { name: null, nameEn: null };

const tables: Readonly<Record<string, readonly [table: string, id: string]>> = {
  branch: ['branch', 'branch_id'],
  branch_id: ['branch', 'branch_id'],
  manager: ['manager', 'rm_id'],
  rm_id: ['manager', 'rm_id'],
  region_id: ['region', 'region_id'],
  product: ['product', 'product_code'],
  product_code: ['product', 'product_code'],
};

const ofFrames = new Memory<Frame>();

function rowsById(frame: Frame, id: string): ReadonlyMap<string, number> {
  return ofFrames.of(frame, id, () => {
    const rows = new Map<string, number>();
    for (let row = frame.rowCount - 1; row >= 0; row--) {
      const text = textAt(frame, id, row);
      if (text !== null) rows.set(text, row);
    }
    return rows;
  });
}

/** The names of a member of a breakdown by its key, as the files write them. */
export function nameOfKey(dataset: Dataset, by: string, key: string): Name {
  if (by === 'customer' || by === 'customer_id') {
    const row = customerRowOf(dataset, key);
    return row === null ? nameless : { name: textAt(dataset.tables['customer'], 'name', row), nameEn: null };
  }
  const [table, id] = tables[by] ?? [];
  const frame = table === undefined ? undefined : dataset.tables[table];
  if (frame === undefined || id === undefined) return nameless;
  const row = rowsById(frame, id).get(key);
  if (row === undefined) return nameless;
  return { name: textAt(frame, 'name', row), nameEn: textAt(frame, 'name_en', row) };
}

/** The family of a product, when the files say so. */
export function familyOfProduct(dataset: Dataset, code: string): string | null {
  const frame = dataset.tables['product'];
  const row = frame && rowsById(frame, 'product_code').get(code);
  return row === undefined ? null : textAt(frame, 'family', row);
}

/** Who a customer is, whom it belongs to. */
export type CustomerIdentity = {
  readonly customerId: string;
  readonly name: string | null;
  readonly type: string | null;
  readonly branchId: string | null;
  readonly branchName: string | null;
  readonly branchNameEn: string | null;
  readonly managerId: string | null;
  readonly managerName: string | null;
  readonly managerNameEn: string | null;
};

export function identityOf(dataset: Dataset, row: number): CustomerIdentity {
  const { customer, branch, manager } = dataset.tables;
  const branchRow = keyAt(customer, 'branch_key', row);
  const managerRow = keyAt(customer, 'rm_key', row);
  const at = (frame: Frame | undefined, name: string, of: number | null): string | null =>
    of === null ? null : textAt(frame, name, of);
  return {
    customerId: textAt(customer, 'customer_id', row) ?? '',
    name: textAt(customer, 'name', row),
    type: textAt(customer, 'type', row),
    branchId: at(branch, 'branch_id', branchRow),
    branchName: at(branch, 'name', branchRow),
    branchNameEn: at(branch, 'name_en', branchRow),
    managerId: at(manager, 'rm_id', managerRow),
    managerName: at(manager, 'name', managerRow),
    managerNameEn: at(manager, 'name_en', managerRow),
  };
}
