import { expect, it } from 'vitest';
import { maskId, maskName, maskPhone } from './masking';

it('keeps the first character of a name, also one outside the basic plane', () => {
  expect(maskName('张伟')).toBe('张*');
  expect(maskName(' Jana Novak')).toBe('J*');
  expect(maskName('𠮷田')).toBe('𠮷*');
  expect(maskName('')).toBe('');
});

it('keeps the ends of a telephone number', () => {
  expect(maskPhone('13812341234')).toBe('138****1234');
  expect(maskPhone('12345')).toBe('****5');
});

it('keeps four characters of a number, one of a short one', () => {
  expect(maskId('110101199003074321')).toBe('****4321');
  expect(maskId('8841')).toBe('****1');
  expect(maskId('')).toBe('');
});
