import type { Language } from '../../i18n/language';
import type { EditStep } from '../../model/mapping';
import type { ImportKey } from './messages';

/** A step that can be taken back, in a few words. */
export function stepWords({ kind, file, about }: EditStep, { t }: Pick<Language<ImportKey>, 't'>): string {
  if (about === '' && kind === 'unit') return t('edit.units', { file });
  return t(`edit.${kind}`, { file, about });
}
