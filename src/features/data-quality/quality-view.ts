import { maskId } from '../../base/masking';
import type { BarModel, MultiplesModel, TableModel } from '../../charts/chart-model';
import type { CardView } from '../../charts/chart-card-props';
import type { Language } from '../../i18n/language';
import { ruleText } from '../../i18n/rules.messages';
import { fieldOf, tableNamed } from '../../model/tables';
import type { QualityKey } from './messages';
import type { Issue, QualityResult } from './quality-result';

export type Speech = Language<QualityKey>;

/** Columns of the bar chart. */
const mostColumns = 12;
const thin = 0.95;

function tableName(table: string, { locale }: Speech): string {
  return tableNamed(table)?.label[locale] ?? table;
}

/** `Customer · Phone`; what is no table of ours keeps its own name. */
export function placeName(table: string, column: string | null, speech: Speech): string {
  if (column === null) return tableName(table, speech);
  const field = fieldOf(table, column)?.label[speech.locale] ?? column;
  return `${tableName(table, speech)} · ${field}`;
}

/** The issue in words, without where. */
export function issueName({ code, about }: Issue, speech: Speech): string {
  const [table = ''] = (about ?? '').split('.');
  return speech.t(`issue.${code}`, {
    about:
      code === 'link.orphan'
        ? tableName(table, speech)
        : code === 'row.rejected'
          ? ruleText(about ?? '', speech.locale)
          : (about ?? ''),
  });
}

export const placeOfIssue = ({ table, column }: Issue, speech: Speech): string =>
  placeName(table, column, speech);

function footerOf({ n, newest }: QualityResult, { t, f }: Speech): string {
  const rows = t('footer.rows', { n: f.count(n, 'exact') });
  return newest === null ? rows : `${rows} · ${t('footer.date', { date: f.day(newest) })}`;
}

/** Whole points, rounded down: only what has no flaw has 100. */
function scoreText(score: number | null, { f }: Speech): string {
  return f.count(score === null ? null : Math.floor(score), 'exact');
}

/** DQ1: what is wrong, and does it matter? */
export function issuesView(result: QualityResult, speech: Speech): CardView {
  const { t, f } = speech;
  const model: TableModel = {
    kind: 'table',
    columns: [
      { key: 'severity', label: t('dq1.severity') },
      { key: 'place', label: t('dq1.place') },
      { key: 'rule', label: t('dq1.rule') },
      { key: 'rows', label: t('dq1.rows'), unit: 'count' },
      { key: 'share', label: t('dq1.share'), unit: 'percent' },
      { key: 'effect', label: t('dq1.effect') },
    ],
    rows: result.issues.map((issue) => ({
      key: issue.key,
      cells: [
        t(`severity.${issue.severity}`),
        placeOfIssue(issue, speech),
        issueName(issue, speech),
        issue.rows,
        issue.rows / issue.of,
        t(`effect.${issue.code}`),
      ],
    })),
  };
  const serious = result.issues.filter(({ severity }) => severity === 'serious').length;
  return {
    title: t('dq1.title', { n: f.count(result.issues.length, 'exact'), serious: f.count(serious, 'exact') }),
    subtitle: t('dq1.subtitle'),
    footer: footerOf(result, speech),
    model,
  };
}

/** Issues whose rows are called by an account or a card. */
const namesAccounts = ({ table, code }: Issue): boolean =>
  code !== 'row.rejected' && (/^(account|card)$/u.test(table) || code.startsWith('balance.'));

/** DQ6: the rows behind one issue. While personal data are masked, so are account numbers and rows as they stood. */
export function examplesView(issue: Issue, isMasked: boolean, speech: Speech): CardView {
  const { t, f } = speech;
  const model: TableModel = {
    kind: 'table',
    columns: [
      { key: 'place', label: t('dq6.place') },
      { key: 'text', label: t('dq6.text') },
    ],
    rows: issue.examples.map(({ place, text }, index) => ({
      key: String(index),
      cells: [
        isMasked && namesAccounts(issue) ? maskId(place) : place,
        isMasked && issue.code === 'row.rejected' ? t('dq6.masked') : text,
      ],
    })),
  };
  return {
    title: t('dq6.title', { place: placeOfIssue(issue, speech), issue: issueName(issue, speech) }),
    subtitle: t('dq6.subtitle', {
      n: f.count(issue.examples.length, 'exact'),
      all: f.count(issue.rows, 'exact'),
    }),
    footer: t('footer.rows', { n: f.count(issue.rows, 'exact') }),
    model,
  };
}

