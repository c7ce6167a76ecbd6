import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line';
import { nodeIo } from '../../src/cli/node-io';
import { describeReference, referenceJson, referencePath } from '../support/reference-data';

/** The command line on this computer, its output kept. */
async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = nodeIo({
    stdout: (chunk) => {
      out += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
      return Promise.resolve();
    },
    stderr: (text) => void (err += text),
    sqlite: () => undefined,
  });
  const code = await runCommandLine(argv, io);
  return { code, out, err };
}

const json = (text: string): unknown => JSON.parse(text);

describeReference('the command line over Berka', 'berka', () => {
  let folder: string;
  let project: string;

  const file = (name: string) => referencePath(`berka/${name}.asc`);
  const dimensions = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card'];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-berka-'));
    project = join(folder, 'berka.clientele');
    const report = join(folder, 'report.json');
    const made = await call(
      'import',
      ...[...dimensions, 'trans'].map(file),
      '--out',
      project,
      '--report',
      report,
    );
    expect([made.code, made.out]).toEqual([0, '']);
    expect(made.err).toMatch(/^5369 customers, 4500 accounts, 49102 transactions, .*; 1 row kept aside\.\n/);
    expect(made.err).toContain('district.asc: A2 is assumed to be name.\n');
    expect(json(readFileSync(report, 'utf8'))).toMatchObject({
      files: expect.arrayContaining([
        expect.objectContaining({
          name: 'trans.asc',
          rows: { read: 49_103, loaded: 49_102, rejected: 1, removed: {} },
          rejects: [expect.objectContaining({ line: 49_104, rule: 'row.cut-off' })],
        }),
      ]) as unknown,
    });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives 177,366,296.30 in and 138,120,153.50 out by an analysis, by SQL and summed over owners', async () => {
    const run = await call('run', project, 'overview.summary');
    expect(json(run.out)).toMatchObject({
      customers: 5369,
      accounts: 4500,
      transactions: 49_102,
      inflow: 177_366_296.3,
      outflow: 138_120_153.5,
    });
    const sums = 'ROUND(SUM(inflow), 2) AS inflow, ROUND(SUM(outflow), 2) AS outflow';
    const sql = await call('sql', project, `SELECT ${sums} FROM transactions`);
    expect(sql.out).toBe('inflow,outflow\r\n177366296.3,138120153.5\r\n');
    const byOwner = await call(
      'sql',
      project,
      `SELECT ${sums} FROM (SELECT customer_id, SUM(inflow) AS inflow, SUM(outflow) AS outflow
         FROM transactions JOIN customers USING (customer_id) GROUP BY customer_id)`,
    );
    expect(byOwner.out).toBe(sql.out);
  });

  it('comes to the same when the transactions are added to the project of the other files', async () => {
    const parts = join(folder, 'parts.clientele');
    expect((await call('import', ...dimensions.map(file), '--out', parts)).code).toBe(0);
    const added = await call('import', file('trans'), '--into', parts, '--out', parts);
    expect(added.code, added.err).toBe(0);
    const [whole, together] = [
      await call('run', project, 'overview.summary'),
      await call('run', parts, 'overview.summary'),
    ];
    const figures = ({ out }: { out: string }) => ({ ...(json(out) as object), assumptions: null });
    expect(figures(together)).toEqual(figures(whole));
    const again = await call('import', file('trans'), '--into', parts, '--out', parts);
    expect(again.err).toContain('trans.asc is in the project already and was left out.\n');
    expect((await call('run', parts, 'overview.summary')).out).toBe(together.out);
  });
});

