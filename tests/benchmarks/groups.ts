import { ok } from 'node:assert/strict';
import { fittedCustomers, makeHistories } from './make-histories';

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
  /** A contender that is a Python script beside this file, and what it reads. */
  readonly python?: { readonly contender: string; readonly script: string; readonly input: () => unknown };
  /** Throws where two results are not the same; deep equality unless told. */
  readonly agree?: (found: unknown, first: unknown, contender: string) => void;
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
  {
    name: 'rfm-50k',
    title: 'RFM of 50,000 customers',
    contenders: ['ours', 'duckdb'],
    lines: [{ number: '9', own: 'ours', peer: 'duckdb', target: 0.5 }],
  },
  {
    name: 'rfm-200k',
    title: 'RFM of 200,000 customers',
    contenders: ['ours', 'duckdb'],
    lines: [{ number: '9', own: 'ours', peer: 'duckdb', target: 0.5 }],
  },
  {
    name: 'brush',
    title: 'Linked brushing, six views',
    contenders: ['step', 'start', 'rescan', 'duckdb'],
    lines: [
      { number: '10', own: 'step', peer: 'duckdb', target: 0.001 },
      { number: '11', own: 'start', peer: 'rescan', target: 1.2 },
    ],
  },
  {
    name: 'btyd',
    title: 'BG/NBD fit, 50,000 customers',
    contenders: ['ours', 'scipy'],
    lines: [{ number: '12', own: 'ours', peer: 'scipy', target: 0.3 }],
    python: {
      contender: 'scipy',
      script: 'bg-nbd.py',
      input: () => {
        const { repeats, recency, observed } = makeHistories(fittedCustomers);
        return { repeats: [...repeats], recency: [...recency], observed: [...observed] };
      },
    },
    agree: sameModel,
  },
  { name: 'sample', title: 'Sample bank, 20,000 × 24 months', contenders: ['ours'], lines: [] },
];

/** Two searches end at the same place: parameters within 1%, the logarithm of the likelihood within a millionth. */
function sameModel(found: unknown, first: unknown): void {
  const [one, other] = [found, first] as Readonly<Record<string, number>>[];
  for (const name of ['r', 'alpha', 'a', 'b', 'logLikelihood']) {
    const [value, known] = [one?.[name] ?? NaN, other?.[name] ?? NaN];
    const tolerance = name === 'logLikelihood' ? 1e-6 : 0.01;
    ok(Math.abs(value / known - 1) < tolerance, `${name}: ${String(value)} against ${String(known)}`);
  }
}
