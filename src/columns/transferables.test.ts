import { describe, expect, it } from 'vitest';
import { dictionaryOf } from './dictionary';
import { emptyBitmap, isNull, setNull, countNulls } from './column';
import { buffersOf } from './transferables';

describe('buffersOf', () => {
  it('finds each buffer once, however deep and however often it is shared', () => {
    const shared = new Float64Array(4);
    const dictionary = dictionaryOf(['a', 'b']);
    const value = {
      a: shared,
      b: [{ again: shared.subarray(1), dictionary }],
      text: 'x',
      nothing: null,
    };
    expect(buffersOf(value)).toEqual([shared.buffer, dictionary.bytes.buffer, dictionary.offsets.buffer]);
  });

  it('lets a structured clone give the buffers away', () => {
    const column = { values: new Int32Array([1, 2, 3]) };
    const copy = structuredClone(column, { transfer: buffersOf(column) });
    expect(column.values.byteLength).toBe(0);
    expect([...copy.values]).toEqual([1, 2, 3]);
  });
});

describe('null bitmap', () => {
  it('marks single rows, the first and the last of a byte too', () => {
    const nulls = emptyBitmap(17);
    for (const row of [0, 7, 8, 16]) setNull(nulls, row);
    expect([...Array(17).keys()].filter((row) => isNull(nulls, row))).toEqual([0, 7, 8, 16]);
    expect(countNulls(nulls, 17)).toBe(4);
    expect(countNulls(null, 17)).toBe(0);
  });
});
