/** What the made-up bank is made from. */
export type SampleOptions = { readonly customers: number; readonly months: number; readonly seed: number };

export const defaultSample: SampleOptions = { customers: 20_000, months: 24, seed: 42 };

export const sampleLimits = {
  customers: { least: 100, most: 200_000 },
  months: { least: 3, most: 60 },
  seed: { least: 0, most: 4_294_967_295 },
} as const;

/** The options that the `b` of a link names: `sample`, `sample-<customers>-<months>-<seed>`; null for other data. */
export function sampleOptionsOf(b: string): SampleOptions | null {
  if (b === 'sample') return defaultSample;
  const match = /^sample-(\d+)-(\d+)-(\d+)$/.exec(b);
  if (!match) return null;
  const options = { customers: Number(match[1]), months: Number(match[2]), seed: Number(match[3]) };
  const isWithin = (Object.keys(sampleLimits) as (keyof SampleOptions)[]).every(
    (key) => options[key] >= sampleLimits[key].least && options[key] <= sampleLimits[key].most,
  );
  return isWithin ? options : null;
}

/** The `b` of a link to the made-up bank. */
export function sampleId({ customers, months, seed }: SampleOptions): string {
  const isDefault =
    customers === defaultSample.customers && months === defaultSample.months && seed === defaultSample.seed;
  return isDefault ? 'sample' : `sample-${customers}-${months}-${seed}`;
}

/** Whether a data set is made up, which the page and every export say. */
export const isSample = (id: string): boolean => id === 'sample' || id.startsWith('sample-');
