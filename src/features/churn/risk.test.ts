import { describe, expect, it } from 'vitest';
import { bankOf, emptyBank, tableOf, tinyBank, type Cell } from '../../../tests/support/build-bank';
import { isoDay, parseIsoDay } from '../../base/calendar-day';
import { silentControl } from '../../base/control';
import { isNull } from '../../columns/column';
import type { Dataset } from '../../dataset/dataset';
import { publish } from '../../dataset/published';
import { rhythmsOf } from './rhythm';
import { risk } from './risk';
import type { RiskParameters } from './risk-result';

const start = parseIsoDay('2024-07-01') ?? 0;
const asOf = parseIsoDay('2026-06-30') ?? 0;

/** Acts on day `until` and every `gap` days before, back to day `from`. */
function acts(customer: string, gap: number, until = asOf, from = start): (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (let day = until; day >= from; day -= gap) rows.push([customer, isoDay(day), -10, 'card_spend']);
  return rows;
}

const bank = (...rows: readonly (readonly Cell[])[]): Dataset =>
  bankOf([
    tableOf(
      'transaction',
      ['customer_id', 'txn_date', 'amount', 'type'],
      [...rows, ['clock', isoDay(start), 1, 'interest'], ['clock', isoDay(asOf), 1, 'interest']],
    ),
  ]);

const ask = (dataset: Dataset, parameters: RiskParameters = {}) => risk(dataset, parameters, silentControl);

/** 400 who act monthly; one in five of those who are late on the day of looking back never comes back. */
function manyCustomers(): Dataset {
  const back = asOf - 210;
  return bank(
    ...Array.from({ length: 400 }, (_, i) => {
      const name = `C${String(i)}`;
      if (i < 240) return acts(name, 30);
      const late = [...acts(name, 30, back - 70)];
      return i % 2 === 0 ? late : [...late, ...acts(name, 30, asOf, back + 10)];
    }).flat(),
  );
}

describe('rhythm', () => {
  it('is the median gap between days of acting, each counted once', async () => {
    const dataset = bank(...acts('A', 10), ...acts('A', 10), ...acts('B', 7, start + 14));
    const [now] = await rhythmsOf(dataset, [asOf], silentControl);
    expect([now?.gap[0], now?.isOwn[0]]).toEqual([10, 1]);
    expect([now?.gap[1], now?.isOwn[1]]).toEqual([10, 0]);
  });

  it('knows nothing that came later than the day of looking', async () => {
    const dataset = bank(...acts('A', 10, start + 100), ['A', isoDay(asOf), -1, 'card_spend']);
    const [then] = await rhythmsOf(dataset, [start + 105], silentControl);
    expect(then?.last[0]).toBe(start + 100);
  });

  it('does not count what others do: interest, fees, salaries, incoming transfers, repayments', async () => {
    const passive = ['interest', 'fee', 'salary', 'transfer_in', 'loan_repayment'];
    const dataset = bank(
      ...acts('A', 10, start + 100),
      ...passive.map((type) => ['A', isoDay(asOf), 1, type] as const),
    );
    const [now] = await rhythmsOf(dataset, [asOf], silentControl);
    expect(now?.last[0]).toBe(start + 100);
  });

  it('does not depend on the order of the rows', async () => {
    const rows = [...acts('A', 9), ...acts('B', 40)];
    const [one] = await rhythmsOf(bank(...rows), [asOf], silentControl);
    const [other] = await rhythmsOf(bank(...rows.toReversed()), [asOf], silentControl);
    expect(other?.gap.slice(0, 2).sort()).toEqual(one?.gap.slice(0, 2).sort());
  });
});

describe('churn.risk', () => {
  it('measures silence by the customer’s own rhythm', async () => {
    const { states, rows } = await ask(
      bank(...acts('daily', 2, asOf - 70), ...acts('slow', 60, asOf - 70), ...acts('gone', 20, asOf - 200)),
    );
    expect(states.atRisk.customers).toBe(1);
    expect(states.lost.customers).toBe(1);
    expect(states.active.customers).toBe(1);
    expect(rows.map((row) => [row.customerId, row.silenceDays, row.gapDays])).toEqual([['daily', 70, 2]]);
    expect(rows[0]?.ratio).toBeCloseTo(70 / 30, 12);
  });

  it('counts every customer under the filters in one state', async () => {
    const { n, states } = await ask(tinyBank());
    const counts = Object.values(states).map(({ customers }) => customers);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
    expect(states.closed.customers).toBe(1);
  });

  it('learns from who was late before and never came back', async () => {
    const { bands, backtest, rates, states } = await ask(manyCustomers());
    expect(rates).toBeNull();
    expect(backtest).toMatchObject({ day: '2025-12-02', until: '2026-06-30', customers: 400, left: 80 });
    expect(backtest?.auc).toBeCloseTo(1 - 80 / 320 / 2, 2);
    const late = bands.find(({ key }) => key === '2-3');
    expect(late?.before).toMatchObject({ customers: 160, left: 80 });
    expect(late?.risk).toBeCloseTo(0.5, 12);
    expect(bands[0]?.risk).toBe(0);
    expect(states.lost.expected).toBeNull();
  });

  it('gives no rates with fewer than 50 who left, and says so', async () => {
    const { rates, bands, states } = await ask(bank(...acts('A', 10), ...acts('B', 10, start + 100)));
    expect(rates).toEqual({ reason: 'too-few-leavers', about: 0 });
    expect(bands.every((band) => band.risk === null)).toBe(true);
    expect(states.atRisk.expected).toBeNull();
  });

  it('gives no rates when the data do not reach back far enough', async () => {
    const { rates, refusal } = await ask(bank(...acts('A', 10)), { lostDays: 400 });
    expect(refusal).toBeNull();
    expect(rates).toEqual({ reason: 'too-few-months', about: 24 });
  });

  it('needs transactions, and six months of them', async () => {
    expect((await ask(emptyBank())).refusal).toEqual({ reason: 'no-transactions', about: 0 });
    const short = bankOf([
      tableOf(
        'transaction',
        ['customer_id', 'txn_date', 'amount'],
        [
          ['A', '2026-03-01', 1],
          ['A', '2026-06-30', 1],
        ],
      ),
    ]);
    expect((await ask(short)).refusal).toEqual({ reason: 'too-few-months', about: 4 });
  });

  it('publishes risk and silence of all customers, whatever the filters, by the default rule only', async () => {
    const dataset = manyCustomers();
    const { published } = await ask(dataset, {
      filters: { sel: { customer: { values: ['C0'], exclude: false } } },
    });
    const withColumns = publish(dataset, published).published;
    const risks = withColumns['customer.churnRisk']?.values;
    if (risks?.kind !== 'float64') throw new Error('no risks');
    expect(risks.values.filter((_, row) => !isNull(risks.nulls, row)).length).toBe(320);
    const silence = withColumns['customer.silenceRatio']?.values;
    expect(silence && isNull(silence.nulls, 400)).toBe(true);
    expect((await ask(dataset, { threshold: 3 })).published).toEqual([]);
  });

  it('lists as many as asked for, the highest risk first', async () => {
    const dataset = bank(...acts('A', 20, asOf - 100), ...acts('B', 20, asOf - 70));
    const { rows } = await ask(dataset, { limit: 1 });
    expect(rows.map(({ customerId }) => customerId)).toEqual(['A']);
  });
});
