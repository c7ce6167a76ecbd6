/** Where an error code of the product can be seen. */
export type Provoked =
  /** Reading this file of `sample-data/broken` is refused with it. */
  | { readonly broken: string }
  /** This file of this folder is about it: refused, or loaded with the fate and the notes that its `.json` tells. */
  | { readonly rule: string }
  /** No file can provoke it: it is about memory, queries or pages; this test does, and looks for these words. */
  | { readonly test: string; readonly code: string }
  /** What it speaks of is not part of the product yet. */
  | { readonly notYet: string };

/** The 24 codes that people may see, each with what provokes it. */
export const errorCodes: Readonly<Record<string, Provoked>> = {
  'F-01': { broken: 'empty.csv' },
  'F-02': { test: 'src/ingest/formats/open-file.test.ts', code: 'ingest.too-large' },
  'F-03': { broken: 'locked.xlsx' },
  'F-04': { broken: 'workbook.xls' },
  'F-05': { broken: 'unclosed-quote.csv' },
  'F-06': { broken: 'garbled.csv' },
  'F-07': { test: 'workers/out-of-memory.test.ts', code: 'ingest.out-of-memory' },
  'R-01': { rule: 'ragged-rows.csv' },
  'R-02': { rule: 'refused-no-dates.csv' },
  'R-03': { rule: 'refused-day-or-month.csv' },
  'R-04': { rule: 'ids-damaged.csv' },
  'M-01': { rule: 'refused-no-customer.csv' },
  'M-02': { rule: 'customers-repeated.csv' },
  'M-03': { rule: 'zeros-lost.csv' },
  'Q-01': { test: 'src/state/analysis.test.ts', code: 'query.no-match' },
  'Q-02': { test: 'tests/browser/card-states.spec.ts', code: "'data-state', 'needs'" },
  'Q-03': { test: 'tests/browser/card-states.spec.ts', code: "'data-state', 'not-enough'" },
  'Q-04': { test: 'src/database/query.test.ts', code: 'database.query-failed' },
  'Q-05': { test: 'src/database/query.test.ts', code: 'database.too-large' },
  'N-01': { notYet: 'bundles from a host' },
  'N-02': { notYet: 'bundles from a host' },
  'S-01': { notYet: 'keeping data in the browser' },
  'S-02': { notYet: 'keeping data in the browser' },
  'X-01': { test: 'tests/contracts/charts.test.ts', code: 'internal.card' },
};
