import type { Dimension } from './dimension';
import type { Selection } from './selection';

/**
 * Which members occur in which groups: one bit per pair, so that several tables can be marked into one set before
 * counting. Memory: groups × members / 8 bytes; groups × members < 2^32.
 */
export class PairSet {
  readonly #groups: number;
  readonly #members: number;
  readonly #bits: Uint32Array;

  constructor(groups: number, members: number) {
    this.#groups = groups;
    this.#members = members;
    this.#bits = new Uint32Array((groups * members + 31) >>> 5);
  }

  /** Marks the pairs of the selected rows; members outside (unknown ones) are left out. */
  add(group: Dimension, member: Dimension, { first, last, mask }: Selection): void {
    const bits = this.#bits;
    const members = this.#members;
    const [groupCodes, memberCodes] = [group.codes, member.codes];
    const [groupBase, memberBase] = [group.base, member.base];
    for (let row = first; row < last; row++) {
      if (mask !== null && mask[row] === 0) continue;
      const one = (memberCodes[row] as number) - memberBase;
      if (one >= members) continue;
      const place = ((groupCodes[row] as number) - groupBase) * members + one;
      bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    }
  }

  /** Marks one pair; members outside are left out. */
  addPair(group: number, member: number): void {
    if (member >= this.#members) return;
    const place = group * this.#members + member;
    this.#bits[place >>> 5] = (this.#bits[place >>> 5] as number) | (1 << (place & 31));
  }

  /** Distinct members of each group. */
  counts(): Int32Array {
    const counts = new Int32Array(this.#groups);
    for (let group = 0; group < this.#groups; group++) {
      let count = 0;
      const end = (group + 1) * this.#members;
      let place = group * this.#members;
      while (place < end) {
        const word = this.#bits[place >>> 5] as number;
        if (word === 0) {
          place = ((place >>> 5) + 1) << 5;
          continue;
        }
        count += (word >>> (place & 31)) & 1;
        place++;
      }
      counts[group] = count;
    }
    return counts;
  }

  /** Distinct members of all groups for which `isWanted` holds, taken together. */
  countTogether(isWanted: (group: number) => boolean): number {
    const seen = new Uint8Array(this.#members);
    for (let group = 0; group < this.#groups; group++) {
      if (!isWanted(group)) continue;
      for (let member = 0; member < this.#members; member++) {
        if (this.has(group, member)) seen[member] = 1;
      }
    }
    return seen.reduce((sum, one) => sum + one, 0);
  }

  has(group: number, member: number): boolean {
    const place = group * this.#members + member;
    return (((this.#bits[place >>> 5] as number) >>> (place & 31)) & 1) === 1;
  }
}
