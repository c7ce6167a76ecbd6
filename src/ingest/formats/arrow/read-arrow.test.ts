import {
  Bool,
  DateMillisecond,
  Field,
  Float32,
  Int32,
  List,
  makeData,
  makeVector,
  Struct,
  Table,
  tableToIPC,
  TimeMicrosecond,
  TimestampNanosecond,
  TimestampSecond,
  type Data,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../../base/control';
import { bytesSource } from '../../byte-source';
import { UnpackLimit } from '../unpack-limit';
import { readArrow } from './read-arrow';

async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const tables = await readArrow(bytesSource('a.arrow', bytes), new UnpackLimit('a.arrow'), silentControl);
  return tables.flatMap(({ pieces }) => {
    const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('');
    return text.split('\r\n').slice(0, -1);
  });
}

const linesOfColumn = async (data: Data): Promise<readonly string[]> =>
  (await linesOf(tableToIPC(new Table({ a: makeVector(data) }), 'stream'))).slice(1);

const nullBitmap = Uint8Array.of(0b01);

describe('a column of Arrow', () => {
  const length = 2;
  const known = { length, nullCount: 1, nullBitmap };

  it.each<[string, Data, readonly string[]]>([
    [
      'moments in nanoseconds',
      makeData({
        type: new TimestampNanosecond(),
        length,
        data: BigInt64Array.of(1706688000000000001n, 1706659200000000000n),
      }),
      ['2024-01-31T08:00:00.000000001', '2024-01-31'],
    ],
    [
      'moments in seconds, one unknown',
      makeData({ type: new TimestampSecond(), ...known, data: BigInt64Array.of(1706688000n, 0n) }),
      ['2024-01-31T08:00:00', '""'],
    ],
    [
      'days in milliseconds',
      makeData({ type: new DateMillisecond(), length, data: BigInt64Array.of(-86_400_000n, 0n) }),
      ['1969-12-31', '1970-01-01'],
    ],
    [
      'times of day',
      makeData({ type: new TimeMicrosecond(), length, data: BigInt64Array.of(30_600_000_000n, 1n) }),
      ['08:30:00', '00:00:00.000001'],
    ],
    [
      'numbers of 32 bits',
      makeData({ type: new Float32(), length, data: Float32Array.of(0.1, 12.5) }),
      ['0.1', '12.5'],
    ],
    ['yes and no', makeData({ type: new Bool(), ...known, data: Uint8Array.of(1) }), ['true', '""']],
  ])('gives %s', async (_, data, expected) => {
    expect(await linesOfColumn(data)).toEqual(expected);
  });

  it('gives lists and structs as JSON', async () => {
    const ints = makeData({ type: new Int32(), length: 3, data: Int32Array.of(1, 2, 3) });
    const list = makeData({
      type: new List(new Field('item', new Int32(), true)),
      length: 2,
      valueOffsets: Int32Array.of(0, 2, 3),
      child: ints,
    });
    expect(await linesOfColumn(list)).toEqual(['"[1,2]"', '[3]']);
    const type = new Struct([new Field('n', new Int32(), true)]);
    const struct = makeData({ type, length: 2, children: [ints.slice(0, 2)] });
    expect(await linesOfColumn(struct)).toEqual(['"{""n"":1}"', '"{""n"":2}"']);
  });
});
