import type { Language } from '../../i18n/language';
import type { FileReport, Fix } from '../../ingest/import-report';
import type { AmountSign, MappedDialect } from '../../model/mapping';
import type { ImportKey } from './messages';
import { keeps } from './read-view';

type Words = Pick<Language<ImportKey>, 't'>;

/** What choosing a remedy settles; null: it is what is done already. */
export type Change =
  | { readonly kind: 'dialect'; readonly file: string; readonly dialect: MappedDialect }
  | {
      readonly kind: 'column';
      readonly file: string;
      readonly column: string;
      /** Null leaves it out, undefined keeps it under its own name. */
      readonly field: null | undefined;
    }
  | { readonly kind: 'sign'; readonly file: string; readonly sign: AmountSign }
  | { readonly kind: 'repeated'; readonly file: string; readonly repeated: 'first' | 'last' }
  | { readonly kind: 'read' };

/** One of the things that can be done about a finding; the first is what is done already. */
export type Remedy = { readonly label: string; readonly change: Change | null };

const done = (label: string): Remedy => ({ label, change: null });

/** Rows that do not fit the table: they wait aside, or short ones are filled up. */
export function rejectRemedies(file: FileReport, rule: string, { t }: Words): readonly Remedy[] {
  if (rule === 'cell.not-a-date') {
    return [done(t('do.aside')), { label: t('do.date-format'), change: { kind: 'read' } }];
  }
  if (rule !== 'row.too-few-fields' || file.format !== 'delimited') return [];
  const change = { kind: 'dialect', file: file.name, dialect: { shortRows: 'pad' } } as const;
  return [done(t('do.aside')), { label: t('do.pad'), change }];
}

export function leftOutRemedies(file: FileReport, rule: string, { t }: Words): readonly Remedy[] {
  const dialect = keeps[rule];
  if (dialect === undefined) return [];
  return [
    done(t('do.leave-out')),
    { label: t('do.keep'), change: { kind: 'dialect', file: file.name, dialect } },
  ];
}

const columnRemedies = (file: string, column: string, { t }: Words): readonly Remedy[] => [
  { label: t('do.own-name'), change: { kind: 'column', file, column, field: undefined } },
  { label: t('do.no-column'), change: { kind: 'column', file, column, field: null } },
];

/** Cells that could not be read as what their column is. */
export function cellRemedies(
  file: FileReport,
  column: string,
  rule: string,
  words: Words,
): readonly Remedy[] {
  const { t } = words;
  const [asText, leaveOut] = columnRemedies(file.name, column, words);
  if (!asText || !leaveOut) return [];
  if (rule === 'cell.damaged-id') return [done(t('do.go-on')), leaveOut];
  if (rule === 'cell.garbled')
    return [done(t('do.as-is')), { label: t('fix.encoding'), change: { kind: 'read' } }, leaveOut];
  const format: Remedy = { label: t('do.date-format'), change: { kind: 'read' } };
  return [done(t('do.empty')), ...(rule === 'cell.not-a-date' ? [format] : []), asText, leaveOut];
}

/** A field that a column was taken for, only half sure. */
export const assumedRemedies = (file: FileReport, column: string, words: Words): readonly Remedy[] => [
  done(words.t('do.use')),
  ...columnRemedies(file.name, column, words),
];

export function repeatedRemedies(
  files: readonly FileReport[],
  table: string,
  isLast: boolean,
  { t }: Words,
): readonly Remedy[] {
  const file = files.find((one) => one.table === table);
  if (!file || !['customer', 'account'].includes(table)) return [];
  const all = [
    { label: t('do.last'), change: { kind: 'repeated', file: file.name, repeated: 'last' } },
    { label: t('do.first'), change: { kind: 'repeated', file: file.name, repeated: 'first' } },
  ] as const;
  const [chosen, other] = isLast ? all : [all[1], all[0]];
  return [done(chosen.label), other];
}

export const signKeys = {
  'as-written': 'sign.as-written',
  reversed: 'sign.reversed',
  outflow: 'sign.outflow',
} as const satisfies Record<AmountSign, ImportKey>;

/** Amounts of which nothing says whether they came in or went out. */
export function signRemedies(files: readonly FileReport[], { t }: Words): readonly Remedy[] {
  const file = files.find(({ table }) => table === 'transaction');
  if (!file) return [];
  return [
    done(t('do.all-in')),
    { label: t('do.all-out'), change: { kind: 'sign', file: file.name, sign: 'outflow' } },
  ];
}

/** Takes back what a person settled. */
export function fixRemedies(
  file: FileReport,
  { code, about }: Fix,
  found: MappedDialect | null,
  { t }: Words,
): readonly Remedy[] {
  const back = (change: Change): readonly Remedy[] => [done(t('do.stays')), { label: t('do.back'), change }];
  if (code === 'sign') return back({ kind: 'sign', file: file.name, sign: 'as-written' });
  if (code === 'repeated') return back({ kind: 'repeated', file: file.name, repeated: 'last' });
  if (code === 'left-out') return back({ kind: 'column', file: file.name, column: about, field: undefined });
  if (found === null) return [];
  const key = about as keyof MappedDialect;
  const dialect: MappedDialect = { [key]: found[key] ?? without[key] ?? null };
  return back({ kind: 'dialect', file: file.name, dialect });
}

/** What a member that was not found means. */
const without: MappedDialect = {
  decimal: '.',
  footerLines: 0,
  skipsTotals: false,
  skipsRepeated: false,
  trims: false,
  shortRows: 'reject',
};
