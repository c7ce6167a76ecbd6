import { describe, expect, it } from 'vitest';
import { shortcutOf, type KeyPress } from './shortcuts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...part,
});
const action = (key: string, part: Partial<KeyPress> = {}) =>
  shortcutOf(press(key, part), false, false, true);

describe('shortcutOf', () => {
  it('knows single keys and combinations', () => {
    expect(action('?', { shift: true })).toBe('help');
    expect(action('f')).toBe('filters');
    expect(action('z', { ctrl: true })).toBe('undo');
    expect(action('Z', { ctrl: true, shift: true })).toBe('redo');
    expect(action('ArrowUp', { alt: true })).toBe('up');
    expect(action('x')).toBeNull();
  });

  it('goes to a page after g', () => {
    expect(action('g')).toBe('g');
    expect(shortcutOf(press('o'), true, false, true)).toBe('go:overview');
    expect(shortcutOf(press('q'), true, false, true)).toBeNull();
  });

  it('leaves keys alone where text is typed, but for the palette', () => {
    expect(shortcutOf(press('f'), false, true, true)).toBeNull();
    expect(shortcutOf(press('z', { ctrl: true }), false, true, true)).toBeNull();
    expect(shortcutOf(press('k', { ctrl: true }), false, true, true)).toBe('palette');
  });

  it('leaves single letters alone when they are turned off, and those of the browser always', () => {
    expect(shortcutOf(press('f'), false, false, false)).toBeNull();
    expect(shortcutOf(press('z', { ctrl: true }), false, false, false)).toBe('undo');
    expect(action('f', { ctrl: true })).toBeNull();
    expect(action('toString')).toBeNull();
  });
});
