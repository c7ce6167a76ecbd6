import type { Language } from '../../i18n/language';
import type { DraftFile } from '../../ingest/import-draft';
import { fieldOf } from '../../model/tables';
import { dateChoices, type Choice } from './dialect-words';
import type { ImportKey } from './messages';

export const previewRows = 50;

/** The first rows as they stand in the file, each with its number in front. */
export function preview(
  file: DraftFile,
  count: (value: number, precision: 'exact') => string,
): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const { header, sample } = file.inspection;
  return {
    header,
    rows: sample
      .slice(0, previewRows)
      .map((row, index) => [count(index + 1, 'exact'), ...header.map((_, at) => row[at] ?? '')]),
  };
}

export type DateColumn = {
  readonly column: string;
  readonly value: string;
  /** How many of the sampled values the format reads. */
  readonly hint: string;
  readonly choices: readonly Choice[];
};

/** Columns read as days or months, with the formats that they may have. */
export function dateColumns(file: DraftFile, { t, f }: Language<ImportKey>): readonly DateColumn[] {
  return file.columns.flatMap(({ column, field, dateFormat }): DateColumn[] => {
    const type = field === null ? undefined : fieldOf(file.table, field)?.type;
    if (type !== 'day' && type !== 'month') return [];
    const date = file.inspection.profiles[file.inspection.header.indexOf(column)]?.date;
    const isFound = date !== undefined && date.format === dateFormat;
    const choices = dateChoices(t);
    return [
      {
        column,
        value: dateFormat ?? '',
        hint: isFound ? t('read.dates-share', { share: f.percent(date.share) }) : '',
        choices: dateFormat === undefined ? [{ value: '', label: t('read.choose') }, ...choices] : choices,
      },
    ];
  });
}
