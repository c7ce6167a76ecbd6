import type { Task } from '../task';
import { columnProfile } from './column-profile';
import type { ColumnParameters, ColumnResult } from './column-result';
import { quality } from './quality';
import type { QualityParameters, QualityResult } from './quality-result';

export const qualityTask: Task<QualityParameters, QualityResult> = {
  id: 'data-quality.report',
  defaults: {},
  needs: [],
  query: quality,
};

export const columnTask: Task<ColumnParameters, ColumnResult> = {
  id: 'data-quality.column',
  defaults: { table: 'customer', column: 'customer_id', part: '' },
  needs: [],
  query: columnProfile,
};
