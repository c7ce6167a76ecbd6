import type { MappedDialect, MappedFile, MoneyUnit, RateUnit } from '../model/mapping';
import type { DraftFile } from './import-draft';
import type { Dialect } from './table';

/**
 * The entry of a drafted file in a mapping file: complete, so that it gives the same again. Of an entry that was given,
 * what it matches stays.
 */
export function mappedFile(file: DraftFile, entry: MappedFile | undefined): MappedFile {
  const { dialect, header, table } = file.inspection;
  const taken = file.columns.flatMap((column) =>
    column.field === null ? [] : [{ ...column, field: column.field }],
  );
  const values = taken.flatMap((column): [string, Readonly<Record<string, string>>][] =>
    column.values && Object.keys(column.values).length > 0 ? [[column.field, column.values]] : [],
  );
  const units = taken.flatMap((column): [string, MoneyUnit][] =>
    column.unit ? [[column.column, column.unit]] : [],
  );
  const rateUnits = taken.flatMap((column): [string, RateUnit][] =>
    column.rateUnit ? [[column.column, column.rateUnit]] : [],
  );
  const digits = taken.flatMap((column): [string, number][] =>
    column.digits === undefined ? [] : [[column.column, column.digits]],
  );
  const dates = taken.flatMap((column): [string, string][] =>
    column.dateFormat ? [[column.column, column.dateFormat]] : [],
  );
  const drafted = new Set(file.columns.map(({ column }) => column));
  const leftOut = header.filter((column) => !drafted.has(column));
  const unit = oneForAll(units);
  const format = oneForAll(dates);
  const rates = oneForAll(rateUnits);
  return {
    match: entry?.match ?? {
      name: file.name.replace(/\d{4,}/g, '*'),
      ...(dialect.hasHeader ? { headers: header } : {}),
    },
    table: file.table,
    ...(table?.layout === 'named' ? {} : { dialect: mappedDialect(dialect, table !== undefined, entry) }),
    columns: Object.fromEntries([
      ...taken.map((column) => [column.column, column.field] as const),
      ...leftOut.map((column) => [column, null] as const),
    ]),
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(rates === undefined ? {} : { rates }),
    ...(digits.length > 0 ? { digits: Object.fromEntries(digits) } : {}),
    ...(format === undefined ? {} : { dates: format }),
    ...(entry?.sign === undefined ? {} : { sign: entry.sign }),
    ...(entry?.repeated === undefined ? {} : { repeated: entry.repeated }),
  };
}

/**
 * Of a sheet only where its header is. What stands below a table differs from file to file: it is found anew unless a
 * person said it.
 */
function mappedDialect(dialect: Dialect, isSheet: boolean, entry: MappedFile | undefined): MappedDialect {
  const { columnCount: _, shortRows, footerLines, ...cut } = dialect;
  const said = entry?.dialect ?? {};
  const isSaid = said.footerLines !== undefined && footerLines !== undefined;
  const { skippedLines, hasHeader, headerRows } = cut;
  const header = { skippedLines, hasHeader, ...(headerRows === undefined ? {} : { headerRows }) };
  return {
    ...(isSheet ? header : cut),
    ...(isSaid ? { footerLines } : {}),
    ...(said.shortRows !== undefined && shortRows !== undefined ? { shortRows } : {}),
  };
}

/** One value when all columns share it, else the values by column; nothing without columns. */
function oneForAll<T extends string>(
  entries: readonly (readonly [string, T])[],
): T | Record<string, T> | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  return entries.every(([, value]) => value === first[1]) ? first[1] : Object.fromEntries(entries);
}
