import type { Endpoint } from 'comlink';

export type WorkerKind = 'import' | 'data' | 'compute' | 'sql';

/**
 * Why a worker gives no more answers: `killed` = it ended without a word (out of memory, killed by the browser),
 * `broken` = it failed outside of any call.
 */
export type WorkerFault = 'killed' | 'broken';

/** A started worker, as far as calls need it: a thread of the browser, or two ports in a test. */
export type WorkerLink = {
  readonly endpoint: Endpoint;
  readonly terminate: () => void;
  /** Called once at most, never after `terminate`. */
  readonly onfault: (listener: (fault: WorkerFault) => void) => void;
};

/** Where workers come from. */
export type WorkerHost = {
  readonly start: (kind: WorkerKind) => Promise<WorkerLink>;
  /** SQLite as WebAssembly; null where its library finds it by itself. */
  readonly sqliteBinary: () => Promise<ArrayBuffer | null>;
  /** Brings everything that workers need into memory. */
  readonly preload: () => Promise<void>;
  readonly cores: number;
  readonly dispose: () => void;
};
