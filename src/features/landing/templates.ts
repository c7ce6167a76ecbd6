import type { Locale } from '../../i18n/locale';
import { fieldOf, tableNamed } from '../../model/tables';

/** What a first file usually holds, by table. */
const templateFields: Readonly<Record<string, readonly string[]>> = {
  customer: [
    'customer_id',
    'name',
    'type',
    'gender',
    'birth_date',
    'open_date',
    'city',
    'branch_id',
    'rm_id',
  ],
  account: ['account_id', 'customer_id', 'product_code', 'open_date', 'balance', 'currency'],
  transaction: ['txn_id', 'customer_id', 'account_id', 'txn_date', 'amount', 'dc_flag', 'type', 'channel'],
  balance: ['customer_id', 'account_id', 'month', 'product_code', 'balance'],
};

export type Template = { readonly table: string; readonly fileName: string; readonly text: string };

/** Empty tables as CSV: a byte-order mark, so that spreadsheets read it as UTF-8, and one header row. */
export function templates(locale: Locale): readonly Template[] {
  return Object.entries(templateFields).map(([table, fields]) => {
    const header = fields.map((name) => (locale === 'zh' ? (fieldOf(table, name)?.label.zh ?? name) : name));
    const label = tableNamed(table)?.label[locale] ?? table;
    return {
      table,
      fileName: `${label.toLowerCase().replaceAll(' ', '-')}.csv`,
      text: `\uFEFF${header.join(',')}\r\n`,
    };
  });
}
