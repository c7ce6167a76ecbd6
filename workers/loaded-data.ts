import { transfer } from 'comlink';
import { AppError } from '../src/base/errors';
import { buffersOf } from '../src/columns/transferables';
import type { Dataset } from '../src/dataset/dataset';
import { publish, type PublishedColumn } from '../src/dataset/published';

/** The dataset that the data worker owns. It is replaced whole, never changed. */
export class LoadedData {
  #dataset: Dataset | null = null;
  #own: ReadonlySet<ArrayBuffer> = new Set();
  #load = 0;
  #edition = 0;
  /** What was there before each repair. */
  #before: readonly Dataset[] = [];

  /** Rises with each dataset that is loaded: what was made from one must not go into another. */
  get load(): number {
    return this.#load;
  }

  /** Rises with each change of what the dataset holds: other data, or columns published in it. */
  get edition(): number {
    return this.#edition;
  }

  /** @throws internal.unexpected when nothing is loaded yet */
  get dataset(): Dataset {
    if (this.#dataset === null) throw new AppError('internal.unexpected', 'No data are loaded');
    return this.#dataset;
  }

  swap(dataset: Dataset): void {
    this.#before = [];
    this.#take(dataset);
  }

  /** The data after a repair take the place of those before, which are kept to go back to. */
  repair(dataset: Dataset): void {
    this.#before = [...this.#before, this.dataset];
    this.#take(dataset);
  }

  /** Takes the last repair back. Whether there was one. */
  undoRepair(): boolean {
    const last = this.#before.at(-1);
    if (!last) return false;
    this.#before = this.#before.slice(0, -1);
    this.#take(last);
    return true;
  }

  #take(dataset: Dataset): void {
    this.#own = new Set(buffersOf(dataset));
    this.#dataset = dataset;
    this.#load++;
    this.#edition++;
  }

  /**
   * Adds columns that were made from a load; whether it is still the one that is loaded. Columns of the same model,
   * version and day are held already: the dataset stays the same object, and with it all that was computed from it.
   */
  publish(columns: readonly PublishedColumn[], load: number): boolean {
    if (load !== this.#load || columns.length === 0) return false;
    const added = columns.filter((one) => !isSame(this.dataset.published[one.column], one));
    if (added.length === 0) return true;
    this.#dataset = publish(this.dataset, added);
    this.#own = new Set(buffersOf(this.#dataset));
    this.#edition++;
    return true;
  }

  /** The buffers of a result that may be given away: those of the dataset stay and are copied. */
  givable(result: unknown): ArrayBuffer[] {
    return buffersOf(result).filter((buffer) => !this.#own.has(buffer));
  }

  /** Marks a result to travel without copying what is its own. */
  give<T>(result: T): T {
    return transfer(result, this.givable(result));
  }
}

function isSame(held: PublishedColumn | undefined, { model, version, asOf }: PublishedColumn): boolean {
  return held?.model === model && held.version === version && held.asOf === asOf;
}
