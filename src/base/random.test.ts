import { describe, expect, it } from 'vitest';
import { Random } from './random';

const moments = (n: number, draw: () => number): { mean: number; variance: number } => {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / n;
  return { mean, variance: squares / n - mean * mean };
};

describe('Random', () => {
  it('gives the same numbers for the same name, others for another', () => {
    const draw = (...name: number[]): number[] => {
      const random = new Random(...name);
      return Array.from({ length: 8 }, () => random.uint32());
    };
    expect(draw(42, 1, 2, 3)).toEqual(draw(42, 1, 2, 3));
    const names = [
      [42, 1, 2, 3],
      [43, 1, 2, 3],
      [42, 2, 2, 3],
      [42, 1, 3, 3],
      [42, 1, 2, 4],
      [42, 1, 3, 2],
    ];
    expect(new Set(names.map((name) => draw(...name).join())).size).toBe(names.length);
  });

  it('keeps its first numbers for ever', () => {
    const random = new Random(42);
    expect([random.uint32(), random.uint32(), random.uint32()]).toMatchInlineSnapshot(`
      [
        1570162292,
        2621512355,
        1402473270,
      ]
    `);
    expect([random.normal(), random.gamma(0.5), random.poisson(40)]).toMatchInlineSnapshot(`
      [
        -0.14649130653681183,
        0.15559814820996468,
        51,
      ]
    `);
  });

  it('starts anew after restart, without a normal left over', () => {
    const random = new Random(7, 7);
    const first = [random.normal(), random.uint32()];
    random.restart(7, 7);
    expect([random.normal(), random.uint32()]).toEqual(first);
  });

  it('spreads the first number of neighbouring streams evenly', () => {
    const counts = new Array<number>(16).fill(0);
    const random = new Random();
    for (let i = 0; i < 64_000; i++) {
      const cell = Math.floor(random.restart(5, 1, i % 4000, Math.floor(i / 4000)).uniform() * 16);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0);
    expect(chiSquared).toBeLessThan(40); // 15 degrees of freedom, p < 0.0005
  });

  it.each([
    ['uniform', (r: Random) => r.uniform(), 1 / 2, 1 / 12],
    ['normal', (r: Random) => r.normal(), 0, 1],
    ['exponential', (r: Random) => r.exponential(), 1, 1],
    ['gamma 0.4', (r: Random) => r.gamma(0.4), 0.4, 0.4],
    ['gamma 6', (r: Random) => r.gamma(6), 6, 6],
    ['poisson 0.7', (r: Random) => r.poisson(0.7), 0.7, 0.7],
    ['poisson 50', (r: Random) => r.poisson(50), 50, 50],
  ])('draws %s with the right mean and variance', (_name, draw, mean, variance) => {
    const random = new Random(11);
    const n = 200_000;
    const found = moments(n, () => draw(random));
    expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / n));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.05);
  });

  it('draws whole numbers inside their bounds and indices by weight', () => {
    const random = new Random(3);
    const seen = new Set<number>();
    for (let i = 0; i < 1000; i++) seen.add(random.between(-2, 2));
    expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
    const counts = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) {
      const index = random.weighted([1, 0, 2]);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    expect((counts[2] ?? 0) / (counts[0] ?? 1)).toBeCloseTo(2, 0);
  });
});
