import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenFiles } from '../../sample-data/broken/make-files';
import { makeSampleDataset } from '../../sample-data/model/sample-dataset';
import { silentControl } from '../../src/base/control';
import { summaryTask } from '../../src/features/overview/tasks';
import { writeProject } from '../../src/project/project-file';
import { FakeComputer } from '../support/fake-computer';
import { root } from '../support/root';

const customers = 'customer_id,city\n001,Oslo\n002,Rome\n';
const january =
  'customer_id,date,amount,direction\n001,2024-01-02,100.50,CR\n002,2024-01-31,20,DR\n001,2024-01-31\n';
const february = 'customer_id,date,amount,direction\n002,2024-02-02,5,CR\n003,2024-02-29,1,DR\n';

const bank = () =>
  new FakeComputer({
    ...brokenFiles,
    'customers.csv': customers,
    'jan_202401.csv': january,
    'feb_202402.csv': february,
  });

/** A computer with `bank.clientele` made from customers and January. */
async function withProject(): Promise<FakeComputer> {
  const computer = bank();
  const made = await computer.run('import', 'customers.csv', 'jan_202401.csv', '--out', 'bank.clientele');
  expect(made).toEqual({
    code: 0,
    out: '',
    err: '2 customers, 2 transactions; 1 row kept aside.\n',
  });
  return computer;
}

const summaryIn = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('import, run and sql', () => {
  it('report every row, with the file’s hash, what was assumed, and rejects with their text', async () => {
    const computer = bank();
    const argv = ['jan_202401.csv', '--out', 'p.clientele', '--report', 'r.json'];
    expect((await computer.run('import', ...argv)).code).toBe(0);
    expect(computer.json('r.json')).toMatchObject({
      files: [
        {
          name: 'jan_202401.csv',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
          format: 'delimited',
          encoding: 'utf-8',
          delimiter: ',',
          header: true,
          table: 'transaction',
          rows: { read: 3, loaded: 2, rejected: 1, removed: {} },
          assumed: [],
          rejects: [{ line: 4, rule: 'row.too-few-fields', raw: '001,2024-01-31' }],
        },
      ],
      currency: 'XXX',
    });
  });

  it('list what was taken at less than 0.9 as assumed, in the report and on stderr', async () => {
    const computer = new FakeComputer({
      't.csv': 'customer_id,date,amount\n1,2024-01-01,5.25\n1,2024-13-02,6.5\n2,2024-01-03,7.75\n',
    });
    const { code, err } = await computer.run('import', 't.csv', '--out', 'p.clientele', '--report', 'r.json');
    expect(code).toBe(0);
    const report = computer.json('r.json') as {
      files: { assumed: { column: string; field: string; confidence: number }[] }[];
    };
    const [assumed] = report.files[0]?.assumed ?? [];
    expect(assumed).toMatchObject({ column: 'date', field: 'txn_date' });
    expect(assumed?.confidence).toBeGreaterThanOrEqual(0.6);
    expect(assumed?.confidence).toBeLessThan(0.9);
    expect(err).toContain('t.csv: date is assumed to be txn_date.\n');
  });

  it('give the same figures', async () => {
    const computer = await withProject();
    const run = await computer.run('run', 'bank.clientele', 'overview.summary');
    expect(summaryIn(run.out)).toMatchObject({
      asOf: '2024-01-31',
      n: 2,
      customers: 2,
      transactions: 2,
      inflow: 100.5,
      outflow: 20,
      netflow: 80.5,
      currency: 'XXX',
      seed: null,
    });
    const question = 'SELECT COUNT(*) AS n, SUM(inflow) AS i, SUM(outflow) AS o FROM transactions';
    expect((await computer.run('sql', 'bank.clientele', question)).out).toBe('n,i,o\r\n2,100.5,20\r\n');
    expect((await computer.run('sql', 'bank.clientele', question, '--format', 'json')).out).toBe(
      '[\n{"n":2,"i":100.5,"o":20}\n]\n',
    );
  });

  it('take filters and other parameters as JSON', async () => {
    const computer = await withProject();
    const parameters = JSON.stringify({ filters: { city: { values: ['Oslo'] } } });
    const plain = await computer.run('run', 'bank.clientele', 'overview.breakdown', '--params', '{"top":1}');
    expect(plain.code).toBe(0);
    const odd = await computer.run('run', 'bank.clientele', 'overview.summary', '--params', parameters);
    expect([odd.code, odd.err]).toEqual([1, expect.stringMatching(/^T-03 filters\.city must be /)]);
  });

  it('list the analyses with the defaults of their parameters', async () => {
    const { code, out, err } = await bank().run('tasks');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toContainEqual({ id: 'overview.summary', parameters: {}, needs: ['customer'] });
  });
});

