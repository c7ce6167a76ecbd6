import type { Task } from '../task';
import { quality } from './quality';
import type { QualityParameters, QualityResult } from './quality-result';

export const qualityTask: Task<QualityParameters, QualityResult> = {
  id: 'data-quality.report',
  defaults: {},
  needs: [],
  query: quality,
};
