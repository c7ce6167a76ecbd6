import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { isoDay } from '../../src/base/calendar-day';
import { bytesSource } from '../../src/ingest/byte-source';
import { draftImport } from '../../src/ingest/import-files';
import { headerSets, type HeaderSet } from './header-sets';

const ROWS = 60;
const pick = (words: string) => {
  const list = words.split(' ');
  return (row: number): string => list[(row * 7) % list.length] ?? '';
};
const day = (row: number): string => isoDay(19_700 + ((row * 5) % 240));
const money = (row: number): string => ((((row * 7919) % 90_000) + 150) / 100 + row * 10).toFixed(2);
const digits = (row: number, from: number, length: number): string =>
  String(from + row).padStart(length, '0');

/** What the columns hold, row by row. */
const kinds: Readonly<Record<string, (row: number) => string>> = {
  serial: (row) => `T${digits(row, 100_001, 10)}`,
  count: (row) => String(row + 1),
  small: (row) => String((row * 3) % 9),
  customer: (row) => digits((row * row) % 23, 1_000_123, 10),
  uniqueCustomer: (row) => digits(row * 7, 1_000_123, 10),
  account: (row) => digits((row * row) % 29, 62_220_001, 12),
  uniqueAccount: (row) => digits(row * 3, 62_220_001, 12),
  otherAccount: (row) => digits((row * 31) % 57, 95_588_000, 14),
  uniqueLoan: (row) => `L${digits(row * 11, 2_024_001, 9)}`,
  uniqueId: (row) => `31010119${digits(row * 13, 80_010_123, 10)}`,
  iso: day,
  ymd: (row) => day(row).replaceAll('-', ''),
  dmy: (row) => day(row).split('-').reverse().join('/'),
  stamp: (row) => `${day(row)} 09:3${row % 6}:15`,
  birth: (row) => `19${60 + (row % 39)}-0${1 + (row % 9)}-1${row % 9}`,
  time: (row) => `1${row % 10}:2${row % 6}:4${row % 10}`,
  money,
  signed: (row) => `${row % 3 === 0 ? '' : '-'}${money(row)}`,
  half: (row) => (row % 2 === 0 ? money(row) : ''),
  otherHalf: (row) => (row % 2 === 0 ? '' : money(row)),
  rate: (row) => `${(2 + ((row * 7) % 30) / 10).toFixed(2)}%`,
  score: (row) => String(400 + ((row * 37) % 450)),
  age: (row) => String(20 + ((row * 7) % 60)),
  flag: (row) => String(row % 2),
  dc: (row) => (row % 3 === 0 ? 'C' : 'D'),
  debitCredit: (row) => (row % 3 === 0 ? 'Credit' : 'Debit'),
  jiedai: (row) => (row % 3 === 0 ? '贷' : '借'),
  inOut: (row) => (row % 3 === 0 ? '进' : '出'),
  currency: (row) => (row % 9 === 0 ? 'USD' : 'CNY'),
  gender: pick('男 女'),
  sex: pick('Female Male'),
  marital: pick('已婚 未婚 离异'),
  edu: pick('本科 大专 硕士 高中'),
  code: pick('A1 B2 C3 A2 B1'),
  type: pick('transfer payment withdrawal deposit fee'),
  channel: pick('手机银行 ATM 网银 柜面'),
  product: pick('活期 定期 理财 基金'),
  country: pick('France Spain Germany'),
  city: pick('上海 杭州 苏州 南京'),
  bank: pick('工商银行 建设银行 招商银行'),
  branch: (row) => `BR${digits(row % 8, 11, 4)}`,
  teller: (row) => `E${digits(row % 11, 301, 5)}`,
  phone: (row) => `1380${digits(row * 97, 1_000_000, 7)}`,
  email: (row) => `c${row}@example.com`,
  name: (row) => `${pick('张 王 李 赵 陈')(row)}${pick('伟 芳 娜 强 敏 静')(row * 3)}${row}`,
  text: (row) => `${pick('rent salary market tax water')(row)} ${row}`,
  empty: () => '',
};

type Column = { readonly header: string; readonly kind: string; readonly field: string | null };

function columnsOf({ columns }: HeaderSet): readonly Column[] {
  return columns.split('\n').map((line) => {
    const [header = '', kind = '', field = ''] = line.trim().split('|');
    return { header, kind, field: field === '' ? null : field };
  });
}

type Outcome = {
  readonly right: number;
  readonly roles: number;
  readonly wrong: string[];
  readonly missed: string[];
};

/** Roles that a set has and that were found; columns taken for another role with confidence 0.9 and more. */
async function measure(set: HeaderSet): Promise<Outcome> {
  const columns = columnsOf(set);
  const rows = Array.from({ length: ROWS }, (_, row) =>
    columns.map(({ kind }) => kinds[kind]?.(row) ?? kind),
  );
  const text = [columns.map(({ header }) => header), ...rows].map((cells) => cells.join(',')).join('\n');
  const source = bytesSource(set.file, new TextEncoder().encode(text));
  const draft = await draftImport([source], silentControl);
  const [file] = draft.files;
  const isTable = file?.table === set.table;
  const wrong: string[] = isTable ? [] : [`table ${file?.table ?? 'none'}`];
  const missed: string[] = [];
  let right = 0;
  let roles = 0;
  for (const { header, field } of columns) {
    const found = file?.columns.find(({ column }) => column === header);
    const taken = isTable ? (found?.field ?? null) : null;
    if (field !== null) {
      roles++;
      if (taken === field) right++;
      else missed.push(`${header} → ${taken ?? 'nothing'} instead of ${field}`);
    }
    if (taken !== null && taken !== field && (found?.confidence ?? 0) >= 0.9)
      wrong.push(`${header} → ${taken}`);
  }
  return { right, roles, wrong, missed };
}

describe('headers as banks write them', () => {
  it('are twenty sets, at least ten of them real', () => {
    expect(headerSets).toHaveLength(20);
    expect(headerSets.filter(({ source }) => source !== null).length).toBeGreaterThanOrEqual(10);
  });

  it('match by themselves in nine of ten roles, and never wrongly with confidence', async () => {
    const outcomes = await Promise.all(headerSets.map(measure));
    const right = outcomes.reduce((sum, one) => sum + one.right, 0);
    const roles = outcomes.reduce((sum, one) => sum + one.roles, 0);
    const missed = outcomes.flatMap((one, index) =>
      one.missed.map((text) => `${headerSets[index]?.name ?? ''}: ${text}`),
    );
    const wrong = outcomes.flatMap((one, index) =>
      one.wrong.map((text) => `${headerSets[index]?.name ?? ''}: ${text}`),
    );
    expect(wrong, missed.join('\n')).toEqual([]);
    expect(right / roles, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
