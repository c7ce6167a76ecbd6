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
