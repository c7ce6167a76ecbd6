import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentControl } from '../src/base/control';
import { summaryKey, type Summary } from '../src/dataset/summary-key';
import { firstQuestions } from '../src/features/overview/questions';
import type { SummaryResult } from '../src/features/overview/summary';
import { tasks } from '../src/features/tasks';
import manifest from './manifest.json';
import { makeSampleDataset } from './model/sample-dataset';
import { sampleSummary, summaryOf } from './summary';

describe('the summary of the default sample bank', () => {
  let summary: Summary;
  beforeAll(async () => {
    summary = await sampleSummary();
  });

  const overview = (): SummaryResult => {
    const key = summaryKey('overview.summary', { filters: summary.info.defaults });
    return summary.results[key] as SummaryResult;
  };

  it('answers every question of the first view, and no other', () => {
    const keys = firstQuestions(summary.info).map(({ task, parameters }) => summaryKey(task, parameters));
    expect(Object.keys(summary.results)).toEqual(keys);
  });

  it('counts the customers and rows of the manifest', () => {
    const [sample] = manifest.samples;
    expect(summary.info.rows).toMatchObject(sample?.rows ?? { none: 0 });
    expect(overview().customers).toBe(sample?.rows.customer);
    const { values } = overview().series;
    const booked = values.transactions.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    expect(booked).toBe(sample?.rows.transaction);
  });

  it('weighs at most 80 kB on the wire', () => {
    expect(gzipSync(JSON.stringify(summary)).byteLength).toBeLessThanOrEqual(80_000);
  });
});

describe('the summary of any bank', () => {
  it('holds what the engine answers to the same questions', async () => {
    const dataset = await makeSampleDataset({ customers: 300, months: 24, seed: 7 }, silentControl);
    const { results, info } = JSON.parse(JSON.stringify(await summaryOf(dataset))) as Summary;
    const filters = info.defaults;
    const movement = await tasks['overview.movement'].query(dataset, { filters }, silentControl);
    expect(results[summaryKey('overview.movement', { filters })]).toEqual(movement);
    const first = await tasks['overview.summary'].query(dataset, { filters }, silentControl);
    expect(results[summaryKey('overview.summary', { filters })]).toEqual(first);
  });
});
