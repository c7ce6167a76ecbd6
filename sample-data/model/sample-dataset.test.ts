import { describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import { describeDataset } from '../../src/dataset/dataset-info';
import { DEFAULT_SAMPLE } from './sample-bank';
import { makeSampleDataset, sampleId, sampleOptionsOf } from './sample-dataset';

describe('the sample dataset', () => {
  it('names its options in its id and reads them back', () => {
    const other = { customers: 300, months: 6, seed: 7 };
    expect(sampleId(DEFAULT_SAMPLE)).toBe('sample');
    expect(sampleOptionsOf('sample')).toEqual(DEFAULT_SAMPLE);
    expect(sampleOptionsOf(sampleId(other))).toEqual(other);
    expect(sampleOptionsOf('local-abc')).toBeNull();
  });

  it('ends on 30 June 2026 and knows its span, branches and managers', async () => {
    const dataset = await makeSampleDataset({ customers: 900, months: 24, seed: 42 }, silentControl);
    expect(describeDataset(dataset)).toMatchObject({
      id: 'sample-900-24-42',
      asOf: '2026-06-30',
      firstDay: '2024-07-01',
      lastDay: '2026-06-30',
      months: 24,
      currency: 'CNY',
      defaults: { p: 'L12M', c: 'py' },
      assumptions: [],
      rejected: 0,
    });
  });
});
