import type { Language } from '../../i18n/language';
import type { TableFormat } from '../../ingest/formats/text-table';
import type { DateFormat, Dialect, Inspection } from '../../ingest/table';
import type { ImportKey } from './messages';

type Words = Pick<Language<ImportKey>, 't' | 'f'>;

export type Choice = { readonly value: string; readonly label: string };

/** Encodings and their own names, the same in every language. */
export const encodings: readonly { readonly value: Dialect['encoding']; readonly label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'gb18030', label: 'GB18030' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'big5', label: 'Big5' },
  { value: 'shift_jis', label: 'Shift_JIS' },
  { value: 'windows-1252', label: 'Windows-1252' },
];

export const encodingName = (encoding: string): string =>
  encodings.find(({ value }) => value === encoding)?.label ?? encoding;

const delimiters: readonly (readonly [delimiter: string, key: ImportKey])[] = [
  [',', 'delimiter.comma'],
  ['\t', 'delimiter.tab'],
  [';', 'delimiter.semicolon'],
  ['|', 'delimiter.bar'],
  ['^', 'delimiter.caret'],
  [String.fromCharCode(1), 'delimiter.control'],
];

/** Values that stand for columns aligned with blanks, or by their places, in the list of delimiters. */
export const alignedValue = 'blank-aligned';
const placedValue = 'fixed-width';

export function delimiterName(
  { format, delimiter }: Pick<Dialect, 'format' | 'delimiter'>,
  t: Words['t'],
): string {
  if (format === alignedValue) return t('delimiter.blanks');
  if (format === placedValue) return t('delimiter.places');
  const key = delimiters.find(([one]) => one === delimiter)?.[1];
  return key === undefined ? visible(delimiter) : t(key);
}

