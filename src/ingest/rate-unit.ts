import type { RateUnit } from '../model/mapping';
import { withPoint, type DecimalMark } from './decimal-mark';
import type { SampledColumn } from './match-values';

/** What a column writes for 1. */
export const perOne: Readonly<Record<RateUnit, number>> = {
  fraction: 1,
  percent: 100,
  'basis-points': 10_000,
};

/** Fields that hold interest; the others are shares, which may be more than 1. */
const interest: ReadonlySet<string> = new Set(['rate', 'ftp_rate']);
/** No bank's customers pay or get more interest than this. */
const mostInterest = 0.36;
const mostShare = 3;

/**
 * In which unit a column of rates is written, by its values (data.md §5.11): 3.25 is percent, 325 basis points, 0.0325 a
 * fraction. Rates below 1 with two decimals are fractions only where they may be that high, as those of loans. Null
 * where every cell has its own sign.
 *
 * @returns the unit, and whether it could not be another
 */
export function rateUnitOf(
  column: SampledColumn,
  table: string,
  field: string,
  decimal: DecimalMark | undefined,
): { readonly unit: RateUnit; readonly isSure: boolean } | null {
  const bare = column.values
    .map((value) => Number(withPoint(value, decimal)))
    .filter((value) => Number.isFinite(value))
    .map(Math.abs);
  if (bare.length === 0) return null;
  const largest = Math.max(...bare);
  const taken = (unit: RateUnit, isSure = false) => ({ unit, isSure });
  if (!interest.has(field)) return largest <= mostShare ? taken('fraction', true) : taken('percent');
  if (largest > 1) return taken(largest <= 100 ? 'percent' : 'basis-points');
  const isFine = bare.some((value) => Math.abs(value * 100 - Math.round(value * 100)) > 1e-9);
  if (isFine) return taken('fraction', largest <= mostInterest);
  if (largest < 0.1) return taken('fraction');
  return taken(table !== 'account' && largest <= mostInterest ? 'fraction' : 'percent');
}
