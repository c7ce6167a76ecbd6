import { formatsFor, type Formats, type FormatSettings } from './formats';
import type { Locale } from './locale';
import { translator, type Messages, type Translate } from './translate';

/** What the reader chose, and the currency of the data. */
export type LanguageSettings = FormatSettings;

/** Texts and formats of one reader: what view models and components speak with. */
export type Language<Key extends string = string> = {
  readonly t: Translate<Key>;
  readonly f: Formats;
  readonly locale: Locale;
};

export function languageOf<Key extends string>(
  messages: Messages<Key>,
  settings: LanguageSettings,
): Language<Key> {
  return { t: translator(messages, settings.locale), f: formatsFor(settings), locale: settings.locale };
}
