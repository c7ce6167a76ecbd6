import { describe, expect, it } from 'vitest';
import { silentControl } from '../base/control';
import type { MappedFile } from '../model/mapping';
import { bytesSource, type ByteSource } from './byte-source';
import { draftImport, importFiles } from './import-files';

const file = (name: string, ...lines: string[]): ByteSource =>
  bytesSource(name, new TextEncoder().encode(`${lines.join('\n')}\n`));

const load = (source: ByteSource, part: Partial<MappedFile>) => {
  const entry = { match: { name: source.name }, table: 'transaction', columns: {}, ...part };
  return importFiles([source], { version: 1, files: [entry], links: [] }, {}, silentControl);
};

const payments = file('pay.csv', 'customer_id,date,amount', 'A,2026-01-05,10.00', 'B,2026-01-06,-4.00');
const purchases = file('buy.csv', 'customer_id,date,amount', 'A,2026-01-05,10.00', 'B,2026-01-06,4.00');

const amountsOf = async (source: ByteSource, sign: NonNullable<MappedFile['sign']>) => {
  const { dataset, report } = await load(source, { sign });
  const column = dataset.tables['transaction']?.columns['amount'];
  const amounts = column?.kind === 'float64' ? [...column.values] : [];
  return { amounts, fixes: report.files[0]?.fixes ?? [], assumptions: dataset.assumptions };
};

describe('what a person settled', () => {
  it('turns the sign of amounts round, or takes them all for money out', async () => {
    expect((await amountsOf(payments, 'as-written')).amounts).toEqual([1000, -400]);
    const reversed = await amountsOf(payments, 'reversed');
    expect([reversed.amounts, reversed.fixes]).toEqual([
      [-1000, 400],
      [{ code: 'sign', about: 'amount', value: 'reversed' }],
    ]);
    const out = await amountsOf(purchases, 'outflow');
    expect(out.amounts).toEqual([-1000, -400]);
    expect(out.assumptions.map(({ code }) => code)).not.toContain('direction.all-inflow');
  });

  it('says that the direction is open only where no amount is negative and no column tells it', async () => {
    const sign = async (source: ByteSource) => (await draftImport([source], silentControl)).files[0]?.sign;
    expect(await sign(payments)).toEqual({ value: 'as-written', isOpen: false });
    expect(await sign(purchases)).toEqual({ value: 'as-written', isOpen: true });
    const told = file('told.csv', 'customer_id,date,amount,dc_flag', 'A,2026-01-05,10.00,C');
    expect(await sign(told)).toBeUndefined();
  });

  it('takes the unit from a line above the table, and doubts amounts finer than hundredths', async () => {
    const rows = ['客户号,交易日期,交易金额', '0001,20240131,1.2500', '0002,20240201,3.1250'];
    const unitOf = async (...above: string[]) => {
      const draft = await draftImport([file('u.csv', ...above, ...rows)], silentControl);
      const amount = draft.files[0]?.columns.find(({ field }) => field === 'amount');
      return [amount?.unit, amount?.unitDoubt];
    };
    expect(await unitOf('某银行客户交易明细', '单位：万元')).toEqual(['wan', 'title']);
    expect(await unitOf('某银行客户交易明细', '单位：人民币元')).toEqual(['yuan', undefined]);
    expect(await unitOf()).toEqual(['yuan', undefined]);
    const fine = file('f.csv', rows[0] ?? '', '0001,20240131,1.2512', '0002,20240201,3.1255');
    const [first] = (await draftImport([fine], silentControl)).files;
    expect(first?.columns.find(({ field }) => field === 'amount')?.unitDoubt).toBe('decimals');
  });

  it('keeps the first of several rows with one id where somebody wants that', async () => {
    const customers = file('c.csv', 'customer_id,name', 'A,Ann', 'B,Bob', 'A,Anna');
    const { dataset, report } = await load(customers, { table: 'customer', repeated: 'first' });
    expect(report.files[0]?.rows).toMatchObject({ read: 3, loaded: 2, removed: { 'rows.repeated-id': 1 } });
    expect(dataset.assumptions.map(({ code }) => code)).toContain('rows.repeated-id-first');
    expect(report.files[0]?.fixes).toEqual([{ code: 'repeated', about: '', value: 'first' }]);
    const { name } = dataset.tables['customer']?.columns ?? {};
    const codes = name?.kind === 'text' ? [...name.codes] : [];
    expect(codes).toEqual([0, 1]);
  });

  it('fills short rows up, and says what was set against what was found', async () => {
    const lines = [
      'customer_id,date,amount,memo',
      ...Array.from({ length: 9 }, (_, row) => `C${row},2026-01-0${row + 1},5.00,x`),
    ];
    const short = file('s.csv', ...lines, 'C9,2026-02-01,7.00');
    const { report } = await load(short, { dialect: { shortRows: 'pad' } });
    expect(report.files[0]?.rows).toMatchObject({ read: 10, loaded: 10, rejected: 0 });
    expect(report.files[0]?.fixes).toEqual([{ code: 'cut', about: 'shortRows', value: 'pad' }]);
    expect(report.files[0]?.mapping?.dialect?.shortRows).toBe('pad');
    const left = await load(short, {
      columns: { customer_id: 'customer_id', date: 'txn_date', amount: 'amount', memo: null },
    });
    expect(left.report.files[0]?.rows.rejected).toBe(1);
    expect(left.report.files[0]?.fixes).toEqual([{ code: 'left-out', about: 'memo', value: '' }]);
  });
});
