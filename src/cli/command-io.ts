import type { Day } from '../base/calendar-day';
import type { ByteSource } from '../ingest/byte-source';
import { UsageError } from './arguments';

/** A file that is written under another name and takes its place only when it is whole. */
export type PendingFile = {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly commit: () => Promise<void>;
  /** Leaves what was there before as it was. */
  readonly discard: () => Promise<void>;
};

/** A file opened for reading. */
export type OpenedFile = { readonly source: ByteSource; readonly close: () => Promise<void> };

/** Everything that a command can reach. Failures are `storage.unreadable-path` with the path. */
export type CommandIo = {
  /** Data, and nothing else. */
  readonly stdout: (chunk: string | Uint8Array) => Promise<void>;
  /** Messages. */
  readonly stderr: (text: string) => void;
  readonly open: (path: string) => Promise<OpenedFile>;
  readonly create: (path: string) => Promise<PendingFile>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** The path with links and `..` followed, to tell whether two paths are one file. */
  readonly realPath: (path: string) => Promise<string>;
  /** The day on which the command runs. */
  readonly today: () => Day;
  /** SQLite as WebAssembly; undefined where sql.js finds its own file. */
  readonly sqlite: () => ArrayBuffer | undefined;
};

export async function readWhole(io: CommandIo, path: string): Promise<Uint8Array> {
  const { source, close } = await io.open(path);
  try {
    return await source.slice(0, source.byteLength);
  } finally {
    await close();
  }
}

/** Opens files for as long as `use` runs. */
export async function withFiles<T>(
  io: CommandIo,
  paths: readonly string[],
  use: (sources: readonly ByteSource[]) => Promise<T>,
): Promise<T> {
  const opened: OpenedFile[] = [];
  try {
    for (const path of paths) opened.push(await io.open(path));
    return await use(opened.map(({ source }) => source));
  } finally {
    for (const { close } of opened) await close();
  }
}

export type Write = (chunk: Uint8Array) => Promise<void>;

/**
 * Writes files that take their places together at the end: when anything goes wrong before, all that was there stays as
 * it was. `use` asks for each file by its path before it writes to it.
 */
export async function writingFiles<T>(
  io: CommandIo,
  use: (create: (path: string) => Promise<Write>) => Promise<T>,
): Promise<T> {
  const pending: PendingFile[] = [];
  try {
    const result = await use(async (path) => {
      const file = await io.create(path);
      pending.push(file);
      return file.write;
    });
    for (let file = pending[0]; file; file = pending[0]) {
      await file.commit();
      pending.shift();
    }
    return result;
  } catch (error) {
    for (const file of pending) await file.discard();
    throw error;
  }
}

export const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** @throws UsageError where a file would be written over one that is read, or two under one name */
export async function refuseOverwriting(
  io: CommandIo,
  outputs: readonly (string | undefined)[],
  inputs: readonly string[],
): Promise<void> {
  const taken = new Set(await Promise.all(inputs.map(io.realPath)));
  for (const path of outputs) {
    if (path === undefined) continue;
    const place = await io.realPath(path);
    if (taken.has(place)) throw new UsageError(`${path} would be written over a file that is needed`);
    taken.add(place);
  }
}
