import { emptyBitmap, setNull, type Float64Column, type TextColumn } from '../../columns/column';
import { dictionaryOf } from '../../columns/dictionary';

/** Places as a column of names: 0 = not known, 1 = the first name … */
export function namesColumn(names: readonly string[], places: Uint8Array): TextColumn {
  const nulls = emptyBitmap(places.length);
  const codes = Uint32Array.from(places, (place, row) => {
    if (place === 0) setNull(nulls, row);
    return Math.max(0, place - 1);
  });
  return { kind: 'text', codes, dictionary: dictionaryOf(names), nulls };
}

/** Scores as a column of numbers: 0 = not known. */
export function scoresColumn(scores: Uint8Array): Float64Column {
  const nulls = emptyBitmap(scores.length);
  scores.forEach((score, row) => {
    if (score === 0) setNull(nulls, row);
  });
  return { kind: 'float64', values: Float64Array.from(scores), nulls };
}
