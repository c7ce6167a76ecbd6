import { isoDay, isoMonth, monthOfDay } from '../../base/calendar-day';
import { checkText } from '../../base/check-parameter';
import { countNulls, isNull, type Column, type TextColumn } from '../../columns/column';
import type { Frame } from '../../columns/frame';
import { textOfCode, typeOfColumn, valueAt } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import type { FieldType } from '../../model/field';
import type { Control } from '../../base/control';
import { majorOf } from '../../base/money';
import { pause } from '../task';
import type { ColumnParameters, ColumnPart, ColumnResult } from './column-result';
import { histogramEdges, quantile } from './freedman-diaconis';
import { mostExamples, placeOf } from './row-checks';

/** Values that are named; the rest is one part. */
const mostValues = 20;
/** More months than this are shown by year. */
const mostMonths = 40;
const restKey = 'rest';

/**
 * Is a column plausible? What it holds, how much of it is empty, how its values are spread, and the rows behind one part
 * of them. All data, whatever the filters. n = rows of the table.
 *
 * O(rows · log rows)
 */
export async function columnProfile(
  dataset: Dataset,
  parameters: ColumnParameters,
  control: Control,
): Promise<ColumnResult> {
  const table = checkText('table', parameters.table ?? 'customer');
  const name = checkText('column', parameters.column ?? 'customer_id');
  const wanted = checkText('part', parameters.part ?? '');
  const tables = { ...dataset.tables, ...dataset.others };
  const frame = Object.hasOwn(tables, table) ? tables[table] : undefined;
  const column = frame && Object.hasOwn(frame.columns, name) ? frame.columns[name] : undefined;
  const none: ColumnResult = {
    asOf: dataset.asOf === null ? null : isoDay(dataset.asOf),
    n: frame?.rowCount ?? 0,
    seed: null,
    currency: dataset.currency,
    assumptions: dataset.assumptions,
    warnings: [],
    refusal: 'no-column',
    table,
    column: name,
    type: null,
    empty: 0,
    distinct: 0,
    min: null,
    median: null,
    max: null,
    parts: [],
    examples: [],
  };
  if (!frame || !column) return none;
  const type = typeOfColumn(frame, name);
  const empty = countNulls(column.nulls, frame.rowCount);
  const base = { ...none, type, empty };
  if (empty === frame.rowCount) return { ...base, refusal: 'no-values' };
  await pause(control, 1, 3);
  const spread = column.kind === 'text' ? spreadOfTexts(column) : spreadOfNumbers(column, type, dataset);
  await pause(control, 2, 3);
  const part = spread.parts.find(({ key }) => key === wanted);
  const examples = part ? rowsOf(dataset, frame, name, spread.partOf, part.key) : [];
  const { partOf: _, ...shown } = spread;
  return { ...base, ...shown, refusal: null, examples };
}

type Spread = Pick<ColumnResult, 'distinct' | 'min' | 'median' | 'max' | 'parts'> & {
  /** Key of the part that a row belongs to; null where the cell is empty. */
  readonly partOf: (row: number) => string | null;
};

function spreadOfTexts({ codes, dictionary, nulls }: TextColumn): Spread {
  const counts = new Float64Array(dictionary.size);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (!isNull(nulls, row)) counts[code] = (counts[code] as number) + 1;
  }
  const ranked = frequent(counts);
  const places = new Map(ranked.map((code, place) => [code, place]));
  const isRest = (code: number) => !places.has(code);
  let [distinct, rest] = [0, 0];
  counts.forEach((count, code) => {
    if (count > 0) distinct++;
    if (isRest(code)) rest += count;
  });
  const values = ranked.map((code, place): ColumnPart => {
    const value = textOfCode(dictionary, code);
    return { key: `v${place}`, from: null, to: null, value, rows: counts[code] as number };
  });
  const partOf = (row: number) => {
    const place = places.get(codes[row] as number);
    return isNull(nulls, row) ? null : place === undefined ? restKey : `v${place}`;
  };
  return { distinct, min: null, median: null, max: null, parts: withRest(values, rest), partOf };
}

