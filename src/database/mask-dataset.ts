import { firstDayOfMonth, monthOfDay } from '../base/calendar-day';
import { maskId, maskName, maskPhone } from '../base/masking';
import type { Column, TextColumn } from '../columns/column';
import { dictionaryOf, dictionaryValues, type Dictionary } from '../columns/dictionary';
import type { Frame } from '../columns/frame';
import type { Dataset } from '../dataset/dataset';
import type { Field } from '../model/field';
import { fieldOf, tables as declared } from '../model/tables';

/** C2 fields that pages show while personal data are masked: the number of a customer, what a transaction was for. */
const shownMasked: ReadonlySet<string> = new Set(['customer_id', 'summary']);

const isPersonal = ({ name, type, sensitivity }: Field): boolean =>
  sensitivity === 'C2' && ['id', 'text', 'day'].includes(type) && !shownMasked.has(name);

const fold = (header: string): string => header.toLowerCase().replace(/[\s_-]+/g, '');

/** Personal fields by the headers that mean them: files have such columns beside those that were matched. */
const personalHeaders: ReadonlyMap<string, Field> = new Map(
  declared
    .flatMap(({ fields }) => fields)
    .filter(isPersonal)
    .flatMap((field) => [field.name, ...field.synonyms].map((header) => [fold(header), field] as const)),
);

/**
 * The same data with every identifying value masked as pages mask it, so that no expression of SQL brings one to light:
 * names to their first character, phone numbers to their ends, other numbers to their last characters. A masked number
 * gets a second number where others look like it (`****1234-2`), the same in every table: numbers that differ still
 * differ, and joins hold. Columns of the bank's own are masked when their header is one of such a field. Days of birth become the first of January. The raw text of rejected rows is left out.
 *
 * O(distinct values + rows of days)
 */
export function maskDataset(dataset: Dataset): Dataset {
  const masks = new Masks();
  const masked = (frames: Dataset['tables']) =>
    Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, masks.frame(frame)]));
  const { tables, others, rejects } = dataset;
  const { raw: _, ...columns } = rejects.columns;
  return { ...dataset, tables: masked(tables), others: masked(others), rejects: { ...rejects, columns } };
}

/** A column of texts that has one dictionary with others keeps it in common with them. */
class Masks {
  readonly #numbers = new Map<string, string>();
  readonly #alike = new Map<string, number>();
  readonly #dictionaries = new Map<(text: string) => string, Map<Dictionary, Dictionary>>();

  readonly #number = (text: string): string => {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const masked = maskId(text);
    const place = (this.#alike.get(masked) ?? 0) + 1;
    this.#alike.set(masked, place);
    const distinct = place === 1 ? masked : `${masked}-${place}`;
    this.#numbers.set(text, distinct);
    return distinct;
  };

  frame(frame: Frame): Frame {
    const columns = Object.entries(frame.columns).map(([name, column]) => {
      const field = fieldOf(frame.name, name) ?? personalHeaders.get(fold(name));
      return [name, field && isPersonal(field) ? this.#column(field, column) : column] as const;
    });
    return { ...frame, columns: Object.fromEntries(columns) };
  }

  #column({ name, type }: Field, column: Column): Column {
    if (column.kind === 'text') {
      if (name === 'phone') return this.#texts(column, maskPhone);
      return this.#texts(column, type === 'id' ? this.#number : maskName);
    }
    if (type !== 'day' || column.kind !== 'int32') return column;
    return { ...column, values: column.values.map((day) => firstDayOfMonth(12 * yearsOf(day))) };
  }

  #texts(column: TextColumn, mask: (text: string) => string): TextColumn {
    const made = this.#dictionaries.get(mask) ?? new Map<Dictionary, Dictionary>();
    this.#dictionaries.set(mask, made);
    let masked = made.get(column.dictionary);
    if (masked === undefined) {
      masked = dictionaryOf(dictionaryValues(column.dictionary).map(mask));
      made.set(column.dictionary, masked);
    }
    return { ...column, dictionary: masked };
  }
}

/** Years since 1970. */
const yearsOf = (day: number): number => Math.floor(monthOfDay(day) / 12);
