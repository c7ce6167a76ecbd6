import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileKernel } from '../../../tests/support/compile-kernel';

it('kernel-bytes.ts is what the source of the kernel compiles to', () => {
  expect(readFileSync(new URL('./kernel-bytes.ts', import.meta.url), 'utf8')).toBe(compileKernel());
});
