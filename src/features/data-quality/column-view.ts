import { maskId } from '../../base/masking';
import type { Unit } from '../../base/units';
import type { CardView } from '../../charts/chart-card-props';
import type { BarModel, HistogramModel, TableModel } from '../../charts/chart-model';
import { codeLabel } from '../../i18n/codes.messages';
import { fieldOf } from '../../model/tables';
import type { ColumnPart, ColumnResult } from './column-result';
import { placeName, type Speech } from './quality-view';

const units: Readonly<Record<string, Unit>> = { money: 'money', rate: 'percent' };

const isTime = ({ type }: ColumnResult): boolean => type === 'day' || type === 'month';

/** What pages show while personal data are masked. */
const shownMasked: ReadonlySet<string> = new Set(['customer_id', 'summary']);

/** Texts that name a person or lead to one. */
const isPersonal = ({ table, column, type }: ColumnResult): boolean =>
  (type === 'text' || type === 'id') &&
  fieldOf(table, column)?.sensitivity === 'C2' &&
  !shownMasked.has(column);

/** DQ4: is this column plausible? */
export function columnView(result: ColumnResult, isMasked: boolean, speech: Speech): CardView {
  const { t, f } = speech;
  const place = placeName(result.table, result.column, speech);
  const share = result.n === 0 ? null : result.empty / result.n;
  const ends =
    result.min === null
      ? []
      : [
          t('dq4.ends', {
            min: textOf(result.min, result, speech),
            median: textOf(result.median, result, speech),
            max: textOf(result.max, result, speech),
          }),
        ];
  return {
    title: t('dq4.title', { place, n: f.count(result.distinct, 'exact') }),
    subtitle: [t('dq4.empty', { share: f.percent(share, 'exact') }), ...ends].join(' · '),
    footer: t('footer.rows', { n: f.count(result.n, 'exact') }),
    model: result.parts.some(({ from }) => from !== null)
      ? histogram(result, speech)
      : bars(result, isMasked && isPersonal(result), speech),
  };
}

function textOf(value: number | string | null, result: ColumnResult, { f }: Speech): string {
  if (value === null) return f.missing;
  if (typeof value === 'number') return f.value(value, units[result.type ?? ''] ?? 'score');
  return result.type === 'month' ? f.month(value) : f.day(value);
}

function histogram(result: ColumnResult, speech: Speech): HistogramModel {
  const { t } = speech;
  const unit = units[result.type ?? ''] ?? 'score';
  const median = typeof result.median === 'number' ? result.median : null;
  return {
    kind: 'histogram',
    unit,
    bins: result.parts.map(({ key, from, to, rows }) => ({
      key,
      from: from ?? 0,
      to: to ?? 0,
      value: rows,
      label: `${textOf(from, result, speech)}–${textOf(to, result, speech)}`,
    })),
    isLog: false,
    valueUnit: 'count',
    valueLabel: t('dq4.rows'),
    binLabel: placeName(result.table, result.column, speech),
    isBrushable: false,
    ...(median === null ? {} : { references: [{ value: median, label: t('dq4.median') }] }),
  };
}

function bars(result: ColumnResult, isMasked: boolean, speech: Speech): BarModel {
  const { t } = speech;
  return {
    kind: 'bar',
    orientation: isTime(result) ? 'vertical' : 'horizontal',
    unit: 'count',
    items: result.parts.map((part) => ({
      key: part.key,
      label: partLabel(part, result, isMasked, speech),
      value: part.rows,
      tone: part.value === null ? 'rest' : 'primary',
    })),
    categoryLabel: placeName(result.table, result.column, speech),
    valueLabel: t('dq4.rows'),
  };
}

function partLabel(
  { value, from, to }: ColumnPart,
  result: ColumnResult,
  isMasked: boolean,
  speech: Speech,
): string {
  const { t, f, locale } = speech;
  if (from !== null) return `${textOf(from, result, speech)}–${textOf(to, result, speech)}`;
  if (value === null) return t('dq4.rest');
  if (isTime(result)) return value.length > 4 ? f.month(value) : value;
  if (result.type === 'flag') return t(value === '1' ? 'dq4.yes' : 'dq4.no');
  const codes = fieldOf(result.table, result.column)?.codes;
  if (codes !== undefined) return codeLabel(codes, value, locale);
  return isMasked ? maskId(value) : value;
}

/** DQ10: the rows behind one part of a column. */
export function partView(
  result: ColumnResult,
  part: ColumnPart,
  isMasked: boolean,
  speech: Speech,
): CardView {
  const { t, f } = speech;
  const hidesValues = isMasked && isPersonal(result);
  const hidesPlaces = isMasked && /^(account|card)$/u.test(result.table);
  const model: TableModel = {
    kind: 'table',
    columns: [
      { key: 'place', label: t('dq6.place') },
      { key: 'text', label: placeName(result.table, result.column, speech) },
    ],
    rows: result.examples.map(({ place, text }, index) => ({
      key: String(index),
      cells: [hidesPlaces ? maskId(place) : place, hidesValues ? maskId(text) : text],
    })),
  };
  return {
    title: partLabel(part, result, hidesValues, speech),
    subtitle: t('dq6.subtitle', {
      n: f.count(result.examples.length, 'exact'),
      all: f.count(part.rows, 'exact'),
    }),
    footer: t('footer.rows', { n: f.count(part.rows, 'exact') }),
    model,
  };
}
