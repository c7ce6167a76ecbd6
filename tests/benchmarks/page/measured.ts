/** One timed run: what it took, and what it found, to be compared with the others before any time is believed. */
export type Measured = {
  readonly milliseconds: number;
  readonly result: unknown;
  /** Of what runs outside of the browser. */
  readonly versions?: string;
};

/** Times `work` alone; what it needs is made before, and what it found is described after. */
export async function measured<T>(
  work: () => T | Promise<T>,
  describe: (found: T) => unknown,
): Promise<Measured> {
  const start = performance.now();
  const found = await work();
  const milliseconds = performance.now() - start;
  return { milliseconds, result: await describe(found) };
}
