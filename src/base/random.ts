import { exp, ln } from './exp-ln';

/** A bijection of 32-bit words whose output looks random for any input (the finaliser of MurmurHash3, Appleby 2011). */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * A seeded stream of random numbers: same bits in every engine. xoshiro128** (Blackman & Vigna 2018, "Scrambled
 * linear pseudorandom number generators"), period 2^128 − 1.
 *
 * A stream is named by whole numbers (`restart(seed, purpose, customer, month)`): streams with different names are
 * independent, so one process may draw more without shifting what another draws.
 */
export class Random {
  readonly #state = new Int32Array(4);
  #spareNormal = NaN;

  constructor(...name: readonly number[]) {
    this.restart(name[0] ?? 0, name[1] ?? 0, name[2] ?? 0, name[3] ?? 0);
  }

  /** Begins the stream of that name from its first number. Arguments are whole; only their low 32 bits count. */
  restart(seed: number, purpose = 0, first = 0, second = 0): this {
    let h = scramble(seed ^ 0x9e3779b9);
    h = scramble(h + Math.imul(purpose + 1, 0x7f4a7c15));
    h = scramble(h + Math.imul(first + 1, 0x2545f491));
    h = scramble(h + Math.imul(second + 1, 0x6c62272e));
    const state = this.#state;
    for (let i = 0; i < 4; i++) {
      h = (h + 0x9e3779b9) | 0;
      state[i] = scramble(h);
    }
    // All four zero is the one state that never leaves itself.
    if ((state[0] as number) === 0 && state[1] === 0 && state[2] === 0 && state[3] === 0) state[0] = 1;
    this.#spareNormal = NaN;
    return this;
  }

  /** A whole number 0 … 2^32 − 1. */
  uint32(): number {
    const state = this.#state;
    let s0 = state[0] as number;
    let s1 = state[1] as number;
    let s2 = state[2] as number;
    let s3 = state[3] as number;
    let result = Math.imul(s1, 5);
    result = Math.imul((result << 7) | (result >>> 25), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    state[0] = s0;
    state[1] = s1;
    state[2] = s2;
    state[3] = s3;
    return result >>> 0;
  }

  /** Uniform in (0, 1), both ends left out, on a grid of 2^32. */
  uniform(): number {
    return (this.uint32() + 0.5) / 4294967296;
  }

  /** A whole number 0 … `count` − 1, for `count` ≤ 2^32; bias below count / 2^32. */
  below(count: number): number {
    return Math.floor((this.uint32() / 4294967296) * count);
  }

  /** A whole number `low` … `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with probability `p`. */
  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** Standard normal. Polar method (Marsaglia & Bray 1964): pairs, the second one kept for the next call. */
  normal(): number {
    if (this.#spareNormal === this.#spareNormal) {
      const spare = this.#spareNormal;
      this.#spareNormal = NaN;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * ln(s)) / s);
      this.#spareNormal = v * factor;
      return u * factor;
    }
  }

  /** `median` · e^(`sigma` · N(0, 1)). */
  logNormal(median: number, sigma: number): number {
    return median * exp(sigma * this.normal());
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -ln(this.uniform());
  }

  /** Gamma with the given shape > 0 and scale 1. Marsaglia & Tsang 2000; shapes below 1 by their §6 boost. */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * exp(ln(this.uniform()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      if (ln(this.uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
    }
  }

  /** Poisson with the given mean ≥ 0. Products of uniforms (Knuth, TAOCP 2, 3.4.1 Q), in pieces of mean 16. */
  poisson(mean: number): number {
    let count = 0;
    for (let rest = mean; rest > 0; rest -= 16) {
      let product = this.uniform();
      // e^−x > 1 − x: most draws of small means need no exponential.
      if (product <= 1 - rest) continue;
      const limit = exp(-Math.min(rest, 16));
      for (; product > limit; product *= this.uniform()) count++;
    }
    return count;
  }

  /** An index drawn with the given weights (non-negative, sum > 0). */
  weighted(weights: ArrayLike<number>): number {
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i] as number;
    let rest = this.uniform() * total;
    for (let i = 0; i < weights.length - 1; i++) {
      rest -= weights[i] as number;
      if (rest < 0) return i;
    }
    return weights.length - 1;
  }
}
