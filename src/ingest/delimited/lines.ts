const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** End of file of DOS, which some hosts still append. */
const SUBSTITUTE = 26;

/** LF, CRLF and CR each end one line. */
export function countLineEnds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (bytes[i] === LINE_FEED || (bytes[i] === CARRIAGE_RETURN && bytes[i + 1] !== LINE_FEED)) count++;
  }
  return count;
}

/** Whether the bytes are blanks only (or nothing). */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const c = bytes[i];
    if (c !== 32 && c !== 9 && c !== SUBSTITUTE) return false;
  }
  return true;
}

/** How many lines after the one at `start` have as many fields as a record: what a forgotten quote swallows. */
export function countRecordLikeLines(
  bytes: Uint8Array,
  start: number,
  end: number,
  columnCount: number,
  delimiters: Uint8Array,
): number {
  let count = 0;
  let fields = 1;
  let isEmpty = true;
  let isFirstLine = true;
  for (let i = start; i <= end; i++) {
    const c = i === end ? LINE_FEED : (bytes[i] as number);
    if (c === LINE_FEED || c === CARRIAGE_RETURN) {
      if (!isFirstLine && !isEmpty && fields === columnCount) count++;
      fields = 1;
      isEmpty = true;
      isFirstLine = false;
    } else {
      isEmpty = false;
      if (c === delimiters[0] && delimiters.every((byte, index) => bytes[i + index] === byte)) {
        fields++;
        i += delimiters.length - 1;
      }
    }
  }
  return count;
}
