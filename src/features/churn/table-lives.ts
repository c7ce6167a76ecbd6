import type { ObservedLives } from '../../algorithms/survival/observed-lives';
import { isNull, type Column } from '../../columns/column';
import type { Frame } from '../../columns/frame';
import { bandsOf, placesInBands } from '../../dataset/bands';
import { typeOfColumn } from '../../dataset/cell-value';
import type { Dataset } from '../../dataset/dataset';
import { codedOf, customerCount, textsOf } from '../../dataset/facts';
import { countedNow } from '../../dataset/members';
import type { Scope } from '../../dataset/scope';
import { tables } from '../../model/tables';
import type { CustomerEvent, SurvivalParameters, SurvivalRefusal } from './survival-result';

/** Who or what is watched; `group[row]` is a place in `keys`, −1 = not known. */
export type Lives = ObservedLives & {
  readonly group: Int32Array | null;
  readonly keys: readonly string[];
  readonly unit: 'months' | null;
  /** What ended a life of a customer; null = the event of a table. */
  readonly customerEvent: CustomerEvent | null;
  /** Rows under the filters, with or without a usable time. */
  readonly asked: number;
};

export type Refused = { readonly refusal: SurvivalRefusal };

export const refuse = (reason: SurvivalRefusal['reason'], about: string): Refused => ({
  refusal: { reason, about },
});

/** A table by the file's own name, its canonical name or its view. */
export function frameNamed(dataset: Dataset, name: string): Frame | null {
  const canonical = tables.find((table) => table.view === name)?.name ?? name;
  for (const frames of [dataset.others, dataset.tables]) {
    for (const key of [name, canonical]) if (Object.hasOwn(frames, key)) return frames[key] ?? null;
  }
  return null;
}

type Named = Required<Pick<SurvivalParameters, 'time' | 'event' | 'eventValue' | 'entry' | 'group'>>;

/**
 * The lives that a table holds, one per row: numbers as the file gives them. Rows of customers whom the filters leave
 * out do not count.
 */
export function livesOfTable(scope: Scope, frame: Frame, named: Named): Lives | Refused {
  for (const name of [named.time, named.event, named.entry, named.group]) {
    if (name !== '' && frame.columns[name] === undefined) return refuse('column-unknown', name);
  }
  const time = numbersOf(frame, named.time);
  const entry = named.entry === '' ? null : numbersOf(frame, named.entry);
  if (time === null) return refuse('time-not-a-number', named.time);
  if (named.entry !== '' && entry === null) return refuse('time-not-a-number', named.entry);
  const flags = flagsOf(frame, named.event, named.eventValue);
  if (flags === null) return refuse('event-not-a-flag', named.event);
  const rows = rowsInScope(scope, frame);
  const isKnown = (row: number) =>
    rows?.[row] !== 0 && flags.isKnown(row) && !(entry !== null && Number.isNaN(entry[row]));
  const lives = {
    time: time.map((value, row) => (isKnown(row) ? value : NaN)),
    event: flags.event,
    entry,
    unit: null,
    customerEvent: null,
    asked: rows === null ? frame.rowCount : rows.reduce((sum, one) => sum + one, 0),
  };
  return named.group === ''
    ? { ...lives, group: null, keys: [] }
    : { ...lives, ...groupsOf(frame, named.group) };
}

/** Numbers of a column, NaN = not known; also of text that is numbers; null when it holds something else. */
function numbersOf(frame: Frame, name: string): Float64Array | null {
  const column = frame.columns[name];
  if (
    column === undefined ||
    !['number', 'money', 'rate', 'flag', 'text'].includes(typeOfColumn(frame, name))
  ) {
    return null;
  }
  if (column.kind !== 'text') {
    return Float64Array.from(column.values, (value, row) => (isNull(column.nulls, row) ? NaN : value));
  }
  const texts = textsOf(column.dictionary);
  const numbers = texts.map((text) => (text.trim() === '' ? NaN : Number(text)));
  if (texts.length > 0 && numbers.every((number) => Number.isNaN(number))) return null;
  return Float64Array.from(column.codes, (code, row) =>
    isNull(column.nulls, row) ? NaN : (numbers[code] ?? NaN),
  );
}

