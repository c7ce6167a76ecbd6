import { silentControl } from '../src/base/control';
import { isNull } from '../src/columns/column';
import { dictionaryValue } from '../src/columns/dictionary';
import { float64Column, textColumn, type Frame } from '../src/columns/frame';
import { groups, traits } from './model/habits';
import { ARM, CAMPAIGN } from './model/campaign';
import { LOSS_MAKERS } from './model/loss-makers';
import { PRODUCT_PAIRS } from './model/product-pairs';
import { hashFrames } from './model/hash-frames';
import { LEAVING } from './model/leaving';
import { DEFAULT_SAMPLE, makeSampleBank, SAMPLE_VERSION, type SampleOptions } from './model/sample-bank';
import { drawHidden } from './model/hidden';
import { LIFE_CYCLE } from './model/stages';
import { bestAuc } from './truths/best-auc';
import { adjustedRandIndex, mostProbableGroups } from './truths/best-grouping';
import { plantedTruths } from './truths/planted-truths';

/** The samples that the manifest describes. */
const SAMPLES: readonly SampleOptions[] = [DEFAULT_SAMPLE, { customers: 300, months: 6, seed: 7 }];

/** How often each value of a text column occurs. */
function countsOf(frame: Frame, name: string): Record<string, number> {
  const { codes, dictionary, nulls } = textColumn(frame, name);
  const counts = new Uint32Array(dictionary.size);
  codes.forEach((code, row) => {
    if (!isNull(nulls, row)) counts[code] = (counts[code] ?? 0) + 1;
  });
  return Object.fromEntries(Array.from(counts, (count, code) => [dictionaryValue(dictionary, code), count]));
}

/** The agreement with the planted groups that who sees every trait of every person reaches. */
export function bestAri(options: SampleOptions): number {
  const { population, habits } = drawHidden(options);
  return adjustedRandIndex(
    mostProbableGroups(population, habits),
    habits.group.subarray(0, population.persons),
  );
}

/** The mean effect of the campaign on those whom it reached: chance to respond when reached − when left alone. */
export function upliftOfTreated(options: SampleOptions): number {
  const { campaign } = drawHidden(options);
  let [sum, count] = [0, 0];
  campaign.arm.forEach((arm, i) => {
    if (arm !== ARM.treatment) return;
    sum += (campaign.chanceReached[i] as number) - (campaign.chanceAlone[i] as number);
    count++;
  });
  return sum / count;
}

/** What is planted in a sample, in short; customer by customer it is `plantedTruths`. */
export function truthsInShort(options: SampleOptions) {
  const truths = plantedTruths(options);
  const hazard = float64Column(truths.truth_month, 'hazard').values.filter((one) => one > 0);
  return {
    checksum: hashFrames(truths),
    reasons: countsOf(truths.truth_customer, 'reason'),
    stages: countsOf(truths.truth_month, 'stage'),
    groups: countsOf(truths.truth_customer, 'group'),
    bestAuc: Number(bestAuc(hazard).toFixed(4)),
    losses: countsOf(truths.truth_customer, 'loss'),
    upliftOfTreated: Number(upliftOfTreated(options).toFixed(4)),
    bestAri: Number(bestAri(options).toFixed(4)),
  };
}

/** `manifest.json`: what the bytes of the samples are and what is planted in them (`npm run manifest` writes it). */
export async function sampleManifest() {
  const samples = [];
  for (const options of SAMPLES) {
    const frames = await makeSampleBank(options, silentControl);
    const rows = Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, frame.rowCount]));
    samples.push({ options, rows, checksum: hashFrames(frames), truths: truthsInShort(options) });
  }
  return {
    version: SAMPLE_VERSION,
    leaving: LEAVING,
    lifeCycle: LIFE_CYCLE,
    traits,
    groups,
    lossMakers: LOSS_MAKERS,
    campaign: CAMPAIGN,
    productPairs: PRODUCT_PAIRS,
    samples,
  };
}
