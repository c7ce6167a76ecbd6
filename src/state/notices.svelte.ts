import type { Label } from './filter-history.svelte';

export type NoticeAction = { readonly label: Label; readonly run: () => void };

export type Notice = {
  readonly id: number;
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly text: Label;
  /** More to read behind "Show details". */
  readonly details?: readonly Label[];
  readonly actions: readonly NoticeAction[];
};

export type NewNotice = Pick<Notice, 'text'> & Partial<Omit<Notice, 'id' | 'text'>>;

/** Toasts stay at least this long. */
const leastMilliseconds = 6000;
const logLength = 50;

/** Short messages: shown for a while, kept in a log. */
export class Notices {
  #shown = $state.raw<readonly Notice[]>([]);
  #log = $state.raw<readonly Notice[]>([]);
  #isPaused = $state(false);
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  get shown(): readonly Notice[] {
    return this.#shown;
  }

  get log(): readonly Notice[] {
    return this.#log;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Shows a notice; what offers an action or reports an error stays until it is closed. */
  show(notice: NewNotice): number {
    const full: Notice = { kind: 'info', actions: [], ...notice, id: this.#next++ };
    this.#shown = [...this.#shown, full];
    this.#log = [full, ...this.#log].slice(0, logLength);
    if (!this.#isPaused) this.#start(full);
    return full.id;
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#shown = this.#shown.filter((one) => one.id !== id);
  }

  /** The pointer or the focus is on the notices: none of them leaves. */
  pause(): void {
    this.#isPaused = true;
    this.#timers.forEach((timer) => {
      clearTimeout(timer);
    });
    this.#timers.clear();
  }

  resume(): void {
    this.#isPaused = false;
    this.#shown.forEach((notice) => {
      this.#start(notice);
    });
  }

  #start(notice: Notice): void {
    if (notice.kind === 'error' || notice.actions.length > 0) return;
    const timer = setTimeout(() => {
      this.close(notice.id);
    }, leastMilliseconds);
    this.#timers.set(notice.id, timer);
  }
}
