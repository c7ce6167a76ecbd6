import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../base/control';
import { gaussHypergeometric } from '../special/hypergeometric';
import { chancesToLeave, type BtydKind, type BtydParameters } from './btyd-model';
import { byIntegral, expectedPurchases, expectedPurchasesOf, expectedRepeats } from './expected-purchases';
import { fitBtyd } from './fit-btyd';
import { historiesOfEvents } from './histories-of-events';
import { patternsOfHistories, thinPatterns } from './history-patterns';
import { negativeLogLikelihood } from './log-likelihood';
import { probabilitiesAlive, probabilityAlive } from './probability-alive';
import type { PurchaseHistories } from './purchase-histories';
import { expectedFrequencies, repeatDistribution } from './repeat-distribution';
import { simulateHistories } from './simulate-histories';

const kinds = ['bg-nbd', 'mbg-nbd'] as const;
const kindArbitrary = fc.constantFrom(...kinds);
const positive = fc.double({ min: 0.05, max: 20, noNaN: true });
const parametersArbitrary = fc.record({ r: positive, alpha: positive, a: positive, b: positive });

type History = { readonly x: number; readonly tX: number; readonly T: number };

const history = fc
  .record({
    x: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
    T: fc.integer({ min: 0, max: 100 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ x, T, share }): History => ({ x, T: T / 7, tX: x === 0 ? 0 : Math.floor(share * T) / 7 }));

function historiesOf(rows: readonly History[], weights: Float64Array | null = null): PurchaseHistories {
  return {
    repeats: Int32Array.from(rows, ({ x }) => x),
    recency: Float64Array.from(rows, ({ tX }) => tX),
    observed: Float64Array.from(rows, ({ T }) => T),
    weights,
  };
}

const vectorOf = ({ r, alpha, a, b }: BtydParameters): Float64Array => Float64Array.of(r, alpha, a, b);

function lossOf(kind: BtydKind, parameters: BtydParameters, histories: PurchaseHistories) {
  const gradient = new Float64Array(4);
  const objective = negativeLogLikelihood(kind, patternsOfHistories(histories));
  return { value: objective(vectorOf(parameters), gradient), gradient };
}

describe('the likelihood', () => {
  it('has the gradient that differences give', () => {
    fc.assert(
      fc.property(
        kindArbitrary,
        parametersArbitrary,
        fc.array(history, { minLength: 1, maxLength: 12 }),
        (kind, parameters, rows) => {
          const histories = historiesOf(rows);
          const { gradient } = lossOf(kind, parameters, histories);
          (['r', 'alpha', 'a', 'b'] as const).forEach((name, i) => {
            const h = 1e-5 * parameters[name];
            const at = (shift: number) =>
              lossOf(kind, { ...parameters, [name]: parameters[name] + shift }, histories).value;
            const slope = (at(h) - at(-h)) / (2 * h);
            const found = gradient[i] ?? NaN;
            expect(Math.abs(found - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
          });
        },
      ),
    );
  });

  it('takes a weight for as many rows, in any order', () => {
    fc.assert(
      fc.property(
        kindArbitrary,
        parametersArbitrary,
        fc.array(fc.tuple(history, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 }),
        (kind, parameters, rows) => {
          const weighted = historiesOf(
            rows.map(([one]) => one),
            Float64Array.from(rows, ([, weight]) => weight),
          );
          const repeated = historiesOf(
            rows.flatMap(([one, weight]) => new Array<History>(weight).fill(one)).reverse(),
          );
          expect(patternsOfHistories(weighted)).toEqual(patternsOfHistories(repeated));
          expect(lossOf(kind, parameters, weighted)).toEqual(lossOf(kind, parameters, repeated));
        },
      ),
    );
  });

  it('is finite for a heavy buyer, where powers of the paper overflow', () => {
    const heavy = historiesOf([{ x: 5000, tX: 99, T: 100 }]);
    for (const kind of kinds) {
      const { value, gradient } = lossOf(kind, { r: 0.3, alpha: 5, a: 0.8, b: 2.5 }, heavy);
      expect(Number.isFinite(value) && gradient.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('patterns', () => {
  it('keep every customer and repeat when they are thinned', () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 60 }), (rows) => {
        const patterns = patternsOfHistories(historiesOf(rows));
        const thin = thinPatterns(patterns, 5);
        expect(thin.weights.reduce((sum, one) => sum + one, 0)).toBe(rows.length);
        expect(thin.weights.reduce((sum, one, at) => sum + one * (thin.repeats[at] ?? NaN), 0)).toBe(
          patterns.totalRepeats,
        );
      }),
    );
  });

  it('refuse a row that is no history, by its number', () => {
    const wrong: readonly History[] = [
      { x: 1, tX: 3, T: 2 },
      { x: 0, tX: 1, T: 2 },
      { x: -1, tX: 0, T: 2 },
      { x: 1, tX: NaN, T: 2 },
      { x: 1, tX: 1, T: Infinity },
    ];
    for (const one of wrong) {
      expect(() => patternsOfHistories(historiesOf([{ x: 0, tX: 0, T: 1 }, one]))).toThrow(
        expect.objectContaining({
          code: 'task.bad-parameters',
          details: { parameter: 'histories', row: 1 },
        }),
      );
    }
  });
});

describe('the chance to be alive', () => {
  it('is a probability, and falls while nothing happens', () => {
    fc.assert(
      fc.property(kindArbitrary, parametersArbitrary, history, (kind, parameters, { x, tX, T }) => {
        const now = probabilityAlive(kind, parameters, x, tX, T);
        const later = probabilityAlive(kind, parameters, x, tX, T + 10);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
        expect(later).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('is 1 without a repeat in BG/NBD, below 1 in MBG/NBD', () => {
    const parameters = { r: 0.5, alpha: 6, a: 0.9, b: 1.6 };
    expect(probabilityAlive('bg-nbd', parameters, 0, 0, 1000)).toBe(1);
    expect(probabilityAlive('mbg-nbd', parameters, 0, 0, 0)).toBeCloseTo(1.6 / 2.5, 12);
  });
});

describe('expected purchases', () => {
  it('are those of the published formula', () => {
    fc.assert(
      fc.property(
        kindArbitrary,
        parametersArbitrary,
        history,
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        (kind, parameters, { x, tX, T }, t) => {
          const { r, alpha, a, b } = parameters;
          fc.pre(Math.abs(a - 1) > 0.05);
          const j = chancesToLeave(kind, x);
          const c = a + b + j - 1;
          fc.pre(Math.abs(c) > 0.05);
          const f = gaussHypergeometric(r + x, b + j, c, t / (alpha + T + t));
          const power = ((alpha + T) / (alpha + T + t)) ** (r + x);
          const bracket = 1 - power * (f ?? NaN);
          fc.pre(Math.abs(bracket) > 1e-4 && Number.isFinite(bracket));
          const alive = probabilityAlive(kind, parameters, x, tX, T);
          const wanted = (c / (a - 1)) * bracket * alive;
          const found = expectedPurchases(kind, parameters, x, tX, T, t);
          expect(Math.abs(found - wanted)).toBeLessThan(1e-8 * Math.max(1e-6, wanted));
        },
      ),
    );
  });

  it('are those of the integral over the chance to leave, a = 1 and a + b = 1 included', () => {
    const special = fc.constantFrom(0.25, 0.5, 0.75, 1, 2, 3.5);
    fc.assert(
      fc.property(kindArbitrary, positive, special, special, history, (kind, r, a, b, { x, tX, T }) => {
        const parameters = { r, alpha: 5, a, b };
        const integral = byIntegral(r + x, a, b + chancesToLeave(kind, x), 30 / (5 + T));
        const wanted = integral * probabilityAlive(kind, parameters, x, tX, T);
        const found = expectedPurchases(kind, parameters, x, tX, T, 30);
        expect(Math.abs(found - wanted)).toBeLessThan(1e-9 * Math.max(1e-3, wanted));
      }),
    );
  });

  it('grow with the horizon, without a limit of the method', () => {
    for (const kind of kinds) {
      const parameters = { r: 0.5, alpha: 2, a: 0.8, b: 2.5 };
      const horizons = [0, 1e-9, 1, 1e2, 1e4, 1e5, 1e7, 1e9];
      const found = horizons.map((t) => expectedPurchases(kind, parameters, 3, 4, 6, t));
      expect(found[0]).toBe(0);
      found.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(found[i] ?? NaN));
    }
  });

  it('are the same one by one and together', () => {
    const rows = [
      { x: 0, tX: 0, T: 9 },
      { x: 2, tX: 3, T: 9 },
      { x: 2, tX: 8, T: 9 },
    ];
    const parameters = { r: 0.5, alpha: 2, a: 0.8, b: 2.5 };
    expect([...expectedPurchasesOf('mbg-nbd', parameters, historiesOf(rows), 10)]).toEqual(
      rows.map(({ x, tX, T }) => expectedPurchases('mbg-nbd', parameters, x, tX, T, 10)),
    );
  });
});

describe('the chances of 0, 1, 2 … repeats', () => {
  it('are probabilities that add up to 1, and their mean is the expectation', () => {
    const modest = fc.double({ min: 0.3, max: 3, noNaN: true });
    const times = fc.double({ min: 0, max: 4, noNaN: true });
    fc.assert(
      fc.property(kindArbitrary, modest, modest, modest, modest, times, (kind, r, alpha, a, b, horizon) => {
        const parameters = { r, alpha, a, b };
        const chances = repeatDistribution(kind, parameters, 400, horizon);
        expect(chances.every((chance) => chance >= 0 && chance <= 1 + 1e-12)).toBe(true);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
        const mean = chances.reduce((sum, chance, x) => sum + x * chance, 0);
        expect(mean).toBeCloseTo(expectedRepeats(kind, parameters, horizon), 6);
      }),
    );
  });

  it('are none but 0 when no time has passed', () => {
    for (const kind of kinds) {
      const chances = repeatDistribution(kind, { r: 1, alpha: 2, a: 1, b: 3 }, 2, 0);
      chances.forEach((chance, x) => expect(chance).toBeCloseTo(x === 0 ? 1 : 0, 12));
    }
  });
});

describe.each(kinds)('made-up customers of %s', (kind) => {
  const parameters = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 };
  const observed = Float64Array.from({ length: 20_000 }, (_, i) => 30 + (i % 60) / 2);
  const made = simulateHistories(kind, parameters, observed, 26, 7);

  it('are the same for the same seed only', () => {
    expect(simulateHistories(kind, parameters, observed, 26, 7)).toEqual(made);
    expect(simulateHistories(kind, parameters, observed, 26, 8)).not.toEqual(made);
  });

  it('buy, stay and buy later as the formulas expect', () => {
    const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
    const repeats = Array.from(observed, (T) => expectedRepeats(kind, parameters, T));
    expect(Math.abs(sum(made.histories.repeats) / sum(repeats) - 1)).toBeLessThan(0.03);
    const alive = probabilitiesAlive(kind, parameters, made.histories);
    expect(Math.abs(sum(made.isAlive) / sum(alive) - 1)).toBeLessThan(0.02);
    const later = expectedPurchasesOf(kind, parameters, made.histories, 26);
    expect(Math.abs(sum(made.holdout) / sum(later) - 1)).toBeLessThan(0.03);
  });

  it('have as many repeats each as the distribution expects', () => {
    const expected = expectedFrequencies(kind, parameters, observed, 7);
    const found = new Float64Array(8);
    for (const x of made.histories.repeats) found[Math.min(x, 7)] = (found[Math.min(x, 7)] ?? 0) + 1;
    expected.forEach((count, x) => {
      expect(Math.abs((found[x] ?? NaN) - count)).toBeLessThan(4 * Math.sqrt(count));
    });
  });

  it('give their parameters back, within the errors that the fit claims', async () => {
    const before = structuredClone(made.histories);
    const fit = await fitBtyd(kind, made.histories, {}, silentControl);
    if (fit.state !== 'fitted') throw new Error(fit.refusal.message);
    const { model } = fit;
    expect(model.diagnostics).toMatchObject({ converged: true, penalty: 0 });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const error = model.standardErrors?.[name] ?? NaN;
      expect(error / parameters[name]).toBeLessThan(0.15);
      expect(Math.abs(model.parameters[name] - parameters[name])).toBeLessThan(3.5 * error);
    }
    expect(made.histories).toEqual(before);
    expect(structuredClone(model)).toEqual(JSON.parse(JSON.stringify(model)));
  });

  it('give the same model in another unit of time', async () => {
    const { histories } = made;
    const inDays = {
      ...histories,
      recency: histories.recency.map((weeks) => weeks * 7),
      observed: histories.observed.map((weeks) => weeks * 7),
    };
    const [weeks, days] = [
      await fitBtyd(kind, histories, {}, silentControl),
      await fitBtyd(kind, inDays, {}, silentControl),
    ];
    if (weeks.state !== 'fitted' || days.state !== 'fitted') throw new Error('not fitted');
    expect(days.model.parameters.alpha / weeks.model.parameters.alpha).toBeCloseTo(7, 4);
    expect(days.model.parameters.b).toBeCloseTo(weeks.model.parameters.b, 4);
  });
});

describe('a fit says why there is none', () => {
  const many = (one: History, n = 200): readonly History[] => new Array<History>(n).fill(one);

  it.each([
    ['no-customers', [], 0],
    ['no-repeats', many({ x: 0, tX: 0, T: 30 }), 0],
    ['too-few-repeat-customers', [{ x: 3, tX: 20, T: 30 }], 1],
    ['no-time', many({ x: 1, tX: 0, T: 0 }), 200],
  ] as const)('%s', async (reason, rows, repeatCustomers) => {
    for (const kind of kinds) {
      const fit = await fitBtyd(kind, historiesOf(rows), {}, silentControl);
      expect(fit).toMatchObject({
        state: 'refused',
        refusal: { reason, customers: rows.length, repeatCustomers, needed: 50 },
      });
    }
  });

  it('or that it needed a penalty: equal customers tell nothing about differences', async () => {
    for (const kind of kinds) {
      const fit = await fitBtyd(kind, historiesOf(many({ x: 4, tX: 28, T: 30 })), {}, silentControl);
      if (fit.state === 'refused') {
        expect(fit.refusal.reason).toBe('not-identified');
        expect(fit.refusal.tried).toHaveLength(4);
        continue;
      }
      const { diagnostics, parameters } = fit.model;
      expect(diagnostics.penalty).toBeGreaterThan(0);
      expect(diagnostics.tried[0]).toMatchObject({ penalty: 0, converged: false });
      expect(Object.values(parameters).every((value) => value > 0 && value < Infinity)).toBe(true);
    }
  });

  it('fits few customers when asked to', async () => {
    const { histories } = simulateHistories(
      'mbg-nbd',
      { r: 0.8, alpha: 6, a: 0.9, b: 2.5 },
      new Float64Array(60).fill(40),
      0,
      3,
    );
    const fit = await fitBtyd('mbg-nbd', histories, { leastRepeatCustomers: 1 }, silentControl);
    const numbers = fit.state === 'fitted' ? Object.values(fit.model.parameters) : [];
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(fit.state === 'fitted' || fit.refusal.reason === 'not-identified').toBe(true);
  });
});

describe('histories of events', () => {
  it('count a day once, split at the end of calibration, and leave out who comes later', () => {
    const events = [
      [0, 10], [0, 10], [0, 24], [0, 38], [0, 38], [0, 45], [0, 99],
      [1, 31],
      [2, 17],
    ] as const; // prettier-ignore
    const found = historiesOfEvents(
      {
        customer: Int32Array.from(events, ([customer]) => customer),
        period: Int32Array.from(events, ([, period]) => period),
      },
      { customers: 4, calibrationEnd: 30, holdoutEnd: 45, periodsPerUnit: 7 },
    );
    expect(found).toEqual({
      histories: {
        repeats: Int32Array.of(1, 0),
        recency: Float64Array.of(2, 0),
        observed: Float64Array.of(20 / 7, 13 / 7),
        weights: null,
      },
      customers: Int32Array.of(0, 2),
      first: Int32Array.of(10, 17),
      holdout: Int32Array.of(2, 0),
    });
  });
});
