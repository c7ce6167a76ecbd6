import { isNull, type TextColumn } from '../columns/column';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';
import { distinctIds, firstKnown, indexById, joinRows } from './join';
import { keepLastById, textOf, type Frames } from './link-people';
import { keyColumnOf, withColumns, withoutColumns } from './make-column';

/**
 * Branches, managers and regions with their keys, and each customer's `branch_key`, `rm_key`, `region_key`.
 *
 * A customer's branch is the one in its own row, else that of its manager, else that of its first account. Without a
 * branch file one is made from the distinct ids. Where no file knows branches but regions are known, each region
 * stands in for a branch, so that the drill bank → branch → customer exists: the customer's own region (where a person
 * would look for it), else the region of its first account. Managers are skipped where no file knows them.
 */
export function linkOrganisation(
  frames: Frames,
  owners: Int32Array | null,
  assumptions: Assumption[],
): Frames {
  const linked: Frames = { ...frames };
  const idsIn = (places: readonly (readonly [string, string])[]) =>
    distinctIds(places.flatMap(([table, field]) => textOf(frames[table], field) ?? []));
  const branchPlaces = [
    ['customer', 'branch_id'],
    ['manager', 'branch'],
    ['account', 'branch_id'],
  ] as const;
  const managers = frames['manager'] ?? frameFromIds('manager', 'rm_id', idsIn([['customer', 'rm_id']]));
  const branches = frames['branch'] ?? frameFromIds('branch', 'branch_id', idsIn(branchPlaces));
  if (frames['region']) linked['region'] = keepLastById(frames['region'], 'region_id', assumptions);
  const region =
    linked['region'] ??
    frameFromIds(
      'region',
      'region_id',
      idsIn([
        ['customer', 'region_id'],
        ['account', 'region_id'],
      ]),
    );
  if (region) linked['region'] = region;
  if (managers) linked['manager'] = keepLastById(managers, 'rm_id', assumptions);
  const isStandIn = branches === null && region !== null;
  if (branches) linked['branch'] = keepLastById(branches, 'branch_id', assumptions);
  else if (region) {
    linked['branch'] = branchesFromRegions(region);
    assumptions.push({ code: 'organisation.region-as-branch', values: { regions: region.rowCount } });
  }
  linkBranches(linked);
  linkCustomers(linked, owners, isStandIn);
  return linked;
}

function frameFromIds(table: string, field: string, ids: TextColumn): Frame | null {
  const rowCount = ids.codes.length;
  return rowCount === 0 ? null : { name: table, rowCount, columns: { [field]: ids } };
}

function branchesFromRegions(region: Frame): Frame {
  const ids = region.columns['region_id'];
  const name = region.columns['name'];
  return {
    name: 'branch',
    rowCount: region.rowCount,
    columns: { ...(ids ? { branch_id: ids } : {}), ...(name ? { name } : {}) },
  };
}

function linkBranches(frames: Frames): void {
  const branch = frames['branch'];
  const ids = textOf(branch, 'branch_id');
  if (!branch || !ids) return;
  const rows = indexById(ids);
  const parents = textOf(branch, 'parent');
  if (parents) frames['branch'] = withColumns(branch, { parent_key: keyColumnOf(joinRows(parents, rows)) });
  const manager = frames['manager'];
  const managerBranch = textOf(manager, 'branch');
  if (manager && managerBranch) {
    frames['manager'] = withColumns(manager, { branch_key: keyColumnOf(joinRows(managerBranch, rows)) });
  }
}

/** For each customer the value of its first account that has one, -1 = none. */
function throughAccounts(
  rowsOfAccounts: Int32Array | null,
  owners: Int32Array | null,
  customers: number,
): Int32Array | null {
  if (rowsOfAccounts === null || owners === null) return null;
  const rows = new Int32Array(customers).fill(-1);
  for (let account = 0; account < rowsOfAccounts.length; account++) {
    const owner = owners[account] as number;
    if (owner >= 0 && (rows[owner] as number) < 0) rows[owner] = rowsOfAccounts[account] as number;
  }
  return rows;
}

function linkCustomers(frames: Frames, owners: Int32Array | null, isStandIn: boolean): void {
  const customer = frames['customer'];
  if (!customer) return;
  const join = (table: string, field: string, to: string, key: string): Int32Array | null => {
    const ids = textOf(frames[table], field);
    const target = textOf(frames[to], key);
    return ids && target ? joinRows(ids, indexById(target)) : null;
  };
  const count = customer.rowCount;
  const managerRows = join('customer', 'rm_id', 'manager', 'rm_id');
  const managerBranches = frames['manager']?.columns['branch_key'];
  const throughManager =
    managerRows && managerBranches?.kind === 'int32'
      ? managerRows.map((row) => {
          const isKnown = row >= 0 && !isNull(managerBranches.nulls, row);
          return isKnown ? (managerBranches.values[row] as number) : -1;
        })
      : null;
  const regionRows = firstKnown(count, [
    join('customer', 'region_id', 'region', 'region_id'),
    throughAccounts(join('account', 'region_id', 'region', 'region_id'), owners, count),
  ]);
  const branchRows = isStandIn
    ? regionRows
    : firstKnown(count, [
        join('customer', 'branch_id', 'branch', 'branch_id'),
        throughManager,
        throughAccounts(join('account', 'branch_id', 'branch', 'branch_id'), owners, count),
      ]);
  frames['customer'] = withColumns(withoutColumns(customer, ['branch_key', 'rm_key', 'region_key']), {
    ...(frames['branch'] ? { branch_key: keyColumnOf(branchRows.slice()) } : {}),
    ...(managerRows ? { rm_key: keyColumnOf(managerRows) } : {}),
    ...(frames['region'] ? { region_key: keyColumnOf(regionRows) } : {}),
  });
}
