import { emptyBitmap, setNull, type Column } from '../../src/columns/column';
import { dictionaryOf, type Dictionary } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import { Random } from '../../src/base/random';
import { orderOfKeys } from '../../src/base/sort';
import type { Bank } from './bank';
import { ARM, type Campaign } from './campaign';
import { CHANNEL, channels } from './codes';
import type { RelationshipManager } from './organisation';
import { RELATION } from './relations';
import { STREAM } from './streams';
import { numberedDictionary, textColumnOf, textColumnOfStrings } from './text-columns';

const contactTypes = ['visit', 'call', 'message'] as const;
const contactResults = ['reached', 'not_reached', 'appointment', 'interested', 'not_interested'] as const;
const caseTypes = ['account', 'card', 'loan', 'investment', 'channel'] as const;
const categories = ['fee', 'waiting_time', 'system_error', 'staff', 'product', 'fraud'] as const;
const severities = ['low', 'medium', 'high'] as const;
const caseChannels = [CHANNEL.counter, CHANNEL.phone, CHANNEL.mobile, CHANNEL.web] as const;

const CONTACT_WEIGHTS = [2, 5, 3] as const;
const RESULT_WEIGHTS = [5, 3, 1, 2, 2] as const;
const SEVERITY_WEIGHTS = [5, 4, 1] as const;
const CASE_WEIGHTS = [4, 3, 1, 2, 3] as const;
const CATEGORY_WEIGHTS = [5, 5, 3, 2, 3, 1] as const;
const CASE_CHANNEL_WEIGHTS = [3, 5, 3, 1] as const;

type Row = { readonly i: number; readonly day: number; readonly random: readonly number[] };

/** The months in which the relation bit is set, while the customer is there, with a day and further draws; by day. */
function rowsOf(bank: Bank, bit: number, stream: number, draw: (random: Random) => readonly number[]): Row[] {
  const { population, relations, membership, months, seed } = bank;
  const rows: Row[] = [];
  const random = new Random();
  const size = months.length;
  for (let i = 0, at = 0; i < population.count; i++) {
    for (let index = 0; index < size; index++, at++) {
      if (((relations.of[at] as number) & bit) === 0) continue;
      const isAway =
        index >= (membership.leaveMonth[i] as number) && index < (membership.returnMonth[i] as number);
      const month = months[index];
      if (isAway || month === undefined) continue;
      random.restart(seed, stream, i, month.month);
      const first = Math.max(0, (population.openDay[i] as number) - month.firstDay);
      const day = month.firstDay + random.between(Math.min(first, month.days - 1), month.days - 1);
      rows.push({ i, day, random: draw(random) });
    }
  }
  const order = orderOfKeys(Int32Array.from(rows, ({ day }) => day));
  return Array.from(order, (row) => rows[row] as Row);
}

const codes = (rows: readonly Row[], at: number, values: readonly string[]): Column =>
  textColumnOf(
    rows.map(({ random }) => random[at] as number),
    rows.length,
    dictionaryOf(values),
  );
const customersOf = (rows: readonly Row[], customers: Dictionary): Column =>
  textColumnOf(
    rows.map(({ i }) => i),
    rows.length,
    customers,
  );
const days = (values: readonly number[]): Column => ({
  kind: 'int32',
  values: Int32Array.from(values),
  nulls: null,
});

/** Visits, calls and messages of the managers. */
export function contactFrame(
  bank: Bank,
  managers: readonly RelationshipManager[],
  customers: Dictionary,
): Frame {
  const rows = rowsOf(bank, RELATION.contact, STREAM.contacts, (random) => [
    random.weighted(CONTACT_WEIGHTS),
    random.weighted(RESULT_WEIGHTS),
  ]);
  return {
    name: 'contact',
    rowCount: rows.length,
    columns: {
      rm_id: textColumnOfStrings(
        rows.map(({ i }) => managers[bank.population.manager[i] as number]?.id ?? null),
      ),
      customer_id: customersOf(rows, customers),
      date: days(rows.map(({ day }) => day)),
      type: codes(rows, 0, contactTypes),
      result: codes(rows, 1, contactResults),
    },
  };
}

