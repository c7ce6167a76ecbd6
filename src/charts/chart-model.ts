import type { Unit } from '../base/units';

/**
 * What a card draws, said without pixels: values with units and ready texts. The layouts turn it into marks, the table
 * view into rows, the exports into files, so that all three show the same numbers. A `null` value is "not known":
 * drawn as a gap or "—", never as 0.
 */
export type ChartModel =
  BarModel | LineModel | StepModel | HeatModel | ParetoModel | HistogramModel | MultiplesModel | TableModel;

/** How a mark is coloured. `fav`/`unfav` follow the reader's delta scheme. */
export type Tone = 'primary' | 'muted' | 'rest' | 'fav' | 'unfav' | 'q2' | 'q3' | 'q4' | 'q5' | 'q6' | 'q7';

export type Delta = {
  /** Relative change (0.082 = +8.2%) or difference in points, by `unit`. */
  readonly value: number | null;
  readonly unit: 'percent' | 'points' | 'count';
  readonly direction: 'higher_better' | 'lower_better' | 'neutral';
};

export type BarItem = {
  /** Stable identity: what selection, drill and linked highlight speak of. */
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  /** Where the bar starts; 0 unless it floats (waterfall). The bar runs from `base` to `base + value`. */
  readonly base?: number;
  /** The comparison value (hollow dot or outline). */
  readonly comparison?: number | null;
  readonly delta?: Delta;
  readonly tone?: Tone;
  /** Second line under the label (`5,840 joined`). */
  readonly note?: string;
  /** Number of customers or rows behind the mark. */
  readonly n?: number;
  /** Opening and closing numbers of a waterfall: text at both ends, no bar. */
  readonly asText?: boolean;
  /** Not selectable: remainders such as "14 more branches". */
  readonly isRest?: boolean;
};

export type BarModel = {
  readonly kind: 'bar';
  readonly orientation: 'horizontal' | 'vertical';
  readonly unit: Unit;
  readonly items: readonly BarItem[];
  /** Name of the category and value columns in the table view. */
  readonly categoryLabel: string;
  readonly valueLabel: string;
  readonly comparisonLabel?: string;
  readonly reference?: { readonly value: number; readonly label: string };
  /** Bars hang together (waterfall) and get connectors and signed labels. */
  readonly isWaterfall?: boolean;
  /** Vertical bars over time: second series drawn below zero (inflow up, outflow down). */
  readonly below?: { readonly label: string; readonly values: readonly (number | null)[] };
  /** A net dot per item, when `below` is there. */
  readonly netLabel?: string;
  /** Vertical bars in order of time: a range can be set along them. */
  readonly isBrushable?: boolean;
};

export type LineSeries = {
  readonly key: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly style: 'primary' | 'comparison' | 'other';
  /** Categorical slot 1–8 for unordered series. */
  readonly slot?: number;
};

export type LineModel = {
  readonly kind: 'line';
  readonly unit: Unit;
  /** One per point, in time order: `2026-06`. */
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly keyLabel: string;
  readonly series: readonly LineSeries[];
  readonly zeroBased: boolean;
  readonly isBrushable: boolean;
  /** Index of a point whose period is not complete. */
  readonly partial?: number;
  /** Stacked areas, in series order from the bottom. */
  readonly isStacked?: boolean;
};

export type StepGroup = {
  readonly key: string;
  readonly label: string;
  /** Rising. The curve has `values[i]` from `times[i]` on and ends at the last one. */
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  /** Confidence limits at the same times, null where there are none. */
  readonly lower?: readonly (number | null)[];
  readonly upper?: readonly (number | null)[];
  /** Times at which somebody was last seen, without the event. */
  readonly censored?: readonly number[];
  /** Watched at each of the readings. */
  readonly atRisk: readonly (number | null)[];
};

/** Curves that hold their value until the next event: survival, cumulative incidence. */
export type StepModel = {
  readonly kind: 'step';
  readonly unit: Unit;
  /** At most 5. The first, or the only one, is blue. */
  readonly groups: readonly StepGroup[];
  /** Value before the first step: 1 for survival. */
  readonly start: number;
  /** Times that ticks, keyboard, tooltip, table and numbers at risk speak of; rising, the axis runs from first to last. */
  readonly readings: readonly number[];
  /** `12 months` */
  readonly readingLabels: readonly string[];
  readonly timeLabel: string;
  readonly valueLabel: string;
  readonly groupLabel: string;
  readonly reference?: { readonly value: number; readonly label: string };
};

/** A row or a column of a heat map. */
export type HeatHeading = { readonly key: string; readonly label: string; readonly note?: string };

export type HeatCell = {
  readonly key: string;
  /** Its own name, written first: eight named groups in a grid of two by four. */
  readonly label?: string;
  /** One per measure of the model. */
  readonly values: readonly (number | null)[];
};

