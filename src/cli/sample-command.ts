import { join } from 'node:path';
import { sampleCsvFiles } from '../../sample-data/generate';
import { DEFAULT_SAMPLE, makeSampleBank } from '../../sample-data/model/sample-bank';
import { silentControl } from '../base/control';
import { readArguments, required, UsageError, wholeNumber } from './arguments';
import { writingFiles, type CommandIo } from './command-io';

/** Writes the files of the sample bank. */
export async function sampleCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  const { files, options } = readArguments(argv, ['customers', 'months', 'seed', 'out']);
  if (files.length > 0) throw new UsageError(`${files.join(' ')} is not expected`);
  const folder = required('out', options.out);
  const sample = {
    customers: wholeNumber('customers', options.customers, DEFAULT_SAMPLE.customers),
    months: wholeNumber('months', options.months, DEFAULT_SAMPLE.months),
    seed: wholeNumber('seed', options.seed, DEFAULT_SAMPLE.seed),
  };
  const frames = await makeSampleBank(sample, silentControl);
  await io.makeFolder(folder);
  await writingFiles(io, async (create) => {
    for (const { name, chunks } of sampleCsvFiles(frames)) {
      const write = await create(join(folder, name));
      for (const chunk of chunks) await write(chunk);
    }
  });
}
