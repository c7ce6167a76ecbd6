import type { Control } from '../../src/base/control';
import { buildDataset } from '../../src/dataset/build-dataset';
import type { Dataset } from '../../src/dataset/dataset';
import { DEFAULT_SAMPLE, makeSampleBank, type SampleOptions } from './sample-bank';

/** `sample` for the bank that one click opens, else `sample-<customers>-<months>-<seed>`: the `b` of a link. */
export function sampleId(options: SampleOptions): string {
  const { customers, months, seed } = options;
  const isDefault =
    customers === DEFAULT_SAMPLE.customers &&
    months === DEFAULT_SAMPLE.months &&
    seed === DEFAULT_SAMPLE.seed;
  return isDefault ? 'sample' : `sample-${String(customers)}-${String(months)}-${String(seed)}`;
}

/** The options that an id names, or null. */
export function sampleOptionsOf(id: string): SampleOptions | null {
  if (id === 'sample') return DEFAULT_SAMPLE;
  const match = /^sample-(\d+)-(\d+)-(\d+)$/.exec(id);
  if (!match) return null;
  return { customers: Number(match[1]), months: Number(match[2]), seed: Number(match[3]) };
}

/**
 * The made-up bank as a dataset, by the same star as files.
 *
 * @throws task.bad-parameters, task.cancelled
 */
export async function makeSampleDataset(options: SampleOptions, control: Control): Promise<Dataset> {
  const tables = await makeSampleBank(options, control);
  return buildDataset({ id: sampleId(options), name: 'Clientele sample bank', tables, currency: 'CNY' });
}
