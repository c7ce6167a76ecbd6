export type Anchor = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const gap = 4;
const edge = 8;

/** Puts a panel of the top layer below its anchor, above it where there is more room, always inside the window. */
export function place(panel: HTMLElement, anchor: Anchor, align: 'start' | 'end' = 'start'): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - anchor.bottom - gap - edge;
  const above = anchor.top - gap - edge;
  const height = panel.scrollHeight + 2;
  const isAbove = height > below && above > below;
  const width = panel.offsetWidth;
  const wanted = align === 'end' ? anchor.right - width : anchor.left;
  const left = Math.max(edge, Math.min(wanted, clientWidth - width - edge));
  const room = Math.max(120, isAbove ? above : below);
  panel.style.maxHeight = `${String(room)}px`;
  panel.style.left = `${String(left)}px`;
  panel.style.top = isAbove
    ? `${String(Math.max(edge, anchor.top - gap - Math.min(height, room)))}px`
    : `${String(anchor.bottom + gap)}px`;
}

/** A point as an anchor: where a context menu opens. */
export function pointAnchor(x: number, y: number): Anchor {
  return { left: x, right: x, top: y, bottom: y };
}
