/** Values that were computed from an object and live as long as it does. */
export class Memory<Owner extends object> {
  readonly #values = new WeakMap<Owner, Map<string, unknown>>();
  readonly #limit: number;

  /** @param limit how many values are kept for one owner; the one that was not asked for longest goes first */
  constructor(limit = Infinity) {
    this.#limit = limit;
  }

  /** The value under that name, made now if it was not before. One name always means one type. */
  of<T>(owner: Owner, name: string, make: () => T): T {
    const values = this.#values.get(owner) ?? new Map<string, unknown>();
    if (values.size === 0) this.#values.set(owner, values);
    if (values.has(name)) {
      const kept = values.get(name) as T;
      if (this.#limit !== Infinity) {
        values.delete(name);
        values.set(name, kept);
      }
      return kept;
    }
    const made = make();
    values.set(name, made);
    if (values.size > this.#limit) {
      const [oldest] = values.keys();
      if (oldest !== undefined) values.delete(oldest);
    }
    return made;
  }
}
