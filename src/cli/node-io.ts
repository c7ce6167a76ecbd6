import type { Stats } from 'node:fs';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { localDay } from '../base/calendar-day';
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
    today: () => localDay(new Date()),
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
        const { bytesRead } = await file
          .read(bytes, done, bytes.length - done, start + done)
          .catch((cause: unknown) => Promise.reject(unreadable(path, cause)));
        if (bytesRead === 0) throw unreadable(path);
        done += bytesRead;
      }
      return bytes;
    },
  };
  return { source, close: () => file.close() };
}

const unreadable = (path: string, cause?: unknown): AppError =>
  new AppError('ingest.unreadable', `${path} could not be read to its end`, { file: path }, { cause });

/** What is no file, such as a pipe, is written to as it is: nothing may take its place. */
async function createFile(path: string): Promise<PendingFile> {
  const status = await statusOf(path);
  if (status?.isDirectory()) throw new Error('a folder');
  const isFile = status === null || status.isFile();
  const target = isFile ? await realPath(path) : path;
  const pending = isFile ? join(dirname(target), `.${basename(target)}.${process.pid}.part`) : path;
  const file = await open(pending, 'w', status?.mode);
  const discard = async (): Promise<void> => {
    await file.close();
    if (isFile) await rm(pending, { force: true });
  };
  return {
    write: (chunk) =>
      refusing(path, async () => {
        let done = 0;
        while (done < chunk.length) done += (await file.write(chunk, done)).bytesWritten;
      }),
    commit: () =>
      refusing(path, async () => {
        await file.close();
        if (isFile) await rename(pending, target);
      }),
    discard,
  };
}

async function statusOf(path: string): Promise<Stats | null> {
  return await stat(path).catch(() => null);
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
