import type { Language } from '../../i18n/language';
import type { ImportDraft } from '../../ingest/import-draft';
import type { ImportReport } from '../../ingest/import-report';
import { tableCount } from './check-view';
import { isSurelyCut, lacksCustomers, openRoles } from './files-view';
import type { ImportKey } from './messages';
import type { Place } from './steps';

export type Foot = {
  readonly primary: string;
  /** Where the primary button leads. */
  readonly target: Place | 'overview';
  readonly isReady: boolean;
  /** Why it does not lead there yet, or what stays safe. */
  readonly note: string;
};

type Facts = {
  readonly hasFiles: boolean;
  readonly isBusy: boolean;
  readonly draft: ImportDraft | null;
  readonly report: ImportReport | null;
  readonly isRead: boolean;
  /** The reader said that no column names customers. */
  readonly isWithoutCustomers: boolean;
};

/** The primary button of a step names the next result; a note says what is still needed. */
export function footFor(place: Place, facts: Facts, language: Language<ImportKey>): Foot {
  const { t, f } = language;
  const named = (key: ImportKey, n: number) => t(key, { n: f.count(n, 'exact') });
  const { draft, report } = facts;
  const safe = t('foot.safe');
  if (place === 'report') return { primary: t('act.overview'), target: 'overview', isReady: true, note: '' };
  if (place === 'check' || place === 'load') {
    const tables = report ? tableCount(report) : tablesOf(draft);
    return { primary: named('act.load', tables), target: 'load', isReady: facts.isRead, note: safe };
  }
  const files = draft?.files ?? [];
  if (place === 'files') {
    const isSure = files.length > 0 && files.every(isSurelyCut);
    const columns = files.reduce((sum, file) => sum + file.columns.length, 0);
    const note = !facts.hasFiles
      ? t('foot.no-files')
      : draft && files.length === 0 && !facts.isBusy
        ? t('foot.failed')
        : safe;
    const isReady = files.length > 0 && !facts.isBusy;
    return isSure
      ? { primary: named('act.match', columns), target: 'map', isReady, note }
      : { primary: named('act.preview', files.length), target: 'read', isReady, note };
  }
  if (place === 'read') {
    const columns = files.reduce((sum, file) => sum + file.columns.length, 0);
    return { primary: named('act.match', columns), target: 'map', isReady: !facts.isBusy, note: safe };
  }
  const open = openWork(draft, facts.isWithoutCustomers, t, f.count);
  const isReady = draft !== null && open === null && !facts.isBusy;
  return { primary: named('act.check', tablesOf(draft)), target: 'check', isReady, note: open ?? safe };
}

export const tablesOf = (draft: ImportDraft | null): number =>
  new Set((draft?.files ?? []).map(({ table }) => table)).size;

/** What a person has to say before the files can be read; null when nothing. */
function openWork(
  draft: ImportDraft | null,
  isWithoutCustomers: boolean,
  t: Language<ImportKey>['t'],
  count: (value: number, precision: 'exact') => string,
): string | null {
  if (!draft) return null;
  const asked = draft.questions.length;
  if (asked > 0) return t('foot.questions', { n: count(asked, 'exact') });
  const roles = draft.files.reduce((sum, file) => sum + openRoles(file, draft).length, 0);
  const missing = roles + (roles === 0 && lacksCustomers(draft) && !isWithoutCustomers ? 1 : 0);
  return missing > 0 ? t('foot.missing', { n: count(missing, 'exact') }) : null;
}
