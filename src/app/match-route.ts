/** A place that a route may name: `customers`, `customers/:id`. */
export type Place = { readonly route: string };

const segmentsOf = (route: string): readonly string[] => route.split('/').filter((part) => part !== '');

/** How many segments of a pattern a route matches, −1 when it is another place; a `:name` matches any one segment. */
function score(pattern: readonly string[], route: readonly string[]): number {
  if (pattern.length > route.length) return -1;
  const fits = pattern.every((part, index) => part.startsWith(':') || part === route[index]);
  return fits ? pattern.length : -1;
}

/**
 * The place that a route names: the longest pattern of which it is a part, so that `customers/C1` finds `customers/:id`
 * before `customers`, and `import/map` finds `import`. The empty route finds only the empty pattern.
 */
export function matchRoute<T extends Place>(places: readonly T[], route: string): T | null {
  const segments = segmentsOf(route);
  if (segments.length === 0) return places.find((place) => segmentsOf(place.route).length === 0) ?? null;
  const scored = places.map((place) => ({ place, points: score(segmentsOf(place.route), segments) }));
  const found = scored.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  return found[0]?.place ?? null;
}
