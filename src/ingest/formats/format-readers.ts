import { readArrow } from './arrow/read-arrow';
import type { FormatReaders } from './format-reader';
import { readJson } from './json/read-json';
import { readParquet } from './parquet/read-parquet';
import { sqliteReader, type OpenSqlite } from './sqlite/read-sqlite';
import { readXlsx } from './xlsx/read-xlsx';

/** The formats that need nothing but their bytes. */
export const formatReaders: FormatReaders = {
  json: readJson,
  xlsx: readXlsx,
  parquet: readParquet,
  arrow: readArrow,
};

/** All formats. Databases need an engine that opens them. */
export const readersWith = (openSqlite: OpenSqlite): FormatReaders => ({
  ...formatReaders,
  sqlite: sqliteReader(openSqlite),
});
