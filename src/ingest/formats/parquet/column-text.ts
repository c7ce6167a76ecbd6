import type { ParquetParsers, SchemaElement, SchemaTree } from 'hyparquet';
import { isoDay } from '../../../base/calendar-day';
import { clockText, momentText } from '../clock-text';
import { plainFloat32, scaledInteger } from '../plain-decimal';
import { bytesText, valueText } from '../value-text';

const decoder = new TextDecoder();

/** Moments, days and documents become text where hyparquet would make objects of them that know less. */
export const textParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => momentText(value, 1000n),
  timestampFromMicroseconds: (value) => momentText(value, 1_000_000n),
  timestampFromNanoseconds: (value) => momentText(value, 1_000_000_000n),
  dateFromDays: (days) => isoDay(days),
  jsonFromBytes: (bytes) => decoder.decode(bytes),
  geometryFromBytes: bytesText,
  geographyFromBytes: bytesText,
};

export type ColumnText = { readonly name: string; readonly textOf: (value: unknown) => string };

/**
 * How the values of each column become text. Decimals are read as the integers that they are stored as: hyparquet makes
 * binary fractions of them, so what it is told of their type is taken away.
 */
export function columnTexts({ children }: SchemaTree): readonly ColumnText[] {
  return children.map(({ element, children: inside }) => {
    const text = inside.length > 0 ? valueText : leafText(element);
    return {
      name: element.name,
      textOf: (value) => (value === null || value === undefined ? '' : text(value)),
    };
  });
}

function leafText(element: SchemaElement): (value: unknown) => string {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    delete element.converted_type;
    return (value) => scaledInteger(unscaled(value), scale);
  }
  if (logical?.type === 'TIME') {
    const perSecond = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n }[logical.unit];
    return (value) => clockText(unscaled(value), perSecond);
  }
  if (converted === 'TIME_MILLIS') return (value) => clockText(unscaled(value), 1000n);
  if (converted === 'TIME_MICROS') return (value) => clockText(unscaled(value), 1_000_000n);
  if (type === 'FLOAT')
    return (value) => (typeof value === 'number' ? plainFloat32(value) : valueText(value));
  return valueText;
}

/** An integer, however it is stored; bytes are two's complement, the highest first. */
function unscaled(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (!(value instanceof Uint8Array)) throw new Error('a decimal is no number');
  let sum = 0n;
  for (const byte of value) sum = (sum << 8n) | BigInt(byte);
  return BigInt.asIntN(value.length * 8, sum);
}
