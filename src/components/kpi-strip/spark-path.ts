type Point = readonly [x: number, y: number];

/** Line and last point of a sparkline inside a box; gaps break the line. Null without two known values. */
export function sparkPath(
  values: readonly (number | null)[],
  width: number,
  height: number,
): { readonly path: string; readonly last: Point } | null {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const inset = 3;
  const x = (index: number) => (index / (values.length - 1)) * (width - 2);
  const y = (value: number) =>
    span === 0 ? height / 2 : height - inset - ((value - low) / span) * (height - 2 * inset);
  let path = '';
  let isOpen = false;
  let last: Point = [0, 0];
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) {
      isOpen = false;
      return;
    }
    last = [round(x(index)), round(y(value))];
    path += `${isOpen ? 'L' : 'M'}${String(last[0])} ${String(last[1])}`;
    isOpen = true;
  });
  return { path, last };
}

const round = (value: number): number => Math.round(value * 10) / 10;
