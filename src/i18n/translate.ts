import type { Locale } from './locale';

/** A text; English may have its own singular, chosen by the placeholder `n`. */
export type Text = string | { readonly one: string; readonly other: string };
export type Messages<Key extends string = string> = Readonly<Record<Key, Readonly<Record<Locale, Text>>>>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate<Key extends string = string> = (key: Key, values?: MessageValues) => string;

/** Declares a feature's texts: typed keys, both languages. Placeholders are `{name}`. */
export function defineMessages<Key extends string>(messages: Messages<Key>): Messages<Key> {
  return messages;
}

const pluralRules = new Intl.PluralRules('en');

/** The translator of a set of messages. Values are inserted as they are: format numbers first. */
export function translator<Key extends string>(messages: Messages<Key>, locale: Locale): Translate<Key> {
  return (key, values = {}) => {
    const text = messages[key][locale];
    const template =
      typeof text === 'string'
        ? text
        : pluralRules.select(Number(String(values['n'] ?? 0).replaceAll(',', ''))) === 'one'
          ? text.one
          : text.other;
    return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
  };
}
