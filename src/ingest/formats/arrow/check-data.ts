import { DataType, type Data } from 'apache-arrow';

/** Numbers of a buffer, as the library gives them. */
type Numbers = ArrayLike<number | bigint> | undefined;

const none = 'a column is shorter than its table';

/**
 * Refuses a column that has not the values that it announces: fewer bytes than rows, parts of texts or lists that are not
 * where they should be, codes without a name. So a value is never longer than what is there.
 *
 * @param rows values that are asked for
 */
export function refuseFalseData(data: Data, rows: number): void {
  const { type, length, children } = data;
  if (length < rows) throw new Error(none);
  const dataType = type as DataType;
  if (DataType.isNull(dataType)) return;
  if (data.nullCount > 0 && data.nullBitmap.length * 8 < length + data.offset) throw new Error(none);
  if (DataType.isStruct(dataType)) {
    for (const child of children) refuseFalseData(child, length);
    return;
  }
  const [child] = children;
  if (DataType.isFixedSizeList(dataType)) {
    if (child) refuseFalseData(child, length * Math.max(0, dataType.listSize));
    return;
  }
  if (DataType.isUnion(dataType)) {
    if ((data.typeIds as Int8Array).length < length) throw new Error(none);
    for (const one of children) refuseFalseData(one, 0);
    return;
  }
  const offsets = data.valueOffsets as Numbers;
  const values = data.values as Numbers;
  if (child || DataType.isUtf8(dataType) || DataType.isBinary(dataType) || isLarge(dataType)) {
    const room = child ? child.length : (values?.length ?? 0);
    refuseFalseOffsets(offsets, length, room);
    if (child) refuseFalseData(child, room);
    return;
  }
  const stored = (values?.length ?? 0) * perElement(dataType);
  if (stored < length) throw new Error(none);
  if (DataType.isDictionary(dataType)) refuseFalseCodes(data, values, length);
}

const isLarge = (type: DataType): boolean => DataType.isLargeUtf8(type) || DataType.isLargeBinary(type);

/** Values that an element of the stored array makes. */
function perElement(type: DataType): number {
  if (DataType.isBool(type)) return 8;
  if (DataType.isDecimal(type)) return 32 / type.bitWidth;
  if (DataType.isFixedSizeBinary(type)) return 1 / Math.max(1, type.byteWidth);
  return 1;
}

function refuseFalseOffsets(offsets: Numbers, length: number, room: number): void {
  if (length === 0) return;
  if (offsets === undefined || offsets.length <= length) throw new Error(none);
  let before = Number(offsets[0]);
  for (let row = 1; row <= length; row++) {
    const offset = Number(offsets[row]);
    if (!(offset >= before)) throw new Error('a text ends before it begins');
    before = offset;
  }
  if (!(Number(offsets[0]) >= 0 && before <= room)) throw new Error('a text lies outside of its column');
}

function refuseFalseCodes(data: Data, codes: Numbers, length: number): void {
  const { dictionary } = data;
  if (dictionary === undefined || codes === undefined) throw new Error('a dictionary is missing');
  for (const part of dictionary.data as readonly Data[]) refuseFalseData(part, part.length);
  const { length: names } = dictionary;
  for (let row = 0; row < length; row++) {
    const code = Number(codes[row]);
    if (!(code >= 0 && code < names) && data.getValid(row))
      throw new Error(`a code without a name: ${String(code)}`);
  }
}