/** Places of the largest counts, the largest first. */
function frequent(counts: Float64Array): readonly number[] {
  const best: number[] = [];
  const isBefore = (a: number, b: number) => (counts[a] as number) > (counts[b] as number);
  counts.forEach((count, code) => {
    const last = best.at(-1);
    if (count === 0 || (best.length === mostValues && last !== undefined && !isBefore(code, last))) return;
    const at = best.findIndex((other) => isBefore(code, other));
    best.splice(at < 0 ? best.length : at, 0, code);
    if (best.length > mostValues) best.pop();
  });
  return best;
}

const withRest = (parts: readonly ColumnPart[], rows: number): readonly ColumnPart[] =>
  rows === 0 ? parts : [...parts, { key: restKey, from: null, to: null, value: null, rows }];

type NumberColumn = Exclude<Column, TextColumn>;

function spreadOfNumbers(column: NumberColumn, type: FieldType, dataset: Dataset): Spread {
  const { values, nulls } = column;
  const known = Float64Array.from(values).filter((_, row) => !isNull(nulls, row));
  const sorted = known.sort();
  let distinct = 1;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) distinct++;
  const asShown = (value: number | null): number | string | null => {
    if (value === null) return null;
    if (type === 'day') return isoDay(Math.floor(value));
    if (type === 'month') return isoMonth(Math.floor(value));
    return type === 'money' ? majorOf(value, dataset.minorPerMajor) : value;
  };
  const ends = {
    distinct,
    min: asShown(sorted[0] ?? null),
    median: asShown(quantile(sorted, 0.5)),
    max: asShown(sorted.at(-1) ?? null),
  };
  const keyOf =
    type === 'day' || type === 'month' ? timeParts(type, sorted) : type === 'flag' ? String : null;
  if (keyOf !== null) {
    const counts = new Map<string, number>();
    for (const value of sorted) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
    const parts = [...counts].map(([key, rows]) => ({ key, from: null, to: null, value: key, rows }));
    const partOf = (row: number) => (isNull(nulls, row) ? null : keyOf(values[row] as number));
    return { ...ends, parts, partOf };
  }
  const edges = histogramEdges(sorted);
  const binOf = (value: number) => {
    const bins = edges.length - 1;
    const width = ((edges[bins] as number) - (edges[0] as number)) / bins;
    return Math.min(bins - 1, Math.max(0, Math.floor((value - (edges[0] as number)) / width)));
  };
  const counts = new Float64Array(edges.length - 1);
  for (const value of sorted) counts[binOf(value)] = (counts[binOf(value)] as number) + 1;
  const edge = (index: number) => Number(asShown(edges[index] ?? 0));
  const parts = Array.from(counts, (rows, bin) => ({
    key: `b${bin}`,
    from: edge(bin),
    to: edge(bin + 1),
    value: null,
    rows,
  }));
  const partOf = (row: number) => (isNull(nulls, row) ? null : `b${binOf(values[row] as number)}`);
  return { ...ends, parts, partOf };
}

/** Days by month, or by year where there are too many months. */
function timeParts(type: 'day' | 'month', sorted: Float64Array): (value: number) => string {
  const monthOf = (value: number) => (type === 'month' ? value : monthOfDay(value));
  const months = monthOf(sorted.at(-1) ?? 0) - monthOf(sorted[0] ?? 0) + 1;
  return months > mostMonths
    ? (value) => isoMonth(monthOf(value)).slice(0, 4)
    : (value) => isoMonth(monthOf(value));
}

function rowsOf(
  dataset: Dataset,
  frame: Frame,
  name: string,
  partOf: Spread['partOf'],
  key: string,
): ColumnResult['examples'] {
  const examples: { place: string; text: string }[] = [];
  for (let row = 0; row < frame.rowCount && examples.length < mostExamples; row++) {
    if (partOf(row) !== key) continue;
    examples.push({ place: placeOf(frame, row), text: String(valueAt(dataset, frame, name, row) ?? '') });
  }
  return examples;
}
