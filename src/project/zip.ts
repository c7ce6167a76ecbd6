import { inflateSync, zipSync, type Zippable } from 'fflate';
import { crc32 } from '../base/crc32';

/** A member of an archive; `isStored` keeps its bytes as they are, so that opening is a read. */
export type ZipMember = { readonly path: string; readonly bytes: Uint8Array; readonly isStored: boolean };

/** ZIP knows local times from 1980 on: one for all, so that the same members give the same bytes. */
const noTime = new Date(1980, 0, 1);

export function writeZip(members: readonly ZipMember[]): Uint8Array<ArrayBuffer> {
  const entries = members.map(({ path, bytes, isStored }) => {
    return [path, [bytes, { level: isStored ? 0 : 6, mtime: noTime }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Zippable) as Uint8Array<ArrayBuffer>;
}

/** Takes a member out; null where there is none of that path. */
export type ZipReader = (path: string) => Uint8Array | null;

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
const endLength = 22;
const decoder = new TextDecoder();

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length > endLength && viewOf(bytes).getUint32(0, true) === localHeader;
}

/**
 * Reads an archive member by member, in buffers of their own. fflate's own reader does not look at the checksums.
 *
 * @throws RangeError, Error when the archive is cut off or its contents do not match their checksums
 */
export function openZip(bytes: Uint8Array): ZipReader {
  const view = viewOf(bytes);
  const entries = directoryOf(bytes, view);
  return (path) => {
    const at = entries.get(path);
    if (at === undefined) return null;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const start = view.getUint32(at + 42, true);
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    if (view.getUint32(start, true) !== localHeader || from + packed > bytes.length) {
      throw new Error(`${path} is not where it should be`);
    }
    const content = bytes.subarray(from, from + packed);
    const member = method === 0 ? content.slice() : inflateSync(content, { out: new Uint8Array(size) });
    if (member.length !== size || crc32(member) !== view.getUint32(at + 16, true)) {
      throw new Error(`${path} does not match its checksum`);
    }
    return member;
  };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the directory speaks of each member. */
function directoryOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, number> {
  const longestComment = 0xffff;
  let end = bytes.length - endLength;
  const first = Math.max(end - longestComment, 0);
  while (end >= first && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < first) throw new Error('the archive is cut off');
  const entries = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== directoryEntry)
      throw new Error('the directory of the archive is broken');
    const nameLength = view.getUint16(at + 28, true);
    entries.set(decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)), at);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
