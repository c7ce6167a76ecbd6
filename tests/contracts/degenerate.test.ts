import { beforeAll, describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { takePublished } from '../../src/features/task';
import type { TaskId } from '../../src/features/tasks';
import { bytesSource } from '../../src/ingest/byte-source';
import { importFiles } from '../../src/ingest/import-files';
import { anyTask, anyTasks, askTask, oddValues } from '../support/ask-task';
import { degenerateFiles } from '../support/degenerate-files';

const combine = <A, B>(first: readonly A[], second: readonly B[]): readonly (A & B)[] =>
  first.flatMap((one) => second.map((other) => ({ ...one, ...other })));

const each = (
  name: string,
  values: readonly (string | number)[],
): readonly Record<string, string | number>[] => values.map((value) => ({ [name]: value }));

const first = [{ customerId: 'C001' }];

/** What is asked besides the defaults: each model, event, rule and measure by its name. */
const named: Partial<Record<TaskId, readonly object[]>> = {
  'overview.trend': combine(
    each('metric', ['active', 'aum', 'inflow', 'customers']),
    each('grain', ['m', 'q', 'y']),
  ),
  'overview.breakdown': combine(
    each('by', ['branch', 'product', 'channel', 'age', 'customer']),
    each('metric', ['aum', 'inflow', 'customers']),
  ),
  'overview.concentration': each('metric', ['inflow']),
  'customer-360.profile': first,
  'customer-360.balances': first,
  'customer-360.flows': first,
  'customer-360.holdings': first,
  'customer-360.transactions': first,
  'customer-360.transaction': [{ row: 0 }],
  'customer-value.btyd': combine(each('model', ['bg-nbd', 'mbg-nbd']), [
    {},
    { unit: 'month' },
    { grain: 'week' },
    { calibrationEnd: '2025-03-10' },
  ]),
  'churn.risk': [{ threshold: 1 }, { lostDays: 30 }, { lostDays: 90, leastGapDays: 1 }],
  'churn.survival': [
    ...combine(each('event', ['', 'closing', 'silence']), each('group', ['', 'age', 'branch', 'city'])),
    { table: 'transaction', time: 'amount' },
    { table: 'transaction', time: 'amount', interval: 'plain', group: 'customer_id' },
    { table: 'customer', time: 'customer_id' },
  ],
  'segmentation.rfm': combine(
    each('frequency', ['days', 'months', 'transactions']),
    combine(each('money', ['balance', 'inflow']), each('high', ['mean', 'median'])),
  ),
  'segmentation.tiers': combine(each('scheme', ['abc', 'four', 'pyramid']), each('value', ['aum', 'inflow'])),
  'filters.options': each('field', ['branch', 'product', 'channel', 'city', 'age']),
};

/** The tasks that may have nothing to say, and the code that says why; null = there is an answer. */
const asked = [
  'customer-value.btyd',
  'churn.risk',
  'churn.survival',
  'segmentation.tiers',
  'segmentation.rfm',
] as const;

const reasons: Readonly<Record<string, readonly (string | null)[]>> = {
  'one payment': ['no-repeats', 'too-few-months', 'no-lives', null, null],
  'one customer': ['too-few-repeat-customers', null, null, null, null],
  'all equal': [null, null, null, null, null],
  'no repeat': ['no-repeats', null, null, null, null],
  'all the same day': ['no-repeats', 'too-few-months', 'no-lives', null, null],
  'all amounts zero': [null, null, null, null, null],
  'nothing but payments out': [null, null, null, null, null],
  'amounts without signs': ['too-few-repeat-customers', null, null, null, null],
  'customers alone': ['no-transactions', 'no-transactions', 'no-last-day', 'no-value', 'no-transactions'],
  'no account closed': ['raw-transactions', null, null, null, null],
};

type Refusal = string | { readonly reason: string } | null;

function reasonOf(result: object): string | null {
  const { refusal = null } = result as { refusal?: Refusal };
  return typeof refusal === 'object' ? (refusal?.reason ?? null) : refusal;
}

async function bankFrom(name: string): Promise<Dataset> {
  const sources = (degenerateFiles[name] ?? []).map((file) =>
    bytesSource(file.name, new TextEncoder().encode(file.text)),
  );
  return (await importFiles(sources, null, {}, silentControl)).dataset;
}

describe.each(Object.keys(degenerateFiles))('a bank with %s', (name) => {
  let bank: Dataset;
  beforeAll(async () => {
    bank = await bankFrom(name);
  });

  it.each(anyTasks)('is answered by %s in finite numbers, or refused with a reason', async (id, task) => {
    for (const question of [{}, ...(named[id] ?? [])]) {
      const { result } = takePublished(await askTask(task, bank, question));
      expect(oddValues(result), JSON.stringify(question)).toEqual([]);
      expect(reasonOf(result) ?? 'none', JSON.stringify(question)).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('is refused where it has to be, and only there', async () => {
    const found = await Promise.all(asked.map(async (id) => reasonOf(await askTask(anyTask(id), bank, {}))));
    expect(found).toEqual(reasons[name]);
  });
});