describe('import --into', () => {
  it('adds the files of the next month, also over the project itself, and says what it has already', async () => {
    const computer = await withProject();
    const into = ['--into', 'bank.clientele', '--out', 'bank.clientele', '--report', 'r.json'];
    expect(await computer.run('import', 'feb_202402.csv', ...into)).toEqual({
      code: 0,
      out: '',
      err: '2 customers, 4 transactions.\n',
    });
    const { out } = await computer.run('run', 'bank.clientele', 'overview.summary');
    expect(summaryIn(out)).toMatchObject({
      asOf: '2024-02-29',
      customers: 2,
      transactions: 4,
      inflow: 105.5,
      outflow: 21,
    });
    const names = (computer.json('r.json') as { files: { name: string }[] }).files.map(({ name }) => name);
    expect(names).toEqual(['customers.csv', 'jan_202401.csv', 'feb_202402.csv']);
    const again = await computer.run('import', 'feb_202402.csv', ...into);
    expect([again.code, again.err]).toEqual([
      0,
      '2 customers, 4 transactions.\nfeb_202402.csv is in the project already and was left out.\n',
    ]);
    expect((await computer.run('run', 'bank.clientele', 'overview.summary')).out).toBe(out);
  });

  it('comes to the figures of one import of all files', async () => {
    const computer = await withProject();
    await computer.run('import', 'feb_202402.csv', '--into', 'bank.clientele', '--out', 'two.clientele');
    await computer.run(
      'import',
      'customers.csv',
      'jan_202401.csv',
      'feb_202402.csv',
      '--out',
      'one.clientele',
    );
    const question = 'SELECT * FROM transactions ORDER BY 1, 2, 3, 4, 5';
    const [one, two] = [
      await computer.run('sql', 'one.clientele', question),
      await computer.run('sql', 'two.clientele', question),
    ];
    expect(one.out.split('\n')).toHaveLength(6);
    expect(two.out).toBe(one.out);
    const counts = 'SELECT * FROM customers ORDER BY 1';
    expect((await computer.run('sql', 'two.clientele', counts)).out).toBe(
      (await computer.run('sql', 'one.clientele', counts)).out,
    );
  });
});

describe('read', () => {
  it('writes one file to stdout as it is written, header first', async () => {
    const { code, out, err } = await bank().run('read', 'gb18030-pipe.txt');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe('客户号,姓名,余额\r');
  });

  it('writes several files under their own names, and lists what could not be read', async () => {
    const computer = bank();
    const argv = [
      'read',
      'ragged.csv',
      'cut-off.csv',
      '--out',
      'clean',
      '--format',
      'json',
      '--report',
      'r.json',
    ];
    expect(await computer.run(...argv)).toEqual({ code: 0, out: '', err: '' });
    const { files } = computer.json('r.json') as {
      files: { name: string; rows: { read: number; loaded: number; rejected: number }; rejects: unknown[] }[];
    };
    for (const { name, rows, rejects } of files) {
      expect(rows.rejected, name).toBeGreaterThan(0);
      expect(rejects, name).toHaveLength(rows.rejected);
      expect(rows.loaded + rows.rejected, name).toBe(rows.read);
      expect(computer.json(`clean/${name.replace('.csv', '.json')}`), name).toHaveLength(rows.loaded);
    }
  });

  it('needs a folder for several files, and never writes over what it reads', async () => {
    const computer = bank();
    expect((await computer.run('read', 'bom.csv', 'crlf.csv')).code).toBe(2);
    const over = await computer.run('read', 'bom.csv', '--out', '.');
    expect(over.code).toBe(2);
    expect(over.err).toContain('bom.csv would be written over a file that is needed');
    expect(computer.files.get('bom.csv')).toEqual(brokenFiles['bom.csv']);
  });
});

