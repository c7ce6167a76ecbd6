import type { Task } from '../task';
import { survival } from './survival';
import { survivalDefaults, type SurvivalParameters, type SurvivalResult } from './survival-result';

export const survivalTask: Task<SurvivalParameters, SurvivalResult> = {
  id: 'churn.survival',
  defaults: survivalDefaults,
  needs: [],
  query: survival,
};
