import { isNull } from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { isAssetProduct } from './assets';
import type { Assumption } from './dataset';

/** Bookings that are looked at; a file that writes its directions the other way round does so everywhere. */
const looked = 20_000;
/** Fewer that contradict may be slips. */
const least = 5;
const share = 0.95;

type Last = { readonly balance: number; readonly amount: number };

/**
 * Do balances move as the directions say? Companies write 借 for money in, as in their own books, banks the other way
 * round (data.md §5.9). Each booking is compared with the one of its account before it in the file, oldest or newest
 * first; debts, which fall when money comes in, are left out.
 *
 * @returns `direction.against-balances` where nearly all bookings contradict
 */
export function checkDirections(transaction: Frame | undefined): readonly Assumption[] {
  const { dc_flag, account_key, amount, balance_after, product_code } = transaction?.columns ?? {};
  const isThere =
    dc_flag?.kind === 'text' &&
    account_key?.kind === 'int32' &&
    amount?.kind === 'float64' &&
    balance_after?.kind === 'float64';
  if (!transaction || !isThere) return [];
  const products = product_code?.kind === 'text' ? product_code : null;
  const isAsset = products && dictionaryValues(products.dictionary).map(isAssetProduct);
  const last = new Map<number, Last>();
  let [agree, contradict] = [0, 0];
  for (let row = 0; row < Math.min(looked, transaction.rowCount); row++) {
    if ([account_key, amount, balance_after].some(({ nulls }) => isNull(nulls, row))) continue;
    if (products && isAsset && !isNull(products.nulls, row) && !isAsset[products.codes[row] as number])
      continue;
    const account = account_key.values[row] as number;
    const here = { balance: balance_after.values[row] as number, amount: amount.values[row] as number };
    const before = last.get(account);
    last.set(account, here);
    if (before === undefined || here.amount === 0) continue;
    const moved = here.balance - before.balance;
    if (moved === here.amount || moved === -before.amount) agree++;
    else if (moved === -here.amount || moved === before.amount) contradict++;
  }
  const of = agree + contradict;
  if (contradict < least || contradict < of * share) return [];
  return [{ code: 'direction.against-balances', values: { rows: contradict, of } }];
}
