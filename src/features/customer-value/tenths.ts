import type { CurvePoint } from './money-so-far';

/** Fewer customers have no tenths. */
export const leastForTenths = 10;

/** Customers and money of each tenth, read from the curve, whose steps are hundredths where there are enough customers. */
export function tenthsOf(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const steps = curve.length - 1;
  const at = (tenth: number): CurvePoint =>
    curve[Math.round((steps * tenth) / 10)] ?? { customers: 0, value: 0 };
  return Array.from({ length: 10 }, (_, tenth) => {
    const [before, after] = [at(tenth), at(tenth + 1)];
    return { customers: after.customers - before.customers, value: after.value - before.value };
  });
}
