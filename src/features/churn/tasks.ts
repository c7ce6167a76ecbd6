import type { Publishing, Task } from '../task';
import { risk } from './risk';
import { churnRisk, riskDefaults, silenceRatio, type RiskParameters, type RiskResult } from './risk-result';
import { survival } from './survival';
import { survivalDefaults, type SurvivalParameters, type SurvivalResult } from './survival-result';

export const riskTask: Task<RiskParameters, RiskResult & Publishing> = {
  id: 'churn.risk',
  defaults: riskDefaults,
  needs: ['transaction'],
  publishes: [churnRisk, silenceRatio],
  query: risk,
};

export const survivalTask: Task<SurvivalParameters, SurvivalResult> = {
  id: 'churn.survival',
  defaults: survivalDefaults,
  needs: [],
  query: survival,
};
