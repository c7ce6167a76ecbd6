import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { silentControl } from '../../../base/control';
import { bytesSource } from '../../byte-source';
import { UnpackLimit } from '../unpack-limit';
import { readParquet } from './read-parquet';

async function linesOf(bytes: ArrayBuffer): Promise<readonly string[]> {
  const source = bytesSource('a.parquet', new Uint8Array(bytes));
  const tables = await readParquet(source, new UnpackLimit('a.parquet'), silentControl);
  return tables.flatMap(({ pieces }) => {
    const text = pieces.map((piece) => new TextDecoder().decode(piece)).join('');
    return text.split('\r\n').slice(0, -1);
  });
}

const written = async (columnData: ColumnSource[], schema?: SchemaElement[]): Promise<readonly string[]> =>
  (await linesOf(parquetWriteBuffer({ columnData, ...(schema ? { schema } : {}) }))).slice(1);

/** A schema of one column that may be empty. */
const of = (element: Omit<SchemaElement, 'name'>): SchemaElement[] => [
  { name: 'root', num_children: 1 },
  { name: 'a', repetition_type: 'OPTIONAL', ...element },
];

/** A frame of Zstandard whose only block is stored. Source: RFC 8878, §3.1.1. */
function zstdFrame(input: Uint8Array): Uint8Array {
  const size = input.length;
  const header = (size << 3) | 1;
  const content = [size & 255, (size >> 8) & 255, (size >> 16) & 255, 0];
  const block = [header & 255, (header >> 8) & 255, (header >> 16) & 255];
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...content, ...block, ...input);
}

describe('a column of Parquet', () => {
  it('gives moments and days in ISO', async () => {
    const data = [new Date('2024-01-31T08:00:00.250Z'), new Date('2024-01-31T00:00:00Z'), null];
    expect(await written([{ name: 'a', data, type: 'TIMESTAMP', nullable: true }])).toEqual([
      '2024-01-31T08:00:00.25',
      '2024-01-31',
      '""',
    ]);
  });

  it('gives decimals with all their digits', async () => {
    const data = [1.5, -0.25, null];
    const decimal = { converted_type: 'DECIMAL', scale: 2, precision: 9 } as const;
    for (const type of ['INT32', 'INT64'] as const) {
      expect(await written([{ name: 'a', data }], of({ type, ...decimal }))).toEqual(['1.5', '-0.25', '""']);
    }
  });

  it('gives integers of 64 bits, numbers of 32 bits, yes and no', async () => {
    const whole: ColumnSource = { name: 'a', data: [9007199254740993123n, -1n], type: 'INT64' };
    expect(await written([whole])).toEqual(['9007199254740993123', '-1']);
    expect(await written([{ name: 'a', data: [0.1, 2], type: 'FLOAT' }])).toEqual(['0.1', '2']);
    expect(await written([{ name: 'a', data: [true, false], type: 'BOOLEAN' }])).toEqual(['true', 'false']);
  });

  it('gives bytes as text where they are text, JSON and nested values as JSON', async () => {
    const bytes = [new TextEncoder().encode('客户'), Uint8Array.of(0, 255)];
    expect(await written([{ name: 'a', data: bytes, type: 'BYTE_ARRAY' }])).toEqual(['客户', '00ff']);
    expect(await written([{ name: 'a', data: [{ n: 1 }, { n: 2 }], type: 'JSON' }])).toEqual([
      '"{""n"":1}"',
      '"{""n"":2}"',
    ]);
    const list: SchemaElement[] = [
      { name: 'root', num_children: 1 },
      { name: 'a', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'OPTIONAL', type: 'INT64' },
    ];
    expect(await written([{ name: 'a', data: [[1n, 2n], []] }], list)).toEqual(['"[1,2]"', '[]']);
  });

  it('packed with Zstandard', async () => {
    const data = Array.from({ length: 300 }, (_, row) => `customer ${String(row)}`);
    const bytes = parquetWriteBuffer({
      columnData: [{ name: 'a', data, type: 'STRING' }],
      codec: 'ZSTD',
      compressors: { ZSTD: zstdFrame },
    });
    expect((await linesOf(bytes)).slice(1)).toEqual(data);
  });
});
