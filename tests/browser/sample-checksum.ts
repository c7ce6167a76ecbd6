import { hashFrames } from '../../sample-data/model/hash-frames';
import { makeSampleBank, type SampleOptions } from '../../sample-data/model/sample-bank';
import { smallFiles } from '../../sample-data/small-files';
import { silentControl } from '../../src/base/control';
import { Sha256 } from '../../src/ingest/sha256';

/** Bundled by `sample-bank.spec.ts` and run in the browser: the checksum of the sample bank as that engine makes it. */
export async function sampleChecksum(options: SampleOptions): Promise<string> {
  return hashFrames(await makeSampleBank(options, silentControl));
}

/** SHA-256 of each of the small files, by path, as that engine makes them. */
export async function smallChecksums(): Promise<Readonly<Record<string, string>>> {
  const checksums: Record<string, string> = {};
  for (const [path, bytes] of await smallFiles()) {
    const hash = new Sha256();
    hash.update(bytes);
    checksums[path] = hash.finish();
  }
  return checksums;
}
