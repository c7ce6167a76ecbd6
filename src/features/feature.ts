import type { Component } from 'svelte';
import type { Additivity, Direction, Unit } from '../base/units';
import type { Messages } from '../i18n/translate';

/** One record per metric: tiles, tooltips, sentences, exports and SQL read only this (ux.md §9). */
export type Metric = {
  readonly id: string;
  /** Message keys in the messages of the feature that declares it. */
  readonly label: string;
  readonly definition: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly additive: Additivity;
  readonly materiality: { readonly rel?: number; readonly abs?: number };
  /** `table` or `table.column` of the dataset. */
  readonly needs: readonly string[];
  readonly formula: string;
  /** The same over the views of data.md §7, over all rows; a test compares the two. */
  readonly sql: string;
};

export type CardKind = 'bar' | 'line' | 'step' | 'heatmap' | 'pareto' | 'histogram' | 'multiples' | 'table';

/** One record per card; `lint` tests read the list (ux.md §9). */
export type Card = {
  readonly id: string;
  readonly page: string;
  readonly question: string;
  readonly kind: CardKind;
  readonly needs: readonly string[];
  readonly unit: Unit | 'metric';
  readonly sort: 'value' | 'time' | 'accounting' | 'choice';
  readonly maxMarks: number;
  readonly interactions: {
    readonly select: boolean;
    readonly drill: boolean;
    readonly brush: boolean;
    readonly dragAlternative: boolean;
  };
  readonly height: 'M' | 'L' | 'XL' | 'rows';
};

/** A card that a feature lends to Customer 360; its component gets the customer's id. */
export type LentCard = Card & {
  readonly columns: 3 | 4 | 6 | 8 | 12;
  readonly load: () => Promise<{ default: Component<{ customerId: string }> }>;
};

/** A published column that is offered as a filter before anybody computed it, where the data have what it needs. */
export type Segment = { readonly field: string; readonly needs: readonly string[] };

export type Feature = {
  readonly id: string;
  /** First segments of its routes, without `#/`: `customers`. */
  readonly route: string;
  /** Key of its name in `messages`. */
  readonly title: string;
  readonly messages: Messages;
  /** Lucide icon name of the rail; absent = not in the rail. */
  readonly icon?: string;
  /** Place in the rail and its group; absent = not in the rail. */
  readonly group?: 'overview' | 'customers' | 'risk' | 'business' | 'explore' | 'data';
  readonly needs: readonly string[];
  /** Whether the shell (rail, filter bar, breadcrumb) surrounds it. */
  readonly hasShell: boolean;
  /** Whether the filters of the shell restrict it. Default: when it needs data. */
  readonly hasFilters?: boolean;
  readonly metrics: readonly Metric[];
  readonly cards: readonly Card[];
  readonly customerCards: readonly LentCard[];
  readonly segments?: readonly Segment[];
  readonly page: () => Promise<{ default: Component }>;
};
