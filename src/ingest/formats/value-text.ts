import { hexText } from '../../base/hex-text';
import { plainNumber } from './plain-decimal';

const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes as the text that they are, or in hexadecimal where they are none. */
export function bytesText(bytes: Uint8Array): string {
  try {
    const text = strict.decode(bytes);
    // eslint-disable-next-line no-control-regex -- bytes that are no text mostly hold some
    if (!/[\u0000-\u0008\u000e-\u001f]/u.test(text)) return text;
  } catch {
    // Not UTF-8.
  }
  return hexText(bytes);
}

/** A value of a typed source that needs no knowledge of its column: nothing for null, JSON for what is nested. */
export function valueText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return plainNumber(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return '';
      return value instanceof Uint8Array ? bytesText(value) : jsonText(value);
    default:
      return '';
  }
}

/** JSON in which integers of 64 bits keep their digits. */
export function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return plainNumber(value) || 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (value instanceof Uint8Array) return JSON.stringify(bytesText(value));
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return `[${Array.from(value as ArrayLike<unknown>, jsonText).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return 'null';
  const members = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${jsonText(part)}`);
  return `{${members.join(',')}}`;
}
