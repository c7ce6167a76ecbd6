/** One dimension's chosen values; `exclude` = all but these. */
export type Choice = { readonly values: readonly string[]; readonly exclude: boolean };

/** `L12M`, `all`, … or an explicit range of months `2025-07..2026-06`. */
export type Period = string;

export type Compare = 'py' | 'pp' | 'tgt' | 'none' | `${string}..${string}`;

/**
 * What the global filter bar restricts. Keys are those of the link (`p asof c org seg prod ch f`) so that the page, the
 * tasks' shared parameter `filters` and the link speak of the same thing.
 *
 * Organisation, segment and attributes choose customers; period, product and channel choose rows, and under a
 * product or channel filter a customer counts if at least one of its rows remains.
 */
export type Filters = {
  /** Absent = `all`. The page always sends a period. */
  readonly p?: Period;
  /** Last day that counts, ISO. Absent = the data's own as-of date. */
  readonly asof?: string;
  readonly c?: Compare;
  /** Path from branch to manager: `br:BR012/rm:RM0345`; several branches `br:BR012,BR013`; `~` in front = exclude. */
  readonly org?: string;
  /** Published columns of the customer: `{tier: {values: ['A'], exclude: false}}`. */
  readonly seg?: Readonly<Record<string, Choice>>;
  readonly prod?: Choice;
  readonly ch?: Choice;
  /** Attributes of the customer by field name; a numeric range is one value `30-45`. */
  readonly f?: Readonly<Record<string, Choice>>;
  /**
   * Selections of other cards on the page, resolved: customers or rows by field. `type`, `product_code`, `channel`,
   * `month`, `direction` restrict transactions; other names restrict customers.
   */
  readonly sel?: Readonly<Record<string, Choice>>;
};
