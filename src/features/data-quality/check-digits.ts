/**
 * Whether numbers of documents and cards can be right, by the digit that checks the others. Masked and shortened numbers
 * are not judged: null.
 */

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const residentChecks = '10X98765432';
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Identity number of a resident of China, 18 places. Source: GB 11643-1999 (ISO 7064, MOD 11-2); methods.md §15.5. */
export function isResidentId(text: string): boolean | null {
  if (!/^\d{17}[\dXx]$/.test(text)) return null;
  const sum = residentWeights.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return residentChecks[sum % 11] === text[17]?.toUpperCase() && isBirthDate(text.slice(6, 14));
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return (year ?? 0) >= 1880 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** Unified social credit code, 18 places. Source: GB 32100-2015; methods.md §15.5. */
export function isSocialCreditCode(text: string): boolean | null {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(text) || /^\d{17}[\dX]$/.test(text)) return null;
  let sum = 0;
  for (let place = 0, weight = 1; place < 17; place++, weight = (weight * 3) % 31) {
    sum += weight * creditAlphabet.indexOf(text[place] as string);
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17];
}

/** Number of a card, 13 to 19 digits, by Luhn's formula. Source: ISO/IEC 7812-1, annex B. */
export function isCardNumber(text: string): boolean | null {
  if (!/^\d{13,19}$/.test(text)) return null;
  let sum = 0;
  for (let place = 0; place < text.length; place++) {
    const digit = Number(text[text.length - 1 - place]);
    const doubled = place % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
