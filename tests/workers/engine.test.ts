import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Control, Progress } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { createEngine, type EngineClient } from '../../src/rpc/engine-client';
import type { RunnableTask } from '../../workers/calls';
import type { NamedBlob } from '../../workers/import.api';
import { gate, threadHost, type Started } from './thread-host';

const engines: EngineClient[] = [];

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** An engine with one task in place of a real one. */
function engineWith(task: RunnableTask = describeData, cores?: number) {
  const host = threadHost({ 'overview.summary': task }, cores);
  const engine = createEngine(host);
  engines.push(engine);
  const only = (kind: Started['kind']) => host.started.filter((one) => one.kind === kind);
  const run = (options = {}, parameters = {}) => engine.run('overview.summary', parameters, options);
  return { engine, only, run };
}

const describeData: RunnableTask = {
  query: (dataset) => ({ id: dataset.id, rows: dataset.tables['transaction']?.rowCount }),
};

const noResult = { asOf: null, n: 0, seed: null, currency: null, assumptions: [], warnings: [] };

const textFile = (name: string, text: string): NamedBlob => ({ name, blob: new Blob([text]) });

const three = textFile(
  'a.csv',
  'customer_id,date,amount\nA,2024-01-05,10.00\nB,2024-02-06,-3.50\nA,2024-03-07,1\n',
);
const two = textFile('b.csv', 'customer_id,date,amount\nA,2024-01-05,10.00\nB,2024-02-06,-3.50\n');

/** From here on no file gives any bytes. Resolves when one is asked. */
function holdReading(): Promise<void> {
  const asked = gate();
  const bytes = { arrayBuffer: () => new Promise<never>(() => undefined) };
  vi.spyOn(Blob.prototype, 'slice').mockImplementation(() => {
    asked.open();
    return bytes as Partial<Blob> as Blob;
  });
  return asked.isOpen;
}

