import { describe, expect, it } from 'vitest';
import type { AnalysisHost } from './analysis.svelte';
import { Brush } from './brush.svelte';
import type { ParametersOf, ResultOf } from './engine';

const task = 'overview.brush';
type Result = ResultOf<typeof task>;
const tables = (n: number) => ({ n, views: [] }) as unknown as Result;

/** A page whose filters, selection and data the test changes, and an engine that answers when told. */
function fakePage() {
  const page = { version: 1, org: 'br:BR1', selected: [] as readonly string[] };
  const asked: {
    parameters: ParametersOf<typeof task>;
    answer: (result: Result) => void;
    refuse: () => void;
  }[] = [];
  const run = (_task: string, parameters: ParametersOf<typeof task>) =>
    new Promise<Result>((resolve, reject) => {
      asked.push({ parameters, answer: resolve, refuse: () => reject(new Error('no')) });
    });
  const dataset = {
    get version() {
      return page.version;
    },
    summary: null,
    hasRows: true,
  };
  const brush = new Brush({ engine: { run }, dataset } as unknown as AnalysisHost, {
    task,
    parameters: () => ({ filters: { org: page.org } }),
    selected: () => page.selected,
  });
  return { page, brush, asked };
}

const months = ['2026-01', '2026-02'];

describe('Brush', () => {
  it('asks for its tables once, when the hand comes near', async () => {
    const { brush, asked } = fakePage();
    const near = brush.near();
    await brush.near();
    expect(asked).toHaveLength(1);
    brush.move(months);
    expect([brush.isMoving, brush.step]).toEqual([true, null]);
    asked[0]?.answer(tables(4));
    await near;
    expect(brush.step).toEqual({ tables: tables(4), keys: months });
    expect(asked).toHaveLength(1);
  });

  it('goes on with what is selected when the hand rests, and ends with the selection', async () => {
    const { page, brush, asked } = fakePage();
    const near = brush.near();
    asked[0]?.answer(tables(4));
    await near;
    brush.move(months);
    page.selected = months;
    brush.move(null);
    expect([brush.isMoving, brush.step?.keys]).toEqual([false, months]);
    page.selected = [];
    expect(brush.step).toBeNull();
  });

  it('takes no tables of other filters or other data', async () => {
    const { page, brush, asked } = fakePage();
    const first = brush.near();
    asked[0]?.answer(tables(4));
    await first;
    page.selected = months;
    expect(brush.step).not.toBeNull();
    page.org = 'br:BR2';
    expect(brush.step).toBeNull();
    const second = brush.near();
    page.version = 2;
    const third = brush.near();
    asked[1]?.answer(tables(2));
    asked[2]?.answer(tables(3));
    await Promise.all([second, third]);
    expect(asked.map(({ parameters }) => parameters.filters?.org)).toEqual(['br:BR1', 'br:BR2', 'br:BR2']);
    expect(brush.step?.tables).toEqual(tables(3));
  });

  it('asks again after a question that failed', async () => {
    const { brush, asked } = fakePage();
    const near = brush.near();
    asked[0]?.refuse();
    await near;
    brush.move(months);
    expect(brush.step).toBeNull();
    expect(asked).toHaveLength(2);
  });
});
