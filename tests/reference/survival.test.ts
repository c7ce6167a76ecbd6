import { beforeAll, describe, expect, it } from 'vitest';
import { silentControl } from '../../src/base/control';
import type { Dataset } from '../../src/dataset/dataset';
import { survivalTask } from '../../src/features/churn/tasks';
import type { SurvivalParameters } from '../../src/features/churn/survival-result';
import { importFiles } from '../../src/ingest/import-files';
import { kaplanMeier, survivalAt } from '../../src/algorithms/survival/kaplan-meier';
import { logRank, type LogRankWeights } from '../../src/algorithms/survival/log-rank';
import type { ObservedLives } from '../../src/algorithms/survival/observed-lives';
import { survivalQuantile } from '../../src/algorithms/survival/survival-quantile';
import { describeReference, referenceJson, referenceSource, referenceText } from '../support/reference-data';
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

describeReference('lung cancer, imported as a file that fits no table', 'survival', () => {
  let dataset: Dataset;

  beforeAll(async () => {
    const sources = [referenceSource('survival/lung.csv')];
    ({ dataset } = await importFiles(sources, null, {}, silentControl));
  });

  const ask = (parameters: SurvivalParameters) =>
    survivalTask.query(
      dataset,
      { table: 'lung', time: 'time', event: 'status', ...parameters },
      silentControl,
    );

  it('keeps all rows and columns under their own names, and makes up no customers', () => {
    expect(dataset.others['lung']?.rowCount).toBe(lung.lives);
    expect(Object.keys(dataset.others['lung']?.columns ?? {})).toContain('ph.ecog');
    expect(dataset.tables['customer']?.rowCount).toBe(0);
  });

  it('has a median of 310 days with each kind of limits', async () => {
    const result = await ask({});
    expect(result).toMatchObject({ n: lung.lives, leftOut: 0, unit: null, refusal: null });
    expect(result.all).toMatchObject({ lives: lung.lives, events: lung.events });
    const { time, ...logLog } = lung.median['log-log'];
    const { lower, upper } = lung.median.log;
    expect(result.all?.median).toMatchObject({ time, logLog, log: { lower, upper } });
  });

  it('has the numbers at risk, the curve and plain limits of S ± z · se', async () => {
    const wanted = (referenceJson('survival/reference.json') as Figures).lung.km_all;
    const { all, riskTimes } = await ask({ times: wanted.times, interval: 'plain' });
    expect(riskTimes).toEqual(wanted.times);
    expect(all?.riskTable).toEqual(wanted.n_risk);
    wanted.times.forEach((time, i) => {
      const at = all?.curve.times.findLastIndex((one) => one <= time) ?? -1;
      const [s, error] = [wanted.surv[i] ?? NaN, wanted.std_err[i] ?? NaN];
      expect(all?.curve.survival[at]).toBeCloseTo(s, 11);
      expect(all?.curve.standardError[at]).toBeCloseTo(error, 11);
      expect(all?.curve.lower[at]).toBeCloseTo(s - 1.959963984540054 * error, 10);
      expect(all?.curve.upper[at]).toBeCloseTo(s + 1.959963984540054 * error, 10);
    });
  });

  it('differs by sex', async () => {
    const { groups, test } = await ask({ group: 'sex' });
    expect(groups.map(({ key, lives }) => [key, lives])).toEqual([
      ['1', 138],
      ['2', 90],
    ]);
    expect(test?.degreesOfFreedom).toBe(1);
    expect(test?.chiSquared).toBeCloseTo(lung.chiSquared['log-rank'], 4);
  });
});
