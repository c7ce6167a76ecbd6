import { hashFrames } from '../../sample-data/model/hash-frames';
import { makeSampleBank, type SampleOptions } from '../../sample-data/model/sample-bank';
import { silentControl } from '../../src/base/control';

/** Bundled by `sample-bank.spec.ts` and run in the browser: the checksum of the sample bank as that engine makes it. */
export async function sampleChecksum(options: SampleOptions): Promise<string> {
  return hashFrames(await makeSampleBank(options, silentControl));
}
