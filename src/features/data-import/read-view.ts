import type { Language } from '../../i18n/language';
import type { DraftFile } from '../../ingest/import-draft';
import type { MappedDialect } from '../../model/mapping';
import { fieldOf } from '../../model/tables';
import { dateChoices, type Choice } from './dialect-words';
import type { ImportKey } from './messages';
import { ruleText } from '../../i18n/rules.messages';

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

/** Columns whose cells stand right-aligned: digits that count, not ids, days and codes written in digits. */
export function numericColumns({ inspection, columns, table }: DraftFile): readonly boolean[] {
  return inspection.profiles.map(({ name, numeric, hasLeadingZeros }) => {
    const field = columns.find(({ column }) => column === name)?.field ?? null;
    const type = field === null ? 'number' : fieldOf(table, field)?.type;
    const counts = type === 'number' || type === 'money' || type === 'rate';
    return counts && numeric >= 0.9 && !hasLeadingZeros;
  });
}

export type LeftOutGroup = {
  readonly rule: string;
  readonly ruleText: string;
  readonly text: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** What reads these lines all the same; null where they do not fit the table. */
  readonly keep: MappedDialect | null;
};

const shownLines = 5;

/** What makes lines that a rule left out rows again. */
export const keeps: Readonly<Record<string, MappedDialect>> = {
  'row.before-table': { skippedLines: 0 },
  'row.after-table': { footerLines: 0 },
  'row.total': { skipsTotals: false },
  'row.repeated-header': { skipsRepeated: false },
  'row.ruler': { skipsRepeated: false },
};

/** Lines of the sample that are not read, by the reason why, the first of each. */
export function leftOutGroups(
  file: DraftFile,
  { t, f, locale }: Language<ImportKey>,
): readonly LeftOutGroup[] {
  const all = file.inspection.leftOut ?? [];
  return [...new Set(all.map(({ rule }) => rule))].map((rule) => {
    const lines = all.filter((one) => one.rule === rule);
    return {
      rule,
      ruleText: ruleText(rule, locale),
      text: t('read.left-out-rule', { n: lines.length, rule: ruleText(rule, locale) }),
      lines: lines.slice(0, shownLines).map(({ line, text }) => ({
        label: t('read.line', { n: f.count(line, 'exact') }),
        text,
      })),
      keep: keeps[rule] ?? null,
    };
  });
}

/** Lines that are read because the reader wanted them kept, with what leaves them out again. */
export function keptGroups(
  file: DraftFile,
  found: DraftFile | null,
  { t, locale }: Language<ImportKey>,
): readonly { readonly rule: string; readonly text: string; readonly leaveOut: MappedDialect }[] {
  const settled = file.inspection.settled ?? {};
  const cut: MappedDialect = found?.inspection.dialect ?? {};
  return Object.entries(keeps).flatMap(([rule, keep]) => {
    const [key] = Object.keys(keep) as (keyof MappedDialect)[];
    if (key === undefined || settled[key] !== keep[key] || cut[key] === undefined) return [];
    const text = t('read.kept', { rule: ruleText(rule, locale) });
    return [{ rule, text, leaveOut: { [key]: cut[key] } as MappedDialect }];
  });
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
