/** Where small charts stand: as many columns as have room, rows of equal length as far as possible. */
export type PanelGrid = { readonly columns: number; readonly rows: number; readonly shown: number };

const leastWidth = 150;
const leastHeight = 72;
const mostBars = 400;

/** At most as many panels as fit; the numbers of the others stay in the table. */
export function panelGrid(
  panels: number,
  points: number,
  { width, height }: { readonly width: number; readonly height: number },
): PanelGrid {
  const most = Math.max(1, Math.floor(width / leastWidth));
  const fitting = Math.max(1, Math.floor(height / leastHeight));
  const shown = Math.min(panels, most * fitting, Math.max(1, Math.floor(mostBars / Math.max(1, points))));
  const rows = Math.ceil(shown / most);
  return { columns: Math.ceil(shown / rows), rows, shown };
}
