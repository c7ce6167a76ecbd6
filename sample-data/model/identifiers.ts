import type { Dictionary } from '../../src/columns/dictionary';
import type { Bank } from './bank';
import { companyPlaces, companyTrades, companyWords, surnames } from './names';
import type { Population } from './population';
import { writeCheckDigit, writeNumber } from './text-columns';

/** `C000001` … for persons, `E00001` … for companies, by row of the population. */
export function customerNumbers(population: Population): Dictionary {
  const { count, persons } = population;
  const bytes = new Uint8Array(persons * 7 + (count - persons) * 6);
  const offsets = new Uint32Array(count + 1);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const digits = i < persons ? 6 : 5;
    bytes[at] = i < persons ? 67 : 69;
    writeNumber(bytes, at + 1, digits, i < persons ? i + 1 : i - persons + 1);
    at += digits + 1;
    offsets[i + 1] = at;
  }
  return { bytes, offsets, size: count };
}

const ACCOUNT_LENGTH = 19;

/** 19 digits: 6222, branch, product, serial number, check digit; by row of the accounts. */
export function accountNumbers(bank: Bank): Dictionary {
  const { accounts, population } = bank;
  return numbersOf(accounts.count, (bytes, at, account) => {
    const head = 6_222_0000 + ((population.branch[accounts.owner[account] as number] as number) + 1) * 100;
    writeNumber(bytes, at, 8, head + (accounts.product[account] as number) + 10);
    writeNumber(bytes, at + 8, 10, 1_000_000 + account * 7 + (accounts.product[account] as number));
  });
}

/** Accounts at other banks: 6217 … for all of them, by number of the counterparty behind the own accounts. */
export function externalAccountNumbers(size: number): Dictionary {
  return numbersOf(size, (bytes, at, n) => {
    writeNumber(bytes, at, 8, 6_217_0000 + (n % 97) * 10 + 3);
    writeNumber(bytes, at + 8, 10, 2_000_000 + n * 13);
  });
}

function numbersOf(size: number, write: (bytes: Uint8Array, at: number, n: number) => void): Dictionary {
  const bytes = new Uint8Array(size * ACCOUNT_LENGTH);
  const offsets = new Uint32Array(size + 1);
  for (let n = 0; n < size; n++) {
    const at = n * ACCOUNT_LENGTH;
    write(bytes, at, n);
    writeCheckDigit(bytes, at, ACCOUNT_LENGTH - 1);
    offsets[n + 1] = at + ACCOUNT_LENGTH;
  }
  return { bytes, offsets, size };
}

/** Masked names and who bears which: `张**`, `上海恒*贸易有限公司`. */
export type CustomerNames = { readonly texts: readonly string[]; readonly of: Int32Array };

export function customerNames(population: Population): CustomerNames {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const of = Int32Array.from({ length: population.count }, (_, i) => {
    const text = nameOf(population, i);
    const code = known.get(text) ?? texts.length;
    if (code === texts.length) {
      texts.push(text);
      known.set(text, code);
    }
    return code;
  });
  return { texts, of };
}

function nameOf(population: Population, i: number): string {
  const code = population.nameCode[i] as number;
  if (i < population.persons) return `${surnames[code]?.[0] ?? '王'}**`;
  const place = companyPlaces[code >> 4] ?? '上海';
  const word = companyWords[code & 15] ?? '恒';
  return `${place}${word}*${companyTrades[population.trade[i] as number]?.name ?? '贸易有限公司'}`;
}

/** Dictionaries one behind the other; the codes of the second begin at `first.size`. */
export function joinDictionaries(first: Dictionary, second: Dictionary): Dictionary {
  const bytes = new Uint8Array(first.bytes.length + second.bytes.length);
  bytes.set(first.bytes);
  bytes.set(second.bytes, first.bytes.length);
  const offsets = new Uint32Array(first.size + second.size + 1);
  offsets.set(first.offsets);
  for (let code = 0; code <= second.size; code++) {
    offsets[first.size + code] = first.bytes.length + (second.offsets[code] as number);
  }
  return { bytes, offsets, size: first.size + second.size };
}
