import type { Task } from '../task';
import { breakdownDefaults, breakDown, type BreakdownParameters, type BreakdownResult } from './breakdown';
import {
  concentration,
  concentrationDefaults,
  type ConcentrationParameters,
  type ConcentrationResult,
} from './concentration';
import { brush, brushDefaults, type BrushParameters, type BrushResult } from './brush';
import { movement, type MovementParameters, type MovementResult } from './movement';
import { summarise, type SummaryParameters, type SummaryResult } from './summary';
import { trend, trendDefaults, type TrendParameters, type TrendResult } from './trend';

export const summaryTask: Task<SummaryParameters, SummaryResult> = {
  id: 'overview.summary',
  defaults: {},
  needs: ['customer'],
  query: summarise,
};

export const trendTask: Task<TrendParameters, TrendResult> = {
  id: 'overview.trend',
  defaults: trendDefaults,
  needs: ['customer'],
  query: trend,
};

export const breakdownTask: Task<BreakdownParameters, BreakdownResult> = {
  id: 'overview.breakdown',
  defaults: breakdownDefaults,
  needs: ['customer'],
  query: breakDown,
};

export const movementTask: Task<MovementParameters, MovementResult> = {
  id: 'overview.movement',
  defaults: {},
  needs: ['balance'],
  query: movement,
};

export const concentrationTask: Task<ConcentrationParameters, ConcentrationResult> = {
  id: 'overview.concentration',
  defaults: concentrationDefaults,
  needs: ['customer'],
  query: concentration,
};

export const brushTask: Task<BrushParameters, BrushResult> = {
  id: 'overview.brush',
  defaults: brushDefaults,
  needs: ['customer'],
  query: brush,
};
