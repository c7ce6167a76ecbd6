import type { Frame } from '../columns/frame';
import { textColumnOf } from '../dataset/make-column';
import type { ReadFile } from './assemble-tables';
import { decodeText } from './decode-text';
import type { Dialect, Reject } from './table';

/** The rejected row as it stood in the file, read in the file's encoding. */
export function rejectText(reject: Reject, encoding: Dialect['encoding']): string {
  return decodeText(reject.raw, encoding);
}

/** Rejected rows of all files: `file, line, column, rule, reason, raw`. */
export function rejectsFrame(files: readonly ReadFile[]): Frame {
  const rows = files.flatMap(({ draft, parsed }) =>
    parsed.rejects.map((reject) => ({ file: draft.name, reject, encoding: parsed.dialect.encoding })),
  );
  return {
    name: 'rejected_rows',
    rowCount: rows.length,
    columns: {
      file: textColumnOf(rows.map(({ file }) => file)),
      line: { kind: 'int32', values: Int32Array.from(rows, ({ reject }) => reject.line), nulls: null },
      column: textColumnOf(rows.map(({ reject }) => reject.column)),
      rule: textColumnOf(rows.map(({ reject }) => reject.rule)),
      reason: textColumnOf(rows.map(({ reject }) => reject.reason)),
      raw: textColumnOf(rows.map(({ reject, encoding }) => rejectText(reject, encoding))),
    },
  };
}
