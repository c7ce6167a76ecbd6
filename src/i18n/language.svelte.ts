import { getContext, setContext } from 'svelte';
import { formatsFor, type Formats } from './formats';
import type { Language, LanguageSettings } from './language';
import { sharedMessages, type SharedKey } from './shared.messages';
import { translator, type Messages } from './translate';

type Spoken = { readonly settings: LanguageSettings; readonly formats: Formats };

const key = 'clientele.language';

/** Once, at the top of the page: from here on every component below speaks the language that `get` says. */
export function provideLanguage(get: () => LanguageSettings): void {
  const settings = $derived(get());
  const formats = $derived(formatsFor(settings));
  setContext<Spoken>(key, {
    get settings() {
      return settings;
    },
    get formats() {
      return formats;
    },
  });
}

/** The context that {@link provideLanguage} sets, for rendering a component on its own. */
export function languageContext(settings: LanguageSettings): Map<string, unknown> {
  return new Map([[key, { settings, formats: formatsFor(settings) } satisfies Spoken]]);
}

/** The language of the page with a feature's texts, or with the shared ones. Its members follow the reader's choice. */
export function useLanguage(): Language<SharedKey>;
export function useLanguage<Key extends string>(messages: Messages<Key>): Language<Key>;
export function useLanguage(messages: Messages = sharedMessages): Language {
  const spoken = getContext<Spoken>(key);
  const t = $derived(translator(messages, spoken.settings.locale));
  return {
    get t() {
      return t;
    },
    get f() {
      return spoken.formats;
    },
    get locale() {
      return spoken.settings.locale;
    },
  };
}
