import { RecordScanner, type Scanner, type ScannerOptions } from '../delimited/record-scanner';
import type { Dialect } from '../table';
import { FixedScanner } from './fixed-scanner';

/** What cuts the records of a dialect: by its marks, or by the places on the line. */
export function makeScanner(
  options: ScannerOptions & { readonly dialect: Pick<Dialect, 'format' | 'places'> },
): Scanner {
  const { format, places } = options.dialect;
  return format === 'fixed-width' && places ? new FixedScanner(places, options) : new RecordScanner(options);
}
