import type {
  BtydKind,
  BtydModel,
  BtydParameters as ModelParameters,
} from '../../algorithms/lifetime-value/btyd-model';
import type { Refusal } from '../../algorithms/lifetime-value/fit-btyd';
import type { ResultBase } from '../task';
import type { TimeUnit } from './btyd-settings';
import type { CustomerScore } from './customer-scores';
import type { Holdout } from './holdout';
import type { Outlook } from './outlook';
import type { TrackingPoint } from './tracking';

export type BtydRefusal = {
  /**
   * `raw-transactions`: the events are no purchases, and no model was asked for by its name. `no-transactions`: the data
   * have none, whatever is asked.
   */
  readonly reason: Refusal['reason'] | 'raw-transactions' | 'no-transactions';
  /** The reason as an English sentence, with its numbers. */
  readonly message: string;
  /** Customers who came back that are needed. */
  readonly needed: number;
};

/** Customers with a number of repeats in the calibration. */
export type FrequencyBin = {
  /** `0` … `6`, `7+` */
  readonly key: string;
  readonly actual: number;
  /** Null without a model. */
  readonly expected: number | null;
};

export type BtydResult = ResultBase & {
  readonly state: 'fitted' | 'refused';
  readonly refusal: BtydRefusal | null;
  readonly model: BtydKind;
  readonly isModelChosen: boolean;
  /** Which transactions count as events: those that customers decide on each time, or all. */
  readonly events: 'discretionary' | 'all';
  /** All transactions of a bank, which are no purchases. */
  readonly isRaw: boolean;
  /** Events of a customer within one of these count as one. */
  readonly grain: 'day' | 'week';
  readonly unit: TimeUnit;
  readonly calibrationEnd: string | null;
  /** Customers with a first event in the calibration; n. */
  readonly customers: number;
  readonly repeatCustomers: number;
  /** Σ x. */
  readonly repeats: number;
  /** Under the papers' names; times in `unit`. Null when refused, as all that follows from a model. */
  readonly parameters: ModelParameters | null;
  readonly standardErrors: ModelParameters | null;
  readonly logLikelihood: number | null;
  readonly diagnostics: BtydModel['diagnostics'] | null;
  /** Null without a model or when the calibration ends with the data. */
  readonly holdout: Holdout | null;
  readonly frequency: readonly FrequencyBin[];
  readonly tracking: readonly TrackingPoint[];
  /** From the as-of day on, by the same parameters and all events up to then. */
  readonly outlook: Outlook | null;
  /** The customers with most events to come, `limit` of them. */
  readonly rows: readonly CustomerScore[];
};
