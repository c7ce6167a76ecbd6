import { describe, expect, it } from 'vitest';
import { isNull } from '../columns/column';
import { dictionaryValue } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import { textColumnOf } from '../dataset/make-column';
import { appendFrames } from './append-frames';

const cells = (frame: Frame, name: string) => {
  const column = frame.columns[name];
  if (!column) throw new Error(name);
  return Array.from({ length: frame.rowCount }, (_, row) =>
    isNull(column.nulls, row)
      ? null
      : column.kind === 'text'
        ? dictionaryValue(column.dictionary, column.codes[row] as number)
        : column.values[row],
  );
};

const first: Frame = {
  name: 't',
  rowCount: 2,
  columns: {
    id: textColumnOf(['a', null]),
    own: { kind: 'float64', values: Float64Array.of(1.5, 2), nulls: null },
    day: { kind: 'int32', values: Int32Array.of(7, 8), nulls: null },
  },
};
const second: Frame = {
  name: 't',
  rowCount: 1,
  columns: { own: textColumnOf(['x']), id: textColumnOf(['a']), more: textColumnOf(['m']) },
};

describe('appendFrames', () => {
  const whole = appendFrames([first, second], ['1.csv', '2.csv']);

  it('joins columns by name and leaves null what a file lacks', () => {
    expect(whole.rowCount).toBe(3);
    expect(cells(whole, 'id')).toEqual(['a', null, 'a']);
    expect(cells(whole, 'day')).toEqual([7, 8, null]);
    expect(cells(whole, 'more')).toEqual([null, null, 'm']);
    expect(cells(whole, 'source_file')).toEqual(['1.csv', '1.csv', '2.csv']);
  });

  it('makes text of a column that is text in one file', () => {
    expect(cells(whole, 'own')).toEqual(['1.5', '2', 'x']);
  });

  it('gives a single file back as it is', () => {
    expect(appendFrames([first], ['1.csv'])).toBe(first);
  });
});
