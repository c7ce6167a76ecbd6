import type { ChartOption } from '../chart-kind';

export type PlotKey = {
  readonly key: string;
  readonly isShift: boolean;
  /** Ctrl, or ⌘. */
  readonly isCommand: boolean;
  readonly isAlt: boolean;
};

export type PlotAction =
  | { readonly kind: 'move'; readonly id: string; readonly extends: boolean }
  | { readonly kind: 'select' | 'add' | 'drill' | 'menu' | 'range-start' | 'range-end' }
  | { readonly kind: 'table' | 'summary' | 'escape' };

const stride = 10;

/** The keyboard of every plot (ux.md §5.1). Null: the key belongs to the browser or the screen reader. */
export function plotAction(
  { key, isShift, isCommand, isAlt }: PlotKey,
  options: readonly ChartOption[],
  activeId: string | null,
): PlotAction | null {
  if (isAlt) return null;
  if (key === ' ') return { kind: isCommand ? 'add' : 'select' };
  if (key === 'ContextMenu' || (key === 'F10' && isShift)) return { kind: 'menu' };
  if (isCommand) return null;
  const id = moved(key, options, activeId);
  if (id !== undefined) return { kind: 'move', id, extends: isShift };
  switch (key) {
    case 'Enter':
      return { kind: 'drill' };
    case 'Escape':
      return { kind: 'escape' };
    case '[':
      return { kind: 'range-start' };
    case ']':
      return { kind: 'range-end' };
    case 't':
    case 'T':
      return { kind: 'table' };
    case 's':
    case 'S':
      return { kind: 'summary' };
    default:
      return null;
  }
}

/** The mark that a key leads to; undefined when the key does not move. */
function moved(key: string, options: readonly ChartOption[], activeId: string | null): string | undefined {
  const active = options.find(({ id }) => id === activeId) ?? options[0];
  if (!active) return undefined;
  const rows = Math.max(...options.map(({ row }) => row)) + 1;
  const inRow = options.filter(({ row }) => row === active.row).sort((a, b) => a.column - b.column);
  const at = inRow.findIndex(({ id }) => id === active.id);
  const along = (index: number) => inRow[Math.max(0, Math.min(inRow.length - 1, index))]?.id;
  const across = (step: number) =>
    rows === 1
      ? along(at + step)
      : (options.find(({ row, column }) => row === active.row + step && column === active.column) ?? active)
          .id;
  switch (key) {
    case 'ArrowRight':
      return along(at + 1);
    case 'ArrowLeft':
      return along(at - 1);
    case 'ArrowDown':
      return across(1);
    case 'ArrowUp':
      return across(-1);
    case 'Home':
      return along(0);
    case 'End':
      return along(inRow.length - 1);
    case 'PageDown':
      return along(at + stride);
    case 'PageUp':
      return along(at - stride);
    default:
      return undefined;
  }
}
