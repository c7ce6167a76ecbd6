import { describe, expect, it } from 'vitest';
import type { CallOptions } from './call-options';
import { SharedRuns } from './shared-runs';

/** Runs that are ended by hand, in the order in which they began. */
function begun() {
  const runs: { options: CallOptions; answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  const start = (options: CallOptions): Promise<string> =>
    new Promise((answer, fail) => {
      runs.push({ options, answer, fail });
    });
  return { runs, start };
}

describe('equal questions', () => {
  it('in flight are one run with one answer for all', async () => {
    const shared = new SharedRuns();
    const { runs, start } = begun();
    const both = [shared.join('a', {}, start), shared.join('a', {}, start)];
    const other = shared.join('b', {}, start);
    expect(runs).toHaveLength(2);
    runs[0]?.answer('one');
    runs[1]?.answer('two');
    expect(await Promise.all(both)).toEqual(['one', 'one']);
    expect(await other).toBe('two');
  });

  it('that come after the answer are asked anew', async () => {
    const shared = new SharedRuns();
    const { runs, start } = begun();
    const first = shared.join('a', {}, start);
    runs[0]?.answer('one');
    await first;
    const second = shared.join('a', {}, start);
    runs[1]?.answer('two');
    expect(await second).toBe('two');
  });

  it('fail together, and the next one is asked anew', async () => {
    const shared = new SharedRuns();
    const { runs, start } = begun();
    const both = [shared.join('a', {}, start), shared.join('a', {}, start)];
    runs[0]?.fail(new Error('lost'));
    for (const one of both) await expect(one).rejects.toThrow('lost');
    void shared.join('a', {}, start);
    expect(runs).toHaveLength(2);
  });

  it('tell their progress to all who wait', () => {
    const shared = new SharedRuns();
    const { runs, start } = begun();
    const heard: number[] = [];
    for (const factor of [1, 10])
      void shared.join('a', { onprogress: ({ done }) => heard.push(done * factor) }, start);
    runs[0]?.options.onprogress?.({ done: 1, total: 2, stage: 'query' });
    expect(heard).toEqual([1, 10]);
  });
});

describe('who leaves', () => {
  it('gets a cancellation at once and leaves the run to the others', async () => {
    const shared = new SharedRuns();
    const { runs, start } = begun();
    const abort = new AbortController();
    const leaving = shared.join('a', { signal: abort.signal }, start);
    const staying = shared.join('a', {}, start);
    abort.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(runs[0]?.options.signal?.aborted).toBe(false);
    runs[0]?.answer('one');
    expect(await staying).toBe('one');
  });

  it('last ends the run; the same question then begins another', async () => {
    const shared = new SharedRuns();
    const { runs, start } = begun();
    const abort = new AbortController();
    const leaving = shared.join('a', { signal: abort.signal }, start);
    abort.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(runs[0]?.options.signal?.aborted).toBe(true);
    void shared.join('a', {}, start);
    expect(runs).toHaveLength(2);
  });

  it('before asking starts nothing', async () => {
    const { runs, start } = begun();
    const asked = new SharedRuns().join('a', { signal: AbortSignal.abort() }, start);
    await expect(asked).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(runs).toHaveLength(0);
  });
});

it('other data are asked anew, while who asked before still gets an answer', async () => {
  const shared = new SharedRuns();
  const { runs, start } = begun();
  const before = shared.join('a', {}, start);
  shared.forget();
  const after = shared.join('a', {}, start);
  runs[0]?.answer('old');
  runs[1]?.answer('new');
  expect([await before, await after]).toEqual(['old', 'new']);
});
