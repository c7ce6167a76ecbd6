import {
  emptyBitmap,
  isNull,
  setNull,
  type Column,
  type Float64Column,
  type TextColumn,
} from '../columns/column';
import { dictionaryValues } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Assumption } from './dataset';

export type SignedAmounts = {
  /** Minor units, money in positive; null where the amount or its direction is not known. */
  readonly amount: Float64Column;
  readonly assumptions: readonly Assumption[];
};

const isFloat = (column: Column | undefined): column is Float64Column => column?.kind === 'float64';

/**
 * Transaction amounts with their sign, from what the file gives: a direction column (codes `credit`, `debit`), separate
 * debit and credit columns, signs of its own, or none of them: then all amounts are activity and count as inflow.
 *
 * Assumes that a direction column beside amounts of both signs, where debits are mostly negative, repeats the sign;
 * otherwise a negative amount takes back a booking of its direction.
 */
export function signAmounts(frame: Frame): SignedAmounts | null {
  const { amount, debit_amount: debit, credit_amount: credit, dc_flag: flag } = frame.columns;
  if (isFloat(amount) && flag?.kind === 'text') return byFlag(amount, flag);
  if (isFloat(debit) || isFloat(credit)) {
    return byTwoColumns(frame.rowCount, isFloat(debit) ? debit : null, isFloat(credit) ? credit : null);
  }
  if (!isFloat(amount)) return null;
  const hasOutflow = amount.values.some((value) => value < 0);
  return {
    amount,
    assumptions: hasOutflow ? [] : [{ code: 'direction.all-inflow', values: { rows: frame.rowCount } }],
  };
}

function byTwoColumns(
  rowCount: number,
  debit: Float64Column | null,
  credit: Float64Column | null,
): SignedAmounts {
  const values = new Float64Array(rowCount);
  let nulls: Uint8Array | null = null;
  for (let row = 0; row < rowCount; row++) {
    const isOut = debit !== null && !isNull(debit.nulls, row);
    const isIn = credit !== null && !isNull(credit.nulls, row);
    if (!isOut && !isIn) {
      nulls ??= emptyBitmap(rowCount);
      setNull(nulls, row);
      continue;
    }
    const out = isOut ? (debit.values[row] as number) : 0;
    values[row] = (isIn ? (credit.values[row] as number) : 0) - out;
  }
  return { amount: { kind: 'float64', values, nulls }, assumptions: [] };
}

function signsOf(flag: TextColumn): Int8Array {
  return Int8Array.from(dictionaryValues(flag.dictionary), (value) =>
    value === 'credit' ? 1 : value === 'debit' ? -1 : 0,
  );
}

function byFlag(amount: Float64Column, flag: TextColumn): SignedAmounts {
  const signs = signsOf(flag);
  const source = amount.values;
  let [negativeDebits, debits] = [0, 0];
  for (let row = 0; row < source.length; row++) {
    if ((signs[flag.codes[row] as number] as number) >= 0 || source[row] === 0) continue;
    debits++;
    if ((source[row] as number) < 0) negativeDebits++;
  }
  const isSignedAlready = debits > 0 && negativeDebits > debits / 2;
  if (isSignedAlready) return { amount, assumptions: [] };
  const values = new Float64Array(source.length);
  let nulls: Uint8Array | null = amount.nulls === null ? null : amount.nulls.slice();
  let unknown = 0;
  for (let row = 0; row < source.length; row++) {
    const sign = isNull(flag.nulls, row) ? 0 : (signs[flag.codes[row] as number] as number);
    if (sign === 0) {
      nulls ??= emptyBitmap(source.length);
      setNull(nulls, row);
      unknown++;
    } else {
      values[row] = sign * (source[row] as number);
    }
  }
  return {
    amount: { kind: 'float64', values, nulls },
    assumptions: unknown === 0 ? [] : [{ code: 'direction.unknown', values: { rows: unknown } }],
  };
}
