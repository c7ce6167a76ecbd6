import type { Language } from '../../i18n/language';
import type { FileReport, ImportReport, LinkReport } from '../../ingest/import-report';
import { dialectText } from './dialect-words';
import { linkText } from './match-view';
import type { ImportKey } from './messages';

/** Lines of a CSV of rows that were kept aside, one per row and file, for mending at the source. */
export function rejectLines(report: ImportReport): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  return {
    header: ['file', 'line', 'column', 'rule', 'reason', 'raw'],
    rows: report.files.flatMap(({ name, rejects }) =>
      rejects.map(({ line, column, rule, reason, raw }) => [name, line, column, rule, reason, raw]),
    ),
  };
}

export const rejectedRows = (report: ImportReport): number =>
  report.files.reduce((sum, { rows }) => sum + rows.rejected, 0);

export type SourceRow = { readonly name: string; readonly how: string; readonly hash: string };

export function sourceRows(report: ImportReport, language: Language<ImportKey>): readonly SourceRow[] {
  return report.files.map((file: FileReport) => ({
    name: file.name,
    how: dialectText(
      {
        format: file.format,
        encoding: file.encoding,
        delimiter: file.delimiter,
        hasHeader: file.header,
      },
      language,
    ),
    hash: file.sha256,
  }));
}

export type MatchedLink = {
  readonly id: string;
  readonly text: string;
  readonly rate: string;
  readonly counts: string;
};

export function matchedLinks(
  links: readonly LinkReport[],
  { t, f, locale }: Language<ImportKey>,
): readonly MatchedLink[] {
  return links.map(({ from, to, rows, matched, matchRate }) => ({
    id: `${from}>${to}`,
    text: linkText(from, to, locale),
    rate: matchRate === null ? f.missing : f.percent(matchRate, 'exact'),
    counts: t('link.counts', { matched: f.count(matched, 'exact'), rows: f.count(rows, 'exact') }),
  }));
}
