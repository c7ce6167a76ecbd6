import type { MoneyUnit, RateUnit } from '../model/mapping';

export type NormalisedHeader = {
  /** Half-width, lower case, without blanks, `_`, brackets and unit. */
  readonly text: string;
  /** Unit of money in brackets or after a slash: `余额(万元)`. */
  readonly unit: MoneyUnit | null;
  /** Unit of a rate in brackets or at the end: `利率(%)`. */
  readonly rateUnit: RateUnit | null;
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

const rateUnits: Readonly<Record<string, RateUnit>> = {
  '%': 'percent',
  百分比: 'percent',
  percent: 'percent',
  pct: 'percent',
  bp: 'basis-points',
  bps: 'basis-points',
};

/** The unit of money that a text names, in any width; null if it names none. */
const unitNamed = (text: string): MoneyUnit | null =>
  units[text.normalize('NFKC').trim().toLowerCase()] ?? null;

/** Units that say so without brackets: `余额万元`, `余额/元`. */
const trailingUnit = /(?:\/\s*([^/]+)|[^百千万亿]((?:百万|千|万|亿)元))$/u;

/**
 * A header as it is compared: trimmed, full-width → half-width, lower case, without `_`, blanks, hyphens and brackets;
 * a unit in brackets (or after `单位:`, `/`, or at the end) is kept aside (data.md §3).
 *
 * @example normaliseHeader(' 账户_余额（万元） ') // { text: '账户余额', unit: 'wan', rateUnit: null }
 */
export function normaliseHeader(header: string): NormalisedHeader {
  const kept: { unit: MoneyUnit | null; rateUnit: RateUnit | null } = { unit: null, rateUnit: null };
  const plain = header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[([【{]([^)\]】}]*)[)\]】}]/gu, (_, inside: string) => {
      const name = inside.replace(/^单位[::]?/u, '').trim();
      if (units[name] === undefined && rateUnits[name] === undefined) return inside;
      kept.unit = units[name] ?? null;
      kept.rateUnit = rateUnits[name] ?? null;
      return '';
    })
    .replace(/%$/u, () => {
      kept.rateUnit = 'percent';
      return '';
    });
  const behind = trailingUnit.exec(plain);
  const named = behind?.[1] ?? behind?.[2];
  const found = named === undefined ? null : unitNamed(named);
  const name = found === null || named === undefined ? plain : plain.slice(0, -named.length);
  const text = name.replace(/[\s_\-.:()[\]【】{}"'#]|\/\s*$/gu, '');
  return { text, unit: kept.unit ?? found, rateUnit: kept.rateUnit };
}

/**
 * The unit that a line above a table names.
 *
 * @example unitInTitle('导出日期：2024年7月1日，单位：人民币万元') // 'wan'
 */
export function unitInTitle(line: string): MoneyUnit | null {
  const said = /(?:单位|unit)\s*:?\s*([\p{L}]+)/u.exec(line.normalize('NFKC').toLowerCase())?.[1] ?? '';
  return unitNamed(said) ?? unitNamed(said.replace(/^人民币/u, ''));
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
