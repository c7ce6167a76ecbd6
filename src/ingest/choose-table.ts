import type { Table } from '../model/field';
import { tables } from '../model/tables';
import { assignColumns, type Assignment } from './assign-columns';
import { matchFileName } from './match-name';
import type { SampledColumn } from './match-values';

export type TableChoice = {
  readonly table: Table;
  /** 0–1. */
  readonly confidence: number;
  readonly assignment: Assignment;
};

/** Tables of which each row is one thing: a file in which the key repeats is another kind of table. */
const keys: Readonly<Record<string, string>> = {
  customer: 'customer_id',
  account: 'account_id',
  loan: 'loan_id',
  card: 'card_id',
  branch: 'branch_id',
  region: 'region_id',
  product: 'product_code',
  campaign: 'campaign_id',
};

/** Groups of fields of which one each is needed: the required fields alone, then the alternatives. */
export function neededGroups(table: Table): readonly (readonly string[])[] {
  const required = table.fields.filter((field) => field.required).map((field) => [field.name]);
  return [...required, ...(table.oneOf ?? [])];
}

function keyRepeats(table: Table, columns: readonly SampledColumn[], assignment: Assignment): boolean {
  const key = assignment.taken.find((one) => one.field === keys[table.name]);
  const column = key && columns.find((one) => one.index === key.column);
  return column !== undefined && column.values.length >= 20 && column.profile.uniqueness < 0.9;
}

/**
 * The canonical table that a file looks most like, or null: its needed roles must be found by name, and either the
 * file's name or a third of its columns must speak for it.
 */
export function chooseTable(fileName: string, columns: readonly SampledColumn[]): TableChoice | null {
  let best: { choice: TableChoice; score: number } | null = null;
  for (const table of tables) {
    const assignment = assignColumns(columns, table);
    const found = new Map(assignment.taken.map((one) => [one.field, one.confidence]));
    const isThere = (field: string) => (found.get(field) ?? 0) >= 0.6;
    if (!neededGroups(table).every((group) => group.some(isThere))) continue;
    const hint = matchFileName(fileName, table);
    const sum = assignment.taken.reduce(
      (total, one) => total + (one.confidence >= 0.6 ? one.confidence : 0),
      0,
    );
    const coverage = sum / Math.max(1, columns.length);
    if (hint < 0.6 && coverage < 0.3) continue;
    if (hint < 1 && keyRepeats(table, columns, assignment)) continue;
    const score = 0.6 * coverage + 0.4 * hint;
    if (best === null || score > best.score) {
      best = { score, choice: { table, confidence: Math.min(1, 0.6 + 0.5 * score), assignment } };
    }
  }
  return best?.choice ?? null;
}
