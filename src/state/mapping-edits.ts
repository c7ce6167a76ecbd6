import type { MappedDialect, MappedFile, MappingFile } from '../model/mapping';
import type { DraftFile } from './engine';

export function withFile(mapping: MappingFile, index: number, part: Partial<MappedFile>): MappingFile {
  const files = mapping.files.map((file, at) => (at === index ? { ...file, ...part } : file));
  return { ...mapping, files };
}

/** The entry without what its columns are: they are proposed again. */
export function withoutColumns(mapping: MappingFile, index: number): MappingFile {
  const files = mapping.files.map((file, at): MappedFile => {
    if (at !== index) return file;
    const { match, table, dialect } = file;
    return { match, table, columns: {}, ...(dialect ? { dialect } : {}) };
  });
  return { ...mapping, files };
}

export function withDateFormat(
  mapping: MappingFile,
  index: number,
  file: DraftFile | undefined,
  column: string,
  format: string,
): MappingFile {
  const dates = (file?.columns ?? []).flatMap((one) =>
    one.dateFormat === undefined ? [] : [[one.column, one.dateFormat] as const],
  );
  return withFile(mapping, index, { dates: { ...Object.fromEntries(dates), [column]: format } });
}

export function withUnit(
  mapping: MappingFile,
  index: number,
  file: DraftFile | undefined,
  columns: readonly string[],
  unit: NonNullable<DraftFile['columns'][number]['unit']>,
): MappingFile {
  const units = (file?.columns ?? []).flatMap((one) =>
    one.unit === undefined ? [] : [[one.column, one.unit] as const],
  );
  const settled = columns.map((column) => [column, unit] as const);
  return withFile(mapping, index, { unit: Object.fromEntries([...units, ...settled]) });
}

/** Says what a file writes for a code. */
export function withValue(
  mapping: MappingFile,
  index: number,
  field: string,
  text: string,
  code: string,
): MappingFile {
  const values = mapping.files[index]?.values ?? {};
  return withFile(mapping, index, { values: { ...values, [field]: { ...values[field], [text]: code } } });
}

/** Members that leave the columns as they are. */
const besideColumns: readonly (keyof MappedDialect)[] = [
  'decimal',
  'footerLines',
  'skipsTotals',
  'skipsRepeated',
  'shortRows',
];

export const keepsColumns = (dialect: MappedDialect): boolean =>
  (Object.keys(dialect) as (keyof MappedDialect)[]).every((key) => besideColumns.includes(key));

/** The file is cut in another way: its columns are proposed anew where they may be others. */
export function withDialect(
  mapping: MappingFile,
  index: number,
  name: string,
  dialect: MappedDialect,
): MappingFile {
  const settled = { ...mapping.files[index]?.dialect, ...dialect };
  if (keepsColumns(dialect)) return withFile(mapping, index, { dialect: settled });
  return withoutColumns(withFile(mapping, index, { match: { name }, dialect: settled }), index);
}
