import { evidenceText } from '../../i18n/evidence.messages';
import type { Language } from '../../i18n/language';
import type { Locale } from '../../i18n/locale';
import { tableName } from '../../i18n/table-names';
import type { DraftColumn, DraftFile, DraftLink, ImportDraft, Question } from '../../ingest/import-draft';
import type { CodeListName } from '../../model/codes';
import { fieldOf, tableNamed, tables } from '../../model/tables';
import type { Choice } from './dialect-words';
import { openRoles } from './files-view';
import type { ImportKey } from './messages';

/** Values of a role list that are no field. */
export const keepColumn = '';
export const leaveOut = '-';

export type MatchRow = {
  readonly column: string;
  /** A field, {@link keepColumn} or {@link leaveOut}. */
  readonly role: string;
  readonly roleLabel: string;
  readonly examples: string;
  /** Why, in words; empty where there is nothing to say. */
  readonly evidence: string;
  /** `82% sure`; empty when a person said so. */
  readonly sure: string;
  readonly isRequired: boolean;
  readonly codes: CodeListName | null;
  readonly unmapped: readonly string[];
  readonly unit: string | null;
};

export type MissingRole = {
  readonly fields: readonly { readonly field: string; readonly label: string }[];
};

export type FileMatch = {
  readonly name: string;
  readonly table: string;
  readonly tableLabel: string;
  readonly rows: string;
  readonly state: 'missing' | 'check' | 'matched';
  readonly missing: readonly MissingRole[];
  readonly check: readonly MatchRow[];
  readonly matched: readonly MatchRow[];
  readonly unused: readonly MatchRow[];
  readonly refused: readonly string[];
};

export const fieldLabel = (table: string, field: string, locale: Locale): string =>
  fieldOf(table, field)?.label[locale] ?? field;

const isNeeded = (table: string, field: string): boolean =>
  (fieldOf(table, field)?.required ?? false) ||
  (tableNamed(table)?.oneOf?.some((group) => group.includes(field)) ?? false);

/** A file's columns, worst first. Columns that are left out stand with those that are not used. */
export function fileMatch(file: DraftFile, draft: ImportDraft, language: Language<ImportKey>): FileMatch {
  const { t, f, locale } = language;
  const missing = openRoles(file, draft).map((group) => ({
    fields: group.map((field) => ({ field, label: fieldLabel(file.table, field, locale) })),
  }));
  const rowOf = (column: DraftColumn) => matchRow(file, column, language);
  const drafted = new Set([...file.columns.map(({ column }) => column), ...file.refused]);
  const leftOut = file.inspection.header.filter((name) => !drafted.has(name));
  const check = file.columns.filter(({ field, band }) => field !== null && band !== 'matched');
  return {
    name: file.name,
    table: file.table,
    tableLabel: file.isCanonical ? tableName(file.table, locale) : file.table,
    rows: t('rows', { n: f.count(file.inspection.estimatedRows, 'exact') }),
    state:
      missing.length + draft.questions.filter((one) => one.file === file.name).length > 0
        ? 'missing'
        : check.length > 0
          ? 'check'
          : 'matched',
    missing,
    check: check.map(rowOf),
    matched: file.columns.filter(({ field, band }) => field !== null && band === 'matched').map(rowOf),
    unused: [
      ...file.columns.filter(({ field }) => field === null).map(rowOf),
      ...leftOut.map((column) => leftOutRow(file, column, language)),
    ],
    refused: file.refused,
  };
}

function matchRow(file: DraftFile, column: DraftColumn, language: Language<ImportKey>): MatchRow {
  const { t, f, locale } = language;
  const { field } = column;
  const isGiven = column.evidence.some(({ code }) => code === 'given');
  return {
    column: column.column,
    role: field ?? keepColumn,
    roleLabel: field === null ? t('role.keep') : fieldLabel(file.table, field, locale),
    examples: examplesText(column.examples),
    evidence: sentence(
      column.evidence.map((one) => evidenceText(one, language)),
      locale,
    ),
    sure: field === null || isGiven ? '' : t('sure', { share: f.percent(column.confidence) }),
    isRequired: field !== null && isNeeded(file.table, field),
    codes: field === null ? null : (fieldOf(file.table, field)?.codes ?? null),
    unmapped: column.unmappedValues ?? [],
    unit: column.unit ?? null,
  };
}

function leftOutRow(file: DraftFile, column: string, { t }: Language<ImportKey>): MatchRow {
  const index = file.inspection.header.indexOf(column);
  return {
    column,
    role: leaveOut,
    roleLabel: t('role.skip'),
    examples: examplesText(file.inspection.profiles[index]?.examples ?? []),
    evidence: '',
    sure: '',
    isRequired: false,
    codes: null,
    unmapped: [],
    unit: null,
  };
}

export const examplesText = (examples: readonly string[]): string => examples.slice(0, 3).join(', ');

