import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { silentControl, type Control } from '../../../base/control';
import { bytesSource } from '../../byte-source';
import { UnpackLimit } from '../unpack-limit';
import { readXlsx } from './read-xlsx';

type Part = { readonly sheet: string; readonly name?: string };
type Options = {
  readonly texts?: string;
  readonly formats?: readonly string[];
  readonly isFrom1904?: boolean;
};

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;

/** A workbook of sheets written by hand. The cell style `s="n"` is the n-th of the number formats. */
function workbook(sheets: readonly Part[], options: Options = {}): Uint8Array {
  const { texts = '', formats = [], isFrom1904 = false } = options;
  const sheetTags = sheets.map(
    ({ name }, at) =>
      `<x:sheet name="${name ?? `S${String(at)}`}" sheetId="${String(at)}" r:id="r${String(at)}"/>`,
  );
  const formatTags = formats.map(
    (code, at) => `<numFmt numFmtId="${String(at + 164)}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styleTags = ['0', ...formats.map((_, at) => String(at + 164))].map((id) => `<xf numFmtId="${id}"/>`);
  const relations = [
    relation('st', 'styles', '/xl/styles.xml'),
    relation('sh', 'sharedStrings', 'texts.xml'),
    ...sheets.map((_, at) => relation(`r${String(at)}`, 'worksheet', `sheets/../s${String(at)}.xml`)),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/book.xml')}</Relationships>`,
    'xl/book.xml': `<x:workbook xmlns:x="s"><x:workbookPr ${isFrom1904 ? 'date1904="1"' : ''}/><x:sheets>${sheetTags.join('')}</x:sheets></x:workbook>`,
    'xl/_rels/book.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formatTags.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styleTags.join('')}</cellXfs></styleSheet>`,
    'xl/texts.xml': `<?xml version="1.0"?><sst>${texts}</sst>`,
  };
  for (const [at, { sheet }] of sheets.entries()) {
    parts[`xl/s${String(at)}.xml`] = `<worksheet>${sheet}</worksheet>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

async function linesOf(bytes: Uint8Array, control = silentControl): Promise<Record<string, string[]>> {
  const tables = await readXlsx(bytesSource('a.xlsx', bytes), new UnpackLimit('a.xlsx'), control);
  return Object.fromEntries(
    tables.map(({ origin, pieces }) => {
      const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('');
      return [origin.table ?? '', text.split('\r\n').slice(0, -1)];
    }),
  );
}

const cells = async (rows: string, options: Options = {}): Promise<string[]> =>
  (await linesOf(workbook([{ sheet: `<sheetData>${rows}</sheetData>` }], options)))[''] ?? [];

const numbers = (...values: readonly string[]): string =>
  values.map((value) => `<c><v>${value}</v></c>`).join('');
const text = (at: string, value: string): string => `<c r="${at}" t="str"><v>${value}</v></c>`;

describe('a workbook', () => {
  it('gives shared, inline and formula texts, with escapes, without readings', async () => {
    const texts =
      '<si><t>客户号</t></si><si><r><t>a</t></r><r><t xml:space="preserve"> &amp; b</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>x_x000A_y</t></si><si/>';
    const shared = ['A1', 'B1', 'C1', 'D1', 'E1'].map(
      (at, index) => `<c r="${at}" t="s"><v>${String(index)}</v></c>`,
    );
    const others =
      '<c r="F1" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c>' +
      '<c r="G1" t="str"><f>A1&amp;"1"</f><v>sum</v></c>';
    expect(await cells(`<row r="1">${shared.join('')}${others}</row>`, { texts })).toEqual([
      '客户号,a & b,東京,"x\ny",,inline,sum',
    ]);
  });

  it('gives numbers as plain decimals with the digits that Excel keeps, and texts of digits as they are', async () => {
    const row = numbers('1', '0.30000000000000004', '1E-3', '-1234.50', '1.0', '123456789012345', '0.1');
    const ids = `${text('H1', '0012')}${text('I1', '6222020000123456789')}`;
    expect(await cells(`<row>${row}${ids}</row>`)).toEqual([
      '1,0.3,0.001,-1234.5,1,123456789012345,0.1,0012,6222020000123456789',
    ]);
  });

  it('shows whole numbers of more than 15 digits as damaged', async () => {
    const row = numbers('6222020000123456789', '6.22202E+18', '1234567890123456');
    expect(await cells(`<row>${row}</row>`)).toEqual([
      '6.22202000012346E+18,6.22202000000000E+18,1.23456789012346E+15',
    ]);
  });

  it('gives stored values of formulas, yes and no, and errors as they stand', async () => {
    const row =
      '<c><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><f>X()</f></c>';
    expect(await cells(`<row>${row}</row>`)).toEqual(['2,true,false,#N/A']);
  });

  const formats = [
    'yyyy/m/d',
    'h:mm:ss',
    '[h]:mm',
    '0.00"days"',
    'yyyy"年"m"月"d"日"',
    '[Red]General',
    '#,##0.00',
  ];
  const dated = (value: string, style: number): string => `<c s="${String(style)}"><v>${value}</v></c>`;

  it('gives dates and times in ISO by the format of the cell', async () => {
    const serials: readonly (readonly [serial: string, style: number, shown: string])[] = [
      ['45322', 1, '2024-01-31'],
      ['45322.75', 1, '2024-01-31T18:00:00'],
      ['0.3645833333', 2, '08:45:00'],
      ['1.5', 3, '36:00:00'],
      ['45322', 4, '45322'],
      ['45322', 5, '2024-01-31'],
      ['45322', 6, '45322'],
      ['1', 1, '1900-01-01'],
      ['59', 1, '1900-02-28'],
      ['61', 1, '1900-03-01'],
      ['45322.000011574', 2, '2024-01-31T00:00:01'],
      ['-1', 1, '-1'],
    ];
    const row = serials.map(([serial, style]) => dated(serial, style)).join('');
    expect(await cells(`<row>${row}</row>`, { formats })).toEqual([
      serials.map(([, , shown]) => shown).join(),
    ]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const row = `<row>${dated('43860', 1)}${dated('0', 1)}${dated('0.5', 2)}</row>`;
    expect(await cells(row, { formats, isFrom1904: true })).toEqual(['2024-01-31,1904-01-01,12:00:00']);
  });

  it('gives each sheet under its name and the only one without', async () => {
    const one = { sheet: `<sheetData><row>${numbers('1')}</row></sheetData>` };
    const two = { sheet: `<sheetData><row>${numbers('2')}</row></sheetData>`, name: '交易 &lt;5&gt;' };
    const none = { sheet: '<sheetData/>' };
    expect(await linesOf(workbook([one, none, two]))).toEqual({ S0: ['1'], S1: [], '交易 <5>': ['2'] });
    expect(await linesOf(workbook([none, one]))).toEqual({ '': ['1'] });
  });

  it('keeps rows on their lines and cells in their columns', async () => {
    const rows =
      '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row r="4"/><row><c r="A5"><v>3</v></c></row>';
    expect(await cells(rows)).toEqual(['', ',1,2', '', '', '3']);
  });

  it('gives a value merged over rows to each of them, and one merged over columns to the first', async () => {
    const sheet =
      `<sheetData><row r="1">${text('A1', 'Report')}</row><row r="2">${text('A2', 'branch')}${text('B2', 'n')}</row>` +
      `<row r="3">${text('A3', 'North')}${text('B3', '1')}</row><row r="4">${text('B4', '2')}</row><row r="5"/>` +
      `<row r="6">${text('B6', '3')}</row></sheetData>` +
      '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A3:A5"/></mergeCells>';
    const lines = await linesOf(workbook([{ sheet }]));
    expect(lines['']).toEqual(['Report', 'branch,n', 'North,1', 'North,2', '', ',3']);
  });

  it.each([
    ['no end', `<sheetData><row>${numbers('1')}</row>`],
    ['such a row', `<sheetData><row r="99999999">${numbers('1')}</row></sheetData>`],
    ['such a cell', '<sheetData><row r="1"><c r="XXXX1"><v>1</v></c></row></sheetData>'],
    ['a lost text', '<sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData>'],
    ['a DTD', '<!DOCTYPE x [<!ENTITY a "b">]><sheetData/>'],
  ])('is refused where there is %s', async (_, sheet) => {
    await expect(linesOf(workbook([{ sheet }]))).rejects.toThrow();
  });

  it('says how far it is and stops when asked to', async () => {
    const rows = `<row>${numbers('1')}</row>`.repeat(300);
    const bytes = workbook([{ sheet: `<sheetData>${rows}</sheetData>` }]);
    let looks = 0;
    const stopping: Control = { ...silentControl, isCancelled: () => looks++ > 5 };
    await expect(linesOf(bytes, stopping)).rejects.toMatchObject({ code: 'task.cancelled' });
    const shares: number[] = [];
    const watching: Control = {
      ...silentControl,
      shouldYield: () => true,
      yield: (done, total) => {
        shares.push(done / total);
        return Promise.resolve();
      },
    };
    await linesOf(bytes, watching);
    expect(shares.length).toBeGreaterThan(5);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});
