import type { Locale } from '../../i18n/locale';
import { tableName } from '../../i18n/table-names';
import { fieldOf, tables } from '../../model/tables';
import type { View } from './examples';

/** A table that can be asked, in the reader's words. */
export type SchemaTable = {
  readonly name: string;
  /** What it is called elsewhere; null where only its file has a name for it. */
  readonly label: string | null;
  /** null where the page does not know. */
  readonly rows: number | null;
  readonly columns: readonly SchemaColumn[];
};

export type SchemaColumn = {
  readonly name: string;
  readonly label: string | null;
  readonly description: string | null;
};

/**
 * What can be asked, in the order in which people look for it: the tables of a bank, then those of files that fit none.
 *
 * @param rows rows by canonical table, or by the own name of a file
 */
export function schemaTables(
  views: readonly View[],
  rows: Readonly<Record<string, number>>,
  locale: Locale,
): readonly SchemaTable[] {
  const place = new Map(tables.map((table, index) => [table.view, { table, index }]));
  const placeOf = ({ name }: View): number => place.get(name)?.index ?? tables.length;
  return views
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ name, columns }) => {
      const table = place.get(name)?.table.name ?? null;
      return {
        name,
        label: table === null ? null : tableName(table, locale),
        rows: rows[table ?? name] ?? null,
        columns: columns.map((column) => {
          const field = table === null ? undefined : fieldOf(table, column);
          return {
            name: column,
            label: field?.label[locale] ?? null,
            description: field?.description[locale] ?? null,
          };
        }),
      };
    });
}
