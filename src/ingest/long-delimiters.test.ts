import { describe, expect, it } from 'vitest';
import { findLongDelimiters } from './long-delimiters';

describe('findLongDelimiters', () => {
  it.each<[string, string, string | undefined]>([
    ['a run of marks that cuts every line alike', 'a|!|b|!|c\n1|!|x|y|!|3\n2|!|z|!|4\n', '|!|'],
    ['a doubled mark', 'a||b\n1||2\n3||4\n', '||'],
    ['no empty fields between commas', 'a,,b\n1,,2\n3,,4\n', undefined],
    ['no marks of which most stand alone', 'a|b|c||d\n1|2|3||4\n5|6|7||8\n', undefined],
    ['nothing in plain text', 'a,b\n1,2\n', undefined],
    ['nothing without lines', '', undefined],
  ])('finds %s', (_, text, expected) => {
    expect(findLongDelimiters(text)[0]).toBe(expected);
  });
});
