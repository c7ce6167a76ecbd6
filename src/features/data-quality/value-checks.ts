import { dayOf } from '../../base/calendar-day';
import { maskId } from '../../base/masking';
import { isNull, type Float64Column, type TextColumn } from '../../columns/column';
import { dictionaryValue, type Dictionary } from '../../columns/dictionary';
import type { Frame } from '../../columns/frame';
import { dayAt, moneyAt, numberAt, textAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { fieldOf } from '../../model/tables';
import { isCardNumber, isResidentId } from './check-digits';
import type { Issue } from './quality-result';
import { Found, issueOf, placeOf, type Checked } from './row-checks';

/** Tables that the files gave; those that the star made follow from them. The sample bank has no files. */
function givenFrames({ sources, tables }: Dataset): readonly Frame[] {
  const given = new Set(sources.map(({ table }) => table));
  return Object.values(tables).filter(({ name }) => given.size === 0 || given.has(name));
}

const joined = (parts: readonly Checked[]): Checked => ({
  issues: parts.flatMap(({ issues }) => issues),
  isJudged: parts.some(({ isJudged }) => isJudged),
});

const firstPlausible = dayOf(1990, 1, 1);
const mostYears = 120;

/** Days before 1990, of things that banks have kept in computers since; births may be earlier. */
export function checkOldDays(dataset: Dataset): Checked {
  return joined(
    givenFrames(dataset).flatMap((frame) =>
      Object.entries(frame.columns).map(([name, column]): Checked => {
        const isDay = column.kind === 'int32' && fieldOf(frame.name, name)?.type === 'day';
        if (!isDay || name === 'birth_date') return { issues: [], isJudged: false };
        const found = new Found();
        for (let row = 0; row < frame.rowCount; row++) {
          if ((column.values[row] as number) >= firstPlausible || isNull(column.nulls, row)) continue;
          found.addOne(() => ({ place: placeOf(frame, row), text: dayAt(frame, name, row) ?? '' }));
        }
        const kind = { code: 'date.before-1990', severity: 'note', dimension: 'validity' } as const;
        const issues = issueOf({ ...kind, table: frame.name, column: name }, found, frame.rowCount);
        return { issues, isJudged: true };
      }),
    ),
  );
}

/** Ages below 0 and above 120. */
export function checkAges(dataset: Dataset): Checked {
  const frame = dataset.tables['customer'];
  const ages = frame?.columns['age'];
  if (!frame || ages?.kind !== 'float64') return { issues: [], isJudged: false };
  const found = new Found();
  for (let row = 0; row < frame.rowCount; row++) {
    const age = numberAt(frame, 'age', row);
    if (age === null || (age >= 0 && age <= mostYears)) continue;
    found.addOne(() => ({ place: placeOf(frame, row), text: String(age) }));
  }
  const kind = { code: 'age.impossible', severity: 'review', dimension: 'validity' } as const;
  return {
    issues: issueOf({ ...kind, table: 'customer', column: 'age' }, found, frame.rowCount),
    isJudged: true,
  };
}

const deposits: ReadonlySet<string> = new Set(['current', 'savings', 'term_deposit']);

/** Deposits below zero. */
export function checkDeposits(dataset: Dataset): Checked {
  return joined(
    givenFrames(dataset).map((frame): Checked => {
      const balances = frame.columns['balance'];
      const isKnown = ['account', 'balance'].includes(frame.name) && balances?.kind === 'float64';
      if (!isKnown || frame.columns['product_code'] === undefined) return { issues: [], isJudged: false };
      const found = new Found();
      for (let row = 0; row < frame.rowCount; row++) {
        if ((balances.values[row] as number) >= 0 || isNull(balances.nulls, row)) continue;
        if (!deposits.has(textAt(frame, 'product_code', row) ?? '')) continue;
        const text = () => String(moneyAt(dataset, frame, 'balance', row));
        found.addOne(() => ({ place: placeOf(frame, row), text: text() }));
      }
      const kind = { code: 'balance.negative-deposit', severity: 'review', dimension: 'validity' } as const;
      const issues = issueOf({ ...kind, table: frame.name, column: 'balance' }, found, frame.rowCount);
      return { issues, isJudged: true };
    }),
  );
}

const balanceOfCustomer =
  /^(?:total_?)?(?:balance|deposit_balance|aum)$|^(?:客户)?(?:总|存款|账户|资产)?余额$|^金融资产$/iu;

/** Is the balance that a file of customers states the sum of their accounts? Customers without accounts are not judged. */
export function checkCustomerSums(dataset: Dataset): Checked {
  const { customer, account } = dataset.tables;
  const owners = account?.columns['customer_key'];
  const balances = account?.columns['balance'];
  const own = Object.entries(customer?.columns ?? {}).find(
    (entry): entry is [string, Float64Column] =>
      entry[1].kind === 'float64' && balanceOfCustomer.test(entry[0]),
  );
  if (!customer || !own || owners?.kind !== 'int32' || balances?.kind !== 'float64')
    return { issues: [], isJudged: false };
  const [name, stated] = own;
  const sums = new Map<number, number>();
  for (let row = 0; row < owners.values.length; row++) {
    if (isNull(owners.nulls, row) || isNull(balances.nulls, row)) continue;
    const owner = owners.values[row] as number;
    sums.set(owner, (sums.get(owner) ?? 0) + (balances.values[row] as number));
  }
  const found = new Found();
  let judged = 0;
  for (const [row, sum] of sums) {
    if (isNull(stated.nulls, row)) continue;
    judged++;
    const says = stated.values[row] as number;
    if (Math.abs(says * dataset.minorPerMajor - sum) < 0.5) continue;
    const adds = sum / dataset.minorPerMajor;
    found.addOne(() => ({ place: placeOf(customer, row), text: `${String(says)} ≠ ${String(adds)}` }));
  }
  const kind = { code: 'balance.customer-sum', severity: 'review', dimension: 'consistency' } as const;
  return {
    issues: issueOf({ ...kind, table: 'customer', column: name }, found, judged),
    isJudged: judged > 0,
  };
}

/** Columns that say the same in every row; most banks keep their books in one currency. */
export function checkConstant(dataset: Dataset): Checked {
  const isLeftOut = new Set(
    dataset.assumptions.some(({ code }) => code === 'product.unspecified')
      ? ['currency', 'product_code']
      : ['currency'],
  );
  const issues = givenFrames(dataset).flatMap((frame) =>
    Object.entries(frame.columns).flatMap(([name, column]): Issue[] => {
      const type = fieldOf(frame.name, name)?.type;
      if (frame.rowCount < 3 || type === undefined || type === 'id' || isLeftOut.has(name)) return [];
      const values = column.kind === 'text' ? column.codes : column.values;
      const first = values[0];
      for (let row = 0; row < frame.rowCount; row++) {
        if (values[row] !== first || isNull(column.nulls, row)) return [];
      }
      const kind = { code: 'column.constant', severity: 'note', dimension: 'validity' } as const;
      return issueOf(
        { ...kind, table: frame.name, column: name },
        { rows: frame.rowCount, examples: [] },
        frame.rowCount,
      );
    }),
  );
  return { issues, isJudged: false };
}

const residue = /锟斤拷|烫烫烫|屯屯屯|\ufffd|ï»¿|Ã[\u0080-\u00bf]/u;
/** First two bytes, in UTF-8, of what such texts hold. */
const residueBytes = [
  [0xe9, 0x94],
  [0xe7, 0x83],
  [0xe5, 0xb1],
  [0xef, 0xbf],
  [0xc3, 0xaf],
  [0xc3, 0x83],
] as const;

/** Texts that were read in a wrong encoding before they came here. */
export function checkResidue(dataset: Dataset): Checked {
  const frames = givenFrames(dataset);
  const parts = frames.flatMap((frame) =>
    Object.entries(frame.columns).map(([name, column]): Checked => {
      if (column.kind !== 'text') return { issues: [], isJudged: false };
      const suspects = placesOf(column.dictionary.bytes, residueBytes);
      const codes = codesWith(column.dictionary, suspects, (text) => residue.test(text));
      const found = rowsWith(frame, column, codes, (text) => residue.exec(text)?.[0] ?? '');
      const kind = { code: 'text.residue', severity: 'review', dimension: 'validity' } as const;
      const issues = issueOf({ ...kind, table: frame.name, column: name }, found, frame.rowCount);
      return { issues, isJudged: true };
    }),
  );
  return joined(parts);
}

/** Texts in which people write what they like. */
const freeTexts: readonly (readonly [table: string, column: string])[] = [
  ['transaction', 'summary'],
  ['standing_order', 'purpose'],
  ['loan', 'purpose'],
  ['contact', 'result'],
];

const longNumber = /(?<!\d)\d{11,19}[Xx]?(?!\d)/gu;
const mobile = /^1[3-9]\d{9}$/;
const isPersonal = (number: string): boolean =>
  mobile.test(number) ||
  isResidentId(number) === true ||
  (number.length > 15 && isCardNumber(number) === true);

/** Numbers of phones, documents and cards in free text. */
export function checkFreeText(dataset: Dataset): Checked {
  const parts = freeTexts.map(([table, name]): Checked => {
    const frame = dataset.tables[table];
    const column = frame?.columns[name];
    if (!frame || column?.kind !== 'text') return { issues: [], isJudged: false };
    const numbersIn = (text: string) => (text.match(longNumber) ?? []).filter(isPersonal);
    const codes = codesWith(
      column.dictionary,
      longRuns(column.dictionary.bytes),
      (text) => numbersIn(text).length > 0,
    );
    const found = rowsWith(frame, column, codes, (text) => numbersIn(text).map(maskId).join(' '));
    const kind = { code: 'text.personal', severity: 'note', dimension: 'validity' } as const;
    return { issues: issueOf({ ...kind, table, column: name }, found, frame.rowCount), isJudged: false };
  });
  return joined(parts);
}

function* placesOf(bytes: Uint8Array, pairs: readonly (readonly [number, number])[]): Generator<number> {
  for (const [first, second] of pairs) {
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
      if (bytes[at + 1] === second) yield at;
    }
  }
}

