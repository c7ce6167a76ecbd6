import { expose, transfer, wrap } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { Control } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import type { Column } from '../../src/columns/column';
import { float64Column } from '../../src/columns/frame';
import type { Dataset } from '../../src/dataset/dataset';
import type { PublishedColumn } from '../../src/dataset/published';
import { sendParcel, takeParcel } from '../../src/rpc/parcel';
import { TaskControl } from '../../src/rpc/task-control';
import { installTransferHandlers } from '../../src/rpc/transfer-handlers';
import type { RunnableTask, RunnableTasks } from '../../workers/calls';
import { createDataApi, type DataApi } from '../../workers/data.api';
import { createComputeApi, type ComputeApi } from '../../workers/compute.api';
import { fakeStorage } from './fake-storage';
import { gate } from './thread-host';
import { smallDataset } from './small-dataset';

const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function remote(api: object): MessagePort {
  installTransferHandlers();
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  expose(api, port2);
  return port1;
}

/** The data worker with one task in place of a real one. */
function dataWorker(task: RunnableTask): DataApi {
  const tasks: Partial<RunnableTasks> = { 'overview.summary': task };
  return wrap<DataApi>(remote(createDataApi(tasks as RunnableTasks, fakeStorage())));
}

function computeWorker(task: RunnableTask): ComputeApi {
  const tasks: Partial<RunnableTasks> = { 'overview.summary': task };
  return wrap<ComputeApi>(remote(createComputeApi(tasks as RunnableTasks)));
}

const load = async (api: DataApi, dataset: Dataset) => {
  const parcel = sendParcel(dataset);
  return await api.load(transfer(parcel, [parcel]));
};

async function ask(api: DataApi, control = new TaskControl()) {
  try {
    return await api['overview.summary']({}, control);
  } finally {
    control.close();
  }
}

/** How many customers the loaded data have, and who they are. */
const count: RunnableTask = {
  query: (dataset) => ({ id: dataset.id, customers: dataset.tables['customer']?.rowCount }),
};

const noResult = { asOf: null, n: 0, seed: null, currency: null, assumptions: [], warnings: [] };

describe('loading', () => {
  it('takes every buffer from the sender and answers what it has', async () => {
    const api = dataWorker(count);
    const dataset = smallDataset('first', 3);
    const { values } = float64Column(dataset.tables['balance'] ?? neverFrame(), 'balance');
    expect(values.byteLength).toBeGreaterThan(0);
    const info = await load(api, dataset);
    expect(values.byteLength).toBe(0);
    expect(info).toMatchObject({ id: 'first', rows: { customer: 3 } });
    expect(await ask(api)).toEqual({ result: { id: 'first', customers: 3 } });
  });

  it('puts other data in the place of those before', async () => {
    const api = dataWorker(count);
    await load(api, smallDataset('first', 3));
    await load(api, smallDataset('second', 5));
    expect(await ask(api)).toEqual({ result: { id: 'second', customers: 5 } });
  });

  it('keeps the data that are there when others cannot be loaded', async () => {
    const api = dataWorker(count);
    await load(api, smallDataset('first', 3));
    const broken = sendParcel({ id: 'broken' });
    await expect(api.load(transfer(broken, [broken]))).rejects.toBeInstanceOf(AppError);
    expect(await ask(api)).toEqual({ result: { id: 'first', customers: 3 } });
  });

  it('goes back to the data before a repair', async () => {
    const api = dataWorker(count);
    const small = smallDataset('first', 3);
    const { balance } = small.tables;
    if (!balance) throw new Error('no balances');
    const start = { kind: 'int32', values: Int32Array.from([100, 100, 100]), nulls: null } as const;
    const maturity = { kind: 'int32', values: Int32Array.from([50, 150, 150]), nulls: null } as const;
    const loan = { ...balance, name: 'loan', columns: { ...balance.columns, start, maturity } };
    await load(api, { ...small, tables: { ...small.tables, loan } });
    const repair = { code: 'date.order', table: 'loan', column: 'maturity' } as const;
    const mended = async () => {
      const control = new TaskControl();
      const { rows } = await api.repair(repair, control);
      control.close();
      return rows;
    };
    expect([await mended(), await mended()]).toEqual([1, 0]);
    const control = new TaskControl();
    await api.undoRepair(control);
    control.close();
    expect(await mended()).toBe(1);
  });

  it('is needed before anything can be asked', async () => {
    await expect(ask(dataWorker(count))).rejects.toMatchObject({ code: 'internal.unexpected' });
  });
});

