import { basename } from 'node:path';
import { dayOf, type Day } from '../../src/base/calendar-day';
import { AppError } from '../../src/base/errors';
import { runCommandLine } from '../../src/cli/command-line';
import type { CommandIo } from '../../src/cli/command-io';
import { bytesSource } from '../../src/ingest/byte-source';

/** A computer of files in memory, with places that cannot be written. */
export class FakeComputer implements CommandIo {
  readonly files = new Map<string, Uint8Array>();
  out = '';
  err = '';
  readonly #decoder = new TextDecoder();

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [path, content] of Object.entries(files)) {
      this.files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    }
  }

  text(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && this.#decoder.decode(bytes);
  }

  json(path: string): unknown {
    return JSON.parse(this.text(path) ?? '');
  }

  async run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    [this.out, this.err] = ['', ''];
    const code = await runCommandLine(argv, this);
    return { code, out: this.out, err: this.err };
  }

  readonly stdout = (chunk: string | Uint8Array): Promise<void> => {
    this.out += typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk);
    return Promise.resolve();
  };
  readonly stderr = (text: string): void => {
    this.err += text;
  };
  readonly open: CommandIo['open'] = (path) => {
    const bytes = this.files.get(path);
    if (!bytes) return Promise.reject(refused(path));
    return Promise.resolve({ source: bytesSource(basename(path), bytes), close: () => Promise.resolve() });
  };
  readonly create: CommandIo['create'] = (path) => {
    if (path.startsWith('locked/')) return Promise.reject(refused(path));
    const chunks: Uint8Array[] = [];
    return Promise.resolve({
      write: (chunk) => Promise.resolve(void chunks.push(chunk.slice())),
      commit: () => Promise.resolve(void this.files.set(path, Buffer.concat(chunks))),
      discard: () => Promise.resolve(),
    });
  };
  readonly makeFolder = (): Promise<void> => Promise.resolve();
  readonly realPath = (path: string): Promise<string> => Promise.resolve(path.replace(/^\.\//, ''));
  readonly today = (): Day => dayOf(2026, 12, 31);
  readonly sqlite = (): undefined => undefined;
}

const refused = (path: string): AppError => new AppError('storage.unreadable-path', path, { path });
