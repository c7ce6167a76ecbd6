import type { Sort } from '../../components/data-table/data-column';
import type { TableModel } from '../chart-model';
import { isDelta, type Cell } from './table.kind';

/** The rows in another order; unknown cells stay at the end. Equal ones keep their order. */
export function sortedRows(model: TableModel, sort: Sort | null): TableModel['rows'] {
  const at = sort === null ? -1 : model.columns.findIndex(({ key }) => key === sort.key);
  if (sort === null || at < 0) return model.rows;
  const sign = sort.isDescending ? -1 : 1;
  const valueOf = (cell: Cell | undefined) =>
    cell !== undefined && isDelta(cell) ? cell.value : (cell ?? null);
  return [...model.rows].sort((a, b) => {
    const [one, other] = [valueOf(a.cells[at]), valueOf(b.cells[at])];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * collator.compare(String(one), String(other));
  });
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