/** Complaints; those of the last days are still open. */
export function serviceFrame(bank: Bank, customers: Dictionary): Frame {
  const rows = rowsOf(bank, RELATION.complaint, STREAM.complaints, (random) => [
    random.weighted(CASE_WEIGHTS),
    random.weighted(CATEGORY_WEIGHTS),
    caseChannels[random.weighted(CASE_CHANNEL_WEIGHTS)] ?? CHANNEL.phone,
    random.weighted(SEVERITY_WEIGHTS),
    1 + Math.floor(random.exponential() * 4),
    random.chance(0.62) ? 1 : 0,
  ]);
  const last = bank.months[bank.months.length - 1];
  const lastDay = (last?.firstDay ?? 0) + (last?.days ?? 1) - 1;
  const closing = rows.map(({ day, random }) => day + (random[4] as number));
  const open = emptyBitmap(rows.length);
  closing.forEach((day, row) => {
    if (day > lastDay) setNull(open, row);
  });
  const nulls = closing.some((day) => day > lastDay) ? open : null;
  const satisfied = rows.map(({ random }, row) =>
    (closing[row] as number) > lastDay ? 0 : (random[5] as number),
  );
  return {
    name: 'service',
    rowCount: rows.length,
    columns: {
      case_id: {
        kind: 'text',
        codes: Uint32Array.from(rows, (_, row) => row),
        dictionary: numberedDictionary('S', 6, rows.length),
        nulls: null,
      },
      customer_id: customersOf(rows, customers),
      type: codes(rows, 0, caseTypes),
      category: codes(rows, 1, categories),
      channel: codes(rows, 2, channels),
      created: days(rows.map(({ day }) => day)),
      closed: {
        kind: 'int32',
        values: Int32Array.from(closing, (day) => (day > lastDay ? 0 : day)),
        nulls,
      },
      satisfied: { kind: 'int32', values: Int32Array.from(satisfied), nulls },
      severity: codes(rows, 3, severities),
    },
  };
}

const CAMPAIGN_ID = 'CP001';
const FIRST_DAY = 2;
const DAYS_OF_CAMPAIGN = 45;
const COST_PER_CUSTOMER = 300;

/** The campaign and a row for each of its customers; `responded` of the control group: who came by itself. */
export function campaignFrames(
  bank: Bank,
  campaign: Campaign,
  customers: Dictionary,
): Record<'campaign' | 'response', Frame> {
  const members: number[] = [];
  campaign.arm.forEach((arm, i) => {
    if (arm !== ARM.none) members.push(i);
  });
  const start = (bank.months[campaign.month]?.firstDay ?? 0) + FIRST_DAY;
  const treated = members.filter((i) => campaign.arm[i] === ARM.treatment).length;
  const flags = (values: Uint8Array): Column => days(members.map((i) => values[i] as number));
  return {
    campaign: {
      name: 'campaign',
      rowCount: 1,
      columns: {
        campaign_id: textColumnOfStrings([CAMPAIGN_ID]),
        name: textColumnOfStrings(['春季理财推荐']),
        start: days([start]),
        end: days([start + DAYS_OF_CAMPAIGN]),
        cost: { kind: 'float64', values: Float64Array.of(treated * COST_PER_CUSTOMER), nulls: null },
        offer: textColumnOfStrings(['理财产品']),
        channel: textColumnOfStrings(['mobile']),
      },
    },
    response: {
      name: 'response',
      rowCount: members.length,
      columns: {
        customer_id: textColumnOf(members, members.length, customers),
        campaign_id: textColumnOf(
          new Uint8Array(members.length),
          members.length,
          dictionaryOf([CAMPAIGN_ID]),
        ),
        sent: days(members.map(() => start)),
        responded: flags(campaign.responded),
        converted: flags(campaign.converted),
        group: textColumnOf(
          members.map((i) => (campaign.arm[i] === ARM.treatment ? 0 : 1)),
          members.length,
          dictionaryOf(['treatment', 'control']),
        ),
      },
    },
  };
}
