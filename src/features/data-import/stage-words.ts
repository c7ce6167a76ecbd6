import type { Language } from '../../i18n/language';
import type { ImportKey } from './messages';

const stages = ['start', 'open', 'inspect', 'read', 'build', 'load'] as const;

/** What is being done right now; nothing for a stage that has no words. */
export function stageText(stage: string | undefined, { t }: Pick<Language<ImportKey>, 't'>): string {
  const known = stages.find((one) => one === (stage ?? 'start'));
  return known === undefined ? '' : t(`stage.${known}`);
}
