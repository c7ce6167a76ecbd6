import { dayOf, type Day } from '../../src/base/calendar-day';
import type { Frame } from '../../src/columns/frame';
import { channels, products, type Channel, type ProductCode } from './codes';
import { textColumnOfStrings } from './text-columns';

/** Terms of the curve: how they are written, and in months; `demand` is money that may go any day. */
export const ftpTerms = [
  { term: 'demand', months: 0, rate: 0.019 },
  { term: '3M', months: 3, rate: 0.02 },
  { term: '6M', months: 6, rate: 0.0208 },
  { term: '1Y', months: 12, rate: 0.022 },
  { term: '2Y', months: 24, rate: 0.0236 },
  { term: '3Y', months: 36, rate: 0.0248 },
  { term: '5Y', months: 60, rate: 0.0266 },
  { term: '10Y', months: 120, rate: 0.0288 },
  { term: '20Y', months: 240, rate: 0.03 },
] as const;

const FIRST_CURVE = 2016;
const LAST_CURVE = 2026;
/** How much higher the curve lay ten years before the last one. */
const FALL = 0.004;

/** The curve of the first of January of a year, as fractions in the order of {@link ftpTerms}. */
export function ftpCurveOf(year: number): readonly number[] {
  const shift = (FALL * (LAST_CURVE - Math.min(LAST_CURVE, Math.max(FIRST_CURVE, year)))) / 10;
  return ftpTerms.map(({ rate }) => Math.floor((rate + shift) * 1e5 + 0.5) / 1e5);
}

/** Cost of one booking by channel, in minor units. */
export const unitCosts: Readonly<Record<Channel, number>> = {
  counter: 1800,
  atm: 250,
  pos: 30,
  web: 50,
  mobile: 20,
  third_party: 10,
  phone: 700,
  system: 5,
};

/** Risk weights by product; what is no asset of the bank needs no capital. */
export const riskWeights: Readonly<Record<ProductCode, number>> = {
  current: 0,
  savings: 0,
  term_deposit: 0,
  wealth: 0,
  fund: 0,
  insurance: 0,
  credit_card: 0.45,
  mortgage: 0.4,
  consumer_loan: 0.75,
  corporate_loan: 1,
};

const numbers = (values: readonly number[]) =>
  ({ kind: 'float64', values: Float64Array.from(values), nulls: null }) as const;

/** The bank's own transfer prices (a curve for each first of January), unit costs and risk weights. */
export function economicsFrames(): Record<'ftp_curve' | 'unit_cost' | 'capital', Frame> {
  const years = Array.from({ length: LAST_CURVE - FIRST_CURVE + 1 }, (_, n) => FIRST_CURVE + n);
  const points = years.flatMap((year) =>
    ftpCurveOf(year).map((rate, n) => ({
      day: dayOf(year, 1, 1) as Day,
      term: ftpTerms[n]?.term ?? '',
      rate,
    })),
  );
  return {
    ftp_curve: {
      name: 'ftp_curve',
      rowCount: points.length,
      columns: {
        date: { kind: 'int32', values: Int32Array.from(points, ({ day }) => day), nulls: null },
        term: textColumnOfStrings(points.map(({ term }) => term)),
        rate: numbers(points.map(({ rate }) => rate)),
      },
    },
    unit_cost: {
      name: 'unit_cost',
      rowCount: channels.length,
      columns: {
        channel: textColumnOfStrings(channels),
        cost: numbers(channels.map((channel) => unitCosts[channel])),
      },
    },
    capital: {
      name: 'capital',
      rowCount: products.length,
      columns: {
        product: textColumnOfStrings(products.map(({ code }) => code)),
        risk_weight: numbers(products.map(({ code }) => riskWeights[code])),
      },
    },
  };
}