describeReference('the command line over CDNOW', 'cdnow', () => {
  it('imports the master without a question', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-cdnow-'));
    const project = join(folder, 'master.clientele');
    const made = await call('import', referencePath('cdnow/CDNOW_master.txt'), '--out', project);
    expect([made.code, made.out]).toEqual([0, '']);
    expect(made.err).toMatch(/^23570 customers, 69659 transactions\.\n/);
    rmSync(folder, { recursive: true });
  });

  it('asks of the sample which id is the customer, and takes the answer of its own sentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-cdnow-'));
    const argv = [referencePath('cdnow/CDNOW_sample.txt'), '--out', join(folder, 'sample.clientele')];
    const refusal = await call('import', ...argv);
    expect([refusal.code, refusal.out]).toEqual([1, '']);
    expect(refusal.err).toMatch(
      /^M-04 column1 and column2 can each be Customer ID \(CDNOW_sample\.txt\); .*\n$/,
    );
    const answer = /--mapping: (\{.*\})\.\n$/.exec(refusal.err)?.[1] ?? '';
    writeFileSync(join(folder, 'answer.json'), answer.replace('column1', 'column2'));
    const made = await call('import', ...argv, '--mapping', join(folder, 'answer.json'));
    expect(made.err).toMatch(/^2357 customers, 6919 transactions\.\n/);
    expect(made.code).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('gives the published BG/NBD model of the sample', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-cdnow-'));
    const project = join(folder, 'sample.clientele');
    const mapping = join(folder, 'mapping.json');
    const files = [
      { match: { name: 'CDNOW_sample.txt' }, table: 'transaction', columns: { column2: 'customer_id' } },
    ];
    writeFileSync(mapping, JSON.stringify({ version: 1, files, links: [] }));
    await call('import', referencePath('cdnow/CDNOW_sample.txt'), '--mapping', mapping, '--out', project);
    const asked = { model: 'bg-nbd', calibrationEnd: '1997-09-30', unit: 'week' };
    const run = await call('run', project, 'customer-value.btyd', '--params', JSON.stringify(asked));
    expect(run.code, run.err).toBe(0);
    const { sample } = referenceJson('cdnow/reference.json') as Reference;
    const { LL, ...parameters } = sample.bg_nbd;
    const result = json(run.out) as Fitted;
    expect(result).toMatchObject({ state: 'fitted', customers: 2357, holdout: { actual: 1882, length: 39 } });
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect(result.parameters[name] / parameters[name]).toBeCloseTo(1, 3);
    }
    expect(Math.abs(result.logLikelihood - LL)).toBeLessThan(0.01);
    expect(Math.abs(result.holdout.expected - sample.holdout_39w.bg_nbd_total)).toBeLessThan(0.05);
    rmSync(folder, { recursive: true });
  });
});

describeReference('the command line over a file that fits no table', 'survival', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-lung-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('imports it, asks SQL and the survival analysis about it', async () => {
    const project = join(folder, 'lung.clientele');
    const made = await call('import', referencePath('survival/lung.csv'), '--out', project);
    expect([made.code, made.err]).toEqual([
      0,
      '0 customers.\nlung.csv fits no known table: 228 rows are kept as lung.\n',
    ]);
    const sql = await call('sql', project, 'SELECT COUNT(*) AS n, SUM(time) AS days FROM lung');
    expect(sql.out).toBe('n,days\r\n228,69593\r\n');
    const parameters = '{"table":"lung","time":"time","event":"status","group":"sex"}';
    const run = await call('run', project, 'churn.survival', '--params', parameters);
    expect(json(run.out)).toMatchObject({
      n: 228,
      all: { events: 165, median: { time: 310, logLog: { lower: 284, upper: 361 } } },
      groups: [{ key: '1' }, { key: '2' }],
    });
  });
});

type Parameters = Readonly<Record<'r' | 'alpha' | 'a' | 'b', number>>;

type Reference = {
  readonly sample: {
    readonly bg_nbd: Parameters & { readonly LL: number };
    readonly holdout_39w: { readonly bg_nbd_total: number };
  };
};

type Fitted = {
  readonly parameters: Parameters;
  readonly logLikelihood: number;
  readonly holdout: { readonly expected: number };
};
