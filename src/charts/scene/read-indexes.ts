/** More points than that are not read one by one: every second, third … then stands for its neighbours. */
const mostOptions = 200;

/** Indexes of the points that keyboard and pointer meet in each of several rows; the table has all. */
export function readIndexes(rows: number, points: number): readonly number[] {
  const every = Math.max(1, Math.ceil((rows * points) / mostOptions));
  return Array.from({ length: Math.ceil(points / every) }, (_, index) => index * every);
}
