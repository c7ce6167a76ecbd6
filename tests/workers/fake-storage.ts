import { AppError } from '../../src/base/errors';
import type { Storage } from '../../workers/storage';
import { smallDataset } from './small-dataset';

/** Keeps a project as its name and size, answers every query with the name of the data, and notes what it did. */
export function fakeStorage(): Storage & { readonly log: string[] } {
  const log: string[] = [];
  return {
    log,
    openDatabase: ({ id }, sqlite) => {
      log.push(`open ${id} by ${sqlite?.byteLength ?? 0} bytes`);
      return Promise.resolve({
        query: (text) => {
          if (text.startsWith('DELETE')) throw new AppError('database.read-only', 'read only', { sql: text });
          return { columns: ['id'], rows: [[id]] };
        },
        close: () => log.push(`close ${id}`),
      });
    },
    writeProject: ({ id, tables }) =>
      Promise.resolve(new TextEncoder().encode(`${id} ${tables['customer']?.rowCount ?? 0}`)),
    readProject: async (source) => {
      const text = new TextDecoder().decode(await source.slice(0, source.byteLength));
      const [id, customers] = text.split(' ');
      if (id === undefined || customers === undefined) {
        throw new AppError('storage.not-a-project', 'not a project', { file: source.name });
      }
      return smallDataset(id, Number(customers));
    },
  };
}
