/** A column of a {@link DataTable}: what it says about a row, ready in the reader's language. */
export type DataColumn<Row> = {
  readonly key: string;
  readonly label: string;
  readonly text: (row: Row) => string;
  readonly isNumeric?: boolean;
  readonly isSortable?: boolean;
  /** Pixels; needed in tables of more than a hundred rows so that columns do not move while scrolling. */
  readonly width?: number;
  /** Length of an in-cell bar, 0–1; drawn only while the table is sorted by the column. */
  readonly share?: (row: Row) => number | null;
  readonly className?: (row: Row) => string;
  /** The cell is a link: a plain one, or (without `href`) one that activates the row. */
  readonly href?: (row: Row) => string;
  readonly isLink?: boolean;
};

export type Sort = { readonly key: string; readonly isDescending: boolean };

/** The sort after a click on a header: numbers start with the largest, texts with the first. */
export function nextSort(current: Sort | null, key: string, isNumeric: boolean): Sort {
  if (current?.key !== key) return { key, isDescending: isNumeric };
  return { key, isDescending: !current.isDescending };
}
