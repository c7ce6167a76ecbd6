import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../../base/control';
import { bytesSource } from '../../byte-source';
import { UnpackLimit } from '../unpack-limit';
import { readJson } from './read-json';

type Read = { readonly table: string | null; readonly layout: string; readonly lines: readonly string[] };

async function read(json: string | Uint8Array): Promise<readonly Read[]> {
  const bytes = typeof json === 'string' ? new TextEncoder().encode(json) : json;
  const tables = await readJson(bytesSource('a.json', bytes), new UnpackLimit('a.json'), silentControl);
  return tables.map(({ origin: { table, layout }, pieces }) => {
    const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('');
    return { table, layout, lines: text.split('\r\n').slice(0, -1) };
  });
}

const linesOf = async (json: string): Promise<readonly string[]> => (await read(json))[0]?.lines ?? [];

describe('JSON', () => {
  it('gives the columns of all records in the order in which they come up', async () => {
    expect(await linesOf('[{"id":"0012","n":1},{"n":2,"z":true,"id":null},{}]')).toEqual([
      'id,n,z',
      '0012,1',
      ',2,true',
      '""',
    ]);
  });

  it('keeps all digits of numbers and writes exponents out', async () => {
    expect(await linesOf('[{"id":9007199254740993123,"a":0.10,"b":1.5e3,"c":-2E-2}]')).toEqual([
      'id,a,b,c',
      '9007199254740993123,0.10,1500,-0.02',
    ]);
  });

  it('keeps nested values as JSON text and reads escapes', async () => {
    expect(await linesOf('[{"tags": [1, {"a b": "x, y"}], "t": "\\u5f20 \\"三\\"", "l": "a\\nb"}]')).toEqual([
      'tags,t,l',
      '"[1,{""a b"":""x, y""}]","张 ""三""","a\nb"',
    ]);
  });

  it('finds the tables of a document by their names', async () => {
    const found = await read(
      '{"made": "2026", "customers": [{"id": 1}], "more": {"accounts": [{"no": "2"}]}}',
    );
    expect(found).toEqual([
      { table: 'customers', layout: 'named', lines: ['id', '1'] },
      { table: 'more.accounts', layout: 'named', lines: ['no', '2'] },
    ]);
  });

  it('reads a record per line, over several lines, and of one record', async () => {
    expect(await linesOf('{"id":1}\n{"id":2,"x":[3]}\n\n')).toEqual(['id,x', '1', '2,[3]']);
    expect(await linesOf('{\n"id":1\n}\n{\n"id":2\n}')).toEqual(['id', '1', '2']);
    expect(await linesOf('{"id":1,"name":"Ann"}')).toEqual(['id,name', '1,Ann']);
  });

  it('reads arrays of arrays as they stand, in a document and per line', async () => {
    const rows = ['id,amount', '1,2.50', '2'];
    const [document] = await read('[["id","amount"],["1",2.50],["2"]]');
    const [lines] = await read('["id","amount"]\n["1",2.50]\n["2"]\n');
    expect([document, lines]).toEqual([
      { table: null, layout: 'grid', lines: rows },
      { table: null, layout: 'grid', lines: rows },
    ]);
  });

  it('reads UTF-16 and passes over a byte order mark', async () => {
    const text = '[{"客户号":"0012"}]';
    const utf16 = new Uint8Array(text.length * 2);
    const view = new DataView(utf16.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text));
    for (const bytes of [utf16, marked]) expect((await read(bytes))[0]?.lines).toEqual(['客户号', '0012']);
  });

  it.each(['[{"id":1},', '[{"id":1}', '[{"id":1,}]', '[{"id":01}]x', '[{"id":"1]', '{"a":nul}', '[1,2]'])(
    'refuses %s',
    async (json) => {
      await expect(read(json)).rejects.toThrow(/byte/);
    },
  );

  it('is not overcome by depth', async () => {
    await expect(read(`[{"a":${'['.repeat(100_000)}`)).rejects.toThrow(/depth/);
  });

  it('gives back what JSON.stringify wrote', async () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c d', 'é'), cell, { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), async (records) => {
        const names = [...new Set(records.flatMap((one) => Object.keys(one)))];
        const [found] = await read(JSON.stringify(records, null, 1));
        const [lines] = await read(records.map((one) => JSON.stringify(one)).join('\n'));
        expect(found?.lines).toEqual(lines?.lines);
        expect(found?.lines[0]).toBe(names.join(','));
      }),
    );
  });
});
