import type { Assumption } from '../../dataset/dataset';
import { assumptionText } from '../../i18n/assumptions.messages';
import type { Language } from '../../i18n/language';
import { tableName } from '../../i18n/table-names';
import type { FileReport, Fix, ImportReport } from '../../ingest/import-report';
import type { AmountSign, MappedDialect } from '../../model/mapping';
import { fieldLabel } from './match-view';
import {
  assumedRemedies,
  cellRemedies,
  fixRemedies,
  leftOutRemedies,
  rejectRemedies,
  repeatedRemedies,
  signKeys,
  signRemedies,
  type Remedy,
} from './remedies';
import { ruleText } from '../../i18n/rules.messages';
import type { ImportKey } from './messages';

export type Example = {
  readonly line: string;
  readonly column: string;
  readonly reason: string;
  readonly raw: string;
};

/** Something that reading found: to be looked at (`review`, with a safe default already taken) or to be known. */
export type Finding = {
  readonly id: string;
  readonly level: 'review' | 'note';
  readonly text: string;
  /** What it does to results. */
  readonly effect: string;
  readonly examples: readonly Example[];
  /** What can be done about it; the first is what is done already. Empty where nothing can. */
  readonly remedies: readonly Remedy[];
};

export type CountRow = {
  readonly name: string;
  readonly table: string;
  readonly read: string;
  readonly loaded: string;
  readonly rejected: string;
  readonly removed: string;
  /** `repeated IDs 12` */
  readonly removedText: string;
  readonly details: string;
};

const shownExamples = 20;

/** What unreadable cells do to results, where they do not just become empty. */
const effects: Readonly<Record<string, ImportKey>> = {
  'cell.garbled': 'effect.garbled',
  'cell.damaged-id': 'effect.damaged-id',
};

/** Assumptions that change results enough to be looked at. */
const toReview: ReadonlySet<Assumption['code']> = new Set([
  'rows.repeated-id',
  'direction.all-inflow',
  'direction.unknown',
  'direction.unknown-values',
  'currency.several',
  'link.orphans',
  'control.rows-differ',
  'link.leading-zeros',
  'ids.masked',
  'ids.damaged',
  'date.future',
  'date.serial',
  'rate.unit',
  'direction.against-balances',
  'total.differs',
]);

export const removedOf = (file: FileReport): number =>
  Object.values(file.rows.removed).reduce((sum, rows) => sum + rows, 0);

export function countRows(report: ImportReport, { t, f, locale }: Language<ImportKey>): readonly CountRow[] {
  const count = (rows: number) => f.count(rows, 'exact');
  return report.files.map((file) => ({
    name: file.name,
    table: tableName(file.table, locale),
    read: count(file.rows.read),
    loaded: count(file.rows.loaded),
    rejected: count(file.rows.rejected),
    removed: count(removedOf(file)),
    removedText: Object.entries(file.rows.removed)
      .map(([rule, rows]) => t('rule.rows', { rule: ruleText(rule, locale), n: count(rows) }))
      .join(' · '),
    details: t('columns.taken', { n: count(Object.keys(file.columns).length) }),
  }));
}

export function countTotals(
  report: ImportReport,
  { f }: Language<ImportKey>,
): Omit<CountRow, 'name' | 'table' | 'removedText' | 'details'> {
  const sum = (part: (file: FileReport) => number) =>
    f.count(
      report.files.reduce((all, file) => all + part(file), 0),
      'exact',
    );
  return {
    read: sum(({ rows }) => rows.read),
    loaded: sum(({ rows }) => rows.loaded),
    rejected: sum(({ rows }) => rows.rejected),
    removed: sum(removedOf),
  };
}

export const tableCount = (report: ImportReport): number =>
  new Set(report.files.map(({ table }) => table)).size;

export const loadedRows = (report: ImportReport): number =>
  report.files.reduce((sum, { rows }) => sum + rows.loaded, 0);

/** @param foundAs how a file was found to be cut, before anybody said otherwise; null where nobody knows any more */
export function findings(
  report: ImportReport,
  language: Language<ImportKey>,
  foundAs: (file: string) => MappedDialect | null = () => null,
): readonly Finding[] {
  const all = [
    ...report.files.flatMap((file) => [
      ...fixFindings(file, foundAs(file.name), language),
      ...rejectFindings(file, language),
      ...leftOutFindings(file, language),
      ...issueFindings(file, language),
      ...columnFindings(file, language),
    ]),
    ...report.assumptions.map((one, index): Finding => ({
      id: `assumption/${one.code}/${String(index)}`,
      level: toReview.has(one.code) ? 'review' : 'note',
      text: assumptionText(one, language),
      effect: effectOf(one, language),
      examples: [],
      remedies: assumptionRemedies(one, report.files, language),
    })),
  ];
  return [...all.filter(({ level }) => level === 'review'), ...all.filter(({ level }) => level === 'note')];
}

function effectOf({ code }: Assumption, { t }: Language<ImportKey>): string {
  if (code === 'link.orphans') return t('effect.orphans');
  return code === 'control.rows-differ' ? t('effect.control') : '';
}

/** What a person settled, as far as it can be seen in the data. */
function fixFindings(
  file: FileReport,
  found: MappedDialect | null,
  { t }: Language<ImportKey>,
): readonly Finding[] {
  return (file.fixes ?? []).map((fix) => ({
    id: `fix/${file.name}/${fix.code}/${fix.about}`,
    level: 'note',
    text: fixText(file.name, fix, t),
    effect: '',
    examples: [],
    remedies: fixRemedies(file, fix, found, { t }),
  }));
}

