import { describe, expect, it } from 'vitest';
import { Preferences } from './preferences.svelte';
import { settingsStorage, type SettingsStorage } from './settings-storage.dom';

function memory(text: string | null = null): SettingsStorage & { text: string | null } {
  return {
    text,
    read() {
      return this.text;
    },
    write(value) {
      this.text = value;
    },
    remove() {
      this.text = null;
    },
  };
}

describe('Preferences', () => {
  it('speaks the language of the browser until the reader chooses one', () => {
    expect(new Preferences(memory(), ['zh-Hans-CN', 'en']).locale).toBe('zh');
    expect(new Preferences(memory(), ['de-DE', 'zh-CN']).locale).toBe('en');
    expect(new Preferences(memory('{"locale":"en"}'), ['zh-CN']).locale).toBe('en');
  });

  it('keeps only what differs from the defaults', () => {
    const storage = memory();
    const preferences = new Preferences(storage, ['en']);
    preferences.set({ theme: 'dark', density: 'compact' });
    preferences.set({ density: 'comfortable' });
    expect(storage.text).toBe('{"theme":"dark"}');
    expect(new Preferences(storage, ['en']).theme).toBe('dark');
  });

  it.each(['not json', '[]', 'null', '{"theme":"purple","isRailOpen":1,"other":true}'])(
    'overlooks what it cannot understand: %s',
    (text) => {
      const preferences = new Preferences(memory(text), ['en']);
      expect([preferences.theme, preferences.isRailOpen]).toEqual(['system', false]);
      expect(preferences.settings).not.toHaveProperty('other');
    },
  );

  it('masks personal data at the start of every visit', () => {
    const storage = memory();
    const preferences = new Preferences(storage, ['en']);
    preferences.isMasked = false;
    preferences.set({ theme: 'dark' });
    expect(new Preferences(storage, ['en']).isMasked).toBe(true);
  });

  it('leaves nothing behind when it forgets', () => {
    const storage = memory();
    const preferences = new Preferences(storage, ['en']);
    preferences.set({ locale: 'zh' });
    preferences.forget();
    expect([storage.text, preferences.locale]).toEqual([null, 'en']);
  });

  it('works where the browser refuses to store', () => {
    const refusing = {
      get localStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as Window;
    const preferences = new Preferences(settingsStorage(refusing, 'preferences'), ['en']);
    preferences.set({ theme: 'dark' });
    expect(preferences.theme).toBe('dark');
  });
});
