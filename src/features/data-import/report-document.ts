import { assumptionText } from '../../i18n/assumptions.messages';
import type { Language } from '../../i18n/language';
import { moneyUnitName } from '../../i18n/money-unit.messages';
import { tableName } from '../../i18n/table-names';
import type { Repair } from '../../dataset/repair';
import type { FileReport, ImportReport } from '../../ingest/import-report';
import type { Capability } from '../../model/capabilities';
import { fieldOf } from '../../model/tables';
import { fixText } from './check-view';
import { fieldLabel } from './match-view';
import type { ImportKey } from './messages';
import { matchedLinks, sourceRows } from './report-view';
import { ruleText } from '../../i18n/rules.messages';
import { unlockRows } from './unlock-view';

type Cell = string | number;

/** One table of the report. */
export type ReportSection = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** What is known besides the report itself. */
export type ReportFacts = {
  readonly seconds: number;
  readonly unlocks: readonly Capability[];
  /** What was put right after loading. */
  readonly repairs: readonly (Repair & { readonly rows: number })[];
};

/** Rows of one rule that are shown as examples. */
const mostExamples = 100;

/** The whole report in words: what became of every row, by which mapping, and what was changed. */
export function reportSections(
  report: ImportReport,
  { seconds, unlocks, repairs }: ReportFacts,
  language: Language<ImportKey>,
): readonly ReportSection[] {
  const { t, f, locale } = language;
  const day = (value: string | null) => (value === null ? f.missing : f.day(value));
  const heads = (...keys: readonly ImportKey[]) => keys.map((key) => t(key));
  const each = (rowsOf: (file: FileReport) => readonly (readonly Cell[])[]) => report.files.flatMap(rowsOf);
  const sections: readonly ReportSection[] = [
    {
      title: t('report.summary'),
      columns: heads('report.what', 'report.value'),
      rows: [
        [t('report.id'), report.id],
        [t('report.currency'), report.currency],
        [t('report.days'), `${day(report.firstDay)} – ${day(report.lastDay)}`],
        [t('report.as-of'), day(report.asOf)],
        [t('report.seconds'), f.value(seconds, 'score')],
      ],
    },
    {
      title: t('report.sources'),
      columns: heads(
        ...(['head.file', 'file.table', 'head.how', 'head.hash'] as const),
        ...(['head.read', 'head.loaded', 'head.rejected', 'head.removed'] as const),
      ),
      rows: report.files.map((file, index) => [
        file.name,
        tableName(file.table, locale),
        sourceRows(report, language)[index]?.how ?? '',
        file.sha256,
        file.rows.read,
        file.rows.loaded,
        file.rows.rejected,
        Object.values(file.rows.removed).reduce((sum, rows) => sum + rows, 0),
      ]),
    },
    {
      title: t('report.removed'),
      columns: heads('head.file', 'head.reason', 'head.removed'),
      rows: each(({ name, rows }) =>
        Object.entries(rows.removed).map(([rule, count]) => [name, ruleText(rule, locale), count]),
      ),
    },
    {
      title: t('report.cells'),
      columns: heads('head.file', 'head.column', 'head.reason', 'report.cells-count', 'report.examples'),
      rows: each(({ name, issues }) =>
        issues.map(({ column, rule, count, examples }) => [
          name,
          column,
          ruleText(rule, locale),
          count,
          examples
            .slice(0, mostExamples)
            .map(({ line, text }) => `${line}: ${text}`)
            .join(' · '),
        ]),
      ),
    },
    {
      title: t('report.aside'),
      columns: heads('head.file', 'head.line', 'head.column', 'head.reason', 'head.raw'),
      rows: each(asideRows(locale)),
    },
    {
      title: t('report.mapping-title'),
      columns: heads('head.file', 'map.column', 'map.role', 'report.unit'),
      rows: each((file) => mappingRows(file, language)),
    },
    {
      title: t('report.fixes'),
      columns: heads('report.what'),
      rows: [
        ...each((file) => (file.fixes ?? []).map((fix) => [fixText(file.name, fix, t)])),
        ...repairs.map((repair) => [repairText(repair, language)]),
      ],
    },
    {
      title: t('links.title'),
      columns: heads('head.link', 'head.rate', 'report.value'),
      rows: matchedLinks(report.links, language).map(({ text, rate, counts }) => [text, rate, counts]),
    },
    {
      title: t('report.assumed'),
      columns: heads('report.what'),
      rows: report.assumptions.map((one) => [assumptionText(one, language)]),
    },
    {
      title: t('unlock.title'),
      columns: heads('report.what', 'report.value', 'head.reason'),
      rows: unlockRows(unlocks, language).map(({ name, levelText, note }) => [name, levelText, note]),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

const repairText = (
  { code, table, column, rows }: Repair & { readonly rows: number },
  language: Language<ImportKey>,
) =>
  assumptionText({ code: 'data.repaired', values: { repair: code, table, field: column, rows } }, language);

/** The first rows that each rule kept aside. */
const asideRows =
  (locale: Language<ImportKey>['locale']) =>
  ({ name, rejects }: FileReport): readonly (readonly Cell[])[] => {
    const seen = new Map<string, number>();
    return rejects.flatMap(({ line, column, rule, raw }) => {
      const count = seen.get(rule) ?? 0;
      seen.set(rule, count + 1);
      return count < mostExamples ? [[name, line, column ?? '', ruleText(rule, locale), raw]] : [];
    });
  };

function mappingRows(
  { name, table, columns, unused = [], mapping }: FileReport,
  { t, locale }: Language<ImportKey>,
): readonly (readonly Cell[])[] {
  const unitOf = (column: string, field: string) => {
    const unit = typeof mapping?.unit === 'string' ? mapping.unit : mapping?.unit?.[column];
    const dates = typeof mapping?.dates === 'string' ? mapping.dates : mapping?.dates?.[column];
    const values = Object.entries(mapping?.values?.[field] ?? {}).map(([text, code]) => `${text} → ${code}`);
    const isMoney = unit !== undefined && fieldType(table, field) === 'money';
    const isDay = dates !== undefined && ['day', 'month'].includes(fieldType(table, field) ?? '');
    return [...(isMoney ? [moneyUnitName(unit, locale)] : []), ...(isDay ? [dates] : []), ...values].join(
      ' · ',
    );
  };
  return [
    ...Object.entries(columns).map(([column, field]) => [
      name,
      column,
      fieldLabel(table, field, locale),
      unitOf(column, field),
    ]),
    ...unused.map((column) => [name, column, t('role.keep'), '']),
  ];
}

const fieldType = (table: string, field: string) => fieldOf(table, field)?.type;

const escaped = (text: Cell): string =>
  String(text).replace(/[&<>"']/g, (mark) => `&#${String(mark.charCodeAt(0))};`);

/** The report as a page of its own: no script, nothing from elsewhere; whatever the files say is text. */
export function reportHtml(
  title: string,
  sections: readonly ReportSection[],
  locale: Language<ImportKey>['locale'],
): string {
  const cell = (text: Cell) => `<td${typeof text === 'number' ? ' class="n"' : ''}>${escaped(text)}</td>`;
  const table = ({ title: name, columns, rows }: ReportSection) =>
    [
      `<section><h2>${escaped(name)}</h2><table>`,
      `<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>`,
      `<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody>`,
      '</table></section>',
    ].join('\n');
  return [
    '<!doctype html>',
    `<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...sections.map(table),
    '</body></html>\n',
  ].join('\n');
}

const style = [
  ':root{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}',
  'body{margin:2rem auto;max-width:72rem;padding:0 1rem}',
  'h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}',
  'section{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'th,td{border-bottom:1px solid;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
  '.n{text-align:right;font-variant-numeric:tabular-nums}',
].join('\n');

/** Lines of the report as CSV: the section in front, then its cells. */
export function reportLines(sections: readonly ReportSection[]): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const [first] = sections;
  return {
    header: [first?.title ?? '', ...(first?.columns ?? [])],
    rows: sections.flatMap(({ title, columns, rows }, index) => [
      ...(index === 0 ? [] : [[title, ...columns]]),
      ...rows.map((row) => [title, ...row]),
    ]),
  };
}
