import { maskId, maskName } from '../../base/masking';
import { codeLabel } from '../../i18n/codes.messages';
import { fieldOf } from '../../model/tables';
import type { Speech } from './balances-view';
import { fieldName } from './profile-view';
import type { TransactionField } from './transaction';
import type { TransactionRow } from './transactions';

/** The other side of a transaction, masked where it names a person. */
export function counterpartyText(row: TransactionRow, isMasked: boolean, { f }: Speech): string {
  const { counterpartyName, counterpartyAccount } = row;
  const name = counterpartyName === null || !isMasked ? counterpartyName : maskName(counterpartyName);
  const account =
    counterpartyAccount === null || !isMasked ? counterpartyAccount : maskId(counterpartyAccount);
  return [name, account].filter((part) => part !== null && part !== '').join(' ') || f.missing;
}

/** What `txn=` says in the link: the number, or the row of one that has none. */
export function transactionKey({ txnId, row }: Pick<TransactionRow, 'txnId' | 'row'>): string {
  return txnId ?? `row:${String(row)}`;
}

/** Reads `txn=` of a link. */
export function transactionQuery(key: string): { readonly txnId?: string; readonly row?: number } {
  const row = /^row:(\d+)$/.exec(key);
  return row ? { row: Number(row[1]) } : { txnId: key };
}

/** A field of a transaction as people read it. */
export function transactionFieldText(field: TransactionField, isMasked: boolean, speech: Speech): string {
  const { f, locale, t } = speech;
  const { value, type } = field;
  if (value === null || value === '') return f.missing;
  const text = String(value);
  if (isMasked && field.sensitivity === 'C2') {
    if (type === 'id') return maskId(text);
    if (field.field === 'counterparty_name') return maskName(text);
  }
  switch (type) {
    case 'money':
      return f.money(Number(value), 'exact');
    case 'day':
      return f.day(text);
    case 'month':
      return f.month(text);
    case 'flag':
      return t(value === 1 ? 'attributes.yes' : 'attributes.no');
    case 'code':
      return codeLabel(fieldOf('transaction', field.field)?.codes ?? field.field, text, locale);
    case 'number':
      return f.count(Number(value), 'exact');
    default:
      return text;
  }
}

export function transactionFieldName(field: string, speech: Speech): string {
  return fieldName('transaction', field, speech);
}
