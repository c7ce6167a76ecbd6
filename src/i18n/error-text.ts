import { shortCodes, toAppError, type ErrorCode, type ErrorDetails } from '../base/errors';
import { errorMessages, roleNames, stopCauses } from './errors.messages';
import type { Formats } from './formats';

/** What a person reads about an error, in the form of ux.md §2.3. */
export type ErrorText = {
  /** What happened, with the number. */
  readonly title: string;
  /** File and column, where the title does not name them already. */
  readonly where?: string;
  /** What to do. */
  readonly action?: string;
  /** `F-01` */
  readonly short: string;
};

type Described = { readonly code: ErrorCode; readonly details: ErrorDetails };

const byteDetails = new Set(['size', 'limit', 'free', 'need']);

/** The error in the reader's language. Details become values of the sentence; nothing of a stack ever does. */
export function errorText({ code, details }: Described, { f }: { readonly f: Formats }): ErrorText {
  const { title, plain, action } = errorMessages[code];
  const value = (name: string): string | null => {
    const detail = details[name];
    if (detail === undefined || detail === null || detail === '') return null;
    if (Array.isArray(detail)) return f.list(detail.map(String));
    if (typeof detail === 'number')
      return byteDetails.has(name) ? f.fileSize(detail) : f.count(detail, 'exact');
    const text = String(detail);
    if (name === 'role') return rolesIn(text, f);
    if (name === 'cause') return stopCauses[text]?.[f.locale] ?? null;
    return name === 'encoding' ? text.toUpperCase() : text;
  };
  const isComplete = (template: string) => placeholders(template).every((name) => value(name) !== null);
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => value(name) ?? f.missing);
  const chosen = isComplete(title[f.locale]) || plain === undefined ? title : plain;
  const place = ['file', 'column']
    .filter((name) => !placeholders(chosen[f.locale]).includes(name))
    .map(value)
    .filter((text): text is string => text !== null);
  return {
    title: fill(chosen[f.locale]),
    ...(place.length > 0 ? { where: place.join(' · ') } : {}),
    ...(action === undefined ? {} : { action: action[f.locale] }),
    short: shortCodes[code],
  };
}

/** The same for anything that was thrown. */
export function thrownText(error: unknown, language: { readonly f: Formats }): ErrorText {
  return errorText(toAppError(error), language);
}

const placeholders = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** `customer_id or account_id` → `Customer ID or Account ID`. */
function rolesIn(text: string, f: Formats): string {
  const or = f.locale === 'zh' ? '或' : ' or ';
  return text
    .split(/\s+or\s+|\|/)
    .map((role) => roleNames[role.split('.').at(-1) ?? role]?.[f.locale] ?? role)
    .join(or);
}
