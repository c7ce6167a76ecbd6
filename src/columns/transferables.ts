/**
 * Every distinct ArrayBuffer inside a plain value (objects, arrays, typed arrays), in order of appearance: the
 * transfer list of a message that gives the value away.
 */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const seen = new Set<object>();
  const visit = (item: unknown): void => {
    if (typeof item !== 'object' || item === null || seen.has(item)) return;
    seen.add(item);
    if (item instanceof ArrayBuffer) {
      buffers.add(item);
    } else if (ArrayBuffer.isView(item)) {
      if (item.buffer instanceof ArrayBuffer) buffers.add(item.buffer);
    } else {
      for (const part of Object.values(item)) visit(part);
    }
  };
  visit(value);
  return [...buffers];
}