describe('what is refused', () => {
  const before = 'what was there before';

  it.each<[string, string, RegExp]>([
    ['nothing', 'empty.csv', /^F-01 empty\.csv is empty \(0 bytes\)\.$/],
    ['bytes that are no text', 'binary.dat', /^F-04 dat files cannot be read\. .*\(binary\.dat\)\.$/],
    ['a picture under a wrong name', 'picture.csv', /^F-04 png files cannot be read\./],
    ['a PDF', 'statement.pdf', /^F-04 pdf files cannot be read\./],
    ['an old workbook', 'workbook.xls', /^F-04 xls files cannot be read\./],
    ['a locked archive', 'locked.zip', /^F-03 locked\.zip is password-protected\./],
    [
      'no encoding',
      'garbled.csv',
      /^F-06 The text looks garbled in 2 of 3 sampled rows\..*\(garbled\.csv\)\.$/,
    ],
    [
      'an open quote',
      'unclosed-quote.csv',
      /^F-05 Reading stopped at row 4: .* row 2 .*\(unclosed-quote\.csv\)\.$/,
    ],
    ['a header alone', 'header-only.csv', /^F-09 header-only\.csv has a header but 0 rows\.$/],
    ['columns that say nothing', 'delimiter-tie.csv', /^M-01 No column is matched to Customer ID\./],
    ['a file that is not there', 'nowhere.csv', /^S-06 nowhere\.csv could not be opened\.$/],
  ])('%s: import says why in one sentence and leaves the outputs as they were', async (_, name, sentence) => {
    const computer = bank();
    computer.files.set('p.clientele', new TextEncoder().encode(before));
    computer.files.set('r.json', new TextEncoder().encode(before));
    const { code, out, err } = await computer.run(
      'import',
      name,
      '--out',
      'p.clientele',
      '--report',
      'r.json',
    );
    expect([code, out]).toEqual([1, '']);
    expect(err.split('\n')).toEqual([expect.stringMatching(sentence), '']);
    expect([computer.text('p.clientele'), computer.text('r.json')]).toEqual([before, before]);
  });

  it.each(Object.keys(brokenFiles))(
    '%s is read or refused with a code, never with an exception',
    async (name) => {
      const computer = bank();
      for (const argv of [
        ['read', name, '--out', 'clean'],
        ['import', name, '--out', 'p.clientele'],
      ]) {
        const { code, out, err } = await computer.run(...argv);
        expect(out).toBe('');
        if (code === 0) continue;
        expect(code).toBe(1);
        expect(err).toMatch(/^[FRM]-\d\d [^\n]+\.\n$/);
        expect(computer.files.has('p.clientele')).toBe(false);
      }
    },
  );

  it('a question: the sentence names it and a mapping file that answers it', async () => {
    const computer = new FakeComputer({
      'two-ids.txt':
        ' 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n 00021 0002 19970101  3   63.34\n 00021 0002 19970113  1   11.77\n 00050 0003 19970101  1    6.79\n',
    });
    const refusal = await computer.run('import', 'two-ids.txt', '--out', 'p.clientele');
    expect([refusal.code, refusal.out]).toEqual([1, '']);
    expect(refusal.err).toMatch(/^M-04 column1 and column2 can each be Customer ID \(two-ids\.txt\); .*\n$/);
    const answer = /--mapping: (\{.*\})\.\n$/.exec(refusal.err)?.[1] ?? '';
    computer.files.set('answer.json', new TextEncoder().encode(answer));
    const argv = ['import', 'two-ids.txt', '--mapping', 'answer.json', '--out', 'p.clientele'];
    expect(await computer.run(...argv)).toMatchObject({ code: 0 });
    const ids = await computer.run('sql', 'p.clientele', 'SELECT customer_id FROM customers ORDER BY 1');
    expect(ids.out).toBe('customer_id\r\n00004\r\n00021\r\n00050\r\n');
  });

  it('dates whose day and month cannot be told apart: the sentence holds the answer too', async () => {
    const computer = bank();
    const refusal = await computer.run('import', 'ambiguous-dates.csv', '--out', 'p.clientele');
    expect([refusal.code, refusal.err]).toEqual([1, expect.stringMatching(/^R-03 .*\n$/)]);
    const answer = /--mapping: (\{.*\})\.\n$/.exec(refusal.err)?.[1] ?? '';
    computer.files.set('answer.json', new TextEncoder().encode(answer));
    const argv = ['import', 'ambiguous-dates.csv', '--mapping', 'answer.json', '--out', 'p.clientele'];
    expect(await computer.run(...argv)).toMatchObject({ code: 0 });
  });

  it('projects that are none, cut off or damaged', async () => {
    const computer = await withProject();
    const whole = computer.files.get('bank.clientele') ?? new Uint8Array();
    computer.files.set('cut.clientele', whole.slice(0, whole.length / 2));
    computer.files.set(
      'bad.clientele',
      whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 0x55 : byte)),
    );
    const first = new TextEncoder().encode(before);
    computer.files.set('out.clientele', first);
    for (const [path, sentence] of [
      ['cut.clientele', 'S-04 cut.clientele is damaged: its contents do not match its list.\n'],
      ['bad.clientele', 'S-04 bad.clientele is damaged: its contents do not match its list.\n'],
      ['customers.csv', 'S-03 customers.csv is not a Clientele project.\n'],
      ['nowhere', 'S-06 nowhere could not be opened.\n'],
    ] as const) {
      const refusal = { code: 1, out: '', err: sentence };
      expect(await computer.run('run', path, 'overview.summary')).toEqual(refusal);
      expect(await computer.run('sql', path, 'SELECT 1')).toEqual(refusal);
      const into = ['import', 'feb_202402.csv', '--into', path, '--out', 'out.clientele'];
      expect(await computer.run(...into)).toEqual(refusal);
    }
    expect(computer.files.get('out.clientele')).toBe(first);
  });

  it.each<[string, readonly string[], string]>([
    [
      'an unknown analysis',
      ['run', 'bank.clientele', 'overview.nothing'],
      'T-02 There is no analysis named “overview.nothing”.\n',
    ],
    [
      'no JSON',
      ['run', 'bank.clientele', 'overview.summary', '--params', '{filters'],
      'T-03 --params is not JSON.\n',
    ],
    [
      'a list',
      ['run', 'bank.clientele', 'overview.summary', '--params', '[1]'],
      'T-03 --params is not a JSON object.\n',
    ],
    [
      'a slip in a name',
      ['run', 'bank.clientele', 'overview.summary', '--params', '{"filter":{}}'],
      'T-03 overview.summary has no parameter filter, only asOf filters seed limit.\n',
    ],
    [
      'no day',
      ['run', 'bank.clientele', 'overview.summary', '--params', '{"asOf":"2024"}'],
      'T-03 asOf must be a day like 2026-06-30.\n',
    ],
    [
      'bad SQL',
      ['sql', 'bank.clientele', 'SELECT * FROM nowhere'],
      'Q-04 The query failed on line 1: no such table: nowhere.\n',
    ],
    [
      'SQL that writes',
      ['sql', 'bank.clientele', 'DELETE FROM customers'],
      'Q-06 Queries can read but not change the data. 0 rows were changed.\n',
    ],
    [
      'a mapping that is no JSON',
      ['import', 'customers.csv', '--mapping', 'customers.csv', '--out', 'p'],
      'M-05 The mapping file is not usable: it is not JSON.\n',
    ],
    [
      'an output that cannot be written',
      ['import', 'feb_202402.csv', '--out', 'locked/p'],
      'S-06 locked/p could not be opened.\n',
    ],
    [
      'a report that cannot be written',
      ['import', 'feb_202402.csv', '--out', 'p', '--report', 'locked/r'],
      'S-06 locked/r could not be opened.\n',
    ],
    [
      'a folder that cannot be written',
      ['read', 'bom.csv', 'crlf.csv', '--out', 'locked'],
      'S-06 locked/bom.csv could not be opened.\n',
    ],
  ])('%s', async (_, argv, sentence) => {
    const computer = await withProject();
    const files = [...computer.files.keys()];
    const { code, out, err } = await computer.run(...argv);
    expect([code, out, err]).toEqual([1, '', sentence]);
    expect([...computer.files.keys()]).toEqual(files);
  });

  it.each([
    [],
    ['nothing'],
    ['import'],
    ['import', 'customers.csv'],
    ['import', 'customers.csv', '--out', './customers.csv'],
    ['import', 'customers.csv', '--out', 'p', '--report', 'p'],
    ['import', 'customers.csv', '--out', 'p', '--bogus', '1'],
    ['read'],
    ['read', 'bom.csv', '--format', 'xml'],
    ['run', 'bank.clientele'],
    ['sql', 'bank.clientele'],
    ['tasks', 'all'],
    ['sample', '--customers', 'many', '--out', 'bank'],
    ['sample'],
  ])('wrong usage ends with 2 and says how it goes: %s %s', async (...argv) => {
    const computer = bank();
    const files = [...computer.files.entries()];
    const { code, out, err } = await computer.run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage:');
    expect([...computer.files.entries()]).toEqual(files);
  });
});

