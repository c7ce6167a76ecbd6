import type { FieldType, Sensitivity } from '../../model/field';
import type { ResultBase, SharedParameters } from '../task';

export type TransactionParameters = SharedParameters & {
  /** Number of the transaction. */
  readonly txnId?: string;
  /** Row in the table, when it has no number; −1 = by number. */
  readonly row?: number;
};

export type TransactionField = {
  readonly field: string;
  readonly type: FieldType;
  readonly sensitivity: Sensitivity;
  readonly value: string | number | null;
};

export type TransactionResult = ResultBase & {
  /** Null when there is no such transaction. */
  readonly transaction: {
    readonly row: number;
    readonly txnId: string | null;
    readonly customerId: string | null;
    readonly accountId: string | null;
    /** The customer of this bank who owns the counterparty account, if one does. */
    readonly counterpartyCustomerId: string | null;
    /** Every field of the row: money in major units, days ISO, times `09:30:00`. */
    readonly fields: readonly TransactionField[];
  } | null;
};
