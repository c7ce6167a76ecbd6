import { Random } from '../../src/base/random';
import type { Population } from './population';
import { STREAM } from './streams';

/** What may have happened between bank and customer in a month, as bits. */
export const RELATION = { complaint: 1, contact: 2 } as const;

/** The months in which customers complain and managers get in touch: bits of {@link RELATION} by `i · months + month`. */
export type Relations = { readonly months: number; readonly of: Uint8Array };

const COMPLAINT_RATE = 0.004;
/** How likely a manager calls in the month of a complaint or in the one after it. */
const CALL_AFTER_COMPLAINT = 0.3;
const COMPANY_CONTACT_RATE = 0.2;
/** Managers look after wealth: contacts per month from these assets (minor units) on. */
const CONTACT_RATES = [
  { from: 6e8, rate: 0.45 },
  { from: 5e7, rate: 0.25 },
  { from: 5e6, rate: 0.06 },
  { from: 0, rate: 0.012 },
] as const;

/** Lively customers complain more often; a complaint draws a call. */
export function drawRelations(population: Population, months: number, seed: number): Relations {
  const of = new Uint8Array(population.count * months);
  const random = new Random();
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.relations, i);
    const wealth = population.wealth[i] as number;
    const usual =
      i < population.persons
        ? (CONTACT_RATES.find(({ from }) => wealth >= from)?.rate ?? 0)
        : COMPANY_CONTACT_RATE;
    const complaint = COMPLAINT_RATE * (1 + (population.activity[i] as number));
    let hasComplained = false;
    for (let month = Math.max(0, population.joinMonth[i] as number); month < months; month++) {
      const complains = random.chance(complaint);
      const contact = complains || hasComplained ? Math.max(usual, CALL_AFTER_COMPLAINT) : usual;
      const bits = (complains ? RELATION.complaint : 0) | (random.chance(contact) ? RELATION.contact : 0);
      of[i * months + month] = bits;
      hasComplained = complains;
    }
  }
  return { months, of };
}
