import { ln } from '../../src/base/exp-ln';
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

/** Months without the event before the next one, when each brings it by chance 1 − e^`log`. */
const gap = (random: Random, log: number): number => Math.floor(ln(random.uniform()) / log);

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
    const first = Math.max(0, population.joinMonth[i] as number);
    const at = i * months;
    const toContact = ln(1 - usual);
    for (let month = first + gap(random, toContact); month < months; month += 1 + gap(random, toContact)) {
      of[at + month] = RELATION.contact;
    }
    const toComplaint = ln(1 - complaint);
    for (
      let month = first + gap(random, toComplaint);
      month < months;
      month += 1 + gap(random, toComplaint)
    ) {
      of[at + month] = (of[at + month] as number) | RELATION.complaint;
      for (let call = month; call <= month + 1 && call < months; call++) {
        if (random.chance(CALL_AFTER_COMPLAINT)) of[at + call] = (of[at + call] as number) | RELATION.contact;
      }
    }
  }
  return { months, of };
}
