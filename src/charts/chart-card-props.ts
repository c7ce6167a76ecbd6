import type { CardState, ChartModel } from './chart-model';

/** What a page hands to `<ChartCard>`. Texts are ready in the reader's language. */
export type ChartCardProps = {
  /** Card id of the chart registry: `OV1`. Also the id of the DOM element and of `t=` and `sel=` in the link. */
  readonly id: string;
  /** Take-away or question, one line. */
  readonly title: string;
  /** Metric · unit · scope · comparison. */
  readonly subtitle: string;
  /** `n = 86,210 · as of 30 Jun 2026` */
  readonly footer: string;
  readonly state: CardState;
  /** Null until the first result; the skeleton then has the shape of `kind`. */
  readonly model: ChartModel | null;
  readonly kind: ChartModel['kind'];
  readonly height: 'M' | 'L' | 'XL' | 'rows';
  /** Grid columns of 12. */
  readonly columns: 3 | 4 | 5 | 6 | 7 | 8 | 12;
  readonly selected: readonly string[];
  /** Customers behind the selection, for the action strip; null while unknown. */
  readonly selectedCustomers: number | null;
  readonly isTable: boolean;
  readonly canSelect: boolean;
  readonly canDrill: boolean;
  readonly onselect: (keys: readonly string[]) => void;
  readonly ondrill: (key: string) => void;
  readonly onexclude?: (keys: readonly string[]) => void;
  readonly oncustomers?: (keys: readonly string[]) => void;
  readonly ontransactions?: (keys: readonly string[]) => void;
  /** A range of a time axis, keys of both ends, chosen by a button of its own. */
  readonly onbrush?: (from: string, to: string) => void;
  /** A range is a selection from the moment that the hand rests; meanwhile other cards may follow. */
  readonly hand?: Hand;
  readonly ontable: (isTable: boolean) => void;
  readonly onretry?: () => void;
  readonly onresetfilters?: () => void;
  readonly onremovefilter?: () => void;
  /** Buttons of the state `needs`, such as "Match a column". */
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
  /** Said on exported pictures: filters in words, source, as-of date. */
  readonly exportNotes?: readonly string[];
  /** Absolute link to this card; without it the menu does not offer to copy one. */
  readonly link?: string;
};

/** What the hand over an ordered axis does before it selects. */
export type Hand = {
  /** It has come near. */
  readonly onnear: () => void;
  /** It holds the marks of a range, in order; null = it let go without a selection. */
  readonly onmove: (keys: readonly string[] | null) => void;
};

/** What a card says and draws, ready in the reader's language: what a page makes of a result. */
export type CardView = Pick<ChartCardProps, 'title' | 'subtitle' | 'footer'> & { readonly model: ChartModel };

/** What the marks of a card do. */
export type CardActions = Pick<
  ChartCardProps,
  'selected' | 'selectedCustomers' | 'canSelect' | 'canDrill' | 'onselect' | 'ondrill'
> &
  Partial<Pick<ChartCardProps, 'onexclude' | 'oncustomers' | 'onbrush' | 'hand'>>;

/** Marks that can only be read. */
export const readOnly: CardActions = {
  selected: [],
  selectedCustomers: null,
  canSelect: false,
  canDrill: false,
  onselect: () => undefined,
  ondrill: () => undefined,
};
