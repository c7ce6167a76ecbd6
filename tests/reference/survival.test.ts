import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt } from '../../src/algorithms/survival/kaplan-meier';
import { logRank, type LogRankWeights } from '../../src/algorithms/survival/log-rank';
import type { ObservedLives } from '../../src/algorithms/survival/observed-lives';
import { survivalQuantile } from '../../src/algorithms/survival/survival-quantile';
import { describeReference, referenceJson, referenceText } from '../support/reference-data';
import golden from './survival.json';

const { gehan, lung } = golden;

describe('leukaemia remissions', () => {
  const treated: ObservedLives = {
    time: Float64Array.from(gehan['6-MP'].time),
    event: Uint8Array.from(gehan['6-MP'].event),
    entry: null,
  };
  const curve = kaplanMeier(treated);

  it('have the published curve, errors and limits', () => {
    for (const [time = NaN, share = NaN] of gehan.survival) {
      expect(survivalAt(curve, time)).toBeCloseTo(share, 4);
      expect(survivalAt(curve, time - 1e-9)).toBeGreaterThan(share + 0.01);
    }
    for (const [time = NaN, error = NaN, lower = NaN, upper = NaN] of gehan.limits) {
      const at = curve.times.indexOf(time);
      expect(curve.standardError[at]).toBeCloseTo(error, 4);
      expect(curve.lower[at]).toBeCloseTo(lower, 4);
      expect(curve.upper[at]).toBeCloseTo(upper, 4);
    }
  });

  it('have a median of 23 weeks whose upper limit is not reached', () => {
    expect(survivalQuantile(curve)).toEqual(gehan.median);
  });

  it('differ from those under placebo', () => {
    const placebo = gehan.placebo.time;
    const group = [...treated.time].map(() => 0).concat(placebo.map(() => 1));
    const { groups, test } = logRank(
      {
        time: Float64Array.from([...treated.time, ...placebo]),
        event: Uint8Array.from([...treated.event, ...placebo.map(() => 1)]),
        entry: null,
      },
      group,
      2,
    );
    expect(groups[1]).toMatchObject({ lives: 21, observed: gehan.logRank.observed });
    expect(groups[1]?.expected).toBeCloseTo(gehan.logRank.expected, 3);
    expect(test?.chiSquared).toBeCloseTo(gehan.logRank.chiSquared, 3);
    expect(test?.degreesOfFreedom).toBe(1);
  });
});

type CurveFigures = {
  readonly n: number;
  readonly events: number;
  readonly times: readonly number[];
  readonly n_risk: readonly number[];
  readonly surv: readonly number[];
  readonly std_err: readonly number[];
  readonly lower_log: readonly number[];
  readonly upper_log: readonly number[];
  readonly quantiles: readonly number[];
  readonly quantile_lower: readonly number[];
  readonly quantile_upper: readonly number[];
};
type TestFigures = {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
};
type Figures = {
  readonly lung: { readonly km_all: CurveFigures; readonly logrank_sex: TestFigures };
  readonly veteran: { readonly km_all: CurveFigures; readonly logrank_trt: TestFigures };
};

describeReference('lung and veteran', 'survival', () => {
  const figures = () => referenceJson('survival/reference.json') as Figures;

  function readLives(file: string, isEvent: (status: string) => boolean, groupColumn: string) {
    const [head = '', ...lines] = referenceText(file).trim().split(/\r?\n/);
    const names = head.split(',').map((name) => name.replaceAll('"', ''));
    const rows = lines.map((line) => line.split(','));
    const column = (name: string): string[] => rows.map((cells) => cells[names.indexOf(name)] ?? '');
    const lives: ObservedLives = {
      time: Float64Array.from(column('time'), Number),
      event: Uint8Array.from(column('status'), (status) => (isEvent(status) ? 1 : 0)),
      entry: null,
    };
    return { lives, group: column(groupColumn).map((cell) => Number(cell) - 1) };
  }

  const readLung = () => readLives('survival/lung.csv', (status) => status === '2', 'sex');
  const readVeteran = () => readLives('survival/veteran.csv', (status) => status === '1', 'trt');

  it('has a median of 310 days, with both kinds of limits', () => {
    const { lives } = readLung();
    for (const interval of ['log-log', 'log'] as const) {
      const curve = kaplanMeier(lives, { interval });
      expect(curve).toMatchObject({ lives: lung.lives, totalEvents: lung.events, leftOut: 0 });
      expect(survivalQuantile(curve)).toEqual(lung.median[interval]);
    }
  });

  it.each([
    ['lung', readLung],
    ['veteran', readVeteran],
  ] as const)('%s: the whole curve on the log scale', (name, read) => {
    const wanted = figures()[name].km_all;
    const riskTimes = Float64Array.from(wanted.times);
    const curve = kaplanMeier(read().lives, { interval: 'log', riskTimes });
    expect(curve).toMatchObject({ lives: wanted.n, totalEvents: wanted.events });
    expect([...curve.riskTable]).toEqual(wanted.n_risk);
    wanted.times.forEach((time, i) => {
      const at = curve.times.findLastIndex((one) => one <= time);
      expect(survivalAt(curve, time)).toBeCloseTo(wanted.surv[i] ?? NaN, 11);
      expect(curve.standardError[at]).toBeCloseTo(wanted.std_err[i] ?? NaN, 11);
      expect(curve.lower[at]).toBeCloseTo(wanted.lower_log[i] ?? NaN, 11);
      expect(curve.upper[at]).toBeCloseTo(wanted.upper_log[i] ?? NaN, 11);
    });
    [0.75, 0.5, 0.25].forEach((remaining, i) => {
      expect(survivalQuantile(curve, remaining)).toEqual({
        time: wanted.quantiles[i],
        lower: wanted.quantile_lower[i],
        upper: wanted.quantile_upper[i],
      });
    });
  });

  it.each([
    ['lung by sex', readLung, () => figures().lung.logrank_sex],
    ['veteran by treatment', readVeteran, () => figures().veteran.logrank_trt],
  ] as const)('%s: log-rank', (_name, read, wantedOf) => {
    const { lives, group } = read();
    const wanted = wantedOf();
    const { groups, test } = logRank(lives, group, 2);
    expect(groups.map(({ observed }) => observed)).toEqual(wanted.observed);
    groups.forEach(({ expected }, i) => expect(expected).toBeCloseTo(wanted.expected[i] ?? NaN, 8));
    expect(test?.degreesOfFreedom).toBe(wanted.df);
    expect(test?.chiSquared).toBeCloseTo(wanted.chisq, 9);
    expect(test?.pValue).toBeCloseTo(wanted.p, 11);
  });

  it.each<LogRankWeights>([
    { kind: 'log-rank' },
    { kind: 'fleming-harrington', rho: 1, gamma: 0 },
    { kind: 'peto-peto' },
  ])('lung by sex, $kind', (weights) => {
    const { lives, group } = readLung();
    const { test } = logRank(lives, group, 2, weights);
    expect(test?.chiSquared).toBeCloseTo(lung.chiSquared[weights.kind], 4);
  });
});
