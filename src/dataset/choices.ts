import type { Choice } from '../model/filters';

/** Which places of a dimension a choice keeps (1), and its values that are not there. */
export type ChosenPlaces = { readonly keeps: Uint8Array; readonly unknown: readonly string[] };

/**
 * @param names value of each place; the place after the last one is "not known" and has the empty value
 */
export function placesOf(choice: Choice, names: readonly string[]): ChosenPlaces {
  const wanted = new Set(choice.values);
  const found = new Set<string>();
  const keeps = new Uint8Array(names.length + 1);
  const decide = (place: number, name: string): void => {
    const isNamed = wanted.has(name);
    if (isNamed) found.add(name);
    keeps[place] = isNamed === choice.exclude ? 0 : 1;
  };
  names.forEach((name, place) => {
    decide(place, name);
  });
  decide(names.length, '');
  return { keeps, unknown: choice.values.filter((value) => !found.has(value) && value !== '') };
}

/** `30-45`, `60-` (and more), `-30` (up to), or one number; null when it is none of them. */
export function parseNumberRange(text: string): { from: number; to: number } | null {
  const single = /^-?\d+(?:\.\d+)?$/;
  const range = /^(-?\d+(?:\.\d+)?)?-(-?\d+(?:\.\d+)?)?$/.exec(text);
  if (range && (range[1] !== undefined || range[2] !== undefined)) {
    const from = range[1] === undefined ? -Infinity : Number(range[1]);
    const to = range[2] === undefined ? Infinity : Number(range[2]);
    return from <= to ? { from, to } : null;
  }
  return single.test(text) ? { from: Number(text), to: Number(text) } : null;
}