/** A change that a person made, in words. */
export function fixText(file: string, { code, about, value }: Fix, t: Language<ImportKey>['t']): string {
  if (code === 'cut') {
    const part = cutKeys[about];
    return t('fixed.cut', { file, part: part === undefined ? about : t(part) });
  }
  if (code === 'sign') return t('fixed.sign', { file, sign: t(signKeys[value as AmountSign]) });
  return t(`fixed.${code}`, { file, about, value });
}

const cutKeys: Readonly<Record<string, ImportKey>> = {
  encoding: 'read.encoding',
  delimiter: 'read.delimiter',
  quote: 'read.quote',
  escape: 'read.escape',
  decimal: 'read.decimal',
  skippedLines: 'read.skip',
  footerLines: 'read.skip-last',
  hasHeader: 'read.header',
  headerRows: 'read.header',
  skipsTotals: 'cut.totals',
  skipsRepeated: 'cut.repeated',
  shortRows: 'cut.short',
};

function assumptionRemedies(
  { code, values }: Assumption,
  files: readonly FileReport[],
  { t }: Language<ImportKey>,
): readonly Remedy[] {
  if (code === 'direction.all-inflow') return signRemedies(files, { t });
  if (code !== 'rows.repeated-id' && code !== 'rows.repeated-id-first') return [];
  return repeatedRemedies(files, String(values['table']), code === 'rows.repeated-id', { t });
}

function rejectFindings(file: FileReport, { t, f, locale }: Language<ImportKey>): readonly Finding[] {
  const rules = [...new Set(file.rejects.map(({ rule }) => rule))];
  const isAll = file.rejects.length === file.rows.rejected;
  return rules.map((rule) => {
    const rejects = file.rejects.filter((one) => one.rule === rule);
    const n = f.count(rejects.length, 'exact');
    const share = f.percent(rejects.length / Math.max(1, file.rows.read), 'exact');
    return {
      id: `reject/${file.name}/${rule}`,
      level: 'review',
      text: t(isAll ? 'found.rejects' : 'found.rejects-more', {
        file: file.name,
        n,
        share,
        rule: ruleText(rule, locale),
      }),
      effect: t('effect.rejects'),
      remedies: rejectRemedies(file, rule, { t }),
      examples: rejects.slice(0, shownExamples).map(({ line, column, raw }) => ({
        line: f.count(line, 'exact'),
        column: column ?? '',
        reason: ruleText(rule, locale),
        raw,
      })),
    };
  });
}

function leftOutFindings(file: FileReport, { t, f, locale }: Language<ImportKey>): readonly Finding[] {
  const lines = file.leftOut ?? [];
  return [...new Set(lines.map(({ rule }) => rule))].map((rule) => ({
    id: `left-out/${file.name}/${rule}`,
    level: 'note',
    text: t('found.left-out', {
      file: file.name,
      n: file.rows.removed[rule] ?? 0,
      rule: ruleText(rule, locale),
    }),
    effect: '',
    remedies: leftOutRemedies(file, rule, { t }),
    examples: lines
      .filter((one) => one.rule === rule)
      .slice(0, shownExamples)
      .map(({ line, raw }) => ({
        line: f.count(line, 'exact'),
        column: '',
        reason: ruleText(rule, locale),
        raw,
      })),
  }));
}

function issueFindings(file: FileReport, { t, f, locale }: Language<ImportKey>): readonly Finding[] {
  return file.issues.map(({ column, rule, count, examples }) => ({
    id: `issue/${file.name}/${column}/${rule}`,
    level: 'review',
    text: t('found.cells', {
      file: file.name,
      column,
      n: f.count(count, 'exact'),
      share: f.percent(count / Math.max(1, file.rows.read), 'exact'),
      rule: ruleText(rule, locale),
    }),
    effect: t(effects[rule] ?? 'effect.cells'),
    remedies: cellRemedies(file, column, rule, { t }),
    examples: examples.slice(0, shownExamples).map(({ line, text }) => ({
      line: f.count(line, 'exact'),
      column,
      reason: ruleText(rule, locale),
      raw: text,
    })),
  }));
}

function columnFindings(file: FileReport, { t, f, locale }: Language<ImportKey>): readonly Finding[] {
  const assumed = file.assumed.map(({ column, field, confidence }): Finding => ({
    id: `assumed/${file.name}/${column}`,
    level: 'review',
    text: t('found.assumed', {
      file: file.name,
      column,
      field: fieldLabel(file.table, field, locale),
      share: f.percent(confidence),
    }),
    effect: '',
    examples: [],
    remedies: assumedRemedies(file, column, { t }),
  }));
  if (file.refused.length === 0) return assumed;
  const columns = f.list(file.refused);
  const text = t('found.refused', { file: file.name, columns });
  return [
    ...assumed,
    { id: `refused/${file.name}`, level: 'note', text, effect: '', examples: [], remedies: [] },
  ];
}

/** `8 tables · 72,362 rows · 0 blocking · 2 to review · 5 notes` */
export function checkSummary(
  report: ImportReport,
  found: readonly Finding[],
  { t, f }: Language<ImportKey>,
): string {
  const part = (key: ImportKey, n: number) => t(key, { n: f.count(n, 'exact') });
  return [
    part('count.tables', tableCount(report)),
    part('count.rows', loadedRows(report)),
    part('count.blocking', 0),
    part('count.review', found.filter(({ level }) => level === 'review').length),
    part('count.notes', found.filter(({ level }) => level === 'note').length),
  ].join(' · ');
}
