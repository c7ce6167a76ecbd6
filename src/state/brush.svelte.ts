import { stableJson } from '../dataset/summary-key';
import { Analysis, type AnalysisHost } from './analysis.svelte';
import type { ParametersOf, ResultOf, TaskId } from './engine';

export type BrushOptions<K extends TaskId> = {
  /** The task that makes the tables. */
  readonly task: K;
  /** What they depend on: not on the hand. */
  readonly parameters: () => ParametersOf<K>;
  /** What is selected where the hand is. */
  readonly selected: () => readonly string[];
};

/** What the hand holds, and the tables that say what others show under it. */
export type BrushStep<K extends TaskId> = {
  readonly tables: ResultOf<K>;
  readonly keys: readonly string[];
};

/**
 * A hand over an ordered axis that other cards follow. Tables are asked for when it comes near; a step is then a matter
 * of the page alone, until it rests and what it holds is an ordinary selection.
 */
export class Brush<K extends TaskId> {
  readonly #options: BrushOptions<K>;
  readonly #analysis: Analysis<K>;
  readonly #host: AnalysisHost;
  #held = $state.raw<readonly string[] | null>(null);
  /** The question that was asked last, and the one whose answer the analysis holds. */
  #asked = $state.raw('');
  #answered = $state.raw('');

  readonly #question = $derived.by(() => {
    const { version } = this.#host.dataset;
    return `${String(version)} ${stableJson(this.#options.parameters())}`;
  });

  constructor(host: AnalysisHost, options: BrushOptions<K>) {
    this.#host = host;
    this.#options = options;
    this.#analysis = new Analysis(host, options.task);
  }

  /** Whether the hand holds something that is not selected yet. */
  get isMoving(): boolean {
    return this.#held !== null;
  }

  /** What the hand holds, else what is selected. */
  get keys(): readonly string[] {
    return this.#held ?? this.#options.selected();
  }

  /** The same with its tables; null while the tables for it are not there. */
  get step(): BrushStep<K> | null {
    const { keys } = this;
    const { result } = this.#analysis;
    if (result === null || keys.length === 0 || this.#answered !== this.#question) return null;
    return { tables: result, keys };
  }

  /** The hand has come near: the newest question wins, the same one is asked once. */
  async near(): Promise<void> {
    const question = this.#question;
    if (this.#asked === question) return;
    this.#asked = question;
    await this.#analysis.run(this.#options.parameters());
    if (this.#asked !== question) return;
    if (this.#analysis.status === 'ready') this.#answered = question;
    else this.#asked = '';
  }

  /** It holds these keys; null = it let go. */
  move(keys: readonly string[] | null): void {
    if (keys !== null) void this.near();
    this.#held = keys;
  }
}
