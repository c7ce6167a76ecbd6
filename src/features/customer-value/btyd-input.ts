import type { Day } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import type { Column } from '../../columns/column';
import type { Dataset } from '../../dataset/dataset';
import { customerCount } from '../../dataset/facts';
import { warningsOf } from '../../dataset/query-warnings';
import { pause, resultBase, scopeOfTask, type ResultBase } from '../task';
import { btydSettings, type BtydParameters, type BtydSettings } from './btyd-settings';
import { valueEvents, type ValueEvents } from './value-events';

/** Steps of the progress: two over the rows, four on what they gave. */
export const btydSteps = 6;

/** What the model needs to know, taken from the rows. */
export type BtydInput = {
  readonly base: ResultBase;
  readonly settings: BtydSettings;
  readonly events: Omit<ValueEvents, 'amount'>;
  readonly customers: number;
  /** The last day that counts: the as-of day. */
  readonly last: Day | null;
  /** `customer_id` and `name`, where the data have them. */
  readonly who: Readonly<Record<string, Column>>;
  /** The question is about everybody, with defaults only: its values may be published. */
  readonly isPublic: boolean;
};

/**
 * The events of the customers under the filters, up to the as-of day: the histories of a model are never cut at the
 * beginning of a period.
 *
 * @throws task.bad-parameters
 */
export async function btydInput(
  dataset: Dataset,
  parameters: BtydParameters,
  control: Control,
): Promise<BtydInput> {
  const settings = btydSettings(parameters);
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, btydSteps);
  const last = scope.asOf ?? dataset.lastDay;
  const { kind, isThere, isRaw, customer, day } = valueEvents(scope, last);
  await pause(control, 2, btydSteps);
  const columns = dataset.tables['customer']?.columns ?? {};
  const who = ['customer_id', 'name'].flatMap((name) => {
    const column = columns[name];
    return column ? [[name, column] as const] : [];
  });
  const isWhole = !scope.hasCustomerFilter && scope.transactionMask === null && scope.asOf === dataset.asOf;
  return {
    base: resultBase(scope, 0, warningsOf(scope, ['transactions'])),
    settings,
    events: { kind, isThere, isRaw, customer, day },
    customers: customerCount(dataset),
    last,
    who: Object.fromEntries(who),
    isPublic: isWhole && settings.isDefault,
  };
}
