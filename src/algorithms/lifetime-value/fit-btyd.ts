import type { Control } from '../../base/control';
import { inverseOfPositive } from '../linear-algebra/cholesky';
import { minimize, type MinimizeOptions, type Minimum } from '../optimization/minimize';
import { inLogarithms, type Objective } from '../optimization/objective';
import {
  btydParameterNames,
  type Attempt,
  type BtydKind,
  type BtydModel,
  type BtydParameters,
} from './btyd-model';
import { patternsOfHistories, scaleTimes, thinPatterns, type HistoryPatterns } from './history-patterns';
import { negativeLogLikelihood } from './log-likelihood';
import type { PurchaseHistories } from './purchase-histories';

export type FitOptions = {
  /** Customers with a repeat purchase below which nothing is fitted. */
  readonly leastRepeatCustomers: number;
};

export const fitDefaults: FitOptions = { leastRepeatCustomers: 50 };

/** Why there is no model. */
export type Refusal = {
  readonly reason:
    | 'no-customers'
    /** Nobody bought again: nothing is known about rates or leaving. */
    | 'no-repeats'
    | 'too-few-repeat-customers'
    /** Every purchase fell on the last period: no time has passed. */
    | 'no-time'
    /** The likelihood has no highest place, not even with the strongest penalty. */
    | 'not-identified';
  /** The reason as an English sentence, with its numbers. */
  readonly message: string;
  readonly customers: number;
  readonly repeatCustomers: number;
  readonly needed: number;
  readonly tried: readonly Attempt[];
};

export type BtydFit =
  | { readonly state: 'fitted'; readonly model: BtydModel }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** (r, α / longest T, a, b) of the five starts. */
const starts: readonly (readonly number[])[] = [
  [1, 1, 1, 1],
  [0.3, 0.15, 0.8, 2.5],
  [2, 0.5, 0.3, 3],
  [0.5, 0.02, 0.2, 0.2],
  [5, 2, 2, 10],
];

/** Weight of Σ (ln parameter)²: the next is tried only when the one before finds no end. */
const penalties = [0, 0.001, 0.01, 0.1] as const;

/** Parameters beyond 10^±4, times in units of the longest, are taken for infinite or 0. */
const LIMIT = Math.log(1e4);

/** Patterns that are enough to choose between the starts. */
const PILOT = 1500;
const PILOT_TOLERANCE = 1e-5;

/**
 * Fits a BG/NBD or MBG/NBD model: the purchase rates and the chances of leaving that make the histories most likely.
 *
 * Five starts run on the distinct histories (thinned when there are very many), the best of them goes on over all:
 * L-BFGS in the logarithms of the parameters, times divided by the longest T. When the search runs off to 0 or infinity
 * a small penalty is tried and reported in `diagnostics.penalty`.
 *
 * @param histories see {@link PurchaseHistories}; not modified
 * @returns a model as plain data, or the reason why there is none
 * @throws task.bad-parameters when a row is no history
 * @throws task.cancelled
 *
 * Source: see {@link negativeLogLikelihood}; procedure methods.md §4.7. O(iterations · distinct histories)
 *
 * @example (await fitBtyd('mbg-nbd', histories, {}, silentControl)).state // 'fitted'
 */
export async function fitBtyd(
  kind: BtydKind,
  histories: PurchaseHistories,
  options: Partial<FitOptions>,
  control: Control,
): Promise<BtydFit> {
  const needed = { ...fitDefaults, ...options }.leastRepeatCustomers;
  const patterns = patternsOfHistories(histories);
  const longest = patterns.times.at(-1) ?? 0;
  const refused = refusalOf(patterns, longest, needed);
  if (refused !== null) return { state: 'refused', refusal: refused };
  const scaled = scaleTimes(patterns, 1 / longest);
  const pilot = thinPatterns(scaled, PILOT);
  const tried: Attempt[] = [];
  for (const penalty of penalties) {
    const objective = penalised(kind, scaled, penalty);
    const ends = await (pilot === scaled
      ? runStarts(objective, {}, control)
      : runStarts(penalised(kind, pilot, penalty), { gradientTolerance: PILOT_TOLERANCE }, control));
    const best = ends.reduce((least, end) => (end.objective < least.objective ? end : least));
    const end = pilot === scaled ? best : await minimize(objective, best.point, { limit: LIMIT }, control);
    if (end.converged) {
      const proper = ends.filter((one) => one.converged).map((one) => one.objective);
      const spread = proper.length === 0 ? 0 : Math.max(...proper) - Math.min(...proper);
      const model = modelOf(kind, patterns, longest, objective, end, {
        penalty,
        starts: starts.length,
        startsConverged: proper.length,
        spreadOfStarts: spread * patterns.customers,
        tried,
      });
      return { state: 'fitted', model };
    }
    tried.push(attemptOf(end, penalty));
  }
  return { state: 'refused', refusal: refusal('not-identified', patterns, needed, tried) };
}

