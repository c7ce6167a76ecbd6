import type { Day } from '../base/calendar-day';
import type { Frame } from '../columns/frame';
import type { AssumptionCode } from './assumption-codes';
import type { PublishedColumn } from './published';

/** A file that went into the data. */
export type SourceFile = {
  readonly name: string;
  readonly sha256: string;
  readonly byteLength: number;
  /** Canonical table, or the file's own table name when it fits none. */
  readonly table: string;
  readonly rowsLoaded: number;
  readonly rowsRejected: number;
};

/**
 * A bank in memory: the star of data.md §7 as frames. Facts hold row numbers of their dimensions in `…_key` columns
 * (int32, null = not known), dates as days, money as signed integer minor units.
 *
 * Canonical tables, each present only when the data have it (`customer` always):
 *
 * - `customer`: customer_id, the mapped fields, `branch_key`, `rm_key`
 * - `account`: account_id, `customer_key` (the owner), product_code, balance, open_date, …
 * - `holder`: account_id, customer_id, role, `account_key`, `customer_key`
 * - `transaction`: txn_id, `customer_key` (the owner of the account), `account_key`, txn_date, `month`,
 *   amount (signed: inflow positive), channel, type, product_code, counterparty_…, balance_after, `source_row`
 * - `balance`: `customer_key`, `account_key`, `month`, product_code, balance (end of month), avg_balance
 * - `branch`: branch_id, name, name_en, `parent_key`, city … · `manager`: rm_id, name, name_en, `branch_key`
 * - `product`: product_code, name, family · `loan`, `card`, `region`, `standing_order` … with keys where they match
 */
export type Dataset = {
  /** `sample…` or `local-` + fingerprint of the files: the `b` of a link. */
  readonly id: string;
  readonly name: string;
  /** ISO 4217, `XXX` when the files do not say. */
  readonly currency: string;
  /** Minor units of one major unit: 100 for yuan. */
  readonly minorPerMajor: number;
  /** Last day of the last complete month with transactions or balances. */
  readonly asOf: Day | null;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly tables: Readonly<Record<string, Frame>>;
  /** Files that fit no canonical table, under their own names. */
  readonly others: Readonly<Record<string, Frame>>;
  /** Rejected rows: file, line, column, rule, reason, raw (all text but line int32). */
  readonly rejects: Frame;
  readonly sources: readonly SourceFile[];
  /** What was assumed while reading, in stable codes with values, for the report and the page. */
  readonly assumptions: readonly Assumption[];
  /** Columns that analyses have computed, one value per row of `customer`, by their names (`customer.clv`). */
  readonly published: Readonly<Record<string, PublishedColumn>>;
};

/** A statement that the page and the report translate: `{code: 'direction.all-inflow', values: {…}}`. */
export type Assumption = {
  readonly code: AssumptionCode;
  readonly values: Readonly<Record<string, string | number>>;
};