/** Half sentences as one: a capital in front in English. */
export function sentence(parts: readonly string[], locale: Locale): string {
  const text = parts.join(locale === 'zh' ? '，' : ', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field to choose, and its name for the column that has it. */
export type RoleChoice = Choice & { readonly own: string };

/** Fields of a file's table; one that a column has says which. */
export function roleChoices(file: DraftFile, { t, locale }: Language<ImportKey>): readonly RoleChoice[] {
  const fields = file.isCanonical ? (tableNamed(file.table)?.fields ?? []) : [];
  return [
    { value: keepColumn, label: t('role.keep'), own: t('role.keep') },
    { value: leaveOut, label: t('role.skip'), own: t('role.skip') },
    ...fields.map(({ name, label }) => {
      const taker = file.columns.find(({ field }) => field === name);
      const text = label[locale];
      return {
        value: name,
        label: taker ? t('role.taken', { field: text, column: taker.column }) : text,
        own: text,
      };
    }),
  ];
}

/** Tables that a file may be; the last one keeps it under a name of its own. */
export function tableChoices(file: DraftFile, { t, locale }: Language<ImportKey>): readonly Choice[] {
  return [
    ...tables.map(({ name }) => ({ value: name, label: tableName(name, locale) })),
    { value: file.isCanonical ? ownName(file.name) : file.table, label: t('table.other') },
  ];
}

function ownName(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}]+/gu, '_') || 'file';
  return tableNamed(stem) ? `${stem}_file` : stem;
}

export type AskedQuestion = {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Column for a role, format for a date. */
  readonly answer: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly note: string }[];
};

/** A question in words, with the answer that was given. */
export function askedQuestion(
  question: Question,
  draft: ImportDraft,
  language: Language<ImportKey>,
): AskedQuestion | null {
  const { t, locale } = language;
  const file = draft.files.find((one) => one.name === question.file && one.table === question.table);
  if (!file) return null;
  const base = { id: question.id, file: file.name };
  if (question.kind === 'role') {
    const role = fieldLabel(question.table, question.field, locale);
    const isOpen = draft.questions.some(({ id }) => id === question.id);
    const taker = file.columns.find(({ field }) => field === question.field);
    return {
      ...base,
      text: t('ask.role', { file: file.name, role }),
      answer: isOpen ? null : (taker?.column ?? null),
      choices: question.candidates.map(({ column, examples, evidence }) => ({
        value: column,
        label: column,
        note: [
          examplesText(examples),
          sentence(
            evidence.map((one) => evidenceText(one, language)),
            locale,
          ),
        ].join(' · '),
      })),
    };
  }
  const column = file.columns.find((one) => one.column === question.column);
  return {
    ...base,
    text: t('ask.date', { column: question.column, example: question.examples[0] ?? '' }),
    answer: column?.dateFormat ?? null,
    choices: question.formats.map((format) => ({
      value: format,
      label: t(format.startsWith('mm') ? 'ask.month-first' : 'ask.day-first'),
      note: examplesText(question.examples),
    })),
  };
}

export type LinkRow = {
  readonly id: string;
  readonly text: string;
  readonly rate: string;
  /** `later`: only reading all rows will tell. */
  readonly state: 'good' | 'weak' | 'later';
};

const endText = (end: string, locale: Locale): string => {
  const [table = '', field = ''] = end.split('.');
  return `${tableName(table, locale)} · ${fieldLabel(table, field, locale)}`;
};

/** `Transactions · Account ID → Accounts · Account ID` */
export const linkText = (from: string, to: string, locale: Locale): string =>
  `${endText(from, locale)} → ${endText(to, locale)}`;

export function linkRows(
  links: readonly DraftLink[],
  { t, f, locale }: Language<ImportKey>,
): readonly LinkRow[] {
  return links.map(({ from, to, matchRate }) => ({
    id: `${from}>${to}`,
    text: linkText(from, to, locale),
    rate: matchRate === null ? t('link.later') : t('link.rate', { share: f.percent(matchRate, 'exact') }),
    state: matchRate === null ? 'later' : matchRate < 0.9 ? 'weak' : 'good',
  }));
}

/** How the match stands, in one sentence. */
export function matchLead(
  matches: readonly FileMatch[],
  questions: number,
  { t, f }: Language<ImportKey>,
): string {
  const count = (list: (match: FileMatch) => readonly unknown[]) =>
    matches.reduce((sum, match) => sum + list(match).length, 0);
  const missing = count((match) => match.missing);
  const check = count((match) => match.check);
  const text = (key: ImportKey, n: number) => t(key, { n: f.count(n, 'exact') });
  return [
    text(
      'map.matched',
      count((match) => match.matched),
    ),
    ...(missing > 0 ? [text('map.missing', missing)] : []),
    ...(questions > 0 ? [text('map.questions', questions)] : []),
    ...(check > 0 ? [text('map.check', check)] : []),
  ].join('');
}