function refusalOf(patterns: HistoryPatterns, longest: number, needed: number): Refusal | null {
  const { customers, repeatCustomers } = patterns;
  if (customers === 0) return refusal('no-customers', patterns, needed);
  if (repeatCustomers === 0) return refusal('no-repeats', patterns, needed);
  if (repeatCustomers < needed) return refusal('too-few-repeat-customers', patterns, needed);
  return longest > 0 ? null : refusal('no-time', patterns, needed);
}

function refusal(
  reason: Refusal['reason'],
  { customers, repeatCustomers }: HistoryPatterns,
  needed: number,
  tried: readonly Attempt[] = [],
): Refusal {
  const found = `${repeatCustomers} of ${customers}`;
  const messages: Readonly<Record<Refusal['reason'], string>> = {
    'no-customers': 'A buy-till-you-die model needs customers, got none',
    'no-repeats': `A buy-till-you-die model needs customers who bought again, got ${found}`,
    'too-few-repeat-customers': `A buy-till-you-die model needs at least ${needed} customers who bought again, got ${found}`,
    'no-time': 'A buy-till-you-die model needs time between the first purchase and the end, got none',
    'not-identified': `The purchases of ${customers} customers do not tell rates from leaving: no penalty up to ${penalties.at(-1) ?? 0} gave an end`,
  };
  return { reason, message: messages[reason], customers, repeatCustomers, needed, tried };
}

async function runStarts(
  objective: Objective,
  options: Partial<MinimizeOptions>,
  control: Control,
): Promise<readonly Minimum[]> {
  const ends: Minimum[] = [];
  for (const start of starts) {
    const logarithms = Float64Array.from(start, Math.log);
    ends.push(await minimize(objective, logarithms, { ...options, limit: LIMIT }, control));
  }
  return ends;
}

function penalised(kind: BtydKind, patterns: HistoryPatterns, penalty: number): Objective {
  const plain = inLogarithms(negativeLogLikelihood(kind, patterns));
  if (penalty === 0) return plain;
  return (point, gradient) => {
    let value = plain(point, gradient);
    for (let i = 0; i < point.length; i++) {
      const logarithm = point[i] as number;
      value += penalty * logarithm * logarithm;
      gradient[i] = (gradient[i] as number) + 2 * penalty * logarithm;
    }
    return value;
  };
}

function attemptOf(end: Minimum, penalty: number): Attempt {
  const { converged, iterations, objective, reason } = end;
  return { converged, iterations, objective, reason, penalty };
}

function modelOf(
  kind: BtydKind,
  patterns: HistoryPatterns,
  longest: number,
  objective: Objective,
  end: Minimum,
  starts: Omit<BtydModel['diagnostics'], keyof Attempt | 'gradientNorm'> & { readonly penalty: number },
): BtydModel {
  const { customers, repeatCustomers, totalRepeats } = patterns;
  const [r, alpha, a, b] = end.point.map((value) => Math.exp(value)) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const parameters: BtydParameters = { r, alpha: alpha * longest, a, b };
  const covariance = covarianceAt(objective, end.point, customers);
  const natural = Float64Array.of(r, parameters.alpha, a, b);
  const plain = negativeLogLikelihood(kind, patterns)(natural, new Float64Array(4));
  return {
    kind,
    version: 1,
    parameters,
    standardErrors: covariance && standardErrorsOf(parameters, covariance),
    covarianceOfLogs: covariance && [...covariance],
    logLikelihood: -plain * customers,
    customers,
    repeatCustomers,
    repeats: totalRepeats,
    diagnostics: { ...attemptOf(end, starts.penalty), gradientNorm: end.gradientNorm, ...starts },
  };
}

/** The inverse of the curvature of customers · objective: central differences of the gradient. */
function covarianceAt(objective: Objective, at: Float64Array, customers: number): Float64Array | null {
  const n = at.length;
  const h = 1e-4;
  const hessian = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const gradientAt = (shift: number): Float64Array => {
      const gradient = new Float64Array(n);
      const point = at.slice();
      point[column] = (point[column] as number) + shift;
      objective(point, gradient);
      return gradient;
    };
    const [above, below] = [gradientAt(h), gradientAt(-h)];
    for (let row = 0; row < n; row++) {
      const slope = (((above[row] as number) - (below[row] as number)) / (2 * h)) * customers;
      hessian[row * n + column] = (hessian[row * n + column] as number) + slope / 2;
      hessian[column * n + row] = (hessian[column * n + row] as number) + slope / 2;
    }
  }
  return inverseOfPositive(hessian, n);
}

function standardErrorsOf(parameters: BtydParameters, covariance: Float64Array): BtydParameters {
  const [r, alpha, a, b] = btydParameterNames.map(
    (name, i) => parameters[name] * Math.sqrt(covariance[5 * i] as number),
  ) as [number, number, number, number];
  return { r, alpha, a, b };
}
