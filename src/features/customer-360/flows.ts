import { checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { rowsOf } from '../../cube/rows-by-key';
import type { Dataset } from '../../dataset/dataset';
import { rowsByCustomer, transactionFacts } from '../../dataset/facts';
import { hasDirection } from '../../dataset/flows';
import { warningsOf } from '../../dataset/query-warnings';
import { pause, resultBase, type ResultBase } from '../task';
import { customerDefaults, customerScope } from './customer-scope';
import { lastMonths } from './months';
import type { CustomerParameters } from './profile';

export type FlowsParameters = CustomerParameters & { readonly months?: number };

export type FlowsResult = ResultBase & {
  /** In order of time, up to the end of the period: `2026-06`. */
  readonly months: readonly string[];
  readonly inflow: readonly number[];
  /** Positive numbers; null when amounts have no direction. */
  readonly outflow: readonly number[] | null;
  readonly net: readonly number[] | null;
  readonly transactions: readonly number[];
};

export const flowsDefaults = { ...customerDefaults, months: 24 } as const;

/**
 * What came in and went out, month by month, up to the end of the period? Major units, both positive; 0 = no
 * transaction. n = transactions.
 *
 * @throws task.bad-parameters
 */
export async function flows(
  dataset: Dataset,
  parameters: FlowsParameters,
  control: Control,
): Promise<FlowsResult> {
  const { scope, row, warnings } = customerScope(dataset, parameters);
  const count = checkWhole('months', parameters.months ?? flowsDefaults.months, 1, 1200);
  await pause(control, 1, 1);
  const { first, names } = lastMonths(scope, count);
  const facts = transactionFacts(dataset);
  const index = rowsByCustomer(dataset, 'transaction');
  const [inflow, outflow] = [new Float64Array(names.length), new Float64Array(names.length)];
  const transactions = new Int32Array(names.length);
  const rows = facts === null || index === null || row === null ? [] : rowsOf(index, row);
  const last = scope.period.span?.to ?? 0;
  for (const at of rows) {
    if (!facts?.month || (facts.days[at] as number) > last) continue;
    const place = (facts.month.codes[at] as number) - first;
    if (place < 0 || place >= names.length) continue;
    const amount = facts.amounts[at] as number;
    transactions[place] = (transactions[place] as number) + 1;
    if (amount > 0) inflow[place] = (inflow[place] as number) + amount;
    else outflow[place] = (outflow[place] as number) - amount;
  }
  const major = (minor: number): number => majorOf(minor, dataset.minorPerMajor);
  const isSigned = hasDirection(scope);
  return {
    ...resultBase(
      scope,
      transactions.reduce((sum, one) => sum + one, 0),
      [...warnings, ...warningsOf(scope, ['transactions'])],
    ),
    months: names,
    inflow: Array.from(inflow, major),
    outflow: isSigned ? Array.from(outflow, major) : null,
    net: isSigned ? Array.from(inflow, (value, place) => major(value - (outflow[place] as number))) : null,
    transactions: [...transactions],
  };
}
