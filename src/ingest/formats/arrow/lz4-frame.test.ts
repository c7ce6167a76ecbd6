import { expect, it } from 'vitest';
import { unpackLz4Frame } from './lz4-frame';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const size = (bytes: number): number[] => [bytes & 255, (bytes >> 8) & 255, 0, (bytes >>> 24) & 255];

/** A frame of linked blocks without checksums (version 1, flags 0x40). */
const frame = (...blocks: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.of(
    ...[0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0],
    ...blocks.flatMap((block) => [...size(block.length), ...block]),
    ...[0, 0, 0, 0],
  );

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

it('repeats what came before, over the ends of blocks too', () => {
  // 4 literals; a match of 8 at 4; 1 literal. Then a match of 4 at 13, in the block before; 2 literals.
  const first = [0x44, ...utf8('abcd'), 4, 0, 0x10, ...utf8('!')];
  const second = [0x00, 13, 0, 0x20, ...utf8('ok')];
  expect(text(unpackLz4Frame(frame(first, second), 19))).toBe('abcdabcdabcd!abcdok');
});

it('reads long lengths', () => {
  // 15 + 5 literals, a match of 15 + 1 + 4 at 20.
  const block = [0xff, 5, ...utf8('abcdefghijklmnopqrst'), 20, 0, 1, 0x00];
  expect(text(unpackLz4Frame(frame(block), 40))).toBe('abcdefghijklmnopqrst'.repeat(2));
});

it('takes stored blocks as they are', () => {
  const stored = Uint8Array.of(...frame().slice(0, 7), 3, 0, 0, 0x80, ...utf8('abc'), 0, 0, 0, 0);
  expect(text(unpackLz4Frame(stored, 3))).toBe('abc');
});

it.each<[string, Uint8Array, number]>([
  ['a match before the start', frame([0x10, 97, 9, 0, 0x00]), 5],
  ['more than was said', frame([0x40, ...utf8('abcd')]), 3],
  ['less than was said', frame([0x40, ...utf8('abcd')]), 5],
  ['no end', frame([0x40, ...utf8('abcd')]).slice(0, -6), 4],
  ['another format', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4],
])('refuses %s', (_, bytes, length) => {
  expect(() => unpackLz4Frame(bytes, length)).toThrow();
});
