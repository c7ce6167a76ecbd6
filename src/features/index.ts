import { churn } from './churn/feature';
import { customer360 } from './customer-360/feature';
import { customerList } from './customer-list/feature';
import { customerValue } from './customer-value/feature';
import { dataQuality } from './data-quality/feature';
import { dataImport } from './data-import/feature';
import type { Feature } from './feature';
import { landing } from './landing/feature';
import { overview } from './overview/feature';
import { segmentation } from './segmentation/feature';
import { settings } from './settings/feature';
import { sqlConsole } from './sql-console/feature';

/** Everything that a user can do, in the order of the rail. A new capability is a folder and a line here. */
export const features: readonly Feature[] = [
  landing,
  dataImport,
  overview,
  customerList,
  segmentation,
  customerValue,
  churn,
  customer360,
  sqlConsole,
  dataQuality,
  settings,
];
