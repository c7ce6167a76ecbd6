import type { ParametersOf } from './engine';

/** The list that a customer was opened from: who comes before and after. */
export type OpenedList = {
  /** Filters, sort and search of the list. */
  readonly parameters: ParametersOf<'customer-list.page'>;
  readonly index: number;
  readonly total: number;
  readonly customerId: string;
};

/** Remembers the order of the list from which Customer 360 was opened, for "12 of 214". */
export class ListOrder {
  #opened = $state.raw<OpenedList | null>(null);

  /** The list, if this customer was opened from it. */
  of(customerId: string): OpenedList | null {
    return this.#opened?.customerId === customerId ? this.#opened : null;
  }

  open(list: OpenedList): void {
    this.#opened = list;
  }
}
