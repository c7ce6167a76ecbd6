import { civilOf, type Day } from '../base/calendar-day';
import type { Unit } from '../base/units';
import { isNull, type Column } from '../columns/column';
import type { Frame } from '../columns/frame';
import { columnType } from '../model/tables';
import type { Choice } from '../model/filters';
import { parseNumberRange, placesOf, type ChosenPlaces } from './choices';
import type { Dataset } from './dataset';
import { codedOf, noDay, sinceDays, type Coded } from './facts';
import { Memory } from './remember';

/**
 * What is known of each customer under one name, for filtering and grouping. A category has a place per customer, a
 * number a value (NaN = not known). Money is in major units.
 */
export type Attribute =
  | { readonly kind: 'category'; readonly coded: Coded }
  | {
      readonly kind: 'number';
      readonly values: Float64Array;
      readonly isWhole: boolean;
      readonly unit: Unit;
    };

/** Names that mean the key of another table. */
const keys: Readonly<Record<string, readonly [key: string, table: string, id: string]>> = {
  branch: ['branch_key', 'branch', 'branch_id'],
  branch_id: ['branch_key', 'branch', 'branch_id'],
  manager: ['rm_key', 'manager', 'rm_id'],
  rm_id: ['rm_key', 'manager', 'rm_id'],
  region_id: ['region_key', 'region', 'region_id'],
};

/** Attributes that follow from others. */
export const derivedAttributes = ['age', 'tenure_years'] as const;

/** Every as-of day has ages of its own, so only some are kept. */
const ofDatasets = new Memory<Dataset>(100);

/**
 * A field of the customer, a key (`branch`, `manager`), something derived (`age` in whole years and `tenure_years`, both
 * on the as-of day) or a published column by its name with or without `customer.`; null when there is none.
 */
export function attributeOf(dataset: Dataset, name: string, asOf: Day | null): Attribute | null {
  return ofDatasets.of(dataset, `${name} ${String(asOf)}`, () => makeAttribute(dataset, name, asOf));
}

function makeAttribute(dataset: Dataset, given: string, asOf: Day | null): Attribute | null {
  const customer = dataset.tables['customer'];
  if (customer === undefined) return null;
  const name = given === 'customer' ? 'customer_id' : given.replace(/^customer\./, '');
  const key = keys[name];
  if (key) {
    const found = keyAttribute(dataset, customer, key);
    if (found) return found;
  }
  const day = asOf ?? dataset.lastDay;
  if (name === 'age' && customer.columns['birth_date'] !== undefined && day !== null) {
    return wholeYears(daysOfColumn(customer, 'birth_date'), day);
  }
  if (name === 'tenure_years' && day !== null) return wholeYears(sinceDays(dataset), day);
  const published = dataset.published[`customer.${name}`];
  if (published && customer.columns[name] === undefined) {
    const scale = published.unit === 'money' ? dataset.minorPerMajor : 1;
    return attributeOfColumn(published.values, scale, published.unit ?? 'count');
  }
  const column = customer.columns[name];
  if (column === undefined || name.endsWith('_key')) return null;
  const type = columnType('customer', name);
  if (type === 'day' && column.kind === 'int32') return yearCategory(column);
  const isMoney = type === 'money';
  if (type === 'flag' && column.kind === 'int32') return flagCategory(column);
  return attributeOfColumn(column, isMoney ? dataset.minorPerMajor : 1, isMoney ? 'money' : 'count');
}

function keyAttribute(
  dataset: Dataset,
  customer: Frame,
  [keyName, tableName, idName]: readonly [string, string, string],
): Attribute | null {
  const column = customer.columns[keyName];
  const table = dataset.tables[tableName];
  const ids = table?.columns[idName];
  if (column?.kind !== 'int32' || !table || ids?.kind !== 'text') return null;
  const coded = codedOf(ids);
  const codes = Int32Array.from(column.values, (row, index) =>
    isNull(column.nulls, index) ? coded.unknown : (coded.codes[row] as number),
  );
  return { kind: 'category', coded: { ...coded, codes } };
}

function attributeOfColumn(column: Column, scale: number, unit: Unit): Attribute {
  if (column.kind === 'text') return { kind: 'category', coded: codedOf(column) };
  const { nulls } = column;
  const values = Float64Array.from(column.values, (value, row) => (isNull(nulls, row) ? NaN : value / scale));
  const isWhole = scale === 1 && values.every((value) => value !== value || Number.isInteger(value));
  return { kind: 'number', values, isWhole, unit };
}

function flagCategory(column: Column & { kind: 'int32' }): Attribute {
  const codes = column.values.map((value, row) => (isNull(column.nulls, row) ? 2 : value === 0 ? 0 : 1));
  return { kind: 'category', coded: { codes, base: 0, size: 3, unknown: 2, names: ['0', '1'] } };
}

/** Days as the years they lie in. */
function yearCategory(column: Column & { kind: 'int32' }): Attribute {
  const years = Int32Array.from(column.values, (day, row) =>
    isNull(column.nulls, row) ? 0 : civilOf(day).year,
  );
  const names = [...new Set(years.filter((_, row) => !isNull(column.nulls, row)))].sort((a, b) => a - b);
  const places = new Map(names.map((year, place) => [year, place]));
  const codes = years.map((year, row) =>
    isNull(column.nulls, row) ? names.length : (places.get(year) ?? 0),
  );
  return {
    kind: 'category',
    coded: { codes, base: 0, size: names.length + 1, unknown: names.length, names: names.map(String) },
  };
}

function daysOfColumn(frame: Frame, name: string): Int32Array {
  const column = frame.columns[name];
  if (column?.kind !== 'int32') return new Int32Array(frame.rowCount).fill(noDay);
  return column.values.map((value, row) => (isNull(column.nulls, row) ? noDay : value));
}

function wholeYears(days: Int32Array, asOf: Day): Attribute {
  const now = civilOf(asOf);
  const values = Float64Array.from(days, (day) => {
    if (day === noDay) return NaN;
    const then = civilOf(day);
    const isBefore = now.month < then.month || (now.month === then.month && now.day < then.day);
    return Math.max(0, now.year - then.year - (isBefore ? 1 : 0));
  });
  return { kind: 'number', values, isWhole: true, unit: 'count' };
}

/**
 * Which customers a choice keeps (1 per customer), and its values that nobody can have. A range of whole numbers
 * includes both ends; of other numbers the upper end is left out, so that neighbouring ranges share nobody.
 */
export function customersOfChoice(attribute: Attribute, choice: Choice): ChosenPlaces {
  if (attribute.kind === 'category') {
    const { coded } = attribute;
    const { keeps, unknown } = placesOf(choice, coded.names);
    return { keeps: Uint8Array.from(coded.codes, (place) => keeps[place] as number), unknown };
  }
  const { values, isWhole } = attribute;
  const parsed = choice.values.map((text) => ({ text, range: parseNumberRange(text) }));
  const ranges = parsed.flatMap(({ range }) => range ?? []);
  const wantsMissing = choice.values.includes('');
  const keeps = Uint8Array.from(values, (value) => {
    const isIn =
      value !== value
        ? wantsMissing
        : ranges.some(({ from, to }) => value >= from && (isWhole || from === to ? value <= to : value < to));
    return isIn === choice.exclude ? 0 : 1;
  });
  return { keeps, unknown: parsed.flatMap(({ text, range }) => (range || text === '' ? [] : [text])) };
}
