/**
 * A worker that is killed, or runs out of memory, says nothing. So each holds a Web Lock under its own name for as
 * long as it lives, and the page waits for that lock: who gets it knows that the worker is gone.
 */

/** The first message of a worker: it runs, and whether it holds its lock. */
export type Hello = { readonly hello: 'clientele'; readonly holdsLock: boolean };

export function isHello(data: unknown): data is Hello {
  return typeof data === 'object' && data !== null && 'hello' in data && data.hello === 'clientele';
}

/** Web Locks, where the browser gives them: not in old ones, not in pages that came by plain http or from a file. */
function webLocks(): LockManager | null {
  return 'locks' in navigator ? navigator.locks : null;
}

/** Takes the lock for good. Resolves with whether it is held. */
export async function holdLifeLock(name: string): Promise<boolean> {
  const locks = webLocks();
  if (locks === null) return false;
  return await new Promise((resolve) => {
    locks
      .request(name, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => {
        resolve(false);
      });
  });
}

/** Calls back when the worker that holds the lock is gone, unless it was no longer of interest. */
export function awaitDeath(name: string, signal: AbortSignal, ondeath: () => void): void {
  webLocks()
    ?.request(name, { signal }, ondeath)
    .catch(() => undefined);
}
