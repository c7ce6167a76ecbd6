import { isNull } from '../../columns/column';
import type { Frame } from '../../columns/frame';
import type { Dataset } from '../../dataset/dataset';
import { transactionFacts, type Coded } from '../../dataset/facts';
import { indexById, joinRows } from '../../dataset/join';
import { Memory } from '../../dataset/remember';
import { reversedBookings } from './reversed-bookings';

export type OwnTransactions = {
  /** 1 = the customer decided on it. */
  readonly mask: Uint8Array;
  readonly leftOut: number;
};

const ofFrames = new Memory<Frame>();

/**
 * Which transactions did customers decide on? Left out are interest and fees, bookings of the system, reversals with the
 * bookings that they take back, and transfers between accounts of one owner; a column that the files do not have leaves
 * nothing out. Source: methods.md §1, "excluded transactions". O(rows)
 */
export function ownTransactions(dataset: Dataset): OwnTransactions {
  const frame = dataset.tables['transaction'];
  const facts = transactionFacts(dataset);
  if (frame === undefined || facts === null) return { mask: new Uint8Array(0), leftOut: 0 };
  return ofFrames.of(frame, 'own transactions', () => {
    const mask = new Uint8Array(facts.rowCount).fill(1);
    leaveOutCodes(mask, facts.type, ['interest', 'fee']);
    leaveOutCodes(mask, facts.channel, ['system']);
    leaveOutReversals(mask, frame);
    leaveOutOwnTransfers(mask, frame, dataset.tables['account']);
    let leftOut = 0;
    for (const one of mask) leftOut += 1 - one;
    return { mask, leftOut };
  });
}

function leaveOutCodes(mask: Uint8Array, coded: Coded | null, names: readonly string[]): void {
  if (coded === null) return;
  const isOut = coded.names.map((name) => names.includes(name));
  if (!isOut.includes(true)) return;
  const { codes } = coded;
  for (let row = 0; row < mask.length; row++) if (isOut[codes[row] as number] === true) mask[row] = 0;
}

function leaveOutReversals(mask: Uint8Array, frame: Frame): void {
  const flags = frame.columns['reversal_flag'];
  if (flags?.kind !== 'int32') return;
  const reversals: number[] = [];
  for (let row = 0; row < mask.length; row++) {
    if (flags.values[row] === 1 && !isNull(flags.nulls, row)) reversals.push(row);
  }
  for (const row of [...reversals, ...reversedBookings(frame, reversals)]) mask[row] = 0;
}

/** The other account belongs to the owner of this one. */
function leaveOutOwnTransfers(mask: Uint8Array, frame: Frame, account: Frame | undefined): void {
  const other = frame.columns['counterparty_acct'];
  const ids = account?.columns['account_id'];
  const owners = account?.columns['customer_key'];
  const customers = frame.columns['customer_key'];
  if (other?.kind !== 'text' || ids?.kind !== 'text') return;
  if (owners?.kind !== 'int32' || customers?.kind !== 'int32') return;
  const accounts = joinRows(other, indexById(ids));
  for (let row = 0; row < mask.length; row++) {
    const at = accounts[row] as number;
    if (at < 0 || isNull(owners.nulls, at) || isNull(customers.nulls, row)) continue;
    if (owners.values[at] === customers.values[row]) mask[row] = 0;
  }
}
