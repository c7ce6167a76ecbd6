import { deflateSync, inflateSync } from 'fflate';
import { parseIsoDay, parseIsoMonth } from '../base/calendar-day';
import { percentDecode, percentEncode } from '../base/percent-encoding';
import type { Choice, Compare } from '../model/filters';
import { formatOrgPath, parseOrgPath } from '../model/org-path';
import type { ChartSelection, ViewState } from './view-state';

/** Version of the link's keys. */
export const linkVersion = 1;

/** Longest plain link; longer ones are packed into `z`. */
export const plainLinkLimit = 2000;

/** From this length of `z` on, a file carries the view better than the address bar. */
export const packedLinkLimit = 8000;

/** A part of a link that says nothing here: an unknown key, or a value that its key cannot have. */
export type IgnoredPart = { readonly key: string; readonly value: string };

export type DecodedView = { readonly state: ViewState; readonly ignored: readonly IgnoredPart[] };

/** How one key is written and read. Values arrive as they stand in the link, still percent-encoded. */
type Codec<T> = {
  readonly encode: (value: T) => string;
  /** The value, or null; parts of a list that cannot be read are reported one by one. */
  readonly decode: (text: string, ignore: (part: string) => void) => T | null;
};

type Codecs = { readonly [K in Exclude<keyof ViewState, 'route'>]-?: Codec<NonNullable<ViewState[K]>> };

/** Separators that are plain inside values which nobody splits. */
const readable: Readonly<Record<string, string>> = {
  '%2F': '/',
  '%3A': ':',
  '%2C': ',',
  '%3B': ';',
  '%7E': '~',
};

const text: Codec<string> = {
  encode: (value) => percentEncode(value).replace(/%(?:2F|3A|2C|3B|7E)/g, (code) => readable[code] ?? code),
  decode: (value) => percentDecode(value),
};

const matching = <T extends string>(isValid: (value: string) => boolean): Codec<T> => ({
  encode: text.encode,
  decode: (value) => {
    const decoded = percentDecode(value);
    return decoded !== null && isValid(decoded) ? (decoded as T) : null;
  },
});

const oneOf = <T extends string>(...values: readonly T[]): Codec<T> =>
  matching<T>((value) => values.some((one) => one === value));

function isMonthRange(value: string): boolean {
  const [from = '', to = '', ...rest] = value.split('..');
  const [first, last] = [parseIsoMonth(from), parseIsoMonth(to)];
  return rest.length === 0 && first !== null && last !== null && first <= last;
}

const isPeriod = (value: string): boolean =>
  /^(?:MTD|QTD|YTD|all|L[1-9]\d?M)$/.test(value) || isMonthRange(value);

const wholeNumber: Codec<number> = {
  encode: String,
  decode: (value) => (/^[1-9]\d{0,8}$/.test(value) ? Number(value) : null),
};

/** Stands for the empty text in a list of values: `ch=` alone says nothing. */
const EMPTY = '!';

const encodeAtom = (value: string): string => (value === '' ? EMPTY : percentEncode(value));

function decodeAtom(value: string): string | null {
  if (value === EMPTY) return '';
  return value === '' ? null : percentDecode(value);
}

function decodeAtoms(value: string): readonly string[] | null {
  const atoms = value.split(',').map(decodeAtom);
  return atoms.includes(null) ? null : atoms.filter((atom) => atom !== null);
}

const encodeChoice = ({ values, exclude }: Choice): string =>
  values.length === 0 ? '' : `${exclude ? '~' : ''}${values.map(encodeAtom).join(',')}`;

const choice: Codec<Choice> = {
  encode: encodeChoice,
  decode: (value) => {
    const exclude = value.startsWith('~');
    const values = decodeAtoms(exclude ? value.slice(1) : value);
    return values && { values, exclude };
  },
};

/** `;` between entries, which are sorted by name; an entry that cannot be read is left out and reported. */
function listOf<T>(
  encodeEntry: (name: string, value: T) => string,
  decodeEntry: (entry: string) => readonly [string, T] | null,
): Codec<Readonly<Record<string, T>>> {
  return {
    encode: (entries) =>
      Object.entries(entries)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => encodeEntry(name, value))
        .filter((entry) => entry !== '')
        .join(';'),
    decode: (value, ignore) => {
      const found = new Map<string, T>();
      for (const entry of value.split(';')) {
        const decoded = decodeEntry(entry);
        if (decoded === null || found.has(decoded[0])) ignore(entry);
        else found.set(...decoded);
      }
      return found.size === 0 ? null : Object.fromEntries(found);
    },
  };
}

/** Cuts at the first colon; separators inside names and values are percent-encoded. */
function cut(entry: string): readonly [string, string] | null {
  const colon = entry.indexOf(':');
  return colon < 0 ? null : [entry.slice(0, colon), entry.slice(colon + 1)];
}

/** `tier:A,B;~stage:dormant` */
const choices = listOf<Choice>(
  (name, value) => {
    const values = encodeChoice({ ...value, exclude: false });
    return values === '' ? '' : `${value.exclude ? '~' : ''}${encodeAtom(name)}:${values}`;
  },
  (entry) => {
    const exclude = entry.startsWith('~');
    const [name = '', list = ''] = cut(entry.slice(exclude ? 1 : 0)) ?? [];
    const [decoded, values] = [decodeAtom(name), decodeAtoms(list)];
    return decoded === null || values === null ? null : [decoded, { values, exclude }];
  },
);