/** DQ2: which columns are thin? */
export function completenessView(result: QualityResult, speech: Speech): CardView {
  const { t, f } = speech;
  const known = result.columns.flatMap((one) =>
    one.filled === null ? [] : [{ ...one, filled: one.filled }],
  );
  const thinnest = known.toSorted((a, b) => a.filled - b.filled).slice(0, mostColumns);
  const below = known.filter(({ filled }) => filled < thin).length;
  const model: BarModel = {
    kind: 'bar',
    orientation: 'horizontal',
    unit: 'percent',
    items: thinnest.map(({ table, column, filled, rows }) => ({
      key: `${table}.${column}`,
      label: placeName(table, column, speech),
      value: filled,
      n: rows,
      tone: filled < thin ? 'primary' : 'muted',
    })),
    categoryLabel: t('dq2.category'),
    valueLabel: t('dq2.value'),
    reference: { value: thin, label: t('dq2.reference') },
  };
  return {
    title: below === 0 ? t('dq2.full') : t('dq2.title', { n: f.count(below, 'exact') }),
    subtitle: t('dq2.subtitle'),
    footer: footerOf(result, speech),
    model,
  };
}

/** DQ3: is a month missing or doubled? */
export function monthsView(result: QualityResult, speech: Speech): CardView {
  const { t, f } = speech;
  const all = [...new Set(result.months.flatMap(({ months }) => months))].sort();
  const model: MultiplesModel = {
    kind: 'multiples',
    form: 'bar',
    keys: all,
    labels: all.map((month) => f.month(month)),
    keyLabel: t('dq3.month'),
    panels: result.months.map(({ table, months, rows }) => {
      const counts = new Map(months.map((month, index) => [month, rows[index] ?? null]));
      return {
        key: table,
        label: tableName(table, speech),
        unit: 'count',
        values: all.map((month) => counts.get(month) ?? null),
      };
    }),
    sharesScale: false,
    isBrushable: false,
  };
  const missing = result.months.flatMap(({ months, rows }) => months.filter((_, index) => rows[index] === 0));
  const unusual = result.months.flatMap((one) => one.unusual);
  const named = (months: readonly string[]) =>
    f.list([...new Set(months)].slice(0, 3).map((month) => f.month(month)));
  const title =
    missing.length > 0
      ? t('dq3.missing', { months: named(missing) })
      : unusual.length > 0
        ? t('dq3.unusual', { months: named(unusual) })
        : t('dq3.even');
  return { title, subtitle: t('dq3.subtitle'), footer: footerOf(result, speech), model };
}

/** DQ5: do the tables join? */
export function linksView(result: QualityResult, speech: Speech): CardView {
  const { t, f } = speech;
  const name = (reference: string) => placeName(reference.split('.')[0] ?? '', null, speech);
  const links = result.links.filter(({ rows }) => rows > 0);
  const lost = links.reduce((sum, { rows, matched }) => sum + rows - matched, 0);
  const model: BarModel = {
    kind: 'bar',
    orientation: 'horizontal',
    unit: 'percent',
    items: links.map(({ from, to, rows, matched }) => ({
      key: `${from} ${to}`,
      label: t('dq5.link', { from: name(from), to: name(to) }),
      value: matched / rows,
      n: rows,
      tone: matched < rows ? 'unfav' : 'muted',
    })),
    categoryLabel: t('dq5.category'),
    valueLabel: t('dq5.value'),
  };
  return {
    title: lost === 0 ? t('dq5.title') : t('dq5.some', { n: f.count(lost, 'exact') }),
    subtitle: t('dq5.subtitle'),
    footer: footerOf(result, speech),
    model,
  };
}

