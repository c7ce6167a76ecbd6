import { Inflate } from 'fflate';
import { cancelled, type Control } from '../../../base/control';
import type { ByteSource } from '../../byte-source';
import type { UnpackLimit } from '../unpack-limit';
import { PieceBuffer } from './piece-buffer';
import type { ZipEntry } from './zip-directory';

const localHeader = 0x04034b50;
const STEP_BYTES = 1 << 16;

/**
 * The bytes of a member, in pieces. No more is unpacked than the directory announces, and the checksum is compared.
 *
 * @throws Error where the archive is damaged; `ingest.too-large`, `task.cancelled`
 */
export async function unzipMember(
  source: ByteSource,
  entry: ZipEntry,
  limit: UnpackLimit,
  control: Control,
): Promise<readonly Uint8Array[]> {
  limit.foresee(entry.size);
  const head = await source.slice(entry.offset, entry.offset + 30);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(0, true) !== localHeader) throw new Error(`${entry.path} is not where it should be`);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.packed;
  if (end > source.byteLength) throw new Error(`${entry.path} is cut off`);
  const buffer = new PieceBuffer(limit);
  const add = (bytes: Uint8Array): void => {
    if (buffer.byteLength + bytes.length > entry.size)
      throw new Error(`${entry.path} is larger than it says`);
    buffer.add(bytes);
  };
  const stream = entry.method === 8 ? new Inflate(add) : null;
  for (let at = start; at < end; at += STEP_BYTES) {
    if (control.isCancelled()) throw cancelled();
    if (control.shouldYield()) await control.yield(at, source.byteLength, 'open');
    const to = Math.min(end, at + STEP_BYTES);
    // fflate writes into what it is given when it has to keep some of it.
    const bytes = (await source.slice(at, to)).slice();
    if (stream === null) add(bytes);
    else stream.push(bytes, to === end);
  }
  if (buffer.byteLength !== entry.size || buffer.checksum !== entry.checksum) {
    throw new Error(`${entry.path} does not match its checksum`);
  }
  return buffer.finish();
}
