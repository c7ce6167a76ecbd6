import { gzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl, type Control } from '../../base/control';
import { AppError } from '../../base/errors';
import { bytesSource, type ByteSource } from '../byte-source';
import { formatReaders } from './format-readers';
import { openFile } from './open-file';
import { UnpackLimit } from './unpack-limit';
import { randomRuns } from '../../../tests/support/random-runs';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = utf8('id,amount\n0012,1.50\n');
const open = (name: string, bytes: Uint8Array, limit?: UnpackLimit): Promise<readonly ByteSource[]> =>
  openFile(bytesSource(name, bytes), formatReaders, silentControl, limit);

async function textsOf(files: readonly ByteSource[]): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const file of files) {
    texts[file.name] = new TextDecoder().decode(await file.slice(0, file.byteLength));
  }
  return texts;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('archives', () => {
  it('leave text and what nobody opens as it is', async () => {
    for (const bytes of [csv, utf8('%PDF-1.7\n'), new Uint8Array(0)]) {
      const source = bytesSource('a.csv', bytes);
      expect(await openFile(source, formatReaders, silentControl)).toEqual([source]);
    }
  });

  it('gzip of one member and of several', async () => {
    const one = await open('trans.csv.gz', gzipSync(csv));
    expect(await textsOf(one)).toEqual({ 'trans.csv': 'id,amount\n0012,1.50\n' });
    expect(one[0]?.container).toMatchObject({ name: 'trans.csv.gz' });
    const two = joined(gzipSync(csv), gzipSync(utf8('0013,2\n')));
    expect(await textsOf(await open('b.gz', two))).toEqual({ b: 'id,amount\n0012,1.50\n0013,2\n' });
  });

  it('zip of several files, with what lies besides left out and names made safe', async () => {
    const zip = zipSync({
      'may/trans.csv': csv,
      '../../up.csv': csv,
      'a\\b.json': utf8('[{"id":"1"}]'),
      '__MACOSX/may/._trans.csv': utf8('x'),
      '.DS_Store': utf8('x'),
      'empty/': new Uint8Array(0),
    });
    const files = await open('bank.zip', zip);
    expect(files.map(({ name }) => name)).toEqual([
      'bank.zip/may/trans.csv',
      'bank.zip/up.csv',
      'bank.zip/a/b.json',
    ]);
    expect(files[2]?.table).toEqual({ format: 'json', table: null, layout: 'named', columnCount: 1 });
    expect(await textsOf(files.slice(2))).toEqual({ 'bank.zip/a/b.json': 'id\r\n1\r\n' });
  });

  it('one inside another, but no deeper', async () => {
    const inner = gzipSync(csv);
    const files = await open('bank.zip', zipSync({ 'trans.csv.gz': inner }));
    expect(await textsOf(files)).toEqual({ 'bank.zip/trans.csv': 'id,amount\n0012,1.50\n' });
    const deeper = zipSync({ 'b.zip': zipSync({ 'c.csv.gz': inner }) });
    await expect(open('a.zip', deeper)).rejects.toMatchObject({
      code: 'ingest.unsupported-format',
      details: { file: 'a.zip/b.zip/c.csv.gz', ext: 'gz' },
    });
  });

  it('that would fill the memory are refused with the number', async () => {
    const zeros = new Uint8Array(1 << 20);
    const limit = () => new UnpackLimit('bomb', 1 << 16);
    const details = { file: 'bomb', limit: 1 << 16 };
    await expect(open('bomb', zipSync({ 'a.csv': zeros }), limit())).rejects.toMatchObject({
      code: 'ingest.too-large',
      details: { ...details, size: 1 << 20 },
    });
    await expect(open('bomb', gzipSync(zeros), limit())).rejects.toMatchObject({
      code: 'ingest.too-large',
      details,
    });
  });

  it('that say less than they hold are refused', async () => {
    const zip = zipSync({ 'a.csv': new Uint8Array(1 << 20) });
    const directory = zip.lastIndexOf(0x50, zip.length - 23);
    const view = new DataView(zip.buffer);
    const entry = Array.from({ length: directory }, (_, at) => at).findLast(
      (at) => view.getUint32(at, true) === 0x02014b50,
    );
    view.setUint32((entry ?? 0) + 24, 10, true);
    await expect(open('bomb.zip', zip)).rejects.toMatchObject({ code: 'ingest.damaged-file' });
  });

  it('with a password are refused', async () => {
    const zip = zipSync({ 'a.csv': csv });
    const view = new DataView(zip.buffer);
    for (let at = 0; at + 4 <= zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    await expect(open('a.zip', zip)).rejects.toMatchObject({ code: 'ingest.password-protected' });
  });

  it.each([
    ['docx', 'word/document.xml'],
    ['pptx', 'ppt/presentation.xml'],
    ['xlsb', 'xl/workbook.bin'],
  ])('that are %s documents are refused', async (ext, part) => {
    const zip = zipSync({ '[Content_Types].xml': utf8('<Types/>'), [part]: utf8('x') });
    await expect(open('a.zip', zip)).rejects.toMatchObject({
      code: 'ingest.unsupported-format',
      details: { ext },
    });
  });

  it('stop when asked to', async () => {
    const stopped: Control = { ...silentControl, isCancelled: () => true };
    const source = bytesSource('a.gz', gzipSync(csv));
    await expect(openFile(source, formatReaders, stopped)).rejects.toMatchObject({ code: 'task.cancelled' });
  });

  it('cut off or changed anywhere give a message or what was written, and nothing else', async () => {
    const text = utf8(
      Array.from({ length: 50 }, (_, row) => `${String(row)},${String(row * 7919)}\n`).join(''),
    );
    const wholes = [
      ['a.gz', gzipSync(text)],
      ['a.zip', zipSync({ 'a.csv': text, 'b.json': utf8('[{"id":1}]') })],
    ] as const;
    const change = fc.record({
      file: fc.constantFrom(...wholes),
      cut: fc.option(fc.nat()),
      bytes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
    });
    const accepted = /^ingest\.(damaged-file|unsupported-format|password-protected|too-large|empty-file)$/;
    await fc.assert(
      fc.asyncProperty(change, async ({ file: [name, whole], cut, bytes }) => {
        const damaged = whole.slice(0, cut === null ? whole.length : cut % whole.length);
        for (const [at, value] of bytes) if (damaged.length > 0) damaged[at % damaged.length] = value;
        try {
          const found = await open(name, damaged);
          for (const one of found) await one.slice(0, one.byteLength);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          expect((error as AppError).code).toMatch(accepted);
        }
      }),
      randomRuns(400),
    );
  });
});
