import type { Diagnostics } from '../optimization/diagnostics';

/**
 * Buy-till-you-die models with beta-geometric leaving.
 *
 * Assumptions: (1) while alive a customer buys at random times at a rate λ (Poisson); (2) λ varies over customers as
 * Gamma(shape r, rate α); (3) after a purchase the customer leaves for ever with chance p: after each repeat in BG/NBD,
 * after the first purchase too in MBG/NBD; (4) p varies as Beta(a, b); (5) λ and p are independent.
 *
 * Source: BG/NBD: Fader, Hardie & Lee 2005, "Counting Your Customers the Easy Way", Marketing Science 24(2), §2.1.
 * MBG/NBD: Batislam, Denizel & Filiztekin 2007, Int. J. of Research in Marketing 24(3); Hoppe & Wagner 2007, Marketing
 * JRM 29(2).
 */
export type BtydKind = 'bg-nbd' | 'mbg-nbd';

export type BtydParameters = {
  /** Shape of the purchase rates. */
  readonly r: number;
  /** Rate of the purchase rates, in the unit of time of the histories. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** In the order in which vectors hold them. */
export const btydParameterNames = ['r', 'alpha', 'a', 'b'] as const;

export type BtydModel = {
  readonly kind: BtydKind;
  readonly version: 1;
  readonly parameters: BtydParameters;
  /** Delta method on the logarithms; null when the curvature at the end does not hold every parameter. */
  readonly standardErrors: BtydParameters | null;
  /** Covariance of (ln r, ln α, ln a, ln b), row by row; null as above. */
  readonly covarianceOfLogs: readonly number[] | null;
  /** ln L in the unit of time of the histories, without the penalty. */
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Σ x. */
  readonly repeats: number;
  readonly diagnostics: FitDiagnostics;
};

/** One rung of the ladder of penalties: what was tried and how it ended. */
export type Attempt = Diagnostics & {
  /** Weight of Σ (ln parameter)² in the objective, which is −ln L per customer; 0 = maximum likelihood. */
  readonly penalty: number;
};

export type FitDiagnostics = Attempt & {
  /** Largest slope of the objective by the logarithm of a parameter. */
  readonly gradientNorm: number;
  /** Starts that ended properly, of all. */
  readonly startsConverged: number;
  readonly starts: number;
  /** Largest difference of ln L between the ends of those starts; near 0 = they agree. */
  readonly spreadOfStarts: number;
  /** Rungs that came before, all of them in vain. */
  readonly tried: readonly Attempt[];
};

/**
 * Chances to leave that a customer with x repeats has had. This is all in which the two models differ: BG/NBD gives
 * none at the first purchase.
 */
export function chancesToLeave(kind: BtydKind, x: number): number {
  return kind === 'mbg-nbd' ? x + 1 : x;
}
