import { checkText, checkWhole } from '../../base/check-parameter';
import type { Control } from '../../base/control';
import { keyAt, rowOfText, textAt, typeOfColumn, valueAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { fieldOf } from '../../model/tables';
import { pause, resultBase, scopeOfTask, type ResultBase, type SharedParameters } from '../task';
import type { FieldType, Sensitivity } from '../../model/field';

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

export const transactionDefaults = { txnId: '', row: -1 } as const;

/**
 * Everything that is known of one transaction, by its number or, when it has none, its row. Filters do not count.
 * n = 1, or 0 when there is no such transaction (warning `transaction.unknown`).
 *
 * @throws task.bad-parameters
 */
export async function transaction(
  dataset: Dataset,
  parameters: TransactionParameters,
  control: Control,
): Promise<TransactionResult> {
  const given = { ...transactionDefaults, ...parameters };
  const txnId = checkText('txnId', given.txnId);
  const asked = checkWhole('row', given.row, -1, 0x7fffffff);
  const { filters: _filters, ...rest } = parameters;
  const scope = scopeOfTask(dataset, rest);
  await pause(control, 1, 1);
  const row = findRow(dataset, txnId, asked);
  if (row === null) {
    const warnings = [{ code: 'transaction.unknown', values: {} }] as const;
    return { ...resultBase(scope, 0, warnings), transaction: null };
  }
  return { ...resultBase(scope, 1), transaction: describe(dataset, row) };
}

function findRow(dataset: Dataset, txnId: string, asked: number): number | null {
  const frame = dataset.tables['transaction'];
  if (frame === undefined) return null;
  if (asked >= 0) return asked < frame.rowCount ? asked : null;
  const ids = frame.columns['txn_id'];
  return txnId !== '' && ids?.kind === 'text' ? rowOfText(ids, txnId) : null;
}

const isInternal = (field: string): boolean => field.endsWith('_key') || field === 'month';

function describe(dataset: Dataset, row: number): TransactionResult['transaction'] {
  const { transaction: frame, customer, account } = dataset.tables;
  if (frame === undefined) return null;
  const customerRow = keyAt(frame, 'customer_key', row);
  const accountRow = keyAt(frame, 'account_key', row);
  return {
    row,
    txnId: textAt(frame, 'txn_id', row),
    customerId:
      customerRow === null ? textAt(frame, 'customer_id', row) : textAt(customer, 'customer_id', customerRow),
    accountId:
      accountRow === null ? textAt(frame, 'account_id', row) : textAt(account, 'account_id', accountRow),
    counterpartyCustomerId: ownerOf(dataset, textAt(frame, 'counterparty_acct', row)),
    fields: Object.keys(frame.columns)
      .filter((field) => !isInternal(field))
      .map((field) => ({
        field,
        type: typeOfColumn(frame, field),
        sensitivity: fieldOf('transaction', field)?.sensitivity ?? 'C1',
        value: valueAt(dataset, frame, field, row),
      })),
  };
}

function ownerOf(dataset: Dataset, accountId: string | null): string | null {
  const { account, customer } = dataset.tables;
  const ids = account?.columns['account_id'];
  if (accountId === null || ids?.kind !== 'text') return null;
  const row = rowOfText(ids, accountId);
  const owner = row === null ? null : keyAt(account, 'customer_key', row);
  return owner === null ? null : textAt(customer, 'customer_id', owner);
}
