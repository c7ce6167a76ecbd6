import { createHash } from 'node:crypto';

/** A hash of everything in a value: objects by sorted keys, typed arrays by their bytes. */
export function hashOf(value: unknown): string {
  const hash = createHash('sha256');
  const visit = (item: unknown): void => {
    if (ArrayBuffer.isView(item)) {
      hash.update(new Uint8Array(item.buffer, item.byteOffset, item.byteLength));
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, part] of Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) {
        hash.update(key);
        visit(part);
      }
    } else {
      hash.update(`${typeof item} ${String(item)}`);
    }
  };
  visit(value);
  return hash.digest('hex');
}
