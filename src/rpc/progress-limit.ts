import type { Progress } from '../base/control';

/** Messages a second, and as many at once after a rest. */
const perSecond = 10;

/**
 * Passes on at most ten reports in any second, evenly; only a new stage need not wait for its turn, because long work
 * without reports may follow it.
 *
 * @param now milliseconds on a clock that never goes back
 */
export function limitProgress(
  send: (progress: Progress) => void,
  now: () => number,
): (progress: Progress) => void {
  const sent: number[] = [];
  let stage: string | null = null;
  return (progress) => {
    const time = now();
    while (sent.length > 0 && time - (sent[0] as number) >= 1000) sent.shift();
    const last = sent.at(-1);
    const isEarly = last !== undefined && time - last < 1000 / perSecond;
    if (sent.length >= perSecond || (isEarly && progress.stage === stage)) return;
    sent.push(time);
    stage = progress.stage;
    send(progress);
  };
}
