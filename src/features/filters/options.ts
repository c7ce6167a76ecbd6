import { checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { attributeOf } from '../../dataset/attributes';
import { checkFilters } from '../../dataset/check-filters';
import type { Assumption, Dataset } from '../../dataset/dataset';
import { groupingOf, type Grouping } from '../../dataset/grouping';
import { measureBy, now } from '../../dataset/measure-by';
import { countedNow } from '../../dataset/members';
import { sumOf } from '../../dataset/holdings';
import { familyOfProduct, nameOfKey } from '../../dataset/names';
import type { Scope } from '../../dataset/scope';
import type { Choice, Filters } from '../../model/filters';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import { offeredFields } from './fields';
import { organisationTree } from './organisation-tree';

export type OptionsParameters = SharedParameters & {
  /** `branch`, `product`, `channel`, a field of the customer or a published column. */
  readonly field?: string;
  /** Part of the key or a name. */
  readonly search?: string;
};

export type FilterOption = {
  /** What the filter takes: `br:BR012`, `br:BR012/rm:RM0345`, `savings`, `上海`, `30-39`; empty = not known. */
  readonly key: string;
  readonly name: string | null;
  readonly nameEn: string | null;
  /** Customers with this value under the other filters; a branch counts those of its sub-branches. */
  readonly customers: number;
  /** Key of the option above it: the parent branch, the branch of a manager. */
  readonly parent: string | null;
  /** Depth in the tree, 0 = top. */
  readonly level: number;
  readonly family: string | null;
};

export type OptionsResult = ResultBase & {
  readonly field: string;
  readonly kind: 'tree' | 'category' | 'band' | 'none';
  /** Trees in order (each branch before its parts), bands by size, others by customers; those of 0 come last. */
  readonly values: readonly FilterOption[];
  /** Options under the search, also those beyond the limit. */
  readonly total: number;
};

export const optionsDefaults = { field: 'branch', search: '' } as const;

const defaultLimit = 500;

/**
 * What can a filter be set to, and how many customers would each value keep? Counts stand under all filters but the
 * asked field's own, so that a list never counts itself away. n = customers under these.
 *
 * @throws task.bad-parameters
 */
export async function options(
  dataset: Dataset,
  parameters: OptionsParameters,
  control: Control,
): Promise<OptionsResult> {
  const given = { ...optionsDefaults, ...parameters };
  const field = checkText('field', given.field);
  const search = checkText('search', given.search).trim().toLowerCase();
  const limit = checkWhole('limit', given.limit ?? defaultLimit, 0, 100_000);
  const filters = withoutOwn(checkFilters(parameters.filters), field);
  const scope = scopeOfTask(dataset, { ...parameters, filters });
  await pause(control, 1, 2);
  const { kind, values } = valuesOf(scope, field);
  await pause(control, 2, 2);
  const warnings: Assumption[] = kind === 'none' ? [{ code: 'filter.unknown-field', values: { field } }] : [];
  const found = search === '' ? values : matching(values, search);
  return {
    ...resultBase(scope, sumOf(countedNow(scope)), warnings),
    field,
    kind,
    values: found.slice(0, limit),
    total: found.length,
  };
}

type Chosen = Readonly<Record<string, Choice>>;

function without(choices: Chosen | undefined, field: string): Chosen | undefined {
  if (choices === undefined || !(field in choices)) return choices;
  return Object.fromEntries(Object.entries(choices).filter(([name]) => name !== field));
}

const isOrganisation = (field: string): boolean => field === 'branch' || field === 'manager';
const isProduct = (field: string): boolean => field === 'product' || field === 'product_code';

/** The filters but the one that a field sets. */
export function withoutOwn(filters: Filters, field: string): Filters {
  const { org, prod, ch, f, seg, ...others } = filters;
  const attributes = without(f, field);
  const segments = without(seg, field.replace(/^customer\./, ''));
  return {
    ...others,
    ...(org === undefined || isOrganisation(field) ? {} : { org }),
    ...(prod === undefined || isProduct(field) ? {} : { prod }),
    ...(ch === undefined || field === 'channel' ? {} : { ch }),
    ...(attributes === undefined ? {} : { f: attributes }),
    ...(segments === undefined ? {} : { seg: segments }),
  };
}

function valuesOf(scope: Scope, field: string): Pick<OptionsResult, 'kind' | 'values'> {
  if (isOrganisation(field)) {
    const values = organisationTree(scope);
    return values.length === 0 ? { kind: 'none', values } : { kind: 'tree', values };
  }
  const isRows = isProduct(field) || field === 'channel';
  const name = field.replace(/^customer\./, '');
  const isKnown = isRows || offeredFields(scope).some((one) => one.field === name);
  const grouping = isKnown ? groupingOf(scope, isRows ? field : `customer.${name}`) : null;
  if (grouping === null) return { kind: 'none', values: [] };
  const attribute = isRows ? null : attributeOf(scope.dataset, `customer.${name}`, scope.asOf);
  const isBand = attribute?.kind === 'number';
  const values = optionsOf(scope, grouping, field);
  if (isBand) return { kind: 'band', values };
  return { kind: 'category', values: values.toSorted((a, b) => b.customers - a.customers) };
}

/** In the order of the grouping; "not known" only where there is somebody. */
function optionsOf(scope: Scope, grouping: Grouping, field: string): readonly FilterOption[] {
  const counts = measureBy(scope, grouping, 'customers', now(scope))?.values;
  return grouping.keys
    .map((key, place) => ({
      key,
      ...(key === '' ? { name: null, nameEn: null } : nameOfKey(scope.dataset, field, key)),
      customers: counts?.[place] ?? 0,
      parent: null,
      level: 0,
      family: isProduct(field) ? familyOfProduct(scope.dataset, key) : null,
    }))
    .filter(({ key, customers }) => key !== '' || customers > 0);
}

/** Options whose key or name contains the text, and those above them. */
function matching(values: readonly FilterOption[], search: string): readonly FilterOption[] {
  const byKey = new Map(values.map((one) => [one.key, one]));
  const kept = new Set<string>();
  for (const one of values) {
    const texts = [one.key, one.name, one.nameEn];
    if (!texts.some((text) => text?.toLowerCase().includes(search) ?? false)) continue;
    for (let at: FilterOption | undefined = one; at && !kept.has(at.key);) {
      kept.add(at.key);
      at = at.parent === null ? undefined : byKey.get(at.parent);
    }
  }
  return values.filter((one) => kept.has(one.key));
}
