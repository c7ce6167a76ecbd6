import { emptyBitmap, setNull } from '../../src/columns/column';
import { dictionaryOf } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import { drawHidden, type SampleOptions } from '../model/hidden';
import { groups, NO_GROUP } from '../model/habits';
import { customerNumbers } from '../model/identifiers';
import { monthsOfWindow } from '../model/calendar';
import { lossKinds } from '../model/loss-makers';
import { LEAVE, leaveReasons } from '../model/membership';
import { stageNames } from '../model/stages';
import { textColumnOf } from '../model/text-columns';

/**
 * What is planted in the sample bank of these options, drawn again from its hidden processes: the answers that the
 * analyses are to find. Tables of their own, never part of the bank:
 *
 * - `truth_customer`, row i = row i of `customer`: `group` of behaviour (null for companies), `leave_month` (months since
 *   1970-01; null = stays), `reason`; `loss`, why it is planted to cost more than it brings; `response_alone` and
 *   `response_reached`, the chances to respond to the campaign without and with it, 0 for those outside
 * - `truth_month`, a row per customer and month of the window: `stage` of the life cycle; `hazard` of leaving in that month given what was known
 *   when it began; 0 where leaving is impossible (not there yet, in the first three months, gone)
 */
export function plantedTruths(options: SampleOptions): Record<'truth_customer' | 'truth_month', Frame> {
  const { population, habits, stages, membership, lossMakers, campaign } = drawHidden(options);
  const { count } = population;
  const window = monthsOfWindow(options.months);
  const months = window.length;
  const customers = customerNumbers(population);
  const owner = Uint32Array.from({ length: count * months }, (_, row) => Math.floor(row / months));
  const stays = emptyBitmap(count);
  membership.reason.forEach((reason, i) => {
    if (reason === LEAVE.stays) setNull(stays, i);
  });
  const leaveMonth = Int32Array.from(membership.leaveMonth, (month) => window[month]?.month ?? 0);
  return {
    truth_customer: {
      name: 'truth_customer',
      rowCount: count,
      columns: {
        customer_id: textColumnOf(
          owner.filter((_, row) => row % months === 0),
          count,
          customers,
        ),
        leave_month: { kind: 'int32', values: leaveMonth, nulls: stays },
        group: textColumnOf(
          Int32Array.from(habits.group, (group) => (group === NO_GROUP ? -1 : group)),
          count,
          dictionaryOf(groups.map(({ code }) => code)),
        ),
        reason: textColumnOf(membership.reason, count, dictionaryOf(leaveReasons)),
        loss: textColumnOf(lossMakers, count, dictionaryOf(lossKinds)),
        response_alone: { kind: 'float64', values: campaign.chanceAlone, nulls: null },
        response_reached: { kind: 'float64', values: campaign.chanceReached, nulls: null },
      },
    },
    truth_month: {
      name: 'truth_month',
      rowCount: count * months,
      columns: {
        customer_id: textColumnOf(owner, count * months, customers),
        month: {
          kind: 'int32',
          values: Int32Array.from(owner, (_, row) => window[row % months]?.month ?? 0),
          nulls: null,
        },
        stage: textColumnOf(stages.of, count * months, dictionaryOf(stageNames)),
        hazard: { kind: 'float64', values: membership.hazard, nulls: null },
      },
    },
  };
}
