import { checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { rowsOf } from '../../cube/rows-by-key';
import { isAssetProduct } from '../../dataset/assets';
import { numberAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { balanceFacts, rowsByCustomer } from '../../dataset/facts';
import { nameOfKey } from '../../dataset/names';
import { warningsOf } from '../../dataset/query-warnings';
import { pause, resultBase, type ResultBase } from '../task';
import { customerDefaults, customerScope } from './customer-scope';
import { lastMonths } from './months';
import type { CustomerParameters } from './profile';

export type BalancesParameters = CustomerParameters & { readonly months?: number };

export type BalancesResult = ResultBase & {
  /** In order of time, up to the end of the period: `2026-06`. */
  readonly months: readonly string[];
  /** By product, the largest last balance first; loans and cards come as they are booked. */
  readonly products: readonly {
    readonly code: string;
    readonly name: string | null;
    readonly nameEn: string | null;
    readonly isAsset: boolean;
    /** End of month, major units; null = no such balance that month. */
    readonly values: readonly (number | null)[];
  }[];
  /** Assets under management by month; null = none known. */
  readonly aum: readonly (number | null)[];
};

export const balancesDefaults = { ...customerDefaults, months: 24 } as const;

/**
 * How did a customer's balances go, by product and month? Ends of months up to the end of the period, major units; null
 * = no such balance that month. n = products.
 *
 * @throws task.bad-parameters
 */
export async function balances(
  dataset: Dataset,
  parameters: BalancesParameters,
  control: Control,
): Promise<BalancesResult> {
  const { scope, row, warnings } = customerScope(dataset, parameters);
  const count = checkWhole('months', parameters.months ?? balancesDefaults.months, 1, 1200);
  await pause(control, 1, 1);
  const { first, names } = lastMonths(scope, count);
  const facts = balanceFacts(dataset);
  const index = rowsByCustomer(dataset, 'balance');
  const byProduct = new Map<string, (number | null)[]>();
  const aum: (number | null)[] = names.map(() => null);
  const frame = dataset.tables['balance'];
  const rows = facts === null || index === null || row === null ? [] : rowsOf(index, row);
  for (const at of rows) {
    const month = numberAt(frame, 'month', at);
    const place = month === null ? -1 : month - first;
    if (facts === null || place < 0 || place >= names.length) continue;
    const code = facts.product?.names[facts.product.codes[at] as number] ?? '';
    let values = byProduct.get(code);
    if (values === undefined) byProduct.set(code, (values = names.map(() => null)));
    const balance = facts.balances[at] as number;
    values[place] = (values[place] ?? 0) + balance;
    if (isAssetProduct(code)) aum[place] = (aum[place] ?? 0) + balance;
  }
  const major = (minor: number | null): number | null =>
    minor === null ? null : majorOf(minor, dataset.minorPerMajor);
  const products = [...byProduct].map(([code, values]) => ({
    code,
    ...nameOfKey(dataset, 'product', code),
    isAsset: isAssetProduct(code),
    values: values.map(major),
  }));
  products.sort((a, b) => lastKnown(b.values) - lastKnown(a.values) || (a.code < b.code ? -1 : 1));
  return {
    ...resultBase(scope, products.length, [...warnings, ...warningsOf(scope, ['aum'])]),
    months: names,
    products,
    aum: aum.map(major),
  };
}

function lastKnown(values: readonly (number | null)[]): number {
  return values.findLast((value) => value !== null) ?? 0;
}
