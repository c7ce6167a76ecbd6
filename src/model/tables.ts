import type { Field, FieldType, Table } from './field';
import { account, balance, holder, standingOrder } from './tables/account';
import { card, holding, loan } from './tables/credit';
import { customer } from './tables/customer';
import { branch, household, manager, product, region, target } from './tables/organisation';
import { capital, codeList, exchangeRate, ftpCurve, unitCost } from './tables/rates';
import { campaign, contact, event, response, service, survey } from './tables/service';
import { transaction } from './tables/transaction';

/** Every canonical table, in the order in which people look for them. */
export const tables: readonly Table[] = [
  customer,
  account,
  holder,
  transaction,
  balance,
  loan,
  card,
  holding,
  standingOrder,
  branch,
  manager,
  region,
  product,
  campaign,
  response,
  service,
  survey,
  contact,
  event,
  household,
  target,
  exchangeRate,
  ftpCurve,
  unitCost,
  capital,
  codeList,
];

const byName: ReadonlyMap<string, Table> = new Map(tables.map((table) => [table.name, table]));

export function tableNamed(name: string): Table | undefined {
  return byName.get(name);
}

export function fieldOf(table: string, name: string): Field | undefined {
  return byName.get(table)?.fields.find((field) => field.name === name);
}

/**
 * Columns that the star adds to canonical tables (`dataset/build-dataset.ts`) besides keys (`…_key`) and amounts in
 * other currencies (`…_original`): months and lines of origin.
 */
const madeByTheStar: Readonly<Record<string, FieldType>> = {
  month: 'month',
  source_row: 'number',
  source_file: 'text',
};

/**
 * The type of a column in memory, declared or made by the star; null for a column kept under the file's own name,
 * whose type is that of its values.
 */
export function columnType(table: string, column: string): FieldType | null {
  const declared = fieldOf(table, column);
  if (declared) return declared.type;
  if (column.endsWith('_key')) return 'key';
  if (column.endsWith('_original')) return fieldOf(table, column.slice(0, -'_original'.length))?.type ?? null;
  return byName.has(table) ? (madeByTheStar[column] ?? null) : null;
}
