import { describe, expect, it } from 'vitest';
import type { Progress } from '../base/control';
import { limitProgress } from './progress-limit';

function heard(reports: readonly { at: number; stage: string }[]): Progress[] {
  const sent: Progress[] = [];
  let time = 0;
  const report = limitProgress(
    (progress) => sent.push(progress),
    () => time,
  );
  for (const { at, stage } of reports) {
    time = at;
    report({ done: at, total: 10_000, stage });
  }
  return sent;
}

describe('limitProgress', () => {
  it('passes on the first report and then one in a tenth of a second', () => {
    const reports = Array.from({ length: 1000 }, (_, index) => ({ at: index * 5, stage: 'read' }));
    const times = heard(reports).map(({ done }) => done);
    expect(times.slice(0, 4)).toEqual([0, 100, 200, 300]);
    expect(times).toHaveLength(50);
  });

  it('passes on a new stage at once', () => {
    const sent = heard([
      { at: 0, stage: 'read' },
      { at: 1, stage: 'read' },
      { at: 2, stage: 'build' },
    ]);
    expect(sent.map(({ stage }) => stage)).toEqual(['read', 'build']);
  });

  it('passes on at most ten in any second, however often the stage changes', () => {
    const reports = Array.from({ length: 3000 }, (_, index) => ({ at: index, stage: String(index % 7) }));
    const times = heard(reports).map(({ done }) => done);
    for (const [index, time] of times.entries()) {
      expect((times[index + 10] ?? Infinity) - time).toBeGreaterThanOrEqual(1000);
    }
    expect(times).toHaveLength(30);
  });
});
