import { AppError } from '../../base/errors';

/**
 * What buy-till-you-die models need to know of each customer, one row each. Times are in one unit, for example weeks.
 */
export type PurchaseHistories = {
  /** x: purchases after the first one, whole, ≥ 0. */
  readonly repeats: Int32Array;
  /** t_x: time from the first to the last purchase, 0 when there was no other; 0 ≤ t_x ≤ T. */
  readonly recency: Float64Array;
  /** T: time from the first purchase to the end of what is known, ≥ 0. */
  readonly observed: Float64Array;
  /** How many customers a row stands for, > 0; null = one each. */
  readonly weights: Float64Array | null;
};

/** @throws task.bad-parameters naming the first row that cannot be a history */
export function checkHistories(histories: PurchaseHistories): void {
  const { repeats, recency, observed, weights } = histories;
  const lengths = [recency.length, observed.length, weights?.length ?? repeats.length];
  if (lengths.some((length) => length !== repeats.length)) {
    throw new AppError('task.bad-parameters', 'Purchase histories need columns of one length', {
      parameter: 'histories',
    });
  }
  for (let row = 0; row < repeats.length; row++) {
    const [x, tX, T] = [repeats[row] as number, recency[row] as number, observed[row] as number];
    const weight = weights === null ? 1 : (weights[row] as number);
    const isHistory = x >= 0 && tX >= 0 && tX <= T && T < Infinity && (x > 0 || tX === 0);
    if (isHistory && weight > 0 && weight < Infinity) continue;
    throw new AppError(
      'task.bad-parameters',
      `Row ${row} is no purchase history: x ${x}, t_x ${tX}, T ${T}, weight ${weight}`,
      { parameter: 'histories', row },
    );
  }
}
