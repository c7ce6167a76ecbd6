import type { Locale } from './locale';
import { missing } from './numbers';

export type Named = { readonly name: string | null; readonly nameEn: string | null };

/** The name in the reader's language, else the other one, else "—". */
export function nameOf({ name, nameEn }: Named, locale: Locale): string {
  const [first, second] = locale === 'en' ? [nameEn, name] : [name, nameEn];
  return first ?? second ?? missing;
}