/** DQ7: which tables are there? */
export function tablesView(result: QualityResult, speech: Speech): CardView {
  const { t, f } = speech;
  const model: TableModel = {
    kind: 'table',
    columns: [
      { key: 'table', label: t('dq7.table') },
      { key: 'rows', label: t('dq7.rows'), unit: 'count' },
      { key: 'columns', label: t('dq7.columns'), unit: 'count' },
    ],
    rows: result.tables.map(({ table, rows, columns }) => ({
      key: table,
      cells: [tableName(table, speech), rows, columns],
    })),
  };
  return {
    title: t('dq7.title', { n: f.count(result.tables.length, 'exact'), rows: f.count(result.n) }),
    subtitle: t('dq7.subtitle'),
    footer: footerOf(result, speech),
    model,
  };
}

/** DQ8: what is in each column? */
export function columnsView(result: QualityResult, speech: Speech): CardView {
  const { t, f, locale } = speech;
  const model: TableModel = {
    kind: 'table',
    columns: [
      { key: 'table', label: t('dq7.table') },
      { key: 'column', label: t('dq8.column') },
      { key: 'meaning', label: t('dq8.meaning') },
      { key: 'filled', label: t('dq8.filled'), unit: 'percent', hasBar: true },
      { key: 'distinct', label: t('dq8.distinct'), unit: 'count' },
    ],
    rows: result.columns.map(({ table, column, filled, distinct }) => ({
      key: `${table}.${column}`,
      cells: [
        tableName(table, speech),
        column,
        fieldOf(table, column)?.label[locale] ?? null,
        filled,
        distinct,
      ],
    })),
  };
  return {
    title: t('dq8.title', { n: f.count(result.columns.length, 'exact') }),
    subtitle: t('dq8.subtitle'),
    footer: footerOf(result, speech),
    model,
  };
}

/** `Quality score 92 of 100. Look first at: …` */
export function leadOf(result: QualityResult, speech: Speech): string {
  const { t } = speech;
  if (result.score === null) return '';
  const score = t('lead.score', { score: scoreText(result.score, speech) });
  const worst = result.issues.find(({ severity }) => severity !== 'note');
  const rest =
    worst === undefined
      ? t('lead.sound')
      : t('lead.worst', {
          issue: t('dq6.title', { place: placeOfIssue(worst, speech), issue: issueName(worst, speech) }),
        });
  return `${score}${speech.locale === 'en' ? ' ' : ''}${rest}`;
}

export type Tile = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly comparison: string;
  readonly definition: { readonly text: string };
  readonly isUnavailable?: boolean;
};

export function tilesOf(result: QualityResult, speech: Speech): readonly Tile[] {
  const { t, f } = speech;
  const count = (severity: Issue['severity']) =>
    result.issues.filter((issue) => issue.severity === severity).length;
  const sides = result.dimensions.flatMap(({ name, score }) =>
    score === null ? [] : [`${t(`dimension.${name}`)} ${scoreText(score, speech)}`],
  );
  const judged = result.dimensions.filter(({ score }) => score !== null);
  const [lowest] = judged.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0));
  return [
    {
      id: 'score',
      label: t('tile.score'),
      value: scoreText(result.score, speech),
      comparison:
        lowest === undefined
          ? ''
          : t('tile.score.lowest', {
              side: t(`dimension.${lowest.name}`),
              score: scoreText(lowest.score, speech),
            }),
      definition: { text: `${t('tile.score.about')} ${sides.join(' · ')}` },
      ...(result.score === null ? { isUnavailable: true } : {}),
    },
    {
      id: 'rows',
      label: t('tile.rows'),
      value: f.count(result.n),
      comparison: t('tile.rows.tables', { n: f.count(result.tables.length, 'exact') }),
      definition: { text: t('tile.rows.about') },
    },
    {
      id: 'rejected',
      label: t('tile.rejected'),
      value: f.count(result.rejected, 'exact'),
      comparison: result.files === 0 ? '' : t('tile.rejected.files', { n: f.count(result.files, 'exact') }),
      definition: { text: t('tile.rejected.about') },
    },
    {
      id: 'serious',
      label: t('tile.serious'),
      value: f.count(count('serious'), 'exact'),
      comparison: '',
      definition: { text: t('tile.serious.about') },
    },
    {
      id: 'review',
      label: t('tile.review'),
      value: f.count(count('review'), 'exact'),
      comparison: '',
      definition: { text: t('tile.review.about') },
    },
    {
      id: 'newest',
      label: t('tile.newest'),
      value: f.day(result.newest),
      comparison: '',
      definition: { text: t('tile.newest.about') },
    },
  ];
}
