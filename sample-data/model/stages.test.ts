import { describe, expect, it } from 'vitest';
import { drawHidden } from './hidden';
import { LIFE_CYCLE, STAGE } from './stages';

const options = { customers: 8000, months: 24, seed: 3 };

describe('the hidden life cycle', () => {
  const { population, stages, membership } = drawHidden(options);
  const { months } = options;
  const stageOf = (i: number, month: number): number => stages.of[i * months + month] ?? -1;
  const customers = Array.from({ length: population.count }, (_, i) => i);

  it('begins with exploration for all who join, for three months at least', () => {
    for (const i of customers) {
      const joined = population.joinMonth[i] ?? -1;
      for (let month = 0; month < months; month++) {
        if (month < joined) expect(stageOf(i, month)).toBe(STAGE.notYet);
        else if (joined >= 0 && month < joined + 3) expect(stageOf(i, month)).toBe(STAGE.exploration);
      }
    }
  });

  it('is lost after leaving until the return, and never without leaving', () => {
    for (const i of customers) {
      for (let month = 0; month < months; month++) {
        const isAway = month > (membership.leaveMonth[i] ?? 0) && month < (membership.returnMonth[i] ?? 0);
        expect(stageOf(i, month) === STAGE.lost).toBe(isAway);
      }
    }
    expect(customers.filter((i) => (membership.returnMonth[i] ?? 0) < months).length).toBeGreaterThan(20);
  });

  it('moves from stage to stage by the planted chances', () => {
    const moves = new Map<string, number>();
    for (const i of customers) {
      for (let month = 1; month < Math.min(months, membership.leaveMonth[i] ?? 0); month++) {
        const [from, to] = [stageOf(i, month - 1), stageOf(i, month)];
        moves.set(`${String(from)} ${String(to)}`, (moves.get(`${String(from)} ${String(to)}`) ?? 0) + 1);
      }
    }
    const share = (from: number, to: number): number => {
      let all = 0;
      for (const [move, count] of moves) if (move.startsWith(`${String(from)} `)) all += count;
      return (moves.get(`${String(from)} ${String(to)}`) ?? 0) / all;
    };
    const { stable, decline, growth } = LIFE_CYCLE.next;
    expect(share(STAGE.stable, STAGE.decline)).toBeCloseTo(stable.decline, 2);
    expect(share(STAGE.stable, STAGE.growth)).toBeCloseTo(stable.growth, 2);
    // Those who decline leave more often, which takes a little from the chances of those who are left.
    expect(Math.abs(share(STAGE.decline, STAGE.stable) - decline.stable)).toBeLessThan(0.02);
    expect(Math.abs(share(STAGE.growth, STAGE.stable) - growth.stable)).toBeLessThan(0.02);
  });

  it('lets activity rise in growth and fall in decline', () => {
    for (const [stage, direction] of [
      [STAGE.growth, 1],
      [STAGE.decline, -1],
    ] as const) {
      for (const i of customers) {
        for (let month = 1; month < (membership.leaveMonth[i] ?? 0); month++) {
          if (stageOf(i, month) !== stage) continue;
          const at = i * months + month;
          const change = (stages.activity[at] ?? NaN) - (stages.activity[at - 1] ?? NaN);
          expect(change * direction).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('makes leaving likeliest in decline, then in exploration, then in growth, least in stable months', () => {
    const hazard = (stage: number): number => {
      let [sum, count] = [0, 0];
      stages.of.forEach((one, at) => {
        const h = membership.hazard[at] ?? 0;
        if (one !== stage || h === 0) return;
        sum += h;
        count++;
      });
      return sum / count;
    };
    const order = [STAGE.decline, STAGE.exploration, STAGE.growth, STAGE.stable].map(hazard);
    expect([...order].sort((a, b) => b - a)).toEqual(order);
  });
});
