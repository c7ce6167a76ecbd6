import type { ByteSource } from '../../byte-source';

/** A member as the directory of an archive describes it. */
export type ZipEntry = {
  readonly path: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
};

const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
const endOfDirectory64 = 0x06064b50;
const locator64 = 0x07064b50;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
const LONGEST_COMMENT = 0xffff;
const LARGE = 0xffffffff;

/**
 * The directory at the end of a ZIP file. Source: APPNOTE.TXT 6.3.10, §4.3.12 (entries), §4.3.14–16 (ends), §4.5.3 (sizes
 * of 64 bits).
 *
 * @throws Error, RangeError where there is none
 */
export async function readZipDirectory(source: ByteSource): Promise<readonly ZipEntry[]> {
  const { byteLength } = source;
  const tailStart = Math.max(0, byteLength - END_LENGTH - LOCATOR_LENGTH - LONGEST_COMMENT);
  const tail = await source.slice(tailStart, byteLength);
  const view = viewOf(tail);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < 0) throw new Error('the archive has no directory: it is cut off');
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  const locator = end - LOCATOR_LENGTH;
  if (locator >= 0 && view.getUint32(locator, true) === locator64) {
    const at = Number(view.getBigUint64(locator + 8, true));
    const end64 = viewOf(await source.slice(at, at + 56));
    if (end64.getUint32(0, true) !== endOfDirectory64) throw new Error('the directory has no end');
    size = Number(end64.getBigUint64(40, true));
    start = Number(end64.getBigUint64(48, true));
  }
  if (start + size > byteLength) throw new Error('the directory is cut off');
  return entriesOf(await source.slice(start, start + size));
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Error('the directory is broken');
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const [size, packed, offset] = largeNumbers(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      path: nameOf(bytes.subarray(at + 46, nameEnd)),
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Numbers that do not fit 32 bits stand in the extra field 1, in this order. */
function largeNumbers(
  view: DataView,
  start: number,
  end: number,
  small: readonly [number, number, number],
): readonly [number, number, number] {
  const numbers: [number, number, number] = [...small];
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (let index = 0; index < 3; index++) {
      if (numbers[index] !== LARGE) continue;
      numbers[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  return numbers;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Chinese Windows writes names in its own code page and does not say so. */
function nameOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
