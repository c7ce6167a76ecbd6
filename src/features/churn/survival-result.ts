import type { IntervalKind } from '../../algorithms/survival/survival-interval';
import type { ResultBase, SharedParameters } from '../task';

export type SurvivalParameters = SharedParameters & {
  /** A table of the data by its own name (`lung`), canonical name (`loan`) or view (`loans`). */
  readonly table?: string;
  /** Column with the time until the event or the end of watching. '' = from the customers' own days. */
  readonly time?: string;
  /** Column that says whether the event happened; of customers `closing`, `silence`, or '' = what the data know. */
  readonly event?: string;
  /** Value of `event` that means it happened; '' = 1 of 0 and 1, 2 of 1 and 2, yes of yes and no. */
  readonly eventValue?: string;
  /** Column with the time at which watching began; '' = from the beginning. */
  readonly entry?: string;
  /** Column, or grouping of customers (`branch`, `age`); '' = all together. */
  readonly group?: string;
  readonly interval?: IntervalKind;
  /** Curves to give besides that of all: the groups with the most lives. */
  readonly top?: number;
  /** Times of the table of numbers at risk; [] = round ones. */
  readonly times?: readonly number[];
};

/** How customers leave: the last account is closed, or they do nothing any more. */
export const customerEvents = ['closing', 'silence'] as const;
export type CustomerEvent = (typeof customerEvents)[number];

export const survivalDefaults = {
  table: 'customer',
  time: '',
  event: '',
  eventValue: '',
  entry: '',
  group: '',
  interval: 'log-log',
  top: 5,
  times: [],
} as const satisfies Required<Omit<SurvivalParameters, keyof SharedParameters>>;

export type Limits = { readonly lower: number | null; readonly upper: number | null };

/** The smallest time at which at most half are left; null = not reached while watching. */
export type Median = {
  readonly time: number | null;
  readonly logLog: Limits;
  readonly log: Limits;
  readonly plain: Limits;
};

/** A step curve as lists of one length: S(t) holds from `times[j]` until the next; before the first it is 1. */
export type CurveSteps = {
  readonly times: readonly number[];
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
  readonly survival: readonly number[];
  /** Greenwood's; null where S is 0 or 1. */
  readonly standardError: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
};

export type SurvivalGroup = {
  /** Value of the group; null = all together. */
  readonly key: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly lives: number;
  readonly events: number;
  readonly median: Median;
  readonly curve: CurveSteps;
  /** Lives at risk at each of the result's `riskTimes`. */
  readonly riskTable: readonly number[];
  /** From this time on the curve is 0 only because all who were watched had the event; null = it does not happen. */
  readonly emptiedAt: number | null;
};

export type HazardBand = {
  readonly from: number;
  readonly until: number;
  readonly events: number;
  /** Lives at risk at its end. */
  readonly atRisk: number;
  /** Events per unit of time under watch; null where nobody was watched. */
  readonly rate: number | null;
};

export type SurvivalTest = {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly groups: readonly {
    readonly key: string;
    readonly lives: number;
    readonly observed: number;
    readonly expected: number;
  }[];
};

/** Why there is no curve, or no comparison; `about` names the table, the column or the number. */
export type SurvivalRefusal = {
  readonly reason:
    | 'table-unknown'
    | 'column-unknown'
    | 'time-not-a-number'
    | 'event-not-a-flag'
    | 'no-closings'
    | 'no-dates'
    | 'no-last-day'
    | 'no-lives'
    | 'group-unknown'
    | 'too-many-groups'
    | 'no-events'
    | 'fewer-than-two-groups'
    | 'never-at-risk-together';
  readonly about: string;
};

export type SurvivalResult = ResultBase & {
  readonly table: string;
  readonly group: string;
  readonly interval: IntervalKind;
  /** What ended the lives of customers; null = the event of a table. */
  readonly customerEvent: CustomerEvent | null;
  /** Of all times; null = as in the file. */
  readonly unit: 'months' | null;
  readonly riskTimes: readonly number[];
  /** Null when refused. n of the result = its lives. */
  readonly all: SurvivalGroup | null;
  /** Events of all lives by time; bands of one length up to the last of `riskTimes`. */
  readonly hazard: readonly HazardBand[];
  readonly groups: readonly SurvivalGroup[];
  /** Groups with lives that have no curve here; the test counts them. */
  readonly otherGroups: number;
  /** Lives whose group is not known: in the curve of all only. */
  readonly withoutGroup: number;
  /** Do the groups differ? Log-rank; null without groups or with `comparison` refused. */
  readonly test: SurvivalTest | null;
  /** Rows without a usable time, event or entry. */
  readonly leftOut: number;
  readonly refusal: SurvivalRefusal | null;
  /** Why the groups are not compared. */
  readonly comparison: SurvivalRefusal | null;
};
