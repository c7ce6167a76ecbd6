import type { MoneyUnit } from '../model/mapping';

export type NormalisedHeader = {
  /** Half-width, lower case, without blanks, `_`, brackets and unit. */
  readonly text: string;
  /** Unit of money in brackets or after a slash: `余额(万元)`. */
  readonly unit: MoneyUnit | null;
};

const units: Readonly<Record<string, MoneyUnit>> = {
  元: 'yuan',
  人民币元: 'yuan',
  yuan: 'yuan',
  cny: 'yuan',
  rmb: 'yuan',
  分: 'fen',
  fen: 'fen',
  cents: 'fen',
  千元: 'thousand',
  thousand: 'thousand',
  万: 'wan',
  万元: 'wan',
  wan: 'wan',
  百万: 'million',
  百万元: 'million',
  million: 'million',
  亿: 'yi',
  亿元: 'yi',
};

/**
 * A header as it is compared: trimmed, full-width → half-width, lower case, without `_`, blanks, hyphens and brackets;
 * a unit in brackets (or after `单位:`) is kept aside (data.md §3).
 *
 * @example normaliseHeader(' 账户_余额（万元） ') // { text: '账户余额', unit: 'wan' }
 */
export function normaliseHeader(header: string): NormalisedHeader {
  let unit: MoneyUnit | null = null;
  const text = header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[([【{]([^)\]】}]*)[)\]】}]/gu, (_, inside: string) => {
      const found = units[inside.replace(/^单位[::]?/u, '').trim()];
      if (found === undefined) return inside;
      unit = found;
      return '';
    })
    .replace(/[\s_\-.:()[\]【】{}"'#]/gu, '');
  return { text, unit };
}

/**
 * The unit that a line above a table names.
 *
 * @example unitInTitle('导出日期：2024年7月1日，单位：人民币万元') // 'wan'
 */
export function unitInTitle(line: string): MoneyUnit | null {
  const said = /(?:金额)?单位\s*[::]?\s*([\p{L}]+)/u.exec(line.normalize('NFKC'))?.[1] ?? '';
  return units[said] ?? units[said.replace(/^人民币/u, '')] ?? null;
}

/** Short forms of warehouses and core systems; what they stand for is compared, so either side may be short. */
const shortForms: Readonly<Record<string, string>> = {
  ac: 'account',
  acc: 'account',
  acct: 'account',
  amnt: 'amount',
  amt: 'amount',
  bal: 'balance',
  ccy: 'currency',
  cd: 'code',
  crncy: 'currency',
  curr: 'currency',
  cust: 'customer',
  desc: 'description',
  dt: 'date',
  ind: 'flag',
  nbr: 'no',
  nm: 'name',
  num: 'no',
  number: 'no',
  ref: 'reference',
  tran: 'transaction',
  trans: 'transaction',
  trn: 'transaction',
  trx: 'transaction',
  txn: 'transaction',
};

/**
 * A header with its short forms written out, and without a number at its end.
 *
 * @example spellOut('TRN_DT') // 'transactiondate', as of `trans_date`
 */
export function spellOut(header: string): string {
  const words = header
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word, index) => word !== '' && !(index > 0 && /^\d+$/u.test(word)));
  return words.map((word) => shortForms[word] ?? word).join('');
}
