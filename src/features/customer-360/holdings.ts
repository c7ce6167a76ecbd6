import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { rowsOf } from '../../cube/rows-by-key';
import { dayAt, moneyAt, numberAt, textAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { balanceFacts, rowsByCustomer } from '../../dataset/facts';
import { closingMonth } from '../../dataset/holdings';
import { nameOfKey } from '../../dataset/names';
import { warningsOf } from '../../dataset/query-warnings';
import type { Scope } from '../../dataset/scope';
import { pause, resultBase, type ResultBase } from '../task';
import { customerScope } from './customer-scope';
import type { CustomerParameters } from './profile';

export type HoldingsParameters = CustomerParameters;

export type Holding = {
  readonly accountId: string;
  readonly role: 'owner' | 'joint' | 'authorised';
  readonly productCode: string | null;
  readonly productName: string | null;
  readonly productNameEn: string | null;
  readonly status: string | null;
  readonly openDate: string | null;
  readonly closeDate: string | null;
  readonly maturityDate: string | null;
  /** End of the last month of the period, else the balance in the account's row; major units. */
  readonly balance: number | null;
  readonly currency: string | null;
};

export type HoldingsResult = ResultBase & {
  /** Own accounts first, then by open date. n = their number. */
  readonly accounts: readonly Holding[];
};

/**
 * Which accounts may a customer use, as owner or otherwise? Amounts belong to the owner only (data.md §4.2); accounts of
 * others are listed with the role. Balances in major units. n = accounts.
 *
 * @throws task.bad-parameters
 */
export async function holdings(
  dataset: Dataset,
  parameters: HoldingsParameters,
  control: Control,
): Promise<HoldingsResult> {
  const { scope, row, warnings } = customerScope(dataset, parameters);
  await pause(control, 1, 1);
  const roles = row === null ? new Map<number, Holding['role']>() : rolesOf(dataset, row);
  const balances = balancesOf(scope, new Set(roles.keys()));
  const accounts = [...roles].map(([account, role]) => holdingOf(dataset, account, role, balances));
  const order = ['owner', 'joint', 'authorised'];
  accounts.sort(
    (a, b) =>
      order.indexOf(a.role) - order.indexOf(b.role) ||
      compareText(a.openDate ?? '9', b.openDate ?? '9') ||
      compareText(a.accountId, b.accountId),
  );
  return {
    ...resultBase(scope, accounts.length, [...warnings, ...warningsOf(scope, ['accounts'])]),
    accounts,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function rolesOf(dataset: Dataset, row: number): Map<number, Holding['role']> {
  const roles = new Map<number, Holding['role']>();
  const own = dataset.tables['account'] && rowsByCustomer(dataset, 'account');
  for (const account of own ? rowsOf(own, row) : []) roles.set(account, 'owner');
  const holder = dataset.tables['holder'];
  const held = rowsByCustomer(dataset, 'holder');
  for (const at of held ? rowsOf(held, row) : []) {
    const account = numberAt(holder, 'account_key', at);
    if (account === null || roles.has(account)) continue;
    roles.set(account, textAt(holder, 'role', at) === 'authorised' ? 'authorised' : 'joint');
  }
  return roles;
}

/** Balances of accounts at the end of the period, minor units. */
function balancesOf(scope: Scope, accounts: ReadonlySet<number>): ReadonlyMap<number, number> {
  const facts = balanceFacts(scope.dataset);
  const month = closingMonth(scope);
  const found = new Map<number, number>();
  if (facts === null || facts.account === null || month === null || accounts.size === 0) return found;
  for (const row of rowsOf(facts.byMonth, month - facts.firstMonth)) {
    const account = facts.account.codes[row] as number;
    if (accounts.has(account))
      found.set(account, (found.get(account) ?? 0) + (facts.balances[row] as number));
  }
  return found;
}

function holdingOf(
  dataset: Dataset,
  account: number,
  role: Holding['role'],
  balances: ReadonlyMap<number, number>,
): Holding {
  const frame = dataset.tables['account'];
  const productCode = textAt(frame, 'product_code', account);
  const product = productCode === null ? null : nameOfKey(dataset, 'product', productCode);
  const balance = balances.get(account);
  return {
    accountId: textAt(frame, 'account_id', account) ?? '',
    role,
    productCode,
    productName: product?.name ?? null,
    productNameEn: product?.nameEn ?? null,
    status: textAt(frame, 'status', account),
    openDate: dayAt(frame, 'open_date', account),
    closeDate: dayAt(frame, 'close_date', account),
    maturityDate: dayAt(frame, 'maturity_date', account),
    balance:
      balance === undefined
        ? moneyAt(dataset, frame, 'balance', account)
        : majorOf(balance, dataset.minorPerMajor),
    currency: textAt(frame, 'currency', account),
  };
}
