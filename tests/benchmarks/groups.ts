/** A line of performance.md: the ratio of our time to the peer's, and what it must not exceed for now. */
export type Line = {
  readonly number: string;
  readonly own: string;
  readonly peer: string;
  readonly target: number;
};

/** Contenders that do the same work and must find the same. */
export type Group = {
  readonly name: string;
  readonly title: string;
  readonly contenders: readonly string[];
  readonly lines: readonly Line[];
};

export const groups: readonly Group[] = [
  {
    name: 'columns',
    title: 'CSV → typed columns',
    contenders: ['ours', 'duckdb', 'papa'],
    lines: [
      { number: '1', own: 'ours', peer: 'duckdb', target: 1 },
      { number: '2', own: 'ours', peer: 'papa', target: 1 },
    ],
  },
  {
    name: 'database',
    title: 'CSV → first SQL answer',
    contenders: ['ours', 'indexed', 'duckdb', 'papa'],
    lines: [
      { number: '3', own: 'ours', peer: 'duckdb', target: 1.2 },
      { number: '4', own: 'indexed', peer: 'duckdb', target: 1.2 },
      { number: '5', own: 'indexed', peer: 'papa', target: 0.2 },
    ],
  },
  {
    name: 'group',
    title: 'Group by month × product × channel',
    contenders: ['ours', 'duckdb'],
    lines: [{ number: '7', own: 'ours', peer: 'duckdb', target: 0.5 }],
  },
  {
    name: 'top',
    title: 'Top 100 customers',
    contenders: ['ours', 'duckdb'],
    lines: [{ number: '8', own: 'ours', peer: 'duckdb', target: 0.5 }],
  },
  { name: 'sample', title: 'Sample bank, 20,000 × 24 months', contenders: ['ours'], lines: [] },
];
