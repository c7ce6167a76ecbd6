import { Gunzip } from 'fflate';
import type { Control } from '../../../base/control';
import { cancelled } from '../../../base/control';
import { piecesSource, type ByteSource } from '../../byte-source';
import { refusingDamage } from '../damaged-file';
import type { UnpackLimit } from '../unpack-limit';
import { PieceBuffer } from './piece-buffer';

const STEP_BYTES = 1 << 16;

/**
 * The file inside a gzip file, of one member or several. Source: RFC 1952; the checksum and the length at the end of each
 * member (§2.3.1) are compared, which fflate does not do.
 *
 * @throws `ingest.damaged-file`, `ingest.too-large`, `task.cancelled`
 */
export function gunzip(source: ByteSource, limit: UnpackLimit, control: Control): Promise<ByteSource> {
  return refusingDamage(source, 'GZIP', async () => {
    const buffer = new PieceBuffer(limit);
    let memberEnd = 0;
    const ends: { readonly at: number; readonly checksum: number; readonly length: number }[] = [];
    const note = (at: number): void => {
      ends.push({ at, checksum: buffer.checksum, length: buffer.memberBytes });
      buffer.startMember();
    };
    const stream = new Gunzip((bytes) => {
      buffer.add(bytes);
    });
    stream.onmember = (offset) => {
      note(offset);
    };
    for (let at = 0; at < source.byteLength; at += STEP_BYTES) {
      if (control.isCancelled()) throw cancelled();
      if (control.shouldYield()) await control.yield(at, source.byteLength, 'open');
      memberEnd = Math.min(source.byteLength, at + STEP_BYTES);
      // fflate writes into what it is given when it has to keep some of it.
      stream.push((await source.slice(at, memberEnd)).slice(), memberEnd === source.byteLength);
    }
    note(memberEnd);
    for (const { at, checksum, length } of ends) {
      const trailer = await source.slice(at - 8, at);
      const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
      if (view.getUint32(0, true) !== checksum || view.getUint32(4, true) !== length % 2 ** 32) {
        throw new Error('the contents do not match their checksum');
      }
    }
    return piecesSource(source.name.replace(/\.(?:gz|gzip)$/iu, ''), buffer.finish());
  });
}
