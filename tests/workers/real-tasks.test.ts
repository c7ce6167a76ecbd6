import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { silentControl } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { tasks } from '../../src/features/tasks';
import { createEngine } from '../../src/rpc/engine-client';
import { threadHost } from './thread-host';

const sample = { customers: 200, months: 26, seed: 11 };
const engine = createEngine(threadHost(tasks));
let dataset: Dataset;

beforeAll(async () => {
  dataset = structuredClone(await makeSampleDataset(sample, silentControl));
  await engine.openSample(sample);
});

afterAll(() => {
  engine.dispose();
});

describe('a task in the data worker', () => {
  it('gives what it gives in this thread, every time it is asked', async () => {
    const filters = { p: 'L12M', c: 'py' } as const;
    const summary = await tasks['overview.summary'].query(dataset, { filters }, silentControl);
    expect(summary.customers).toBeGreaterThan(0);
    expect(await engine.run('overview.summary', { filters })).toEqual(summary);
    const breakdown = { by: 'branch', metric: 'aum', filters } as const;
    const branches = await tasks['overview.breakdown'].query(dataset, breakdown, silentControl);
    expect(await engine.run('overview.breakdown', breakdown)).toEqual(branches);
    expect(await engine.run('overview.summary', { filters })).toEqual(summary);
  });

  it('refuses with the parameter that is wrong', async () => {
    const metric = 'nonsense' as 'aum';
    await expect(engine.run('overview.trend', { metric })).rejects.toMatchObject({
      code: 'task.bad-parameters',
      details: { parameter: 'metric' },
    });
  });

  it('publishes its columns for the tasks after it', async () => {
    const result = await engine.run('customer-list.activity', {});
    expect(result).not.toHaveProperty('published');
    const { fields } = await engine.run('filters.fields', {});
    expect(JSON.stringify(fields)).toContain('monthsSinceLastTransaction');
  });
});
