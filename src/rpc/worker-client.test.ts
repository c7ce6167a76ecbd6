import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdLifeLock } from './life-lock';
import { startWorker } from './worker-client';
import type { WorkerFault } from './worker-link';

/** Web Locks as far as we use them: one holder per name, the others wait in line. */
class FakeLocks {
  readonly #lines = new Map<string, (() => void)[]>();
  readonly #releases = new Map<string, () => void>();

  request(name: string, ...rest: [LockOptions, () => unknown] | [() => unknown]): Promise<void> {
    const [options, callback] = rest.length === 2 ? rest : [{}, rest[0]];
    return new Promise((resolve, reject) => {
      const take = (): void => {
        if (options.signal?.aborted === true) return;
        this.#releases.set(name, () => resolve());
        callback();
      };
      options.signal?.addEventListener('abort', () => reject(new Error('AbortError')));
      const line = this.#lines.get(name);
      if (line) line.push(take);
      else {
        this.#lines.set(name, []);
        take();
      }
    });
  }

  /** What the browser does when the thread of the holder is gone. */
  releaseAll(): void {
    for (const release of this.#releases.values()) release();
    for (const line of this.#lines.values()) line.shift()?.();
  }
}

class FakeWorker extends EventTarget {
  static last: FakeWorker;
  isTerminated = false;
  readonly name: string;

  constructor(_url: string, { name = '' }: WorkerOptions) {
    super();
    this.name = name;
    FakeWorker.last = this;
  }

  async sayHello(): Promise<void> {
    const holdsLock = await holdLifeLock(this.name);
    this.dispatchEvent(new MessageEvent('message', { data: { hello: 'clientele', holdsLock } }));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

let locks: FakeLocks;

beforeEach(() => {
  locks = new FakeLocks();
  vi.stubGlobal('navigator', { locks });
  vi.stubGlobal('Worker', FakeWorker);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function started() {
  const starting = startWorker('import', 'blob:script', 'classic');
  await FakeWorker.last.sayHello();
  const link = await starting;
  const faults: WorkerFault[] = [];
  link.onfault((fault) => faults.push(fault));
  return { link, faults, worker: FakeWorker.last };
}

describe('startWorker', () => {
  it('notices that a worker is gone by its lock', async () => {
    const { faults } = await started();
    expect(faults).toEqual([]);
    locks.releaseAll();
    expect(faults).toEqual(['killed']);
  });

  it('gives every worker a lock of its own', async () => {
    const first = await started();
    const second = await started();
    expect(first.worker.name).not.toBe(second.worker.name);
  });

  it('does not call a worker dead that it ended itself', async () => {
    const { link, faults, worker } = await started();
    link.terminate();
    locks.releaseAll();
    expect([worker.isTerminated, faults]).toEqual([true, []]);
  });

  it('reports a worker once, whatever it does', async () => {
    const { faults, worker } = await started();
    worker.dispatchEvent(new Event('error'));
    worker.dispatchEvent(new Event('messageerror'));
    locks.releaseAll();
    expect(faults).toEqual(['broken']);
  });

  it('refuses a worker whose script does not run', async () => {
    const starting = startWorker('data', 'blob:script', 'classic');
    FakeWorker.last.dispatchEvent(new Event('error'));
    await expect(starting).rejects.toMatchObject({ code: 'internal.unexpected', details: { kind: 'data' } });
  });

  it('works without Web Locks, by events alone', async () => {
    vi.stubGlobal('navigator', {});
    const { faults, worker } = await started();
    expect(faults).toEqual([]);
    worker.dispatchEvent(new Event('error'));
    expect(faults).toEqual(['broken']);
  });

  it('works where Web Locks are refused', async () => {
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new Error('SecurityError')) } });
    expect((await started()).faults).toEqual([]);
  });
});
