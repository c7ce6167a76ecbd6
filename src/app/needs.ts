import type { DatasetInfo } from '../dataset/dataset-info';

/** Whether the data have one of `table` or `table.column` alternatives, separated by `|`. */
function has(info: DatasetInfo, need: string): boolean {
  return need.split('|').some((one) => {
    const [table = '', column] = one.split('.');
    const columns = info.columns[table];
    return columns !== undefined && (column === undefined || columns.includes(column));
  });
}

/** What a page needs and the data do not have. */
export function missingNeeds(needs: readonly string[], info: DatasetInfo): readonly string[] {
  return needs.filter((need) => !has(info, need));
}
