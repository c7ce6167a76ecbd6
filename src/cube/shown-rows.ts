import type { Dimension } from './dimension';

/** The places of a view that are kept: one byte per place, 0 = not. null = no filter. */
export type PlaceFilter = Uint8Array | null;

/** A filter that refuses a row adds this and the number of its view, from 1: one refusal tells whose, two tell enough. */
const REFUSAL = 256;

/**
 * The rows of a slice, sorted by which views may show them: all, or only the one whose own filter refuses them. No step
 * depends on a guess of the processor: whether a row passes is as good as random.
 */
export class ShownRows {
  readonly #dimensions: readonly Dimension[];
  readonly #mask: Uint8Array | null;
  /** Of each filtered view: what each place adds. */
  readonly #refusals: readonly (Uint16Array | null)[];
  readonly #state: Uint16Array;
  /** List of each state: 0 = everywhere, 1 + view = only there, the last = nowhere. */
  readonly #listOf: Uint8Array;
  readonly #lists: readonly Int32Array[];
  readonly #lengths: Int32Array;

  /** @param rows most rows of a slice */
  constructor(
    dimensions: readonly Dimension[],
    mask: Uint8Array | null,
    filters: readonly PlaceFilter[],
    rows: number,
  ) {
    const views = dimensions.length;
    this.#dimensions = dimensions;
    this.#mask = mask;
    this.#refusals = filters.map(
      (filter, view) => filter && Uint16Array.from(filter, (kept) => (kept === 0 ? REFUSAL + view + 1 : 0)),
    );
    this.#state = new Uint16Array(rows);
    this.#listOf = new Uint8Array(0x10000).fill(views + 1);
    this.#listOf[0] = 0;
    for (let view = 0; view < views; view++) this.#listOf[REFUSAL + view + 1] = view + 1;
    this.#lists = Array.from({ length: views + 2 }, () => new Int32Array(rows));
    this.#lengths = new Int32Array(views + 2);
  }

  /** Sorts rows `from` … `to` − 1; the lists below are those of the last slice read. */
  read(from: number, to: number): void {
    const [state, listOf, lists, lengths] = [this.#state, this.#listOf, this.#lists, this.#lengths];
    const mask = this.#mask;
    if (mask === null) state.fill(0);
    else for (let row = from; row < to; row++) state[row - from] = mask[row] === 0 ? 2 * REFUSAL : 0;
    this.#refusals.forEach((refusal, view) => {
      if (refusal !== null) addRefusals(this.#dimensions[view] as Dimension, refusal, from, to, state);
    });
    lengths.fill(0);
    for (let row = from; row < to; row++) {
      const list = listOf[state[row - from] as number] as number;
      const length = lengths[list] as number;
      (lists[list] as Int32Array)[length] = row;
      lengths[list] = length + 1;
    }
  }

  everywhere(): Int32Array {
    return (this.#lists[0] as Int32Array).subarray(0, this.#lengths[0]);
  }

  onlyIn(view: number): Int32Array {
    return (this.#lists[view + 1] as Int32Array).subarray(0, this.#lengths[view + 1]);
  }
}

function addRefusals(
  { codes, base }: Dimension,
  refusal: Uint16Array,
  from: number,
  to: number,
  state: Uint16Array,
): void {
  for (let row = from; row < to; row++) {
    const place = (codes[row] as number) - base;
    state[row - from] = (state[row - from] as number) + (refusal[place] as number);
  }
}
