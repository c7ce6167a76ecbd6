import { stableJson } from '../dataset/summary-key';
import type { FilterState } from './view-patch';

/** Words for a step; a function follows the reader when the language changes. */
export type Label = string | (() => string);

export type FilterStep = {
  readonly filters: FilterState;
  /** What was done to come here; null for the filters that a link or the first visit brought. */
  readonly label: Label | null;
  /** Page on which it was done: selections on charts belong to it. */
  readonly page: string;
  /** Customers in scope, once known. */
  readonly customers: number | null;
};

const depth = 50;
const same = (a: FilterState, b: FilterState): boolean => stableJson(a) === stableJson(b);

/** The filter states of this visit, 50 deep, and where we are among them. */
export class FilterHistory {
  #steps = $state.raw<readonly FilterStep[]>([]);
  #at = $state(0);

  constructor(first: FilterState, page: string) {
    this.#steps = [{ filters: first, label: null, page, customers: null }];
  }

  get steps(): readonly FilterStep[] {
    return this.#steps;
  }

  get at(): number {
    return this.#at;
  }

  get current(): FilterStep | null {
    return this.#steps[this.#at] ?? null;
  }

  /** A step forward; what was undone before is forgotten. Nothing happens when the filters stay as they are. */
  push(filters: FilterState, label: Label | null, page: string): void {
    if (this.current && same(this.current.filters, filters)) return;
    const kept = this.#steps.slice(0, this.#at + 1);
    const steps = [...kept, { filters, label, page, customers: null }];
    this.#steps = steps.slice(-depth - 1);
    this.#at = this.#steps.length - 1;
  }

  /** The same step with its end in another place: several quick changes of one control. The last one names it. */
  amend(filters: FilterState, label: Label | null): void {
    const before = this.#steps[this.#at - 1];
    if (before && same(before.filters, filters)) {
      this.#steps = this.#steps.slice(0, this.#at);
      this.#at -= 1;
      return;
    }
    this.#replace({ filters, label, customers: null });
  }

  /** Where browser history or a link led: one step back or forth when it is a neighbour, else a new step. */
  follow(filters: FilterState, page: string): void {
    for (const offset of [0, -1, 1]) {
      const step = this.#steps[this.#at + offset];
      if (step && same(step.filters, filters)) {
        this.#at += offset;
        return;
      }
    }
    this.push(filters, null, page);
  }

  /** Goes to a step; null when there is none. */
  move(index: number): FilterStep | null {
    const step = this.#steps[index];
    if (!step) return null;
    this.#at = index;
    return step;
  }

  /** Notes how many customers the filters of the current step leave. */
  note(customers: number): void {
    if (this.current?.customers !== customers) this.#replace({ customers });
  }

  #replace(part: Partial<FilterStep>): void {
    this.#steps = this.#steps.map((step, index) => (index === this.#at ? { ...step, ...part } : step));
  }
}
