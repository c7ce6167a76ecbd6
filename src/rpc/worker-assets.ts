import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import computeUrl from '../../workers/compute.worker.ts?worker&url';
import dataUrl from '../../workers/data.worker.ts?worker&url';
import importUrl from '../../workers/import.worker.ts?worker&url';
import sqlUrl from '../../workers/sql.worker.ts?worker&url';
import { AppError } from '../base/errors';
import { startWorker } from './worker-client';
import type { WorkerHost, WorkerKind } from './worker-link';

const scripts: Readonly<Record<WorkerKind, string>> = {
  import: importUrl,
  data: dataUrl,
  compute: computeUrl,
  sql: sqlUrl,
};

/**
 * Workers of the browser. Each script and SQLite are requested once, by the page, and kept: workers start from Blob
 * URLs, so that they inherit the policy of the page, which a worker loaded from its own URL does not, and starting
 * one again requests nothing.
 */
export function browserHost(): WorkerHost {
  const objectUrls: string[] = [];
  const scriptOf = (kind: WorkerKind): (() => Promise<string>) =>
    once(async () => {
      const script = new Blob([await load(scripts[kind])], { type: 'text/javascript' });
      const url = URL.createObjectURL(script);
      objectUrls.push(url);
      return url;
    });
  const urls = {
    import: scriptOf('import'),
    data: scriptOf('data'),
    compute: scriptOf('compute'),
    sql: scriptOf('sql'),
  };
  const sqliteBinary = once(() => load(sqliteUrl));
  return {
    // The development server sends modules that import each other by URL: they cannot start from a Blob.
    start: async (kind) =>
      import.meta.env.DEV
        ? startWorker(kind, scripts[kind], 'module')
        : startWorker(kind, await urls[kind](), 'classic'),
    sqliteBinary,
    preload: async () => {
      const needed = import.meta.env.DEV ? [] : Object.values(urls);
      await Promise.all([...needed.map((script) => script()), sqliteBinary()]);
    },
    cores: navigator.hardwareConcurrency,
    dispose: () => {
      for (const url of objectUrls.splice(0)) URL.revokeObjectURL(url);
    },
  };
}

/** The only request that the application makes by itself: for parts of itself, from where it came from. */
async function load(url: string): Promise<ArrayBuffer> {
  const failed = (cause?: unknown): AppError =>
    new AppError('internal.unexpected', `A part of the application could not be loaded`, {}, { cause });
  const response = await fetch(url).catch((cause: unknown) => {
    throw failed(cause);
  });
  if (!response.ok) throw failed(new Error(`${response.status} ${response.statusText}`));
  return await response.arrayBuffer();
}

/** The first answer again and again; after a failure the next call tries anew. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
