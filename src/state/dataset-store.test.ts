import { describe, expect, it } from 'vitest';
import { AppError } from '../base/errors';
import type { DatasetInfo } from '../dataset/dataset-info';
import type { Summary } from '../dataset/summary-key';
import { DatasetStore } from './dataset-store.svelte';
import type { CallOptions, PendingImport } from './engine';
import { defaultSample } from './sample-options';

const infoOf = (id: string) => ({ id, name: id }) as unknown as DatasetInfo;
const pendingOf = (id: string, commit: () => Promise<DatasetInfo>) =>
  ({ info: infoOf(id), commit }) as unknown as PendingImport;

function fakeStore(summary: Summary | null = null) {
  const calls: {
    options: CallOptions;
    resolve: (info: DatasetInfo) => void;
    reject: (e: unknown) => void;
  }[] = [];
  const open = (_source: unknown, options: CallOptions = {}) =>
    new Promise<DatasetInfo>((resolve, reject) => {
      calls.push({ options, resolve, reject });
      options.signal?.addEventListener('abort', () => {
        reject(new AppError('task.cancelled', 'cancelled'));
      });
    });
  const store = new DatasetStore({
    engine: {
      openSample: open,
      openProject: open,
      repair: ({ table }) => Promise.resolve({ info: infoOf('repaired'), rows: table === 'loan' ? 0 : 3 }),
      undoRepair: () => Promise.resolve(infoOf('sample')),
    },
    loadSummary: () => Promise.resolve(summary),
  });
  return { store, calls };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const sampleSummary = { b: 'sample', info: infoOf('sample'), results: {} } as unknown as Summary;

describe('DatasetStore', () => {
  it('is empty, loads, and is ready', async () => {
    const { store, calls } = fakeStore();
    expect(store.status).toBe('empty');
    const done = store.openSample(defaultSample);
    expect([store.status, store.opening, store.hasRows]).toEqual(['loading', 'sample', false]);
    calls[0]?.options.onprogress?.({ done: 1, total: 4, stage: 'make' });
    expect(store.progress?.done).toBe(1);
    calls[0]?.resolve(infoOf('sample'));
    expect(await done).toBe(true);
    expect([store.status, store.info?.id, store.progress, store.version]).toEqual([
      'ready',
      'sample',
      null,
      1,
    ]);
  });

  it('lists what was put right until it is taken back or other data are opened', async () => {
    const { store, calls } = fakeStore();
    const done = store.openSample(defaultSample);
    calls[0]?.resolve(infoOf('sample'));
    await done;
    const repair = { code: 'date.order', table: 'account', column: 'close_date' } as const;
    expect(await store.repair({ ...repair, table: 'loan' })).toBe(0);
    expect([store.repairs, store.version]).toEqual([[], 1]);
    await store.repair(repair);
    expect([store.repairs, store.version]).toEqual([[{ ...repair, rows: 3 }], 2]);
    await store.undoRepair();
    await store.undoRepair();
    expect([store.repairs, store.version]).toEqual([[], 3]);
  });

  it('knows the bank from the summary while its rows are made, and does not age what is shown', async () => {
    const { store, calls } = fakeStore(sampleSummary);
    const done = store.openSample(defaultSample);
    await settled();
    expect([store.status, store.info?.id, store.version, store.hasRows]).toEqual([
      'loading',
      'sample',
      1,
      false,
    ]);
    calls[0]?.resolve(infoOf('sample'));
    await done;
    expect([store.version, store.hasRows]).toEqual([1, true]);
  });

  it('has no summary of another sample', async () => {
    const { store } = fakeStore(sampleSummary);
    void store.openSample({ ...defaultSample, seed: 7 });
    await settled();
    expect([store.info, store.summary]).toEqual([null, null]);
  });

  it('keeps what is open until the new data are there', async () => {
    const { store, calls } = fakeStore();
    const sample = store.openSample(defaultSample);
    calls[0]?.resolve(infoOf('sample'));
    await sample;
    let finish = (_: DatasetInfo): void => undefined;
    const commit = () =>
      new Promise<DatasetInfo>((resolve) => {
        finish = resolve;
      });
    const imported = store.openImported(pendingOf('local-1', commit));
    expect([store.status, store.info?.id, store.progress?.stage]).toEqual(['ready', 'sample', 'start']);
    finish(infoOf('local-1'));
    await imported;
    expect([store.info?.id, store.version, store.isKept]).toEqual(['local-1', 2, false]);
    store.markSaved();
    expect(store.isKept).toBe(true);
  });

  it('keeps what is open when opening something else fails', async () => {
    const { store, calls } = fakeStore();
    const sample = store.openSample(defaultSample);
    calls[0]?.resolve(infoOf('sample'));
    await sample;
    const failing = pendingOf('local-1', () => Promise.reject(new AppError('ingest.stopped', 'killed')));
    expect(await store.openImported(failing)).toBe(false);
    expect([store.status, store.info?.id, store.error?.code, store.version]).toEqual([
      'ready',
      'sample',
      'ingest.stopped',
      1,
    ]);
  });

  it('fails without data, tells who waits, and tries again', async () => {
    const { store, calls } = fakeStore();
    const first = store.openSample(defaultSample);
    const waiting = store.whenReady();
    calls[0]?.reject(new AppError('ingest.stopped', 'killed'));
    await first;
    await expect(waiting).rejects.toMatchObject({ code: 'ingest.stopped' });
    await expect(store.whenReady()).rejects.toMatchObject({ code: 'ingest.stopped' });
    expect(store.status).toBe('failed');
    const second = store.openSample(defaultSample);
    calls[1]?.resolve(infoOf('sample'));
    await second;
    await store.whenReady();
    expect([store.status, store.error]).toEqual(['ready', null]);
  });

  it('is empty again after a cancel, without an error', async () => {
    const { store } = fakeStore();
    const done = store.openSample(defaultSample);
    store.cancel();
    expect(await done).toBe(false);
    expect([store.status, store.error, store.progress]).toEqual(['empty', null, null]);
  });

  it('takes the data that were asked for last', async () => {
    const { store, calls } = fakeStore();
    const first = store.openSample(defaultSample);
    const second = store.openSample({ ...defaultSample, seed: 7 });
    calls[1]?.resolve(infoOf('sample-20000-24-7'));
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect([store.info?.id, store.status]).toEqual(['sample-20000-24-7', 'ready']);
  });

  it('no longer waits for rows when asked to stop', async () => {
    const { store } = fakeStore();
    void store.openSample(defaultSample);
    const abort = new AbortController();
    const waiting = store.whenReady(abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'task.cancelled' });
  });
});
