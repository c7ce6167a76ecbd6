import { describe, expect, it } from 'vitest';
import { silentControl, type Control } from '../../../base/control';
import { AppError } from '../../../base/errors';
import { bytesSource } from '../../byte-source';
import { UnpackLimit } from '../unpack-limit';
import { sqliteReader, type SqliteFile } from './read-sqlite';

const source = bytesSource('bank.db', new Uint8Array(100));

/** A database of the tables given, as its engine tells of them. */
const fileOf = (tables: Readonly<Record<string, readonly (readonly unknown[])[]>>): SqliteFile => ({
  tables: () => Object.keys(tables),
  rows: (table) => {
    const [header = [], ...rows] = tables[table] ?? [];
    return { columns: header.map(String), rows };
  },
  close: () => undefined,
});

async function linesOf(file: SqliteFile, control: Control = silentControl): Promise<Record<string, string>> {
  const read = sqliteReader(() => Promise.resolve(file));
  const tables = await read(source, new UnpackLimit('bank.db'), control);
  return Object.fromEntries(
    tables.map(({ origin, pieces }) => [
      origin.table ?? '',
      pieces.map((piece) => new TextDecoder().decode(piece)).join(''),
    ]),
  );
}

describe('a database file', () => {
  it('gives every table under its name, with nothing for null and bytes as they are', async () => {
    const file = fileOf({
      customers: [
        ['id', 'name'],
        ['0012', null],
        ['9007199254740993123', new TextEncoder().encode('张三')],
      ],
      amounts: [['a'], [0.1], [1e21], [Uint8Array.of(0, 255)]],
    });
    expect(await linesOf(file)).toEqual({
      customers: 'id,name\r\n0012,\r\n9007199254740993123,张三\r\n',
      amounts: 'a\r\n0.1\r\n1000000000000000000000\r\n00ff\r\n',
    });
  });

  it('is refused without tables and where its engine finds damage', async () => {
    await expect(linesOf(fileOf({}))).rejects.toMatchObject({ code: 'ingest.no-rows' });
    const broken: SqliteFile = {
      ...fileOf({ a: [] }),
      rows: () => {
        throw new AppError('database.query-failed', 'database disk image is malformed');
      },
    };
    await expect(linesOf(broken)).rejects.toMatchObject({ code: 'ingest.damaged-file' });
  });

  it('is closed, and stops when asked to', async () => {
    let isClosed = false;
    const file: SqliteFile = { ...fileOf({ a: [['n'], [1]] }), close: () => (isClosed = true) };
    const stopping: Control = { ...silentControl, isCancelled: () => true };
    await expect(linesOf(file, stopping)).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(isClosed).toBe(true);
  });
});
