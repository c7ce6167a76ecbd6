import type { ByteSource } from '../ingest/byte-source';

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

/** Writes a file that is there whole or not at all. */
export async function writeFile(
  io: CommandIo,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await io.create(path);
  try {
    for await (const chunk of chunks) await file.write(chunk);
  } catch (error) {
    await file.discard();
    throw error;
  }
  await file.commit();
}

export async function writeText(io: CommandIo, path: string, text: string): Promise<void> {
  await writeFile(io, path, [new TextEncoder().encode(text)]);
}
