import type { Choice, Compare, Filters } from '../model/filters';

/** Display settings of a link; otherwise the reader's own apply. */
export type DisplaySettings = {
  readonly lang?: 'en' | 'zh';
  readonly th?: 'light' | 'dark';
  readonly dc?: 'neutral' | 'cn' | 'intl';
  readonly u?: 'wan' | 'kmb';
};

export type ChartSelection = { readonly field: string; readonly values: readonly string[] };

/**
 * Everything that a link can say about a view, and nothing else: one immutable value ⇄ one URL fragment. Absent =
 * default. Written only through the view store's `commit` and `preview`.
 */
export type ViewState = {
  /** Path without `#/`: `overview`, `customers/C000123`, `import/map`; empty = Landing. */
  readonly route: string;
  /** Data set: `sample`, `sample-<customers>x<months>-<seed>`, `local-…`. */
  readonly b?: string;
  readonly p?: string;
  readonly asof?: string;
  readonly c?: Compare;
  readonly g?: 'd' | 'w' | 'm' | 'q' | 'y';
  readonly org?: string;
  readonly seg?: Readonly<Record<string, Choice>>;
  readonly prod?: Choice;
  readonly ch?: Choice;
  readonly f?: Readonly<Record<string, Choice>>;
  /** Selections by card id. */
  readonly sel?: Readonly<Record<string, ChartSelection>>;
  readonly m?: string;
  readonly by?: string;
  readonly sort?: string;
  readonly top?: number;
  /** Analysis parameters that differ from the default: `task~name` → value. */
  readonly a?: Readonly<Record<string, string>>;
  readonly pv?: string;
  /** SQL text on the console; search text on lists. */
  readonly q?: string;
  readonly txn?: string;
  /** Cards shown as tables. */
  readonly t?: readonly string[];
} & DisplaySettings;

/** The part of the state that restricts data. */
export function filtersOf(state: ViewState): Omit<Filters, 'sel'> {
  const { p, asof, c, org, seg, prod, ch, f } = state;
  return Object.fromEntries(
    Object.entries({ p, asof, c, org, seg, prod, ch, f }).filter(([, value]) => value !== undefined),
  ) as Omit<Filters, 'sel'>;
}
