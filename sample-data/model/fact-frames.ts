import { dictionaryOf, type Dictionary } from '../../src/columns/dictionary';
import type { Frame } from '../../src/columns/frame';
import type { Bank } from './bank';
import { channels, products, transactionTypes } from './codes';
import { externalNames } from './counterparties';
import { externalAccountNumbers, joinDictionaries, type CustomerNames } from './identifiers';
import { numberedDictionary, textColumnOf } from './text-columns';

const productCodes = dictionaryOf(products.map((product) => product.code));

/** One row per booking, in order of time; `amount` is signed, money coming in is positive. */
export function transactionFrame(
  bank: Bank,
  accounts: Dictionary,
  customers: Dictionary,
  names: CustomerNames,
): Frame {
  const rows = bank.ledger.bookings;
  const { count } = rows;
  const { owner, product } = bank.accounts;
  const serial = new Uint32Array(count);
  for (let row = 0; row < count; row++) serial[row] = row;
  const others = counterpartyTexts(bank, accounts, names);
  return {
    name: 'transaction',
    rowCount: count,
    columns: {
      txn_id: { kind: 'text', codes: serial, dictionary: numberedDictionary('T', 8, count), nulls: null },
      customer_id: textColumnOf(rows.account, count, customers, owner),
      account_id: textColumnOf(rows.account, count, accounts),
      txn_date: { kind: 'int32', values: rows.day.slice(0, count), nulls: null },
      txn_time: { kind: 'int32', values: rows.second.slice(0, count), nulls: null },
      amount: { kind: 'float64', values: rows.amount.slice(0, count), nulls: null },
      balance_after: { kind: 'float64', values: rows.balanceAfter.slice(0, count), nulls: null },
      type: textColumnOf(rows.type, count, dictionaryOf(transactionTypes)),
      channel: textColumnOf(rows.channel, count, dictionaryOf(channels)),
      product_code: textColumnOf(rows.account, count, productCodes, product),
      counterparty_acct: textColumnOf(rows.counterparty, count, others.accounts),
      counterparty_name: textColumnOf(rows.counterparty, count, others.names, others.nameOf),
    },
  };
}

/** Texts by number of the counterparty: own accounts bear their owner's name. */
function counterpartyTexts(
  bank: Bank,
  accounts: Dictionary,
  names: CustomerNames,
): { accounts: Dictionary; names: Dictionary; nameOf: Int32Array } {
  const { owner, count } = bank.accounts;
  const external = externalNames(bank.pool, bank.seed);
  const nameOf = new Int32Array(count + external.length);
  for (let account = 0; account < count; account++) {
    nameOf[account] = names.of[owner[account] as number] as number;
  }
  const known = new Map(names.texts.map((text, code) => [text, code]));
  external.forEach((text, index) => {
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    nameOf[count + index] = code;
  });
  return {
    accounts: joinDictionaries(accounts, externalAccountNumbers(external.length)),
    names: dictionaryOf([...known.keys()]),
    nameOf,
  };
}

/** One row per open account and month. */
export function balanceFrame(bank: Bank, accounts: Dictionary, customers: Dictionary): Frame {
  const rows = bank.ledger.balances;
  const { count } = rows;
  const { owner, product } = bank.accounts;
  return {
    name: 'balance',
    rowCount: count,
    columns: {
      account_id: textColumnOf(rows.account, count, accounts),
      customer_id: textColumnOf(rows.account, count, customers, owner),
      product_code: textColumnOf(rows.account, count, productCodes, product),
      month: { kind: 'int32', values: rows.month.slice(0, count), nulls: null },
      balance: { kind: 'float64', values: rows.balance.slice(0, count), nulls: null },
      avg_balance: { kind: 'float64', values: rows.average.slice(0, count), nulls: null },
    },
  };
}
