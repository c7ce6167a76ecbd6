import type { Assumption } from '../dataset/dataset';
import type { Choice } from '../model/filters';
import type { ViewState } from '../project/view-state';
import type { ViewPatch } from '../state/view-patch';
import type { UnknownPart, UnknownParts } from './unknown-parts';

/**
 * Segments, attributes and selections that the engine did not find in the data, as the warnings of its answer say, and
 * the patch that leaves them out.
 */
export function unknownValues(
  { seg = {}, f = {}, sel = {} }: Pick<ViewState, 'seg' | 'f' | 'sel'>,
  warnings: readonly Assumption[],
): UnknownParts {
  const fields = new Set<string>();
  const values = new Map<string, ReadonlySet<string>>();
  for (const { code, values: said } of warnings) {
    const field = String(said['field'] ?? '');
    if (code === 'filter.unknown-field') fields.add(field);
    if (code === 'filter.unknown-values') values.set(field, new Set(String(said['values']).split(', ')));
  }
  const parts: UnknownPart[] = [];
  const keep = (field: string, chosen: readonly string[]): readonly string[] => {
    const kept = fields.has(field) ? [] : chosen.filter((value) => values.get(field)?.has(value) !== true);
    for (const value of chosen) if (!kept.includes(value)) parts.push({ field, value });
    return kept;
  };
  const known = (choices: Readonly<Record<string, Choice>>) =>
    Object.entries(choices).flatMap(([field, choice]) => {
      const kept = keep(field, choice.values);
      return kept.length > 0 ? [[field, { ...choice, values: kept }] as const] : [];
    });
  const segments = known(seg);
  const attributes = known(f);
  const selections = Object.entries(sel).flatMap(([card, selection]) => {
    const kept = keep(selection.field, selection.values);
    return kept.length > 0 ? [[card, { ...selection, values: kept }] as const] : [];
  });
  if (parts.length === 0) return { parts, patch: {} };
  const patch: ViewPatch = {
    seg: Object.fromEntries(segments),
    f: Object.fromEntries(attributes),
    sel: Object.fromEntries(selections),
  };
  return { parts, patch };
}
