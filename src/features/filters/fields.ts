import type { Control } from '../../base/control';
import { attributeOf, derivedAttributes, type Attribute } from '../../dataset/attributes';
import type { Dataset } from '../../dataset/dataset';
import { accountFacts, balanceFacts, customerCount, transactionFacts } from '../../dataset/facts';
import { shortName } from '../../dataset/published';
import type { Scope } from '../../dataset/scope';
import { fieldOf } from '../../model/tables';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import type { Unit } from '../../base/units';

export type FieldsParameters = SharedParameters;

export type FilterField = {
  /** Name in `f` or, for published columns, in `seg`. */
  readonly field: string;
  readonly kind: 'category' | 'band';
  readonly source: 'customer' | 'derived' | 'published';
  readonly unit: Unit | null;
  /** Distinct values of a category. */
  readonly values: number | null;
};

export type FieldsResult = ResultBase & {
  /** Fields of the customer that can be filtered by: no names, no identifying numbers. */
  readonly fields: readonly FilterField[];
  readonly hasBranches: boolean;
  readonly hasManagers: boolean;
  readonly hasProducts: boolean;
  readonly hasChannels: boolean;
};

/** Keys have filters of their own; numbers of documents and people are never offered. */
const neverOffered: ReadonlySet<string> = new Set([
  'customer_id',
  'branch_id',
  'rm_id',
  'birth_number',
  'birth_date',
  'household_id',
  'group_id',
]);

/** What can be filtered by: the fields of the customer, what follows from them, and what analyses have published. */
export async function fields(
  dataset: Dataset,
  parameters: FieldsParameters,
  control: Control,
): Promise<FieldsResult> {
  const scope = scopeOfTask(dataset, parameters);
  await pause(control, 1, 1);
  const { customer, branch, manager } = dataset.tables;
  return {
    ...resultBase(scope, customerCount(dataset)),
    fields: offeredFields(scope),
    hasBranches: branch !== undefined && customer?.columns['branch_key'] !== undefined,
    hasManagers: manager !== undefined && customer?.columns['rm_key'] !== undefined,
    hasProducts: [transactionFacts(dataset), balanceFacts(dataset), accountFacts(dataset)].some(
      (facts) => (facts?.product?.names.length ?? 0) > 1,
    ),
    hasChannels: (transactionFacts(dataset)?.channel?.names.length ?? 0) > 0,
  };
}

/** Fields with more than one value that do not identify people. */
export function offeredFields(scope: Scope): readonly FilterField[] {
  const { dataset, asOf } = scope;
  const columns = Object.keys(dataset.tables['customer']?.columns ?? {});
  const own = columns.filter((name) => isOffered(name));
  const derived = derivedAttributes.filter((name) => !own.includes(name));
  const published = Object.values(dataset.published).map((one) => one.column);
  return [
    ...own.flatMap((name) => offered(name, 'customer', attributeOf(dataset, name, asOf))),
    ...derived.flatMap((name) => offered(name, 'derived', attributeOf(dataset, name, asOf))),
    ...published.flatMap((column) =>
      offered(shortName(column), 'published', attributeOf(dataset, column, asOf)),
    ),
  ];
}

function isOffered(name: string): boolean {
  const field = fieldOf('customer', name);
  if (neverOffered.has(name) || name.endsWith('_key') || name.startsWith('source_')) return false;
  if (field === undefined) return true;
  const isIdentifying = field.sensitivity !== 'C1' && field.type !== 'money';
  return !isIdentifying && field.type !== 'time';
}

function offered(
  field: string,
  source: FilterField['source'],
  attribute: Attribute | null,
): readonly FilterField[] {
  if (attribute === null) return [];
  if (attribute.kind === 'number') {
    const known = attribute.values.filter((value) => value === value);
    const isConstant = known.every((value) => value === known[0]);
    return isConstant ? [] : [{ field, kind: 'band', source, unit: attribute.unit, values: null }];
  }
  const values = attribute.coded.names.length;
  return values < 2 && source !== 'published'
    ? []
    : [{ field, kind: 'category', source, unit: null, values }];
}
