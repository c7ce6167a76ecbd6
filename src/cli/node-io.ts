import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../base/errors';
import type { CommandIo, OpenedFile, PendingFile } from './command-io';

type Streams = Pick<CommandIo, 'stdout' | 'stderr' | 'sqlite'>;

/** What the command line reaches on this computer. */
export function nodeIo(streams: Streams): CommandIo {
  return {
    ...streams,
    open: (path) => refusing(path, () => openFile(path)),
    create: (path) => refusing(path, () => createFile(path)),
    makeFolder: (path) =>
      refusing(path, async () => {
        await mkdir(path, { recursive: true });
      }),
    realPath,
  };
}

async function refusing<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new AppError('storage.unreadable-path', `${path} could not be opened`, { path }, { cause });
  }
}

async function openFile(path: string): Promise<OpenedFile> {
  const file = await open(path);
  const status = await file.stat();
  if (!status.isFile()) {
    await file.close();
    throw new Error('not a file');
  }
  const source = {
    name: basename(path),
    byteLength: status.size,
    slice: async (start: number, end: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, status.size) - start));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done);
        if (bytesRead === 0) throw new Error('the file has become shorter');
        done += bytesRead;
      }
      return bytes;
    },
  };
  return { source, close: () => file.close() };
}

async function createFile(path: string): Promise<PendingFile> {
  const pending = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = await open(pending, 'w');
  return {
    write: async (chunk) => {
      let done = 0;
      while (done < chunk.length) done += (await file.write(chunk, done)).bytesWritten;
    },
    commit: () =>
      refusing(path, async () => {
        await file.close();
        await rename(pending, path).catch(async (error: unknown) => {
          await rm(pending, { force: true });
          throw error;
        });
      }),
    discard: async () => {
      await file.close();
      await rm(pending, { force: true });
    },
  };
}

/** Of a file that does not exist yet, its folder's. */
async function realPath(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(await realPath(folder), basename(whole));
  }
}
