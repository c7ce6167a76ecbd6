import { DEFAULT_SAMPLE } from '../../../sample-data/model/sample-bank';
import { makeSampleDataset } from '../../../sample-data/model/sample-dataset';
import { silentControl } from '../../../src/base/control';
import { measured, type Measured } from './measured';

/** The sample bank as the import worker makes it: 20,000 customers × 24 months, whatever the rows of the other groups. */
export async function ours(): Promise<Measured> {
  return measured(
    () => makeSampleDataset(DEFAULT_SAMPLE, silentControl),
    ({ tables }) => ({
      customers: tables['customer']?.rowCount,
      transactions: tables['transaction']?.rowCount,
    }),
  );
}
