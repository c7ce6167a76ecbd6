import { checkText } from '../../base/check-parameter';
import { checkFilters } from '../../dataset/check-filters';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { customerRowOf } from '../../dataset/facts';
import type { Scope } from '../../dataset/scope';
import { scopeOfTask, type SharedParameters } from '../task';

/** A customer in the scope of the period alone: other filters chose whom to look at, not what is seen of them. */
export type CustomerScope = {
  readonly scope: Scope;
  /** Null when nobody has that number. */
  readonly row: number | null;
  readonly warnings: readonly Assumption[];
};

/**
 * @param keepsSelection whether selections of other cards on the page (month, type, channel …) restrict transactions
 * @throws task.bad-parameters
 */
export function customerScope(
  dataset: Dataset,
  parameters: SharedParameters & { readonly customerId?: string },
  keepsSelection = false,
): CustomerScope {
  const customerId = checkText('customerId', parameters.customerId ?? '');
  const { p, asof, c, sel } = checkFilters(parameters.filters);
  const filters = {
    ...(p === undefined ? {} : { p }),
    ...(asof === undefined ? {} : { asof }),
    ...(c === undefined ? {} : { c }),
    ...(keepsSelection && sel !== undefined ? { sel } : {}),
  };
  const scope = scopeOfTask(dataset, { ...parameters, filters });
  const row = customerRowOf(dataset, customerId);
  return { scope, row, warnings: row === null ? [{ code: 'customer.unknown', values: {} }] : [] };
}

export const customerDefaults = { customerId: '' } as const;