describe('files', () => {
  it('are looked at in a worker that ends with it', async () => {
    const { engine, only } = engineWith();
    const draft = await engine.inspect([three], null);
    expect(draft.files.map(({ name, table }) => [name, table])).toEqual([['a.csv', 'transaction']]);
    expect(only('import').map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(only('data')).toHaveLength(0);
  });

  it('are read aside and take the place of the data in one step', async () => {
    const { engine, only, run } = engineWith();
    const first = await engine.read([three], null);
    expect(first.report.files[0]?.rows).toEqual({ read: 3, loaded: 3, rejected: 0, removed: {} });
    expect(first.mapping.files).toHaveLength(1);
    expect((await first.commit()).id).toBe(first.info.id);
    expect(await run()).toEqual({ id: first.info.id, rows: 3 });
    const second = await engine.read([two], null);
    expect(await run()).toEqual({ id: first.info.id, rows: 3 });
    await second.commit();
    expect(await run()).toEqual({ id: second.info.id, rows: 2 });
    expect(only('import').map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    expect(only('data')).toHaveLength(1);
  });

  it('that were read are committed once, or not at all', async () => {
    const { engine, only, run } = engineWith();
    const pending = await engine.read([three], null);
    await pending.commit();
    await expect(pending.commit()).rejects.toMatchObject({ code: 'internal.unexpected' });
    const other = await engine.read([two], null);
    await expect(other.commit({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'task.cancelled',
    });
    other.discard();
    await expect(other.commit()).rejects.toMatchObject({ code: 'internal.unexpected' });
    expect(await run()).toEqual({ id: pending.info.id, rows: 3 });
    expect(only('import').map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it('that are refused say so with code and details, and leave the data', async () => {
    const { engine, run } = engineWith();
    const pending = await engine.read([three], null);
    await pending.commit();
    await expect(engine.read([textFile('none.csv', '')], null)).rejects.toMatchObject({
      code: 'ingest.empty-file',
      details: { file: 'none.csv' },
    });
    expect(await run()).toEqual({ id: pending.info.id, rows: 3 });
  });
});

describe('a cancelled import', () => {
  it('rejects at once, ends its worker and leaves the data', async () => {
    const { engine, only, run } = engineWith();
    const pending = await engine.read([three], null);
    await pending.commit();
    const isAsked = holdReading();
    const abort = new AbortController();
    const reading = engine.read([two], null, { signal: abort.signal });
    await isAsked;
    abort.abort();
    await expect(reading).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(only('import').at(-1)?.isTerminated).toBe(true);
    expect(await run()).toEqual({ id: pending.info.id, rows: 3 });
  });
});

describe('an import worker that dies', () => {
  it('is reported, leaves the data, and the next import works', async () => {
    const { engine, only, run } = engineWith();
    const pending = await engine.read([three], null);
    await pending.commit();
    const isAsked = holdReading();
    const reading = engine.read([two], null);
    await isAsked;
    only('import').at(-1)?.die('killed');
    await expect(reading).rejects.toMatchObject({
      code: 'ingest.stopped',
      details: { cause: 'worker-lost', fault: 'killed' },
    });
    expect(await run()).toEqual({ id: pending.info.id, rows: 3 });
    vi.restoreAllMocks();
    const next = await engine.read([two], null);
    await next.commit();
    expect(await run()).toEqual({ id: next.info.id, rows: 2 });
  });

  it('between reading and committing is reported, and leaves the data', async () => {
    const { engine, only, run } = engineWith();
    const pending = await engine.read([three], null);
    await pending.commit();
    const lost = await engine.read([two], null);
    only('import').at(-1)?.die('killed');
    await expect(lost.commit()).rejects.toMatchObject({ code: 'ingest.stopped' });
    expect(await run()).toEqual({ id: pending.info.id, rows: 3 });
  });
});

describe('the sample', () => {
  it('is made with rising progress, sent and opened', async () => {
    const { engine, only, run } = engineWith();
    const heard: Progress[] = [];
    const info = await engine.openSample(
      { customers: 60, months: 6, seed: 7 },
      { onprogress: (progress) => heard.push(progress) },
    );
    expect(info).toMatchObject({ id: 'sample-60-6-7', rows: { customer: 60 } });
    expect(await run()).toEqual({ id: 'sample-60-6-7', rows: info.rows['transaction'] });
    expect(heard[0]).toEqual({ done: 0, total: 6, stage: 'sample' });
    const parts = heard.map(({ done }) => done);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(only('import').map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it('is refused with the parameter that is out of range', async () => {
    const { engine } = engineWith();
    await expect(engine.openSample({ customers: 0, months: 6, seed: 7 })).rejects.toMatchObject({
      code: 'task.bad-parameters',
      details: { parameter: 'customers' },
    });
  });
});

describe('a task that computes', () => {
  const opened = async (task: RunnableTask, cores?: number) => {
    const setting = engineWith(task, cores);
    await (await setting.engine.read([three], null)).commit();
    return setting;
  };

  it('is done in a compute worker, with progress', async () => {
    const { only, run } = await opened({
      query: (dataset) => ({ rows: dataset.tables['transaction']?.rowCount ?? 0 }),
      compute: ({ rows }: { rows: number }, _parameters, control: Control) => {
        control.report(1, 2, 'fit');
        return { ...noResult, n: rows };
      },
    });
    const heard: Progress[] = [];
    expect(await run({ onprogress: (progress: Progress) => heard.push(progress) })).toMatchObject({ n: 3 });
    expect(heard).toEqual([{ done: 1, total: 2, stage: 'fit' }]);
    expect(only('compute')).toHaveLength(1);
    await run();
    expect(only('compute')).toHaveLength(1);
  });

  it('leaves its columns with the data', async () => {
    const { run } = await opened({
      query: (dataset: Dataset) => ({
        customers: dataset.tables['customer']?.rowCount ?? 0,
        known: Object.keys(dataset.published),
      }),
      compute: ({ customers, known }: { customers: number; known: string[] }) => ({
        ...noResult,
        n: known.length,
        published: [
          {
            column: 'customer.test',
            unit: 'count',
            model: 'test',
            version: 1,
            asOf: null,
            values: { kind: 'int32', values: new Int32Array(customers), nulls: null },
          },
        ],
      }),
    });
    expect(await run()).toEqual({ ...noResult, n: 0 });
    expect(await run()).toEqual({ ...noResult, n: 1 });
  });

  it('is tried once more when its worker dies', async () => {
    const asked = [gate(), gate(), gate()];
    let tries = 0;
    const { only, run } = await opened({
      query: () => ({}),
      compute: () => {
        asked[tries]?.open();
        return ++tries === 2 ? noResult : new Promise<never>(() => undefined);
      },
    });
    const answer = run();
    await asked[0]?.isOpen;
    only('compute')[0]?.die('killed');
    expect(await answer).toEqual(noResult);
    expect(only('compute')).toHaveLength(2);
  });

  it('fails when its worker dies again, and the next call works', async () => {
    const asked = [gate(), gate()];
    let tries = 0;
    const { only, run } = await opened({
      query: () => ({}),
      compute: () => {
        asked[tries]?.open();
        return ++tries > 2 ? noResult : new Promise<never>(() => undefined);
      },
    });
    const answer = run();
    for (const [index, { isOpen }] of asked.entries()) {
      await isOpen;
      only('compute')[index]?.die('killed');
    }
    await expect(answer).rejects.toMatchObject({
      code: 'internal.unexpected',
      details: { fault: 'killed', worker: 'compute' },
    });
    expect(await run()).toEqual(noResult);
  });

  it('that does not stop when asked loses its worker after half a second', async () => {
    const asked = gate();
    let tries = 0;
    const { only, run } = await opened({
      query: () => ({}),
      compute: () => {
        asked.open();
        return ++tries === 1 ? new Promise<never>(() => undefined) : noResult;
      },
    });
    const abort = new AbortController();
    const answer = run({ signal: abort.signal });
    await asked.isOpen;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    abort.abort();
    await expect(answer).rejects.toMatchObject({ code: 'task.cancelled' });
    await vi.advanceTimersByTimeAsync(499);
    expect(only('compute')[0]?.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(only('compute')[0]?.isTerminated).toBe(true);
    expect(await run()).toEqual(noResult);
    expect(only('compute')).toHaveLength(2);
  });

  it('that stops when asked leaves its worker to the next call', async () => {
    const asked = gate();
    let tries = 0;
    const { only, run } = await opened({
      query: () => ({}),
      compute: async (_input, _parameters, control) => {
        if (++tries > 1) return noResult;
        asked.open();
        for (;;) await control.yield(0, 1);
      },
    });
    const abort = new AbortController();
    const answer = run({ signal: abort.signal });
    await asked.isOpen;
    abort.abort();
    await expect(answer).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(await run()).toEqual(noResult);
    expect(only('compute').map(({ isTerminated }) => isTerminated)).toContain(false);
  });

  it('shares as many workers as leave one core to the page', async () => {
    const arrived = gate();
    const finish = gate();
    let [atOnce, most] = [0, 0];
    const task: RunnableTask = {
      query: () => ({}),
      compute: async () => {
        most = Math.max(most, ++atOnce);
        if (atOnce === 2) arrived.open();
        await finish.isOpen;
        atOnce--;
        return noResult;
      },
    };
    const { only, run } = await opened(task, 3);
    const abort = new AbortController();
    const answers = [1, 2, 3, 4].map((seed) => run({}, { seed }));
    await arrived.isOpen;
    const waiting = run({ signal: abort.signal }, { seed: 5 });
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'task.cancelled' });
    finish.open();
    expect(await Promise.all(answers)).toEqual([noResult, noResult, noResult, noResult]);
    expect(most).toBe(2);
    expect(only('compute')).toHaveLength(2);
  });

  it('is computed once for equal questions at the same time, and goes on while one of them waits', async () => {
    const asked = gate();
    const finish = gate();
    let tries = 0;
    const { run } = await opened({
      query: () => ({}),
      compute: async () => {
        tries++;
        asked.open();
        await finish.isOpen;
        return noResult;
      },
    });
    const abort = new AbortController();
    const leaving = run({ signal: abort.signal }, { seed: 1 });
    const staying = run({}, { seed: 1 });
    await asked.isOpen;
    abort.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'task.cancelled' });
    finish.open();
    expect(await staying).toEqual(noResult);
    expect(tries).toBe(1);
  });

  it('that was asked of the data before is asked anew of those that took their place', async () => {
    const asked = gate();
    const finish = gate();
    let tries = 0;
    const { engine, run } = await opened({
      query: (dataset) => ({ rows: dataset.tables['transaction']?.rowCount ?? 0 }),
      compute: async ({ rows }: { rows: number }) => {
        if (++tries === 1) {
          asked.open();
          await finish.isOpen;
        }
        return { ...noResult, n: rows };
      },
    });
    const before = run();
    await asked.isOpen;
    await (await engine.read([two], null)).commit();
    expect(await run()).toMatchObject({ n: 2 });
    finish.open();
    expect(await before).toMatchObject({ n: 3 });
  });
});

describe('a query', () => {
  it('that is cancelled rejects at once and never ends the data worker', async () => {
    const asked = gate();
    const finish = gate();
    let tries = 0;
    const { engine, only, run } = engineWith({
      query: async (dataset) => {
        if (++tries > 1) return { id: dataset.id };
        asked.open();
        await finish.isOpen;
        return {};
      },
    });
    const { commit, info } = await engine.read([three], null);
    await commit();
    const abort = new AbortController();
    const answer = run({ signal: abort.signal });
    await asked.isOpen;
    abort.abort();
    await expect(answer).rejects.toMatchObject({ code: 'task.cancelled' });
    finish.open();
    expect(await run()).toEqual({ id: info.id });
    expect(only('data').map(({ isTerminated }) => isTerminated)).toEqual([false]);
  });

  it('rejects when the data worker dies, and files can be loaded again', async () => {
    const asked = gate();
    let tries = 0;
    const { engine, only, run } = engineWith({
      query: (dataset) => {
        asked.open();
        return ++tries === 1 ? new Promise<never>(() => undefined) : { id: dataset.id };
      },
    });
    await (await engine.read([three], null)).commit();
    const answer = run();
    await asked.isOpen;
    only('data')[0]?.die('killed');
    await expect(answer).rejects.toMatchObject({ code: 'internal.unexpected', details: { fault: 'killed' } });
    const { commit, info } = await engine.read([three], null);
    await commit();
    expect(await run()).toEqual({ id: info.id });
  });

  it('that was cancelled before it was asked reaches no worker', async () => {
    const { only, run } = engineWith();
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(only('data')).toHaveLength(0);
  });
});
