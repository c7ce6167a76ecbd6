import { hexText } from '../base/hex-text';
import { writeDatasetImage } from '../database/dataset-image';
import { openDatabase } from '../database/open-database';
import type { SqlResult, SqlValue } from '../database/query';
import { toCsv } from '../ingest/csv-text';
import { oneOf, readArguments, UsageError } from './arguments';
import type { CommandIo } from './command-io';
import { jsonRecord, memberNames } from './json-record';
import { openProject } from './open-project';

/** A question over the views of a project. */
export async function sqlCommand(argv: readonly string[], io: CommandIo): Promise<void> {
  const { files, options } = readArguments(argv, ['format']);
  const format = oneOf('format', options.format, ['csv', 'json']);
  const [path, sql, ...rest] = files;
  if (path === undefined || sql === undefined || rest.length > 0) {
    throw new UsageError('A project and one statement in quotes are needed');
  }
  const { dataset } = await openProject(io, path);
  const database = await openDatabase(writeDatasetImage(dataset), io.sqlite());
  try {
    const result = database.query(sql);
    await io.stdout(format === 'csv' ? csvText(result) : jsonText(result));
  } finally {
    database.close();
  }
}

const textOf = (value: SqlValue): string =>
  value instanceof Uint8Array ? hexText(value) : String(value ?? '');

function csvText({ columns, rows }: SqlResult): string {
  return toCsv(
    columns,
    rows.map((row) => row.map(textOf)),
  );
}

function jsonText({ columns, rows }: SqlResult): string {
  const names = memberNames(columns);
  const records = rows.map((row) =>
    jsonRecord(
      names,
      row.map((value) => (value instanceof Uint8Array ? textOf(value) : value)),
    ),
  );
  return records.length === 0 ? '[]\n' : `[\n${records.join(',\n')}\n]\n`;
}
