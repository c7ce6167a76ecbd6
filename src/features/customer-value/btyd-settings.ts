import type { BtydKind } from '../../algorithms/lifetime-value/btyd-model';
import { parseIsoDay, type Day } from '../../base/calendar-day';
import { checkOneOf, checkText } from '../../base/check-parameter';
import { AppError } from '../../base/errors';
import type { SharedParameters } from '../task';

export const timeUnits = ['day', 'week', 'month'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** Days of each unit; a month is a twelfth of 365.25 days. */
export const daysPer: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 365.25 / 12 };

export const modelChoices = ['auto', 'bg-nbd', 'mbg-nbd'] as const;
export type ModelChoice = (typeof modelChoices)[number];

export type BtydParameters = SharedParameters & {
  /** `auto`: MBG/NBD where the events suit it, else a refusal that says why; a model by its name always runs. */
  readonly model?: ModelChoice;
  /** The last day from which the model may learn (ISO); `auto`: two thirds of the way. */
  readonly calibrationEnd?: string;
  /** Unit of time of α and of the histories. */
  readonly unit?: TimeUnit;
  /** Events of a customer in one day or week count as one; `auto`: weeks for a bank's own types of transactions. */
  readonly grain?: 'auto' | 'day' | 'week';
};

export const btydDefaults = {
  model: 'auto',
  calibrationEnd: 'auto',
  unit: 'week',
  grain: 'auto',
} as const;

export type BtydSettings = {
  readonly model: BtydKind;
  readonly isModelChosen: boolean;
  /** Null = to be chosen. */
  readonly calibrationEnd: Day | null;
  readonly unit: TimeUnit;
  readonly grain: 'auto' | 'day' | 'week';
  readonly isDefault: boolean;
};

/** @throws task.bad-parameters */
export function btydSettings(parameters: BtydParameters): BtydSettings {
  const given = { ...btydDefaults, ...parameters };
  const model = checkOneOf('model', given.model, modelChoices);
  const unit = checkOneOf('unit', given.unit, timeUnits);
  const grain = checkOneOf('grain', given.grain, ['auto', 'day', 'week']);
  const asked = checkText('calibrationEnd', given.calibrationEnd);
  const calibrationEnd = asked === 'auto' ? null : parseIsoDay(asked);
  if (asked !== 'auto' && calibrationEnd === null) {
    throw new AppError('task.bad-parameters', `calibrationEnd must be a day like 1997-09-30, got ${asked}`, {
      parameter: 'calibrationEnd',
      value: asked,
    });
  }
  return {
    model: model === 'auto' ? 'mbg-nbd' : model,
    isModelChosen: model !== 'auto',
    calibrationEnd,
    unit,
    grain,
    isDefault: model === 'auto' && asked === 'auto' && unit === btydDefaults.unit && grain === 'auto',
  };
}
