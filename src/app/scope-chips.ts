import { isoMonth } from '../base/calendar-day';
import { consecutiveMonths } from '../dataset/months';
import type { Choice } from '../model/filters';
import { formatOrgPath, parseOrgPath } from '../model/org-path';
import type { ViewState } from '../project/view-state';
import { patchOfSelection, type ViewPatch } from '../state/view-patch';
import { fieldName, valueName, type Naming } from './field-names';

/** One filter as the scope line shows it: at most one chip per dimension. */
export type ScopeChip = {
  readonly id: string;
  /** Key of the view that it stands for. */
  readonly key: 'org' | 'seg' | 'prod' | 'ch' | 'f' | 'sel';
  readonly dimension: string;
  readonly text: string;
  /** All its values, for the popover of "4 selected". */
  readonly names: readonly string[];
  /** Card from which it comes. */
  readonly card: string | null;
  readonly removal: ViewPatch;
};

/** The dimension and its values as a sentence of a chip. */
export function chipText(dim: string, names: readonly string[], exclude: boolean, { t, f }: Naming): string {
  const [a = '', b = ''] = names;
  const not = exclude ? 'not-' : '';
  if (names.length === 1) return t(`chip.${not}one`, { dim, name: a });
  if (names.length === 2) return t(`chip.${not}two`, { dim, a, b });
  return t(`chip.${not}many`, { dim, n: f.count(names.length) });
}

/** The filters of a view as chips, in the order of the filter bar, selections on charts last. */
export function scopeChips(state: ViewState, naming: Naming): readonly ScopeChip[] {
  const chip = (
    id: string,
    key: ScopeChip['key'],
    field: string,
    choice: Choice,
    removal: ViewPatch,
    card: string | null = null,
  ): ScopeChip => {
    const isSelection = card !== null;
    const dimension = fieldName(field, naming, isSelection);
    const names = choice.values.map((value) => valueName(field, value, naming, isSelection));
    const range = field === 'month' ? consecutiveMonths(choice.values) : null;
    const shown = range ? [naming.f.monthRange(isoMonth(range.first), isoMonth(range.last))] : names;
    const text = chipText(dimension, shown, choice.exclude, naming);
    return { id, key, dimension, text, names, card, removal };
  };
  const without = (record: Readonly<Record<string, Choice>>, name: string) =>
    Object.fromEntries(Object.entries(record).filter(([other]) => other !== name));
  const { seg = {}, f = {}, sel = {}, prod, ch } = state;
  return [
    ...orgChips(state, chip),
    ...Object.entries(seg).map(([name, choice]) =>
      chip(`seg ${name}`, 'seg', name, choice, { seg: without(seg, name) }),
    ),
    ...(prod ? [chip('prod', 'prod', 'product', prod, { prod: undefined })] : []),
    ...(ch ? [chip('ch', 'ch', 'channel', ch, { ch: undefined })] : []),
    ...Object.entries(f).map(([name, choice]) =>
      chip(`f ${name}`, 'f', name, choice, { f: without(f, name) }),
    ),
    ...Object.entries(sel).map(([card, { field, values }]) =>
      chip(
        `sel ${card}`,
        'sel',
        field,
        { values, exclude: false },
        patchOfSelection(state, card, null),
        card,
      ),
    ),
  ];
}

function orgChips(
  { org }: ViewState,
  chip: (id: string, key: 'org', field: string, choice: Choice, removal: ViewPatch) => ScopeChip,
): readonly ScopeChip[] {
  const path = org === undefined ? null : parseOrgPath(org);
  if (path === null) return [];
  const { branches, managers, exclude } = path;
  const withoutManagers =
    branches.length > 0 ? formatOrgPath({ branches, managers: [], exclude }) : undefined;
  return [
    ...(branches.length > 0
      ? [chip('org branch', 'org', 'branch', { values: branches, exclude }, { org: undefined })]
      : []),
    ...(managers.length > 0
      ? [chip('org manager', 'org', 'manager', { values: managers, exclude }, { org: withoutManagers })]
      : []),
  ];
}
