import { AppError } from '../../src/base/errors';
import type { Storage } from '../../workers/storage';
import { smallDataset } from './small-dataset';

/** Keeps a project as its name and size. */
export function fakeStorage(): Storage {
  return {
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
