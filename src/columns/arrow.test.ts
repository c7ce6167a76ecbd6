import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameFromArrow, frameToArrow } from './arrow';
import { emptyBitmap, setNull, type Column, type NullBitmap } from './column';
import { dictionaryOf } from './dictionary';
import type { Frame } from './frame';

const bitmapOf = (flags: readonly boolean[]): Uint8Array => {
  const bitmap = emptyBitmap(flags.length);
  flags.forEach((flag, row) => {
    if (flag) setNull(bitmap, row);
  });
  return bitmap;
};

const nullsOf = (rows: number): fc.Arbitrary<NullBitmap> =>
  fc.option(fc.array(fc.boolean(), { minLength: rows, maxLength: rows }).map(bitmapOf));

function columnOf(rows: number): fc.Arbitrary<Column> {
  const length = { minLength: rows, maxLength: rows };
  return fc.oneof(
    fc
      .tuple(fc.float64Array({ minLength: rows, maxLength: rows }), nullsOf(rows))
      .map(([values, nulls]): Column => ({ kind: 'float64', values, nulls })),
    fc
      .tuple(fc.int32Array({ minLength: rows, maxLength: rows }), nullsOf(rows))
      .map(([values, nulls]): Column => ({ kind: 'int32', values, nulls })),
    fc
      .tuple(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), length),
        nullsOf(rows),
      )
      .map(([texts, picks, nulls]): Column => ({
        kind: 'text',
        codes: Uint32Array.from(picks, (pick) => pick % texts.length),
        dictionary: dictionaryOf(texts),
        nulls,
      })),
  );
}

const frames: fc.Arbitrary<Frame> = fc.nat(40).chain((rowCount) =>
  fc.record({
    name: fc.string(),
    rowCount: fc.constant(rowCount),
    columns: fc
      .uniqueArray(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), columnOf(rowCount)), {
        selector: ([name]) => name,
        maxLength: 6,
      })
      .map((entries) => Object.fromEntries(entries)),
  }),
);

describe('a frame as an Arrow file', () => {
  it('comes back as it was: names, order, codes, dictionaries, bitmaps', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const again = frameFromArrow(frameToArrow(frame));
        expect(again).toEqual(frame);
        expect(Object.keys(again.columns)).toEqual(Object.keys(frame.columns));
      }),
    );
  });

  it('is the same bytes every time', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(frameToArrow(frame)).toEqual(frameToArrow(frame));
      }),
    );
  });

  it('keeps a bitmap in which nothing is null, and values that stand behind nulls', () => {
    const frame: Frame = {
      name: 'odd',
      rowCount: 3,
      columns: {
        none: { kind: 'int32', values: Int32Array.of(1, 2, 3), nulls: emptyBitmap(3) },
        all: { kind: 'float64', values: Float64Array.of(1, -0, NaN), nulls: Uint8Array.of(7) },
      },
    };
    expect(frameFromArrow(frameToArrow(frame))).toEqual(frame);
  });

  it('reads bytes that begin anywhere, and keeps nothing of them', () => {
    const values = Float64Array.from({ length: 100 }, (_, row) => row / 3);
    const frame: Frame = {
      name: 'x',
      rowCount: 100,
      columns: { a: { kind: 'float64', values, nulls: null } },
    };
    const written = frameToArrow(frame);
    const shifted = new Uint8Array(written.length + 3);
    shifted.set(written, 3);
    const again = frameFromArrow(shifted.subarray(3));
    shifted.fill(0);
    expect(again).toEqual(frame);
  });

  it('writes columns that are parts of a larger buffer', () => {
    const values = new Int32Array([9, 1, 2, 9]).subarray(1, 3);
    const dictionary = {
      bytes: new TextEncoder().encode('xabc').subarray(1),
      offsets: new Uint32Array([7, 0, 1, 3]).subarray(1),
      size: 2,
    };
    const frame: Frame = {
      name: 'parts',
      rowCount: 2,
      columns: {
        values: { kind: 'int32', values, nulls: null },
        text: { kind: 'text', codes: Uint32Array.of(1, 0), dictionary, nulls: null },
      },
    };
    expect(frameFromArrow(frameToArrow(frame))).toEqual(frame);
  });

  it('refuses Arrow files of others and bytes that are none', () => {
    expect(() => frameFromArrow(new TextEncoder().encode('no Arrow file at all'))).toThrow();
    const bytes = frameToArrow({ name: 'x', rowCount: 0, columns: {} });
    expect(() => frameFromArrow(bytes.subarray(0, bytes.length - 40))).toThrow();
  });
});
