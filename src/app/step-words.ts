import type { ViewState } from '../project/view-state';
import { applyPatch, type ViewPatch } from '../state/view-patch';
import type { Naming } from './field-names';
import { periodName, compareName } from './period-words';
import { scopeChips } from './scope-chips';

/** What a change of filters did, in words: "Set Branch: Pudong", "Removed Channel: ATM". */
export function stepWords(before: ViewState, patch: ViewPatch, naming: Naming): string {
  const { t, f } = naming;
  const after = applyPatch(before, patch);
  if ('p' in patch || 'asof' in patch) return t('step.period', { what: periodName(after, naming) });
  if ('c' in patch) return t('step.compare', { what: compareName(after.c, naming) });
  const [old, now] = [scopeChips(before, naming), scopeChips(after, naming)];
  const isNew = (text: string) => !old.some((chip) => chip.text === text);
  const changed = now.filter(({ text }) => isNew(text));
  if (changed.length > 0) return t('step.set', { what: f.list(changed.map(({ text }) => text)) });
  const gone = old.filter(({ id }) => !now.some((chip) => chip.id === id));
  return gone.length > 0 ? t('step.removed', { what: f.list(gone.map(({ text }) => text)) }) : t('step.link');
}
