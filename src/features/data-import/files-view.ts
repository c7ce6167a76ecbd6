import type { ErrorCode, ErrorDetails } from '../../base/errors';
import { errorText, type ErrorText } from '../../i18n/error-text';
import type { Language } from '../../i18n/language';
import { tableName } from '../../i18n/table-names';
import type { DraftFile, ImportDraft } from '../../ingest/import-draft';
import { dialectText } from './dialect-words';
import type { ImportKey } from './messages';

export type FileRow = {
  readonly name: string;
  readonly size: string;
  /** Empty while nobody knows. */
  readonly format: string;
  readonly table: string;
  readonly rows: string;
  readonly status: 'looking' | 'waiting' | 'ready' | 'check' | 'failed';
  readonly statusText: string;
  readonly problem: (ErrorText & { readonly code: ErrorCode; readonly details: ErrorDetails }) | null;
};

type Chosen = { readonly name: string; readonly size: number };

/** Needed roles that no column has and no question is about. */
export function openRoles(file: DraftFile, draft: ImportDraft): readonly (readonly string[])[] {
  const asked = draft.questions.filter((one) => one.kind === 'role' && one.file === file.name);
  return file.missing.filter((group) => !asked.some(({ field }) => group.includes(field)));
}

/** What needs a look: the dialect is doubtful, a role is missing or asked, a column is only half sure. */
export function needsLook(file: DraftFile, draft: ImportDraft): number {
  const asked = draft.questions.filter((one) => one.file === file.name).length;
  const doubtful = file.columns.filter(
    ({ field, band, unitDoubt }) => field !== null && (band === 'check' || unitDoubt !== undefined),
  ).length;
  return asked + openRoles(file, draft).length + doubtful + (isSurelyCut(file) ? 0 : 1);
}

export const isSurelyCut = ({ inspection }: DraftFile): boolean =>
  inspection.confidence >= 0.9 && !inspection.doubts.some(({ code }) => code.startsWith('dialect.'));

export function fileRows(
  files: readonly Chosen[],
  draft: ImportDraft | null,
  isLooking: boolean,
  language: Language<ImportKey>,
): readonly FileRow[] {
  const { t, f, locale } = language;
  return files.map(({ name, size }): FileRow => {
    const base = { name, size: f.fileSize(size), format: '', table: '', rows: '', problem: null };
    const failure = draft?.failures.find((one) => one.name === name);
    if (failure) {
      const problem = { ...problemOf(failure, language), code: failure.code, details: failure.details };
      return { ...base, status: 'failed', statusText: t('status.failed'), problem };
    }
    const control = draft?.controls?.find((one) => one.name === name);
    if (control)
      return { ...base, status: 'ready', statusText: t('status.control', { file: control.about }) };
    const file = draft?.files.find((one) => one.name === name);
    if (!draft || !file) {
      const status = isLooking ? 'looking' : 'waiting';
      return { ...base, status, statusText: t(`status.${status}`) };
    }
    const { estimatedRows, sample, dialect, table } = file.inspection;
    const isCounted = estimatedRows <= sample.length;
    const n = needsLook(file, draft);
    return {
      ...base,
      format: dialectText({ ...dialect, format: table?.format ?? dialect.format }, language),
      table: file.isCanonical ? tableName(file.table, locale) : t('table.other'),
      rows: isCounted
        ? f.count(estimatedRows, 'exact')
        : t('rows.about', { rows: f.count(estimatedRows, 'exact') }),
      status: n > 0 ? 'check' : 'ready',
      statusText: n > 0 ? t('status.check', { n: f.count(n, 'exact') }) : t('status.ready'),
    };
  });
}

export function problemOf(
  error: { readonly code: ErrorCode; readonly details: ErrorDetails },
  language: Pick<Language<ImportKey>, 'f'>,
): ErrorText {
  return errorText(error, language);
}

/** Why a draft cannot be read as a whole though each of its files can: nobody says who the customers are. */
export function lacksCustomers(draft: ImportDraft): boolean {
  const isAsked = draft.questions.some((one) => one.field === 'customer_id');
  const isThere = draft.files.some(
    (file) => file.isCanonical && file.columns.some(({ field }) => field === 'customer_id'),
  );
  return draft.files.length > 0 && !isAsked && !isThere;
}