const yes = ['1', 'true', 't', 'yes', 'y', '是', '有', '√'];
const no = ['0', 'false', 'f', 'no', 'n', '否', '无'];

/** Which of the values of a column means that the event happened: as in R's Surv, 1 of 0/1 and 2 of 1/2. */
function eventAmong(values: ReadonlySet<string>, wanted: string): ReadonlySet<string> | null {
  if (wanted !== '') return values.has(wanted) || values.size === 0 ? new Set([wanted]) : null;
  const all = [...values];
  if (values.has('2') && all.every((value) => value === '1' || value === '2')) return new Set(['2']);
  const isEvent = (value: string) => yes.includes(value.toLowerCase());
  if (!all.every((value) => isEvent(value) || no.includes(value.toLowerCase()))) return null;
  return new Set(all.filter(isEvent));
}

type Flags = { readonly event: Uint8Array; readonly isKnown: (row: number) => boolean };

/** Without a column every life ended with the event. */
function flagsOf(frame: Frame, name: string, wanted: string): Flags | null {
  const column = frame.columns[name];
  if (column === undefined) return { event: new Uint8Array(frame.rowCount).fill(1), isKnown: () => true };
  const texts = column.kind === 'text' ? textsOf(column.dictionary) : null;
  const textAt = (row: number) =>
    column.kind === 'text' ? (texts?.[column.codes[row] ?? 0] ?? '') : String(column.values[row]);
  const isKnown = (row: number) => !isNull(column.nulls, row);
  const values = new Set<string>();
  for (let row = 0; row < frame.rowCount && values.size <= 100; row++)
    if (isKnown(row)) values.add(textAt(row));
  const events = eventAmong(values, wanted);
  if (events === null) return null;
  return {
    event: Uint8Array.from({ length: frame.rowCount }, (_, row) =>
      isKnown(row) && events.has(textAt(row)) ? 1 : 0,
    ),
    isKnown,
  };
}

/** Numbers of more values than this are put into ranges. */
const mostValues = 12;

function groupsOf(frame: Frame, name: string): { group: Int32Array; keys: readonly string[] } {
  const column = frame.columns[name] as Column;
  if (column.kind === 'text') {
    const { codes, names, unknown } = codedOf(column);
    return { group: Int32Array.from(codes, (code) => (code === unknown ? -1 : code)), keys: names };
  }
  const values = Float64Array.from(column.values, (value, row) => (isNull(column.nulls, row) ? NaN : value));
  const distinct = [...new Set(values.filter((value) => value === value))].sort((a, b) => a - b);
  if (distinct.length <= mostValues) {
    const places = new Map(distinct.map((value, place) => [value, place]));
    return { group: Int32Array.from(values, (value) => places.get(value) ?? -1), keys: distinct.map(String) };
  }
  const bands = bandsOf(values, distinct.every(Number.isInteger));
  const places = placesInBands(values, bands);
  return { group: places.map((place) => (place === bands.keys.length ? -1 : place)), keys: bands.keys };
}

/** 0 = a row of a customer whom the filters leave out; null = the table knows no customers. */
function rowsInScope(scope: Scope, frame: Frame): Uint8Array | null {
  const counted = countedNow(scope);
  if (frame.name === 'customer') return counted;
  const keys = frame.columns['customer_key'];
  if (keys?.kind !== 'int32' || counted.every((one) => one === 1)) return null;
  const customers = customerCount(scope.dataset);
  return Uint8Array.from(keys.values, (key, row) =>
    isNull(keys.nulls, row) || key >= customers ? 0 : (counted[key] ?? 0),
  );
}
