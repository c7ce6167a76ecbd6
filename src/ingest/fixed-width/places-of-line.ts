import type { FixedPlaces } from '../table';
import { widthIn } from './place-width';

/** A line with the character that stands on each place. */
export type Line = {
  readonly text: string;
  readonly width: number;
  readonly isFilled: (place: number) => boolean;
  readonly isFilledBetween: (start: number, end: number) => boolean;
  /** Whether no character stands on both sides of the start of a place. */
  readonly isBetweenLetters: (place: number) => boolean;
  /** The character on each place, by its number in the text. */
  readonly letters: readonly string[];
  readonly onPlace: Int32Array;
};

const isBlank = (letter: string | undefined): boolean =>
  letter === undefined || letter === ' ' || letter === '\t' || letter === '\u3000';

export function onPlaces(text: string, unit: FixedPlaces['unit']): Line {
  const widthOf = widthIn(unit);
  const letters = Array.from(text);
  const places: number[] = [];
  letters.forEach((letter, index) => {
    const code = letter.codePointAt(0) ?? 0;
    for (let n = code < 0x80 ? 1 : widthOf(code); n > 0; n--) places.push(index);
  });
  const onPlace = Int32Array.from(places);
  const isFilled = (place: number): boolean => !isBlank(letters[onPlace[place] ?? -1]);
  return {
    text,
    width: places.length,
    letters,
    onPlace,
    isFilled,
    isFilledBetween: (start, end) => {
      for (let place = start; place < end; place++) if (isFilled(place)) return true;
      return false;
    },
    isBetweenLetters: (place) => place >= places.length || onPlace[place] !== onPlace[place - 1],
  };
}

export const textBetween = ({ letters, onPlace }: Line, start: number, end: number): string =>
  letters.slice(onPlace[start] ?? letters.length, onPlace[end] ?? letters.length).join('');

/** Whether a digit stands on one side of a place and something else on the other. */
export function isBetweenKinds({ letters, onPlace }: Line, place: number): boolean {
  const isDigit = (at: number): boolean => /[\d.]/.test(letters[onPlace[at] ?? -1] ?? '');
  return isDigit(place - 1) !== isDigit(place);
}