/** `CH5~cell:hi.hi` */
const selections = listOf<ChartSelection>(
  (card, { field, values }) =>
    values.length === 0 ? '' : `${encodeAtom(card)}~${encodeAtom(field)}:${values.map(encodeAtom).join(',')}`,
  (entry) => {
    const [name = '', list = ''] = cut(entry) ?? [];
    const [card, field, ...rest] = name.split('~').map(decodeAtom);
    const values = decodeAtoms(list);
    if (card == null || field == null || rest.length > 0 || values === null) return null;
    return [card, { field, values }];
  },
);

/** `customer-value.btyd~model:bg-nbd` */
const parameters = listOf<string>(
  (name, value) => `${name.split('~').map(encodeAtom).join('~')}:${encodeAtom(value)}`,
  (entry) => {
    const [name = '', value = ''] = cut(entry) ?? [];
    const [parts, decoded] = [name.split('~').map(decodeAtom), decodeAtom(value)];
    return parts.includes(null) || decoded === null ? null : [parts.join('~'), decoded];
  },
);

const codecs: Codecs = {
  a: parameters,
  asof: matching((value) => parseIsoDay(value) !== null),
  b: matching((value) => value !== ''),
  by: matching((value) => value !== ''),
  c: matching<Compare>((value) => /^(?:py|pp|tgt|none)$/.test(value) || isMonthRange(value)),
  ch: choice,
  dc: oneOf('neutral', 'cn', 'intl'),
  f: choices,
  g: oneOf('d', 'w', 'm', 'q', 'y'),
  lang: oneOf('en', 'zh'),
  m: matching((value) => value !== ''),
  org: {
    encode: (value) => {
      const path = parseOrgPath(value);
      return path === null ? '' : formatOrgPath(path, percentEncode);
    },
    decode: (value) => {
      const path = parseOrgPath(value);
      return path && formatOrgPath(path);
    },
  },
  p: matching(isPeriod),
  prod: choice,
  pv: matching((value) => value !== ''),
  q: matching((value) => value !== ''),
  seg: choices,
  sel: selections,
  sort: matching((value) => value !== ''),
  t: { encode: (cards) => cards.map(encodeAtom).join(','), decode: decodeAtoms },
  th: oneOf('light', 'dark'),
  top: wholeNumber,
  txn: matching((value) => value !== ''),
  u: oneOf('wan', 'kmb'),
};

type Key = keyof Codecs;
const keys = Object.keys(codecs).sort() as readonly Key[];
const isKey = (key: string): key is Key => Object.hasOwn(codecs, key);

function encodePart(state: ViewState, key: Key): string {
  const value = state[key];
  // The compiler loses the tie between a key's value and its codec in a loop over keys.
  return value === undefined ? '' : (codecs[key] as unknown as Codec<unknown>).encode(value);
}

/**
 * The fragment of a view, without `#`: `/overview?v=1&b=sample&org=br:BR012`. Keys stand in alphabetical order, what is
 * absent or empty is left out, values are percent-encoded once; above {@link plainLinkLimit} characters everything
 * after the route is packed into `z`. {@link decodeView} gives the same state again.
 */
export function encodeView(state: ViewState): string {
  const route = `/${state.route.split('/').map(percentEncode).join('/')}`;
  const parts = keys.flatMap((key) => {
    const value = encodePart(state, key);
    return value === '' ? [] : [`${key}=${value}`];
  });
  if (parts.length === 0) return route;
  const plain = parts.join('&');
  const link = `${route}?v=${linkVersion}&${plain}`;
  return link.length <= plainLinkLimit ? link : `${route}?v=${linkVersion}&z=${pack(plain)}`;
}

/**
 * The view that a fragment names, with or without `#`. Whatever cannot be understood is left out and reported, the rest
 * holds: a link never fails.
 */
export function decodeView(hash: string): DecodedView {
  const ignored: IgnoredPart[] = [];
  const [path = '', ...rest] = hash.replace(/^#/, '').replace(/^\//, '').split('?');
  const segments = path.split('/').map(percentDecode);
  const isPath = !segments.includes(null);
  if (!isPath) ignored.push({ key: 'route', value: path });
  const state: Record<string, unknown> = { route: isPath ? segments.join('/') : '' };
  for (const [key, value] of pairs(rest.join('?'), ignored)) {
    if (!isKey(key) || Object.hasOwn(state, key)) {
      ignored.push({ key, value: percentDecode(value) ?? value });
      continue;
    }
    const ignore = (part: string): void => void ignored.push({ key, value: percentDecode(part) ?? part });
    let parts = 0;
    const decoded = codecs[key].decode(value, (part) => {
      parts++;
      ignore(part);
    });
    if (decoded !== null) state[key] = decoded;
    else if (parts === 0) ignore(value);
  }
  return { state: state as ViewState, ignored };
}

/** Keys and values of a query, those of `z` included. */
function pairs(query: string, ignored: IgnoredPart[]): readonly (readonly [string, string])[] {
  return split(query).flatMap(([key, value]) => {
    if (key === 'v') {
      if (value !== String(linkVersion)) ignored.push({ key, value });
      return [];
    }
    if (key !== 'z') return [[key, value] as const];
    const plain = unpack(value);
    if (plain === null) ignored.push({ key, value: `${value.slice(0, 20)}…` });
    return plain === null ? [] : split(plain);
  });
}

const split = (query: string): readonly (readonly [string, string])[] =>
  query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    });

/** A link that unpacks to more than a person could have chosen is not one. */
const packedLimit = 65_536;

function pack(plain: string): string {
  const bytes = deflateSync(new TextEncoder().encode(plain), { level: 9 });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function unpack(packed: string): string | null {
  if (packed.length > packedLimit) return null;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = inflateSync(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
