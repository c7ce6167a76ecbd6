import type { Locale } from '../i18n/locale';
import type { SettingsStorage } from './settings-storage.dom';

/** What a reader chose for this browser. */
export type Settings = {
  readonly locale: Locale;
  readonly theme: 'system' | 'light' | 'dark';
  /** How large numbers are shortened; `auto` = as the language does. */
  readonly units: 'auto' | 'wan' | 'kmb';
  readonly deltaColours: 'neutral' | 'cn' | 'intl';
  readonly density: 'comfortable' | 'compact';
  readonly singleKeys: boolean;
  readonly motion: 'system' | 'reduced';
  readonly isRailOpen: boolean;
};

type Choices = { readonly [K in keyof Settings]: readonly Settings[K][] };

const choices: Choices = {
  locale: ['en', 'zh'],
  theme: ['system', 'light', 'dark'],
  units: ['auto', 'wan', 'kmb'],
  deltaColours: ['neutral', 'cn', 'intl'],
  density: ['comfortable', 'compact'],
  singleKeys: [true, false],
  motion: ['system', 'reduced'],
  isRailOpen: [false, true],
};

const keys = Object.keys(choices) as readonly (keyof Settings)[];

/** The settings kept between visits and those of this visit only (`isMasked`). */
export class Preferences {
  readonly #storage: SettingsStorage;
  readonly #defaults: Settings;
  #settings = $state.raw<Settings>({} as Settings);
  #isMasked = $state(true);

  /** @param languages of the browser, the preferred one first */
  constructor(storage: SettingsStorage, languages: readonly string[]) {
    this.#storage = storage;
    this.#defaults = {
      locale: (languages[0] ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en',
      theme: 'system',
      units: 'auto',
      deltaColours: 'neutral',
      density: 'comfortable',
      singleKeys: true,
      motion: 'system',
      isRailOpen: false,
    };
    this.#settings = { ...this.#defaults, ...parse(storage.read()) };
  }

  get settings(): Settings {
    return this.#settings;
  }

  get locale(): Locale {
    return this.#settings.locale;
  }

  get theme(): Settings['theme'] {
    return this.#settings.theme;
  }

  get units(): Settings['units'] {
    return this.#settings.units;
  }

  get deltaColours(): Settings['deltaColours'] {
    return this.#settings.deltaColours;
  }

  get density(): Settings['density'] {
    return this.#settings.density;
  }

  get singleKeys(): boolean {
    return this.#settings.singleKeys;
  }

  get motion(): Settings['motion'] {
    return this.#settings.motion;
  }

  get isRailOpen(): boolean {
    return this.#settings.isRailOpen;
  }

  /** Whether names, numbers and addresses of people are masked. Every visit starts masked. */
  get isMasked(): boolean {
    return this.#isMasked;
  }

  set isMasked(value: boolean) {
    this.#isMasked = value;
  }

  set(part: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...part };
    const changed = keys.filter((key) => this.#settings[key] !== this.#defaults[key]);
    this.#storage.write(JSON.stringify(Object.fromEntries(changed.map((key) => [key, this.#settings[key]]))));
  }

  /** Back to the defaults; nothing stays in the browser. */
  forget(): void {
    this.#storage.remove();
    this.#settings = this.#defaults;
    this.#isMasked = true;
  }
}

/** What is stored, as far as it can be understood. */
function parse(text: string | null): Partial<Settings> {
  if (text === null) return {};
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).filter(
      ([key, value]) =>
        Object.hasOwn(choices, key) && (choices[key as keyof Settings] as readonly unknown[]).includes(value),
    );
    return Object.fromEntries(entries) as Partial<Settings>;
  } catch {
    return {};
  }
}
