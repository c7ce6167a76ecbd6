import type { Frame } from '../columns/frame';
import { withColumns } from '../dataset/make-column';
import type { AmountSign } from '../model/mapping';

/** Amounts with the sign that a person or a mapping file said they have; other columns as they are. */
export function withSettledSign(frame: Frame, sign: AmountSign | undefined): Frame {
  const { amount } = frame.columns;
  if (amount?.kind !== 'float64' || sign === undefined || sign === 'as-written') return frame;
  const signed = sign === 'reversed' ? (value: number) => 0 - value : (value: number) => 0 - Math.abs(value);
  return withColumns(frame, { amount: { ...amount, values: amount.values.map(signed) } });
}
