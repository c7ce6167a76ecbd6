const variable = 'CLIENTELE_RANDOM_TIMES';

/**
 * How many random cases a property is tried with: `cases` in `npm test`, so many times as many where
 * `CLIENTELE_RANDOM_TIMES` says so. A longer run also begins elsewhere each time.
 */
export function randomRuns(cases: number): { readonly numRuns: number } {
  const times = Number(process.env[variable] ?? 1);
  if (!Number.isInteger(times) || times < 1)
    throw new RangeError(`${variable} is no whole number: ${String(times)}`);
  return { numRuns: cases * times };
}