describe('the sample bank', () => {
  it('through its files gives what it gives when it is made directly', async () => {
    const computer = new FakeComputer({});
    const options = { customers: 120, months: 5, seed: 11 };
    const argv = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    expect(await computer.run('sample', ...argv, '--out', 'bank')).toEqual({ code: 0, out: '', err: '' });
    const files = [...computer.files.keys()];
    expect((await computer.run('import', ...files, '--out', 'bank.clientele')).code).toBe(0);
    const dataset = await makeSampleDataset(options, silentControl);
    computer.files.set('made.clientele', writeProject({ dataset }));
    for (const id of ['overview.summary', 'overview.trend', 'overview.breakdown', 'overview.concentration']) {
      const fromFiles = summaryIn((await computer.run('run', 'bank.clientele', id)).out);
      const direct = summaryIn((await computer.run('run', 'made.clientele', id)).out);
      expect(fromFiles, id).toEqual(direct);
    }
    const { n, customers: count } = await summaryTask.query(dataset, {}, silentControl);
    expect([n, count]).toEqual([120, 120]);
  });
});

describe('the program', () => {
  let folder: string;
  let program: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clientele-cli-'));
    await build({ root, mode: 'cli', logLevel: 'silent', build: { outDir: join(folder, 'dist-cli') } });
    program = join(folder, 'dist-cli/clientele.js');
    for (const [name, text] of Object.entries({ customers, january, february })) {
      writeFileSync(join(folder, `${name}.csv`), text);
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function call(...argv: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [program, ...argv], { cwd: folder });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out, err };
  }

  it('does a night’s work: data on stdout, words on stderr, exit codes 0, 1 and 2, and no file left half-way', async () => {
    const made = await call('import', 'customers.csv', 'january.csv', '--out', 'p.clientele');
    expect(made).toEqual({ code: 0, out: '', err: '2 customers, 2 transactions; 1 row kept aside.\n' });
    const added = await call('import', 'february.csv', '--into', 'p.clientele', '--out', 'p.clientele');
    expect(added).toEqual({ code: 0, out: '', err: '2 customers, 4 transactions.\n' });
    const run = await call('run', 'p.clientele', 'overview.summary');
    expect([run.code, run.err]).toEqual([0, '']);
    expect(summaryIn(run.out)).toMatchObject({ customers: 2, inflow: 105.5, outflow: 21 });
    const sql = await call('sql', 'p.clientele', 'SELECT SUM(inflow) AS inflow FROM transactions');
    expect(sql).toEqual({ code: 0, out: 'inflow\r\n105.5\r\n', err: '' });
    const bytes = readFileSync(join(folder, 'p.clientele'));
    const refusal = await call('import', 'nowhere.csv', '--out', 'p.clientele');
    expect(refusal).toEqual({ code: 1, out: '', err: 'S-06 nowhere.csv could not be opened.\n' });
    const unwritable = await call('import', 'january.csv', '--out', 'p.clientele', '--report', 'no/r.json');
    expect(unwritable).toEqual({ code: 1, out: '', err: 'S-06 no/r.json could not be opened.\n' });
    const onFolder = await call('import', 'january.csv', '--out', 'dist-cli');
    expect(onFolder).toEqual({ code: 1, out: '', err: 'S-06 dist-cli could not be opened.\n' });
    expect(readFileSync(join(folder, 'p.clientele'))).toEqual(bytes);
    expect((await call('import', 'january.csv')).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual([
      'customers.csv',
      'dist-cli',
      'february.csv',
      'january.csv',
      'p.clientele',
    ]);
  });

  it('keeps the rights of a file that it replaces, and writes to a pipe as it is', async () => {
    const path = join(folder, 'secret.clientele');
    writeFileSync(path, '', { mode: 0o600 });
    const line = '"$0" "$1" import january.csv --out secret.clientele --report /dev/stdout | cat';
    const child = spawn('sh', ['-c', line, process.execPath, program], { cwd: folder });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    await once(child, 'close');
    expect(JSON.parse(out)).toMatchObject({ files: [{ name: 'january.csv' }] });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    rmSync(path);
  });

  it('stops quietly when its reader has seen enough', async () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => `${row},2024-01-01,5`);
    writeFileSync(join(folder, 'long.csv'), `customer_id,date,amount\n${rows.join('\n')}\n`);
    const child = spawn(process.execPath, [program, 'read', 'long.csv'], { cwd: folder });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, err]).toEqual([0, '']);
    expect(existsSync(join(folder, 'long.csv'))).toBe(true);
  });
});
