import { DataType, Precision, TimeUnit, Type, type Data } from 'apache-arrow';
import { clockText, momentText } from '../clock-text';
import { plainFloat32, scaledInteger } from '../plain-decimal';

const perSecond: Readonly<Record<TimeUnit, bigint>> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
};

/** Text of a value by its row in the data at hand; only asked where there is one. */
export type RawText = (data: Data, row: number) => string;

/**
 * How the stored values of a type become text, where the library's own values know less: moments in parts of
 * milliseconds, decimals, numbers of 32 bits. Null for all others.
 */
export function rawText(type: DataType): RawText | null {
  if (DataType.isDecimal(type)) {
    const { scale } = type;
    return (data, row) => scaledInteger(wordsOf(data, row), scale);
  }
  if (DataType.isTimestamp(type)) {
    const units = perSecond[type.unit];
    return (data, row) => momentText(integerAt(data, row), units);
  }
  if (DataType.isTime(type) || DataType.isDuration(type)) {
    const units = perSecond[type.unit];
    return (data, row) => clockText(integerAt(data, row), units);
  }
  if (DataType.isDate(type)) {
    return type.typeId === Type.Date && (type as { unit: number }).unit === 0
      ? (data, row) => momentText(integerAt(data, row) * 86_400n, 1n)
      : (data, row) => momentText(integerAt(data, row), 1000n);
  }
  if (DataType.isFloat(type) && type.precision === Precision.SINGLE) {
    return (data, row) => plainFloat32(Number((data.values as Float32Array)[row]));
  }
  return null;
}

function integerAt({ values }: Data, row: number): bigint {
  const value = (values as ArrayLike<number | bigint>)[row];
  if (value === undefined) throw new Error('a column is shorter than its table');
  return BigInt(value);
}

/** A decimal is stored in words of 32 bits, the lowest first, in two's complement. */
function wordsOf({ values, stride }: Data, row: number): bigint {
  const words = (values as Uint32Array).subarray(stride * row, stride * (row + 1));
  if (words.length < stride) throw new Error('a column is shorter than its table');
  const sum = words.reduceRight((high, word) => (high << 32n) | BigInt(word >>> 0), 0n);
  return BigInt.asIntN(32 * stride, sum);
}
