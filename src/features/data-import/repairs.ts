import type { ErrorCode, ErrorDetails } from '../../base/errors';
import type { Language } from '../../i18n/language';
import type { DraftFile } from '../../ingest/import-draft';
import type { MappedDialect } from '../../model/mapping';
import { encodingName } from './dialect-words';
import type { ImportKey } from './messages';
import type { Step } from './steps';

/** What a person can do about a failed reading, one button each. */
export type Repair = { readonly label: string } & (
  | { readonly kind: 'go'; readonly step: Step }
  | { readonly kind: 'again' }
  | { readonly kind: 'dialect'; readonly file: string; readonly dialect: MappedDialect }
);

/** How to cut a file in another way, after the first look could not. */
export type FileRepair = { readonly label: string; readonly dialect: MappedDialect };

type Failure = { readonly code: ErrorCode; readonly details: ErrorDetails };

export function fileRepairs(
  { code, details }: Failure,
  { t }: Pick<Language<ImportKey>, 't'>,
): readonly FileRepair[] {
  if (code === 'ingest.unclosed-quote') return [{ label: t('fix.plain-quotes'), dialect: { quote: null } }];
  if (code !== 'ingest.garbled-text') return [];
  return (['gb18030', 'utf-8'] as const)
    .filter((encoding) => encoding !== details['encoding'])
    .map((encoding) => ({
      label: t('fix.try', { encoding: encodingName(encoding) }),
      dialect: { encoding },
    }));
}

export function repairsFor(
  { code, details }: Failure,
  files: readonly DraftFile[],
  { t }: Pick<Language<ImportKey>, 't'>,
): readonly Repair[] {
  const file = files.find(({ name }) => name === details['file']);
  const again: Repair = { kind: 'again', label: t('fix.again') };
  const reread: Repair = { kind: 'go', step: 'read', label: t('fix.reading') };
  if (code === 'ingest.unclosed-quote' && file)
    return [
      { kind: 'dialect', file: file.name, dialect: { quote: null }, label: t('fix.plain-quotes') },
      reread,
    ];
  if (code === 'ingest.garbled-text' && file) {
    const encoding = file.inspection.dialect.encoding === 'utf-8' ? 'gb18030' : 'utf-8';
    return [
      {
        kind: 'dialect',
        file: file.name,
        dialect: { encoding },
        label: t('fix.try', { encoding: encodingName(encoding) }),
      },
      { kind: 'go', step: 'read', label: t('fix.encoding') },
    ];
  }
  if (code === 'ingest.missing-role') return [{ kind: 'go', step: 'map', label: t('fix.match') }];
  if (code === 'ingest.out-of-memory' || code === 'ingest.stopped')
    return [again, { kind: 'go', step: 'files', label: t('fix.files') }];
  return code.startsWith('ingest.')
    ? [reread, { kind: 'go', step: 'files', label: t('fix.files') }]
    : [again];
}
