import { describe, expect, it } from 'vitest';
import { AppError } from '../base/errors';
import { summaryKey, type Summary } from '../dataset/summary-key';
import { Analysis, type AnalysisHost } from './analysis.svelte';
import type { CallOptions, ParametersOf, ResultOf } from './engine';

const task = 'overview.summary';
type Result = ResultOf<typeof task>;
type Parameters = ParametersOf<typeof task>;
const answer = (customers: number) => ({ customers }) as unknown as Result;
const asked = (p: string): Parameters => ({ filters: { p } });

/** An engine whose answers are given one by one, as the test says. */
function fakeHost(summary: Summary | null = null) {
  const calls: { options: CallOptions; resolve: (result: Result) => void; reject: (e: unknown) => void }[] =
    [];
  let ready: () => void = () => undefined;
  let refuse: (error: unknown) => void = () => undefined;
  const dataset = {
    version: 1,
    summary,
    hasRows: summary === null,
    whenReady: () =>
      new Promise<void>((resolve, reject) => {
        ready = resolve;
        refuse = reject;
      }),
  };
  const run = (_task: string, _parameters: object, options: CallOptions = {}) =>
    new Promise<Result>((resolve, reject) => {
      calls.push({ options, resolve, reject });
    });
  const host = { engine: { run }, dataset } as unknown as AnalysisHost;
  return { host, calls, becomeReady: () => ready(), failOpening: (error: unknown) => refuse(error) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Analysis', () => {
  it('goes from idle over running to ready', async () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    expect(analysis.status).toBe('idle');
    const done = analysis.run(asked('L12M'));
    expect([analysis.status, analysis.isStale]).toEqual(['running', false]);
    calls[0]?.resolve(answer(7));
    await done;
    expect([analysis.status, analysis.result?.customers]).toEqual(['ready', 7]);
  });

  it('drops the answer of an older question, whichever comes first', async () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    const first = analysis.run(asked('L12M'));
    const second = analysis.run(asked('L3M'));
    expect(calls[0]?.options.signal?.aborted).toBe(true);
    calls[1]?.resolve(answer(2));
    calls[0]?.resolve(answer(1));
    await Promise.all([first, second]);
    expect(analysis.result?.customers).toBe(2);
  });

  it('keeps the old result, marked stale, until the new one is there', async () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    const first = analysis.run(asked('L12M'));
    calls[0]?.resolve(answer(1));
    await first;
    const second = analysis.run(asked('L3M'));
    expect([analysis.result?.customers, analysis.isStale]).toEqual([1, true]);
    calls[1]?.resolve(answer(2));
    await second;
    expect([analysis.result?.customers, analysis.isStale]).toEqual([2, false]);
  });

  it('keeps the error and the result before it, and asks again on retry', async () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    const first = analysis.run(asked('L12M'));
    calls[0]?.resolve(answer(1));
    await first;
    const second = analysis.run(asked('L3M'));
    calls[1]?.reject(new AppError('query.no-match', 'none'));
    await second;
    expect([analysis.status, analysis.error?.code, analysis.isStale]).toEqual([
      'failed',
      'query.no-match',
      true,
    ]);
    const third = analysis.retry();
    expect([analysis.status, analysis.error]).toEqual(['running', null]);
    calls[2]?.resolve(answer(3));
    await third;
    expect(analysis.result?.customers).toBe(3);
  });

  it('turns an exception into an error with a code', async () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    const done = analysis.run(asked('L12M'));
    calls[0]?.reject(new TypeError('x is not a function'));
    await done;
    expect(analysis.error?.code).toBe('internal.unexpected');
  });

  it('is idle again after a cancel without a result', () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    void analysis.run(asked('L12M'));
    analysis.cancel();
    expect([analysis.status, calls[0]?.options.signal?.aborted]).toEqual(['idle', true]);
  });

  it('shows the progress of the latest question only', async () => {
    const { host, calls } = fakeHost();
    const analysis = new Analysis(host, task);
    void analysis.run(asked('L12M'));
    const done = analysis.run(asked('L3M'));
    calls[0]?.options.onprogress?.({ done: 1, total: 2, stage: 'old' });
    expect(analysis.progress).toBeNull();
    calls[1]?.options.onprogress?.({ done: 1, total: 2, stage: 'new' });
    expect(analysis.progress?.stage).toBe('new');
    calls[1]?.resolve(answer(1));
    await done;
    expect(analysis.progress).toBeNull();
  });

  it('answers from the summary before there are rows, and waits for them with other questions', async () => {
    const known = asked('L12M');
    const summary = { results: { [summaryKey(task, known)]: answer(20_000) } } as unknown as Summary;
    const { host, calls, becomeReady } = fakeHost(summary);
    const analysis = new Analysis(host, task);
    await analysis.run(known);
    expect([analysis.status, analysis.result?.customers, calls.length]).toEqual(['ready', 20_000, 0]);
    const other = analysis.run(asked('L3M'));
    await settled();
    expect([analysis.status, calls.length]).toEqual(['running', 0]);
    becomeReady();
    await settled();
    calls[0]?.resolve(answer(5));
    await other;
    expect(analysis.result?.customers).toBe(5);
  });

  it('fails with the reason why no data could be opened', async () => {
    const { host, failOpening } = fakeHost({ results: {} } as unknown as Summary);
    const analysis = new Analysis(host, task);
    const done = analysis.run(asked('L12M'));
    failOpening(new AppError('ingest.stopped', 'killed'));
    await done;
    expect([analysis.status, analysis.error?.code]).toEqual(['failed', 'ingest.stopped']);
  });
});
