import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Jobs } from './jobs.svelte';
import { Notices } from './notices.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Notices', () => {
  it('shows a notice for six seconds and keeps it in the log', () => {
    const notices = new Notices();
    notices.show({ text: 'Link copied.' });
    vi.advanceTimersByTime(5999);
    expect(notices.shown).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(notices.shown).toHaveLength(0);
    expect(notices.log.map(({ text }) => text)).toEqual(['Link copied.']);
  });

  it('waits while somebody reads', () => {
    const notices = new Notices();
    notices.show({ text: 'Link copied.' });
    notices.pause();
    notices.show({ text: 'Saved.' });
    vi.advanceTimersByTime(60_000);
    expect(notices.shown).toHaveLength(2);
    notices.resume();
    vi.advanceTimersByTime(6000);
    expect(notices.shown).toHaveLength(0);
  });

  it('leaves errors and offers until they are closed', () => {
    const notices = new Notices();
    const error = notices.show({ text: 'Not saved.', kind: 'error' });
    notices.show({ text: 'Masked.', actions: [{ label: 'Show', run: () => undefined }] });
    vi.advanceTimersByTime(60_000);
    expect(notices.shown).toHaveLength(2);
    notices.close(error);
    expect(notices.shown.map(({ text }) => text)).toEqual(['Masked.']);
  });
});

describe('Jobs', () => {
  it('lists work while it runs, with its progress, and lets it be cancelled', async () => {
    const jobs = new Jobs();
    const seen: unknown[] = [];
    const done = jobs.run('Saving', ({ signal, onprogress }) => {
      onprogress({ done: 1, total: 2, stage: 'write' });
      return new Promise<string>((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
      });
    });
    seen.push(...jobs.running.map(({ label, progress }) => [label, progress?.done]));
    jobs.running[0]?.cancel();
    await expect(done).rejects.toThrow('stopped');
    expect(seen).toEqual([['Saving', 1]]);
    expect(jobs.running).toEqual([]);
  });
});
