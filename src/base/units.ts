/** What a number measures. Formats, axes, exports and sentences follow the unit, never the column's name. */
export type Unit = 'count' | 'money' | 'percent' | 'points' | 'ratio' | 'days' | 'score';

/** Whether a rise of a metric is good for the bank. */
export type Direction = 'higher_better' | 'lower_better' | 'neutral';

/** Over what a measure may be summed (methods: semi-additive balances, recomputed ratios). */
export type Additivity = 'full' | 'not_over_time' | 'none';
