import { Random } from '../../src/base/random';
import type { Membership } from './membership';
import type { Population } from './population';
import { STREAM } from './streams';

/** Stages of a relationship. */
export const stageNames = [
  'not_yet',
  'exploration',
  'growth',
  'stable',
  'decline',
  'lost',
  'win_back',
] as const;
export const STAGE = {
  notYet: 0,
  exploration: 1,
  growth: 2,
  stable: 3,
  decline: 4,
  lost: 5,
  winBack: 6,
} as const;

/**
 * The hidden life cycle: a Markov chain by month. Growth and decline are not seen themselves, only the level of activity
 * and assets that drifts with them; many declines mend, so that a falling level does not yet mean leaving.
 */
export const LIFE_CYCLE = {
  /** Share of each stage among those who were there before the window. */
  first: { growth: 0.1, stable: 0.76, decline: 0.14 },
  /** Chances per month, the rest stays; exploration lasts three months at least. */
  next: {
    exploration: { growth: 0.14, stable: 0.1, decline: 0.05 },
    growth: { stable: 0.15, decline: 0.01 },
    stable: { growth: 0.015, decline: 0.02 },
    decline: { stable: 0.1, growth: 0.03 },
  },
  /** What a month in the stage does to the level; a stable level goes back to 1 by this part of the way. */
  activity: { exploration: 0.7, growth: 1.06, decline: 0.89, back: 0.15, least: 0.25, most: 1.9 },
  assets: { growth: 1.015, decline: 0.975, back: 0.1, least: 0.6, most: 1.25 },
  /** Factor on the hazard of leaving. */
  hazard: { exploration: 0.5, growth: 1, stable: 0.85, decline: 2.4 },
  /** Months for which somebody who came back counts as won back. */
  winBackMonths: 6,
} as const;

const LEAST_EXPLORATION = 3;

export type Stages = {
  readonly months: number;
  /** By `i · months + month`, as the other arrays: one of {@link STAGE}. */
  readonly of: Uint8Array;
  /** Level of activity, 1 = usual. */
  readonly activity: Float32Array;
  /** Level of assets, 1 = usual. */
  readonly assets: Float32Array;
};

/** The chain of every customer as if nobody left. */
export function drawStages(population: Population, months: number, seed: number): Stages {
  const size = population.count * months;
  const stages: Stages = {
    months,
    of: new Uint8Array(size),
    activity: new Float32Array(size).fill(1),
    assets: new Float32Array(size).fill(1),
  };
  const random = new Random();
  for (let i = 0; i < population.count; i++) {
    random.restart(seed, STREAM.stages, i);
    const joined = population.joinMonth[i] as number;
    let stage: number = joined < 0 ? firstStage(random.uniform()) : STAGE.exploration;
    let [activity, assets] = [1, 1];
    for (let month = Math.max(0, joined); month < months; month++) {
      const isFirst = month === Math.max(0, joined);
      if (!isFirst) stage = nextStage(stage, month - joined, random.uniform());
      if (!isFirst || stage === STAGE.exploration) {
        activity = nextActivity(activity, stage);
        assets = nextAssets(assets, stage);
      }
      const at = i * months + month;
      stages.of[at] = stage;
      stages.activity[at] = activity;
      stages.assets[at] = assets;
    }
  }
  return stages;
}

function firstStage(draw: number): number {
  const { growth, decline } = LIFE_CYCLE.first;
  return draw < growth ? STAGE.growth : draw < growth + decline ? STAGE.decline : STAGE.stable;
}

function nextStage(stage: number, since: number, draw: number): number {
  const { exploration, growth, stable, decline } = LIFE_CYCLE.next;
  switch (stage) {
    case STAGE.exploration:
      if (since < LEAST_EXPLORATION) return stage;
      if (draw < exploration.growth) return STAGE.growth;
      if (draw < exploration.growth + exploration.stable) return STAGE.stable;
      return draw < exploration.growth + exploration.stable + exploration.decline ? STAGE.decline : stage;
    case STAGE.growth:
      if (draw < growth.stable) return STAGE.stable;
      return draw < growth.stable + growth.decline ? STAGE.decline : stage;
    case STAGE.stable:
      if (draw < stable.growth) return STAGE.growth;
      return draw < stable.growth + stable.decline ? STAGE.decline : stage;
    default:
      if (draw < decline.stable) return STAGE.stable;
      return draw < decline.stable + decline.growth ? STAGE.growth : stage;
  }
}

function nextActivity(level: number, stage: number): number {
  const { exploration, growth, decline, back, least, most } = LIFE_CYCLE.activity;
  if (stage === STAGE.exploration) return exploration;
  if (stage === STAGE.growth) return Math.min(most, level * growth);
  return stage === STAGE.decline ? Math.max(least, level * decline) : level + back * (1 - level);
}

function nextAssets(level: number, stage: number): number {
  const { growth, decline, back, least, most } = LIFE_CYCLE.assets;
  if (stage === STAGE.growth) return Math.min(most, level * growth);
  return stage === STAGE.decline ? Math.max(least, level * decline) : level + back * (1 - level);
}

/** Factor on the hazard of leaving, by stage. */
export const stageHazard = Float64Array.of(
  1,
  LIFE_CYCLE.hazard.exploration,
  LIFE_CYCLE.hazard.growth,
  LIFE_CYCLE.hazard.stable,
  LIFE_CYCLE.hazard.decline,
);

/** The months after leaving are lost, those after coming back won back and then stable; levels begin at 1 again. */
export function endStages(stages: Stages, membership: Membership): void {
  const { months } = stages;
  const { leaveMonth, returnMonth } = membership;
  for (let i = 0; i < leaveMonth.length; i++) {
    const back = returnMonth[i] as number;
    for (let month = (leaveMonth[i] as number) + 1; month < months; month++) {
      const at = i * months + month;
      const sinceReturn = month - back;
      stages.of[at] =
        sinceReturn < 0 ? STAGE.lost : sinceReturn < LIFE_CYCLE.winBackMonths ? STAGE.winBack : STAGE.stable;
      stages.activity[at] = 1;
      stages.assets[at] = 1;
    }
  }
}