/** Controls by their number, `\\x1B`. */
const visible = (delimiter: string): string =>
  Array.from(delimiter, (mark) =>
    mark < ' ' ? `\\x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : mark,
  ).join('');

export function delimiterChoices(dialect: Dialect, t: Words['t']): readonly Choice[] {
  const known = delimiters.map(([value, key]) => ({ value, label: t(key) }));
  const own = { value: dialect.delimiter, label: visible(dialect.delimiter) };
  const isKnown = dialect.format !== 'delimited' || known.some(({ value }) => value === own.value);
  // Places are found by content: there is nothing to choose where none were.
  const placed = dialect.places === undefined ? [] : [{ value: placedValue, label: t('delimiter.places') }];
  const aligned = { value: alignedValue, label: t('delimiter.blanks') };
  return [...known, ...(isKnown ? [] : [own]), aligned, ...placed];
}

export const delimiterValue = ({ format, delimiter }: Dialect): string =>
  format === 'delimited' ? delimiter : format;

/** What choosing an entry of {@link delimiterChoices} settles. */
export function dialectOfDelimiter(value: string): Pick<Dialect, 'format'> & { delimiter?: string } {
  return value === alignedValue || value === placedValue
    ? { format: value }
    : { format: 'delimited', delimiter: value };
}

export function quoteChoices(t: Words['t']): readonly Choice[] {
  return [
    { value: '"', label: t('quote.double') },
    { value: "'", label: t('quote.single') },
    { value: '', label: t('quote.none') },
  ];
}

export function escapeChoices(t: Words['t']): readonly Choice[] {
  return [
    { value: '', label: t('escape.doubled') },
    { value: '\\', label: t('escape.backslash') },
  ];
}

export const quoteOf = (value: string): '"' | "'" | null => (value === '"' || value === "'" ? value : null);

/** Numbers as they look with each mark, the same in every language. */
export const decimalChoices: readonly { readonly value: '.' | ','; readonly label: string }[] = [
  { value: '.', label: '1,234.56' },
  { value: ',', label: '1.234,56' },
];

export function headerChoices(t: Words['t']): readonly Choice[] {
  return [
    { value: '0', label: t('header.no') },
    { value: '1', label: t('header.one') },
    ...['2', '3'].map((value) => ({ value, label: t('header.several', { n: value }) })),
  ];
}

export const headerValue = ({ hasHeader, headerRows = 1 }: Dialect): string =>
  hasHeader ? String(headerRows) : '0';

/** What choosing an entry of {@link headerChoices} settles. */
export function dialectOfHeader(value: string): { hasHeader: boolean; headerRows?: number } {
  return value === '0' ? { hasHeader: false } : { hasHeader: true, headerRows: Number(value) };
}

const dateFormats: readonly DateFormat[] = [
  'yyyy-mm-dd',
  'yyyymmdd',
  'yymmdd',
  'yyyy/mm/dd',
  'dd/mm/yyyy',
  'mm/dd/yyyy',
  'dd.mm.yyyy',
  'yyyy年mm月dd日',
  'dd-mon-yy',
  'excel-1900',
  'excel-1904',
];

/** `YYYY-MM-DD`; where day and month may be mistaken, in words which comes first. */
export function dateFormatName(format: string, t: Words['t']): string {
  const pattern = format.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  if (format === 'dd/mm/yyyy') return t('date.day-first', { pattern });
  if (format === 'mm/dd/yyyy') return t('date.month-first', { pattern });
  return pattern;
}

export function dateChoices(t: Words['t']): readonly Choice[] {
  return dateFormats.map((value) => ({ value, label: dateFormatName(value, t) }));
}

/** Formats that hold tables, by the names that they have in every language. */
const formatNames: Readonly<Record<TableFormat, string>> = {
  json: 'JSON',
  xlsx: 'Excel',
  parquet: 'Parquet',
  arrow: 'Arrow',
  sqlite: 'SQLite',
};

/** `Semicolon · UTF-8 · header`, or `Excel · header` */
export function dialectText(
  { format, delimiter, encoding, hasHeader }: Cut,
  { t }: Pick<Words, 't'>,
): string {
  const how =
    format === 'delimited' || format === alignedValue || format === placedValue
      ? [delimiterName({ format, delimiter }, t), encodingName(encoding)]
      : [formatNames[format]];
  return [...how, t(hasHeader ? 'header.with' : 'header.without')].join(' · ');
}

type Cut = Pick<Dialect, 'delimiter' | 'encoding' | 'hasHeader'> & {
  format: Dialect['format'] | TableFormat;
};

/** Doubts about how a file is cut, in words; those about dates are questions of their own. */
export function doubtTexts(inspection: Inspection, { t, f }: Words): readonly string[] {
  return inspection.doubts.flatMap(({ code, values }): string[] => {
    const number = (name: string) => f.count(Number(values[name] ?? 0), 'exact');
    const name = (delimiter: string | number | undefined) =>
      delimiterName({ format: 'delimited', delimiter: String(delimiter ?? '') }, t);
    if (code === 'dialect.delimiter-tie')
      return [t('doubt.delimiter', { chosen: name(values['chosen']), rival: name(values['rival']) })];
    if (code === 'dialect.encoding') {
      const [chosen, rival] = [values['chosen'], values['rival']].map((one) => encodingName(String(one)));
      return [t('doubt.encoding', { chosen: chosen ?? '', rival: rival ?? '' })];
    }
    if (code === 'dialect.decimal') return [t('doubt.decimal')];
    if (code === 'dialect.quotes') return [t('doubt.quotes', { n: number('lines') })];
    if (code === 'dialect.ragged') return [t('doubt.ragged', { columns: number('columns') })];
    if (code === 'dialect.title-rows') return [t('doubt.titles', { n: number('lines') })];
    if (code === 'dialect.footer') return [t('doubt.footer', { n: number('lines') })];
    if (code === 'dialect.second-table') return [t('doubt.second-table', { line: number('line') })];
    if (code === 'dialect.table-at-end') return [t('doubt.table-at-end', { n: number('lines') })];
    if (code === 'dialect.totals') return [t('doubt.totals')];
    if (code === 'dialect.header-unsure')
      return [t(values['header'] === 1 ? 'doubt.header-yes' : 'doubt.header-no')];
    if (code === 'dialect.header-width')
      return [t('doubt.header-width', { header: number('header'), columns: number('columns') })];
    if (code === 'cell.damaged-id') {
      const { column = '', example = '' } = values;
      return [t('doubt.damaged-id', { column: String(column), n: number('rows'), example: String(example) })];
    }
    return [];
  });
}
