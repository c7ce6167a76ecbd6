import type { Task } from '../task';
import { rfm, rfmColumns, rfmDefaults, type RfmParameters, type RfmResult } from './rfm';
import { tierColumns, tiers, tiersDefaults, type TiersParameters, type TiersResult } from './tiers';

export const rfmTask: Task<RfmParameters, RfmResult> = {
  id: 'segmentation.rfm',
  defaults: rfmDefaults,
  needs: ['transaction'],
  publishes: rfmColumns,
  query: rfm,
};

export const tiersTask: Task<TiersParameters, TiersResult> = {
  id: 'segmentation.tiers',
  defaults: tiersDefaults,
  needs: ['customer'],
  publishes: tierColumns,
  query: tiers,
};
