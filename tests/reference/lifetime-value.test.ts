import { describe, expect, it } from 'vitest';
import type { BtydKind, BtydParameters } from '../../src/algorithms/lifetime-value/btyd-model';
import {
  expectedPurchases,
  expectedPurchasesOf,
  expectedRepeats,
  expectedRepeatsOfCohort,
} from '../../src/algorithms/lifetime-value/expected-purchases';
import { fitBtyd } from '../../src/algorithms/lifetime-value/fit-btyd';
import { historiesOfEvents, type Calibration } from '../../src/algorithms/lifetime-value/histories-of-events';
import { patternsOfHistories } from '../../src/algorithms/lifetime-value/history-patterns';
import { negativeLogLikelihood } from '../../src/algorithms/lifetime-value/log-likelihood';
import { probabilitiesAlive, probabilityAlive } from '../../src/algorithms/lifetime-value/probability-alive';
import { parseIsoDay } from '../../src/base/calendar-day';
import { silentControl } from '../../src/base/control';
import { describeReference, referenceJson, referenceText } from '../support/reference-data';
import golden from './lifetime-value.json';

const kinds = ['bg-nbd', 'mbg-nbd'] as const;

/** One unit of the sixth decimal, or 1e-5 of the value. */
function expectPublished(found: number, wanted: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(Math.max(1e-6, 1e-5 * Math.abs(wanted)));
}

describe.each(kinds)('the closed forms of %s', (kind) => {
  const { parameters, rows } = golden.closedForms[kind];

  it.each(rows)(
    'x %d, t_x %f, T %f',
    (x = NaN, tX = NaN, T = NaN, lnL = NaN, alive = NaN, in39 = NaN, in52 = NaN) => {
      const one = { repeats: Int32Array.of(x), recency: Float64Array.of(tX), observed: Float64Array.of(T) };
      const objective = negativeLogLikelihood(kind, patternsOfHistories({ ...one, weights: null }));
      const { r, alpha, a, b } = parameters;
      expectPublished(-objective(Float64Array.of(r, alpha, a, b), new Float64Array(4)), lnL);
      expectPublished(probabilityAlive(kind, parameters, x, tX, T), alive);
      expectPublished(expectedPurchases(kind, parameters, x, tX, T, 39), in39);
      expectPublished(expectedPurchases(kind, parameters, x, tX, T, 52), in52);
    },
  );
});

it.each(golden.expectedRepeats.rows as [BtydKind, number, number, number, number, number, number][])(
  'expected repeats of a new customer: %s (%f, %f, %f, %f) in %f',
  (kind, r, alpha, a, b, t, wanted) => {
    expectPublished(expectedRepeats(kind, { r, alpha, a, b }, t), wanted);
  },
);

describeReference('CDNOW, fitted', 'cdnow', () => {
  const dayOfText = (text: string): number => parseIsoDay(text) ?? NaN;

  const files = {
    sample: { file: 'cdnow/CDNOW_sample.txt', customerColumn: 1 },
    master: { file: 'cdnow/CDNOW_master.txt', customerColumn: 0 },
  };

  /** The date, yyyymmdd, stands right after the customer. */
  function calibrationOf(size: 'sample' | 'master'): Calibration {
    const { file, customerColumn } = files[size];
    const numbers = new Map<string, number>();
    const customer: number[] = [];
    const period: number[] = [];
    // The master ends with a control character on a line of its own.
    for (const line of referenceText(file)
      .split(/\r?\n/)
      .filter((text) => /\d/.test(text))) {
      const cells = line.trim().split(/\s+/);
      const id = cells[customerColumn] ?? '';
      const date = cells[customerColumn + 1] ?? '';
      if (!numbers.has(id)) numbers.set(id, numbers.size);
      customer.push(numbers.get(id) ?? NaN);
      period.push(dayOfText(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`));
    }
    return historiesOfEvents(
      { customer: Int32Array.from(customer), period: Int32Array.from(period) },
      {
        customers: numbers.size,
        calibrationEnd: dayOfText('1997-09-30'),
        holdoutEnd: dayOfText('1998-06-30'),
        periodsPerUnit: 7,
      },
    );
  }

  async function fitted(calibration: Calibration, kind: BtydKind) {
    const fit = await fitBtyd(kind, calibration.histories, {}, silentControl);
    if (fit.state !== 'fitted') throw new Error(fit.refusal.message);
    return fit.model;
  }

  it.each([
    ['sample', 'bg-nbd'],
    ['sample', 'mbg-nbd'],
    ['master', 'bg-nbd'],
    ['master', 'mbg-nbd'],
  ] as const)('%s: %s has the published parameters and holdout', async (size, kind) => {
    const calibration = calibrationOf(size);
    const wanted = golden.cdnow[size];
    const model = await fitted(calibration, kind);
    expect(model).toMatchObject({
      customers: wanted.customers,
      repeatCustomers: wanted.repeatCustomers,
      repeats: wanted.repeats,
    });
    expect(model.diagnostics).toMatchObject({ converged: true, penalty: 0, startsConverged: 5, tried: [] });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      // Printed with five decimals.
      expect(Math.abs(model.parameters[name] - wanted[kind][name])).toBeLessThan(6e-6);
      expect(model.standardErrors?.[name]).toBeGreaterThan(0);
    }
    expect(model.logLikelihood).toBeCloseTo(wanted[kind].logLikelihood, 2);
    expect(calibration.holdout?.reduce((sum, one) => sum + one, 0)).toBe(wanted.holdout);
    const expected = expectedPurchasesOf(kind, model.parameters, calibration.histories, 39);
    const total = expected.reduce((sum, one) => sum + one, 0);
    expect(Math.abs(total - wanted[kind].expectedHoldout)).toBeLessThan(0.06);
  });

  it('gives the cumulative repeats that the model expects', async () => {
    const calibration = calibrationOf('sample');
    const { parameters } = await fitted(calibration, 'bg-nbd');
    const weeks = (day: number): number => day / 7;
    const births = Float64Array.from(calibration.first, weeks);
    for (const [date, wanted] of golden.cdnow.cumulativeRepeats.rows as [string, number][]) {
      const found = expectedRepeatsOfCohort('bg-nbd', parameters, births, weeks(dayOfText(date)));
      expect(found).toBeCloseTo(wanted, 1);
    }
  });

  it('agrees with the reference customer by customer', () => {
    const { sample } = referenceJson('cdnow/reference.json') as {
      readonly sample: { readonly bg_nbd: BtydParameters };
    };
    const { histories, holdout } = calibrationOf('sample');
    const alive = probabilitiesAlive('bg-nbd', sample.bg_nbd, histories);
    const expected = expectedPurchasesOf('bg-nbd', sample.bg_nbd, histories, 39);
    const lines = referenceText('cdnow/reference_customers_sample.csv').trim().split('\n').slice(1);
    expect(lines).toHaveLength(histories.repeats.length);
    lines.forEach((line, row) => {
      const [, x, tX, T, , xStar, , wantedAlive = NaN, wanted = NaN] = line.split(',').map(Number);
      expect([histories.repeats[row], holdout?.[row]]).toEqual([x, xStar]);
      expect(histories.recency[row]).toBeCloseTo(tX ?? NaN, 5);
      expect(histories.observed[row]).toBeCloseTo(T ?? NaN, 5);
      expect(Math.abs((alive[row] ?? NaN) - wantedAlive)).toBeLessThan(1e-6);
      expect(Math.abs((expected[row] ?? NaN) - wanted)).toBeLessThan(1e-6);
    });
  });
});
