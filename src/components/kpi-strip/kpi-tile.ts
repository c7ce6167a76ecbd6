import type { ChangeText } from '../../i18n/formats';

/** One number of the strip, in the reader's words. */
export type KpiTileModel = {
  /** Metric id, as in `m=`. */
  readonly id: string;
  readonly label: string;
  /** `¥48.2B`, `482亿元`, `—`. */
  readonly value: string;
  /** Change against the comparison (`f.delta(…)`); absent when there is none. */
  readonly change?: ChangeText;
  /** Third line when there is no change: `80% range ¥2.8B–3.5B`, `No balances in your files`. */
  readonly note?: string;
  /** Fourth line, always names the comparison: `vs Jun 2025`. */
  readonly comparison: string;
  /** Up to 13 last months; gaps are null. */
  readonly spark?: readonly (number | null)[];
  /** Behind ⓘ: what it counts, how, from which columns. */
  readonly definition?: { readonly text: string; readonly formula?: string };
  /** Greyed value: the data cannot say. It cannot be focused. */
  readonly isUnavailable?: boolean;
};