describe('a query', () => {
  it('gives its own buffers away', async () => {
    const made = new Float64Array(1000).fill(7);
    const api = dataWorker({ query: () => ({ values: made }) });
    await load(api, smallDataset('first', 3));
    const answer = await ask(api);
    expect(made.byteLength).toBe(0);
    expect(answer).toEqual({ result: { values: new Float64Array(1000).fill(7) } });
  });

  it('never gives away a buffer of the dataset', async () => {
    const balances = (dataset: Dataset): Float64Array =>
      float64Column(dataset.tables['balance'] ?? neverFrame(), 'balance').values;
    const api = dataWorker({ query: (dataset) => ({ values: balances(dataset) }) });
    await load(api, smallDataset('first', 3));
    const once = await ask(api);
    expect(await ask(api)).toEqual(once);
    expect(once).toEqual({ result: { values: Float64Array.of(100, 200, 300) } });
  });

  it('waits until the one before is done', async () => {
    const order: string[] = [];
    const first = gate();
    const started = gate();
    let calls = 0;
    const api = dataWorker({
      query: async () => {
        const name = String(++calls);
        order.push(`start ${name}`);
        started.open();
        if (name === '1') await first.isOpen;
        order.push(`end ${name}`);
        return {};
      },
    });
    await load(api, smallDataset('first', 3));
    const answers = [ask(api), ask(api)];
    await started.isOpen;
    first.open();
    await Promise.all(answers);
    expect(order).toEqual(['start 1', 'end 1', 'start 2', 'end 2']);
  });

  it('never starts when it is cancelled while it waits', async () => {
    const first = gate();
    const started = gate();
    let starts = 0;
    const api = dataWorker({
      query: async () => {
        starts++;
        started.open();
        await first.isOpen;
        return {};
      },
    });
    await load(api, smallDataset('first', 3));
    const answer = ask(api);
    await started.isOpen;
    const control = new TaskControl();
    const waiting = ask(api, control);
    control.cancel();
    first.open();
    await answer;
    await expect(waiting).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(starts).toBe(1);
  });

  it('that is cancelled or fails leaves the data as they are', async () => {
    const endless = async (dataset: Dataset, parameters: { limit?: number }, control: Control) => {
      if (parameters.limit === 1) throw new AppError('task.bad-parameters', 'no', { parameter: 'limit' });
      if (parameters.limit === 2) for (;;) await control.yield(0, 1);
      return { id: dataset.id };
    };
    const api = dataWorker({ query: endless });
    await load(api, smallDataset('first', 3));
    const control = new TaskControl();
    const stopped = api['overview.summary']({ limit: 2 }, control);
    control.cancel();
    await expect(stopped).rejects.toMatchObject({ code: 'task.cancelled' });
    control.close();
    await expect(api['overview.summary']({ limit: 1 }, new TaskControl())).rejects.toMatchObject({
      code: 'task.bad-parameters',
      details: { parameter: 'limit' },
    });
    expect(await ask(api)).toEqual({ result: { id: 'first' } });
  });
});

describe('published columns', () => {
  const values: Column = { kind: 'int32', values: Int32Array.of(1, 2, 3), nulls: null };
  const column = (): PublishedColumn => ({
    column: 'customer.test',
    unit: 'count',
    model: 'test',
    version: 1,
    asOf: null,
    values: structuredClone(values),
  });
  const publishedIn = (dataset: Dataset) => ({ ...noResult, n: Object.keys(dataset.published).length });

  it('go into the dataset and not into the result', async () => {
    const api = dataWorker({ query: (dataset) => ({ ...publishedIn(dataset), published: [column()] }) });
    await load(api, smallDataset('first', 3));
    expect(await ask(api)).toEqual({ result: { ...noResult, n: 0 } });
    expect(await ask(api)).toEqual({ result: { ...noResult, n: 1 } });
  });

  it('of the wrong length are refused, and nothing changes', async () => {
    let isRight = false;
    const api = dataWorker({
      query: (dataset) => ({ ...publishedIn(dataset), published: isRight ? [] : [column()] }),
    });
    await load(api, smallDataset('first', 4));
    await expect(ask(api)).rejects.toMatchObject({ code: 'internal.unexpected' });
    isRight = true;
    expect(await ask(api)).toEqual({ result: { ...noResult, n: 0 } });
  });

  it('made from data that are no longer loaded are left out', async () => {
    const api = dataWorker({ query: publishedIn });
    await load(api, smallDataset('first', 3));
    await load(api, smallDataset('second', 3));
    for (const [made, expected] of [
      [1, 0],
      [2, 1],
    ] as const) {
      const parcel = sendParcel([column()]);
      await api.publish(transfer(parcel, [parcel]), made);
      expect(await ask(api)).toEqual({ result: { ...noResult, n: expected } });
    }
  });
});

describe('a task that computes', () => {
  it('has its input carried to the compute worker and its columns back', async () => {
    let taken: unknown = null;
    const task: RunnableTask = {
      query: (dataset) => ({ sums: Float64Array.of(dataset.tables['customer']?.rowCount ?? 0, 4) }),
      compute: (input: { sums: Float64Array }, parameters: { limit?: number }, control: Control) => {
        taken = input;
        control.report(1, 1, 'fit');
        const n = input.sums.reduce((sum, value) => sum + value, parameters.limit ?? 0);
        return { ...noResult, n, published: [{ column: 'customer.test' }] };
      },
    };
    const data = dataWorker(task);
    const compute = computeWorker(task);
    await load(data, smallDataset('first', 3));
    const answer = await ask(data);
    if (!('input' in answer)) throw new Error('the data worker computed by itself');
    expect(answer.load).toBe(1);
    const control = new TaskControl();
    const input = transfer(answer.input, [answer.input]);
    const { result, published } = await compute['overview.summary'](input, { limit: 10 }, control);
    control.close();
    expect(taken).toEqual({ sums: Float64Array.of(3, 4) });
    expect(result).toEqual({ ...noResult, n: 17 });
    if (!published) throw new Error('nothing was published');
    expect(await takeParcel(published)).toEqual([{ column: 'customer.test' }]);
  });
});

function neverFrame(): never {
  throw new Error('the small dataset has balances');
}
