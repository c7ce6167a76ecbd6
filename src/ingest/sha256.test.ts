import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source';
import { FileHash, Sha256 } from './sha256';

const reference = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('Sha256', () => {
  // FIPS 180-2, appendix B.1 and B.2.
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('hashes %s', (text, expected) => {
    const hash = new Sha256();
    hash.update(new TextEncoder().encode(text));
    expect(hash.finish()).toBe(expected);
  });

  it('agrees with another implementation at every length around the block', () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) & 255);
      const hash = new Sha256();
      hash.update(bytes);
      expect(hash.finish()).toBe(reference(bytes));
    }
  });

  it('does not depend on how the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (parts) => {
        const hash = new Sha256();
        for (const part of parts) hash.update(part);
        expect(hash.finish()).toBe(reference(Uint8Array.from(parts.flatMap((part) => [...part]))));
      }),
    );
  });
});

describe('FileHash', () => {
  it('gives the same by the platform and by streaming', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index & 255);
    const source = bytesSource('x', bytes);
    const streaming = new FileHash(source, { streaming: true });
    streaming.update(bytes.subarray(0, 333));
    streaming.update(bytes.subarray(333));
    expect(await streaming.finish()).toBe(reference(bytes));
    expect(await new FileHash(source).finish()).toBe(reference(bytes));
  });
});
