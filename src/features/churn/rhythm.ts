import type { Day } from '../../base/calendar-day';
import type { Control } from '../../base/control';
import { rowsOf } from '../../cube/rows-by-key';
import type { Dataset } from '../../dataset/dataset';
import { customerCount, noDay, rowsByCustomer, transactionFacts } from '../../dataset/facts';
import { pause } from '../task';

/** What happens to a customer without their doing, or by somebody else's. */
const notOwn: ReadonlySet<string> = new Set(['interest', 'fee', 'salary', 'transfer_in', 'loan_repayment']);

/** Fewer gaps than this are no rhythm of one's own. */
const leastGaps = 4;

/** Each customer's rhythm as it stood on one day. */
export type Rhythm = {
  readonly at: Day;
  /** Last day with a transaction of one's own, {@link noDay} = none yet. */
  readonly last: Int32Array;
  /** Median days between such days; NaN = none. */
  readonly gap: Float64Array;
  /** 1 = own gap, 0 = the median of customers of the same type. */
  readonly isOwn: Uint8Array;
};

/**
 * How often does each customer act, and how long have they been silent, on several days of looking? A day counts once
 * however often a customer acts on it. Customers with fewer than 4 gaps take the median gap of their type of customer,
 * else of all.
 *
 * Source: methods.md §8 (own median gap). O(transactions · log)
 */
export async function rhythmsOf(
  dataset: Dataset,
  days: readonly Day[],
  control: Control,
): Promise<readonly Rhythm[]> {
  const count = customerCount(dataset);
  const rhythms = days.map((at) => ({
    at,
    last: new Int32Array(count).fill(noDay),
    gap: new Float64Array(count).fill(NaN),
    isOwn: new Uint8Array(count),
  }));
  const facts = transactionFacts(dataset);
  const rows = facts && rowsByCustomer(dataset, 'transaction');
  if (!facts || !rows) return rhythms;
  const isOwnType =
    facts.type && Uint8Array.from([...facts.type.names, ''], (name) => (notOwn.has(name) ? 0 : 1));
  const types = facts.type?.codes;
  let [buffer, gaps] = [new Int32Array(64), new Float64Array(64)];
  for (let customer = 0; customer < count; customer++) {
    if (customer % 256 === 0) await pause(control, customer, count);
    const own = rowsOf(rows, customer);
    if (own.length > buffer.length) {
      [buffer, gaps] = [new Int32Array(own.length * 2), new Float64Array(own.length * 2)];
    }
    let found = 0;
    for (const row of own) {
      const day = facts.days[row] as Day;
      if (day === noDay || (isOwnType && types && isOwnType[types[row] as number] === 0)) continue;
      if (found === 0 || buffer[found - 1] !== day) buffer[found++] = day;
    }
    const acted = distinct(buffer.subarray(0, found));
    for (const rhythm of rhythms) readRhythm(rhythm, customer, acted, gaps);
  }
  for (const rhythm of rhythms) fillGaps(rhythm, dataset);
  return rhythms;
}

/** Ascending, each once. Sorts in place. */
function distinct(days: Int32Array): Int32Array {
  days.sort();
  let kept = 0;
  for (const day of days) if (kept === 0 || days[kept - 1] !== day) days[kept++] = day;
  return days.subarray(0, kept);
}

function readRhythm(rhythm: Rhythm, customer: number, acted: Int32Array, room: Float64Array): void {
  let seen = 0;
  while (seen < acted.length && (acted[seen] as Day) <= rhythm.at) seen++;
  if (seen === 0) return;
  rhythm.last[customer] = acted[seen - 1] as Day;
  if (seen - 1 < leastGaps) return;
  const gaps = room.subarray(0, seen - 1);
  for (let i = 1; i < seen; i++) gaps[i - 1] = (acted[i] as Day) - (acted[i - 1] as Day);
  rhythm.gap[customer] = medianOf(gaps.sort());
  rhythm.isOwn[customer] = 1;
}

/** @param sorted ascending; NaN when empty */
function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Those who acted but have no rhythm of their own take that of their kind. */
function fillGaps({ last, gap, isOwn }: Rhythm, dataset: Dataset): void {
  const type = dataset.tables['customer']?.columns['type'];
  const kindOf = (row: number) => (type?.kind === 'text' ? (type.codes[row] as number) : 0);
  const all = gap.filter((_, row) => isOwn[row] === 1).sort();
  const medians = new Map<number, number>();
  const medianOfKind = (kind: number): number => {
    const known = medians.get(kind);
    if (known !== undefined) return known;
    const found = medianOf(gap.filter((_, row) => isOwn[row] === 1 && kindOf(row) === kind).sort());
    const median = Number.isNaN(found) ? medianOf(all) : found;
    medians.set(kind, median);
    return median;
  };
  for (let row = 0; row < gap.length; row++) {
    if (last[row] !== noDay && isOwn[row] === 0) gap[row] = medianOfKind(kindOf(row));
  }
}
