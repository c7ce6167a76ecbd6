import { isoMonth, monthOfDay, type Month } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { balanceFacts } from '../../dataset/facts';
import { assetsAt, assetsByCustomer, closingMonth, type CustomerAssets, sumOf } from '../../dataset/holdings';
import { countedNow } from '../../dataset/members';
import { warningsOf } from '../../dataset/query-warnings';
import type { Scope } from '../../dataset/scope';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';

export type MovementParameters = SharedParameters;

export type MovementComponent = {
  readonly key: 'new' | 'grew' | 'shrank' | 'left';
  /** Change of assets, major units; `shrank` and `left` are negative or 0. */
  readonly value: number;
  readonly customers: number;
};

export type MovementResult = ResultBase & {
  /** Months at whose ends the assets stand, `2025-06`; null without balances. */
  readonly openingMonth: string | null;
  readonly closingMonth: string | null;
  readonly opening: number | null;
  readonly closing: number | null;
  /** In accounting order; the values sum to closing − opening. Empty without balances. */
  readonly components: readonly MovementComponent[];
  /** Customers with assets that did not change. */
  readonly unchanged: number;
};

/**
 * What moved the assets under management between the month before the period and its end?
 *
 * By customer: new (no assets on the books at the opening), left (none at the closing), grew, shrank; rows without a
 * customer count as one. The components sum exactly to closing − opening. Where the data begin within the period, the
 * opening is the end of their first month, and a warning says so. Money in major units. n = customers.
 */
export async function movement(
  dataset: Dataset,
  parameters: MovementParameters,
  control: Control,
): Promise<MovementResult> {
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 2);
  const warnings: Assumption[] = [...warningsOf(scope, ['aum'])];
  const closing = closingMonth(scope);
  const opening = closing === null ? null : openingMonth(scope, closing, warnings);
  const n = sumOf(countedNow(scope));
  if (closing === null || opening === null) {
    return {
      ...resultBase(scope, n, warnings),
      openingMonth: null,
      closingMonth: closing === null ? null : isoMonth(closing),
      opening: null,
      closing: major(scope, assetsAt(scope, closing)),
      components: [],
      unchanged: 0,
    };
  }
  await pause(control, 2, 2);
  const { components, unchanged } = compare(
    assetsByCustomer(scope, opening),
    assetsByCustomer(scope, closing),
    dataset.minorPerMajor,
  );
  return {
    ...resultBase(scope, n, warnings),
    openingMonth: isoMonth(opening),
    closingMonth: isoMonth(closing),
    opening: major(scope, assetsAt(scope, opening)),
    closing: major(scope, assetsAt(scope, closing)),
    components,
    unchanged,
  };
}

const major = (scope: Scope, minor: number | null): number | null =>
  minor === null ? null : majorOf(minor, scope.dataset.minorPerMajor);

/** The month before the period, else the first one with balances; null when that is the closing month itself. */
function openingMonth(scope: Scope, closing: Month, warnings: Assumption[]): Month | null {
  const months = balanceFacts(scope.dataset)?.months ?? [];
  const { span } = scope.period;
  const wanted = span === null ? null : monthOfDay(span.from) - 1;
  const found = months.findLast((month) => wanted !== null && month <= wanted) ?? months[0];
  if (found === undefined || found >= closing) {
    warnings.push({ code: 'balance.other-month', values: { wanted: '', used: isoMonth(closing) } });
    return null;
  }
  if (wanted !== null && found !== wanted) {
    warnings.push({
      code: 'balance.other-month',
      values: { wanted: isoMonth(wanted), used: isoMonth(found) },
    });
  }
  return found;
}

function compare(
  opening: CustomerAssets,
  closing: CustomerAssets,
  minorPerMajor: number,
): { components: readonly MovementComponent[]; unchanged: number } {
  const keys = ['new', 'grew', 'shrank', 'left'] as const;
  const [values, customers] = [new Float64Array(keys.length), new Int32Array(keys.length)];
  let unchanged = 0;
  for (let row = 0; row < opening.values.length; row++) {
    const [had, has] = [(opening.rows[row] as number) > 0, (closing.rows[row] as number) > 0];
    if (!had && !has) continue;
    const change = (closing.values[row] as number) - (opening.values[row] as number);
    if (had && has && change === 0) {
      unchanged++;
      continue;
    }
    const place = !had ? 0 : !has ? 3 : change > 0 ? 1 : 2;
    values[place] = (values[place] as number) + change;
    customers[place] = (customers[place] as number) + 1;
  }
  const components = keys.map((key, place) => ({
    key,
    value: majorOf(values[place] as number, minorPerMajor),
    customers: customers[place] as number,
  }));
  return { components, unchanged };
}