/** Where eleven digits follow each other. */
function* longRuns(bytes: Uint8Array): Generator<number> {
  for (let at = 0, run = 0; at < bytes.length; at++) {
    const digit = (bytes[at] as number) - 48;
    run = digit >= 0 && digit <= 9 ? run + 1 : 0;
    if (run === 11) yield at;
  }
}

/** The codes of values that stand at one of the places and pass the test. Places rise, or nearly. */
function codesWith(
  dictionary: Dictionary,
  places: Iterable<number>,
  isMeant: (text: string) => boolean,
): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const at of places) {
    let [low, high] = [0, dictionary.size - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((dictionary.offsets[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    if (!codes.has(low) && isMeant(dictionaryValue(dictionary, low))) codes.add(low);
  }
  return codes;
}

function rowsWith(
  frame: Frame,
  column: TextColumn,
  codes: ReadonlySet<number>,
  shown: (text: string) => string,
): Found {
  const found = new Found();
  for (let row = 0; row < frame.rowCount && codes.size > 0; row++) {
    const code = column.codes[row] as number;
    if (!codes.has(code) || isNull(column.nulls, row)) continue;
    found.addOne(() => ({
      place: placeOf(frame, row),
      text: shown(dictionaryValue(column.dictionary, code)),
    }));
  }
  return found;
}
