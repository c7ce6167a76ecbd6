import { expect, it } from 'vitest';
import { clockText, momentText } from './clock-text';

it('writes moments and times of day in ISO, with the fraction that there is', () => {
  expect(momentText(1706659200n, 1n)).toBe('2024-01-31');
  expect(momentText(-1n, 1000n)).toBe('1969-12-31T23:59:59.999');
  expect(momentText(1706688000000000500n, 1_000_000_000n)).toBe('2024-01-31T08:00:00.0000005');
  expect(clockText(30_600n, 1n)).toBe('08:30:00');
  expect(clockText(-129_600_500n, 1000n)).toBe('-36:00:00.5');
});
