import { codeLabel } from '../../i18n/codes.messages';
import { moneyUnitName } from '../../i18n/money-unit.messages';
import { tableName } from '../../i18n/table-names';
import type { DraftColumn, DraftFile } from '../../ingest/import-draft';
import { fieldOf } from '../../model/tables';
import type { Speech } from './quality-view';

export type MappedFileView = {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Column, field, how sure, what its values mean. */
  readonly rows: readonly (readonly [column: string, field: string, sure: string, meaning: string])[];
  /** Columns that are kept under their own names, that are left out, that are never imported. */
  readonly others: readonly { readonly label: string; readonly columns: string }[];
};

/** Pairs of a list of values that are named; the others are counted. */
const mostPairs = 8;

/** What each column of a file was taken for. */
export function mappedFileView(file: DraftFile, speech: Speech): MappedFileView {
  const { t, f, locale } = speech;
  const taken = file.columns.filter(({ field }) => field !== null);
  const own = file.columns.filter(({ field }) => field === null).map(({ column }) => column);
  const known = new Set([...file.columns.map(({ column }) => column), ...file.refused]);
  const leftOut = file.inspection.header.filter((column) => !known.has(column));
  const listed = (label: string, columns: readonly string[]) =>
    columns.length === 0 ? [] : [{ label, columns: f.list(columns) }];
  return {
    name: file.name,
    title: file.isCanonical ? tableName(file.table, locale) : file.table,
    summary: t('dq9.summary', {
      matched: f.count(taken.length, 'exact'),
      all: f.count(file.inspection.header.length, 'exact'),
    }),
    rows: taken.map((column) => [
      column.column,
      fieldOf(file.table, column.field ?? '')?.label[locale] ?? column.field ?? '',
      sureText(column, speech),
      meaningOf(file.table, column, speech),
    ]),
    others: [
      ...listed(t('dq9.own'), own),
      ...listed(t('dq9.left-out'), leftOut),
      ...listed(t('dq9.refused'), file.refused),
    ],
  };
}

/** `✓ 95%` matched by itself, `▲ 82%` to be checked, or that a person said so. */
function sureText({ evidence, confidence, band }: DraftColumn, { t, f }: Speech): string {
  if (evidence.some(({ code }) => code === 'given')) return t('dq9.given');
  return t(band === 'matched' ? 'dq9.matched' : 'dq9.check', { share: f.percent(confidence) });
}

function meaningOf(table: string, column: DraftColumn, speech: Speech): string {
  const { t, f, locale } = speech;
  const { unit, dateFormat, values = {}, unmappedValues = [] } = column;
  const codes = fieldOf(table, column.field ?? '')?.codes;
  const pairs = Object.entries(values);
  const named = pairs
    .slice(0, mostPairs)
    .map(([text, code]) => `${text} → ${codes === undefined ? code : codeLabel(codes, code, locale)}`);
  const more = pairs.length - named.length;
  return [
    ...(unit === undefined ? [] : [moneyUnitName(unit, locale)]),
    ...(dateFormat === undefined ? [] : [dateFormat.toUpperCase()]),
    ...named,
    ...(more > 0 ? [t('dq9.more', { n: f.count(more, 'exact') })] : []),
    ...(unmappedValues.length > 0 ? [t('dq9.unmapped', { n: f.count(unmappedValues.length, 'exact') })] : []),
  ].join(' · ');
}
