import { describe, expect, it } from 'vitest';
import { silentControl } from '../../base/control';
import { minimize } from './minimize';
import type { Objective } from './objective';

/** Σ 100 (x_{2i} − x_{2i−1}²)² + (1 − x_{2i−1})²: Rosenbrock 1960, chained; minimum 0 at (1, …, 1). */
const rosenbrock: Objective = (x, gradient) => {
  let value = 0;
  for (let i = 0; i < x.length; i += 2) {
    const [a, b] = [x[i] ?? NaN, x[i + 1] ?? NaN];
    value += 100 * (b - a * a) ** 2 + (1 - a) ** 2;
    gradient[i] = -400 * a * (b - a * a) - 2 * (1 - a);
    gradient[i + 1] = 200 * (b - a * a);
  }
  return value;
};

const parabola: Objective = (x, gradient) => {
  gradient[0] = 2 * (x[0] ?? NaN);
  return (x[0] ?? NaN) ** 2;
};

describe('minimize', () => {
  it('finds the end of the banana valley, in 2 and in 50 dimensions', async () => {
    for (const n of [2, 50]) {
      const start = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1.2 : 1));
      const found = await minimize(rosenbrock, start, {}, silentControl);
      expect(found).toMatchObject({ converged: true, reason: 'gradient' });
      expect(found.iterations).toBeLessThan(100);
      for (const value of found.point) expect(value).toBeCloseTo(1, 8);
      expect(start[0]).toBe(-1.2);
    }
  });

  it('does nothing at the minimum', async () => {
    const found = await minimize(parabola, Float64Array.of(0), {}, silentControl);
    expect(found).toMatchObject({ converged: true, iterations: 0, objective: 0 });
  });

  it('stays inside the domain of the function', async () => {
    const found = await minimize(
      (x, gradient) => {
        gradient[0] = 1 - 1 / (x[0] ?? NaN);
        return (x[0] ?? NaN) - Math.log(x[0] ?? NaN);
      },
      Float64Array.of(1e-3),
      { longestStep: 1000 },
      silentControl,
    );
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 8);
  });

  it('says that a function without a minimum leaves the bounds', async () => {
    const found = await minimize(
      (x, gradient) => {
        gradient[0] = -Math.exp(-(x[0] ?? NaN));
        return Math.exp(-(x[0] ?? NaN));
      },
      Float64Array.of(0),
      { limit: 5, gradientTolerance: 1e-12 },
      silentControl,
    );
    expect(found).toMatchObject({ converged: false, reason: 'out-of-bounds' });
  });

  it('says that it gave up, or that there is nothing to begin with', async () => {
    const few = await minimize(rosenbrock, Float64Array.of(-1.2, 1), { mostIterations: 3 }, silentControl);
    expect(few).toMatchObject({ converged: false, iterations: 3, reason: 'iteration-limit' });
    const none = await minimize(() => NaN, Float64Array.of(1), {}, silentControl);
    expect(none).toMatchObject({ converged: false, reason: 'not-finite' });
  });

  it('lets itself be stopped', async () => {
    const control = {
      ...silentControl,
      shouldYield: () => true,
      yield: () => Promise.reject(new Error('stopped')),
    };
    await expect(minimize(rosenbrock, Float64Array.of(-1.2, 1), {}, control)).rejects.toThrow('stopped');
  });
});
