/** Bytes that a browser holds safely when it does not say how much memory there is. */
const unknownLimit = 1.5e9;
const perGibibyte = 2 ** 30;

/**
 * Bytes of files that can be read without fear: a quarter of the memory.
 *
 * @param gibibytes memory of the computer as the browser tells it; undefined where it does not
 */
export const memoryLimit = (gibibytes: number | undefined): number =>
  gibibytes === undefined ? unknownLimit : (gibibytes * perGibibyte) / 4;
