import { describe, expect, it } from 'vitest';
import { fitting, matchLetters, type PaletteItem } from './palette-items';

const item = (text: string, words = ''): PaletteItem => ({
  id: text,
  text,
  words,
  hint: '',
  run: () => undefined,
});
const texts = (items: readonly PaletteItem[], query: string) => fitting(items, query).map(({ text }) => text);

describe('fitting', () => {
  it('puts what begins with the query before what contains it', () => {
    expect(texts([item('Copy link'), item('Link to page'), item('Settings')], 'link')).toEqual([
      'Link to page',
      'Copy link',
    ]);
  });

  it('finds scattered letters, other words and pinyin initials', () => {
    expect(texts([item('Overview'), item('Settings')], 'ovw')).toEqual(['Overview']);
    expect(texts([item('Settings', 'theme')], 'theme')).toEqual(['Settings']);
    expect(texts([item('总览'), item('客户')], 'zl')).toEqual(['总览']);
  });

  it('shows eight of everything without a query, and nothing for nonsense', () => {
    const many = Array.from({ length: 20 }, (_, index) => item(`Page ${index}`));
    expect(texts(many, '')).toHaveLength(8);
    expect(texts(many, 'zzz')).toEqual([]);
  });
});

describe('matchLetters', () => {
  it('says where the letters are', () => {
    expect(matchLetters('Pudong', 'ud')).toEqual([1, 2]);
    expect(matchLetters('Pudong', 'pg')).toEqual([0, 5]);
    expect(matchLetters('Pudong', 'x')).toBeNull();
    expect(matchLetters('Pudong', '')).toEqual([]);
  });
});