export type HeatModel = {
  readonly kind: 'heatmap';
  /** From top to bottom and from left to right; their labels name the axes. */
  readonly rows: readonly HeatHeading[];
  readonly columns: readonly HeatHeading[];
  readonly rowLabel: string;
  readonly columnLabel: string;
  /** Name of the column of cell names in the table view. */
  readonly cellLabel?: string;
  /** Rows of columns. A cell that is null does not exist, such as a month that has not come. */
  readonly cells: readonly (readonly (HeatCell | null)[])[];
  readonly measures: readonly { readonly label: string; readonly unit: Unit }[];
  /** Which measure colours a cell; `warm` for loss and risk, `diverging` for both sides of `center`. */
  readonly colour: {
    readonly measure: number;
    readonly scale: 'blue' | 'warm' | 'diverging';
    readonly center?: number;
  };
  /** How many of the measures are written in a cell, where it is high enough; all unless told. */
  readonly written?: number;
};

export type ParetoItem = {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  /** Customers or rows behind it; the widths of the sections under a curve. */
  readonly n?: number;
  /** Not selectable: the remainder, always last. */
  readonly isRest?: boolean;
};

/** Parts of a total, largest first, and what they make together. All heights are shares of the total: one axis. */
export type ParetoModel = {
  readonly kind: 'pareto';
  readonly unit: Unit;
  readonly items: readonly ParetoItem[];
  readonly categoryLabel: string;
  readonly valueLabel: string;
  /**
   * A finer curve, from 0 to 1 and rising in `at`: share of all customers, best first, and share of the total that
   * they make; above 1 where others lose. The items are then its sections between cut-offs, not bars.
   */
  readonly curve?: readonly { readonly at: number; readonly share: number }[];
  /** Points of the curve in words: `Top 20% hold 71%`. At most 3. */
  readonly markers?: readonly { readonly at: number; readonly share: number; readonly label: string }[];
};

export type HistogramBin = {
  readonly key: string;
  /** Both ends of its values, in the unit of the axis; what is equal to an end belongs to the bin that begins there. */
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  /** What it is called: `¥1K–¥2K`. */
  readonly label: string;
  readonly tone?: 'primary' | 'muted' | 'warm';
  /** Catches all values beyond one end of the axis and stands apart: `below 0`. */
  readonly isOutside?: boolean;
};

export type HistogramModel = {
  readonly kind: 'histogram';
  /** Unit of the values that are sorted into bins. */
  readonly unit: Unit;
  /** Rising; an outside bin is the first or the last. */
  readonly bins: readonly HistogramBin[];
  readonly isLog: boolean;
  /** Unit and name of the heights: customers, or shares of a group. */
  readonly valueUnit: 'count' | 'percent' | 'money';
  readonly valueLabel: string;
  readonly binLabel: string;
  readonly isBrushable: boolean;
  /** The same bins of another group, or without the selection, as an outline. */
  readonly outline?: { readonly label: string; readonly values: readonly (number | null)[] };
  /** Median, mean, a threshold: at most 3. */
  readonly references?: readonly { readonly value: number; readonly label: string }[];
};

export type Panel = {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly values: readonly (number | null)[];
  readonly comparison?: readonly (number | null)[];
  /** Bars always begin at 0; a line where it is told. */
  readonly zeroBased?: boolean;
};

/** The same time in several small charts. */
export type MultiplesModel = {
  readonly kind: 'multiples';
  readonly form: 'line' | 'bar';
  /** As in a line chart; shared by all panels. */
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly keyLabel: string;
  readonly panels: readonly Panel[];
  /** One vertical axis for all, which then have one unit; otherwise each has its own. */
  readonly sharesScale: boolean;
  readonly comparisonLabel?: string;
  readonly isBrushable: boolean;
  /** Index of a point whose period is not complete. */
  readonly partial?: number;
};

export type TableColumn = {
  readonly key: string;
  readonly label: string;
  /** Text columns have no unit. */
  readonly unit?: Unit | 'delta';
  /** Draws an in-cell bar. */
  readonly hasBar?: boolean;
};

export type TableModel = {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly {
    readonly key: string;
    /** What selection and drill speak of; the key unless told. */
    readonly selects?: string;
    readonly cells: readonly (string | number | null | Delta)[];
  }[];
  readonly total?: readonly (string | number | null | Delta)[];
};

/** The six states of a card (ux.md §3.0), plus the drawn one. */
export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'updating' }
  | { readonly kind: 'empty-filtered'; readonly text: string; readonly lastFilter?: string }
  | { readonly kind: 'needs'; readonly text: string }
  | { readonly kind: 'not-enough'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly details: string };
