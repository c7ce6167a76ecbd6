import type { ReportedLine } from './import-report';
import { rejectText } from './rejects-frame';
import type { Dialect, Reject } from './table';

export function countsByRule(lines: readonly Reject[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule } of lines) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** Lines for a report, read in the file's encoding. */
export const reportedLines = (
  lines: readonly Reject[],
  encoding: Dialect['encoding'],
): readonly ReportedLine[] =>
  lines.map((reject) => ({
    line: reject.line,
    column: reject.column,
    rule: reject.rule,
    reason: reject.reason,
    raw: rejectText(reject, encoding),
  }));
