import { describe, expect, it } from 'vitest';
import { AppError } from '../base/errors';
import { silentControl } from '../base/control';
import { blobSource } from '../ingest/byte-source';
import { draftImport, importFiles } from '../ingest/import-files';
import { describeDataset } from '../dataset/dataset-info';
import type { MappingFile } from '../model/mapping';
import type { NamedBlob } from './engine';
import { ImportSession, type ImportHost } from './import-session.svelte';
import { MappingTemplates } from './mapping-templates.svelte';

const sourcesOf = (files: readonly NamedBlob[]) =>
  files.map(({ name, blob, ...origin }) => ({ ...blobSource(name, blob), ...origin }));

/** Mappings in a browser that keeps them in memory. */
function remembered(text: string | null = null) {
  const kept = { text };
  const storage = {
    read: () => kept.text,
    write: (value: string) => {
      kept.text = value;
    },
    remove: () => {
      kept.text = null;
    },
  };
  return Object.assign(new MappingTemplates({ storage, today: () => '2026-06-30' }), { kept });
}

/** The real reading half, without workers between. */
function openSession(
  part: Partial<ImportHost['engine']> = {},
  failure: AppError | null = null,
  templates = remembered(),
) {
  let ticks = 0;
  const discarded: string[] = [];
  const loaded: string[] = [];
  const given: (MappingFile | null)[] = [];
  const host: ImportHost = {
    engine: {
      open: (files) => Promise.resolve(files.map((file) => ({ files: [file], failure: null }))),
      inspect: (files, mapping) => {
        given.push(mapping);
        return draftImport(sourcesOf(files), silentControl, mapping);
      },
      read: async (files, mapping) => {
        const {
          dataset,
          report,
          mapping: used,
        } = await importFiles(sourcesOf(files), mapping, {}, silentControl);
        const info = describeDataset(dataset);
        return {
          info,
          report,
          mapping: used,
          commit: () => Promise.resolve(info),
          discard: () => discarded.push(info.id),
        };
      },
      ...part,
    },
    dataset: {
      openImported: (pending) => {
        loaded.push(pending.info.id);
        return Promise.resolve(failure === null);
      },
      error: failure,
    },
    templates,
    now: () => (ticks += 250),
  };
  return { session: new ImportSession(host), discarded, loaded, given };
}

const fileOf = (name: string, text: string) => new File([text], name, { lastModified: 1 });
const purchases = fileOf(
  'purchases.csv',
  'customer_id,date,amount\n0001,2026-01-05,10.00\n0002,2026-01-06,20.50\n0001,2026-02-05,5.25\n',
);
const rivals = fileOf(
  'rivals.csv',
  'cust_id,client_no,txn_date,amount\n1,11,2026-01-05,10.00\n2,12,2026-01-06,20.50\n1,11,2026-02-05,5.25\n',
);
const until = async (isThere: () => boolean) => {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve));
};
const drafted = (session: ImportSession) => until(() => session.status === 'drafted');

describe('ImportSession', () => {
  it('looks at files as soon as they are added, and reads and loads them', async () => {
    const { session, loaded } = openSession();
    expect(session.isOpen).toBe(false);
    session.add([purchases]);
    expect(session.status).toBe('inspecting');
    await drafted(session);
    expect([session.draft?.files.length, session.canRead, session.isConfident]).toEqual([1, true, true]);
    expect(await session.read()).toBe(true);
    expect([session.status, session.report?.files[0]?.rows.loaded]).toEqual(['read', 3]);
    expect(await session.load()).toBe(true);
    expect([session.status, loaded.length, session.isOpen]).toEqual(['loaded', 1, false]);
    expect(session.report?.files).toHaveLength(1);
  });

  it('names a file that is there already and numbers another one of the same name', async () => {
    const { session } = openSession();
    session.add([purchases]);
    expect(session.add([purchases])).toEqual(['purchases.csv']);
    session.add([fileOf('purchases.csv', 'customer_id,date,amount\n0009,2026-03-05,1.00\n')]);
    expect(session.files.map(({ name }) => name)).toEqual(['purchases.csv', 'purchases (2).csv']);
    await drafted(session);
  });

  it('asks which of two columns has a role, and reads once that is answered', async () => {
    const { session } = openSession();
    session.add([rivals]);
    await drafted(session);
    expect([session.draft?.questions.length, session.canRead]).toEqual([1, false]);
    expect(await session.read()).toBe(false);
    await session.setColumn('rivals.csv', 'client_no', 'customer_id');
    expect([session.draft?.questions, session.canRead]).toEqual([[], true]);
    await session.read();
    expect(session.report?.files[0]?.columns['client_no']).toBe('customer_id');
  });

  it('keeps the evidence of columns that the reader did not touch', async () => {
    const { session } = openSession();
    session.add([rivals]);
    await drafted(session);
    await session.setColumn('rivals.csv', 'client_no', 'customer_id');
    const [file] = session.draft?.files ?? [];
    const shown = file?.columns.map((column) => session.proposal(file, column));
    const evidence = (name: string) =>
      shown?.find(({ column }) => column === name)?.evidence.map(({ code }) => code);
    expect(evidence('client_no')).toEqual(['given']);
    expect(evidence('amount')).not.toContain('given');
  });

  it('cuts a file in another way and proposes its columns anew', async () => {
    const { session } = openSession();
    session.add([purchases]);
    await drafted(session);
    await session.setDialect('purchases.csv', { hasHeader: false, skippedLines: 1 });
    const [file] = session.draft?.files ?? [];
    expect(file?.inspection.header).toEqual(['column1', 'column2', 'column3']);
    expect(file?.inspection.estimatedRows).toBe(3);
  });

  it('takes another date format for a column', async () => {
    const { session } = openSession();
    session.add([
      fileOf(
        'days.csv',
        'customer_id,date,amount\n1,01/02/2026,1.00\n2,03/04/2026,2.00\n1,05/06/2026,3.00\n',
      ),
    ]);
    await drafted(session);
    expect(session.draft?.questions.map(({ kind }) => kind)).toEqual(['date-format']);
    await session.setDateFormat('days.csv', 'date', 'dd/mm/yyyy');
    await session.read();
    expect(session.report?.firstDay).toBe('2026-02-01');
  });

  it('lists the reason beside a file that cannot be read and goes on with the others', async () => {
    const { session } = openSession();
    session.add([purchases, fileOf('empty.csv', '')]);
    await drafted(session);
    expect(session.draft?.failures.map(({ name, code }) => [name, code])).toEqual([
      ['empty.csv', 'ingest.empty-file'],
    ]);
    expect(await session.read()).toBe(true);
  });

  it('lists it beside the only file too', async () => {
    const { session } = openSession();
    session.add([fileOf('empty.csv', '')]);
    await drafted(session);
    expect([session.draft?.failures[0]?.code, session.error, session.canRead]).toEqual([
      'ingest.empty-file',
      null,
      false,
    ]);
  });

  it('keeps the files and says why when the browser ends the import', async () => {
    const { session } = openSession({
      read: () => Promise.reject(new AppError('ingest.stopped', 'killed', { cause: 'memory' })),
    });
    session.add([purchases]);
    await drafted(session);
    expect(await session.read()).toBe(false);
    expect([session.status, session.error?.code, session.files.length]).toEqual([
      'drafted',
      'ingest.stopped',
      1,
    ]);
  });

  it('reads again after loading failed: what was read is gone', async () => {
    const { session } = openSession({}, new AppError('ingest.stopped', 'killed'));
    session.add([purchases]);
    await drafted(session);
    await session.read();
    expect(await session.load()).toBe(false);
    expect([session.status, session.error?.code, session.pending]).toEqual([
      'drafted',
      'ingest.stopped',
      null,
    ]);
    expect(await session.load()).toBe(false);
    expect(await session.read()).toBe(true);
    expect([session.status, session.error]).toEqual(['read', null]);
  });

  it('says how long reading and loading took, without the time between', async () => {
    const { session } = openSession();
    session.add([purchases]);
    await drafted(session);
    await session.read();
    expect(session.seconds).toBe(0.25);
    await session.load();
    expect(session.seconds).toBe(0.5);
  });

  it('reads a file whose quote never closes once quotes are plain text', async () => {
    const { session } = openSession();
    const text = [
      'customer_id,date,amount,name',
      '1,2026-01-05,5.00,"Ann',
      '2,2026-01-06,6.00,"Bob, B, b',
      '3,2026-01-06,6.00,"Cid, C, c, c',
      '4,2026-01-06,6.00,"Dan',
      '',
    ].join('\n');
    session.add([purchases, fileOf('open.csv', text)]);
    await drafted(session);
    expect(session.draft?.failures.map(({ code }) => code)).toEqual(['ingest.unclosed-quote']);
    await session.setDialect('open.csv', { quote: null });
    expect(session.draft?.failures).toEqual([]);
    const file = session.draft?.files.find(({ name }) => name === 'open.csv');
    expect([file?.table, file?.inspection.sample[0]?.[3]]).toEqual(['transaction', '"Ann']);
    expect(session.canRead).toBe(true);
  });

  it('reads a garbled file in the encoding that a person names', async () => {
    const { session } = openSession();
    const bytes = Uint8Array.from([0x69, 0x64, 0x0a, 0xff, 0x80, 0xff, 0x81, 0x0a]);
    session.add([new File([bytes, '2,x\n'], 'garbled.csv', { lastModified: 1 })]);
    await until(() => session.status === 'drafted');
    expect(session.draft?.failures.map(({ code }) => code)).toEqual(['ingest.garbled-text']);
    await session.setDialect('garbled.csv', { encoding: 'gb18030' });
    expect(session.draft?.files.map(({ name, inspection }) => [name, inspection.dialect.encoding])).toEqual([
      ['garbled.csv', 'gb18030'],
    ]);
  });

  it('gives back what was read when files change or the import is left', async () => {
    const { session, discarded } = openSession();
    session.add([purchases]);
    await drafted(session);
    await session.read();
    session.add([fileOf('more.csv', 'customer_id,date,amount\n0009,2026-03-05,1.00\n')]);
    expect([discarded.length, session.pending]).toEqual([1, null]);
    await drafted(session);
    await session.read();
    session.clear();
    expect([discarded.length, session.status, session.files.length]).toEqual([2, 'idle', 0]);
  });

  it('shows only the look at the files that were there last', async () => {
    const { session } = openSession();
    session.add([purchases, fileOf('empty.csv', '')]);
    session.remove('empty.csv');
    await drafted(session);
    expect(session.draft?.failures).toEqual([]);
  });

  it('takes over a mapping file and refuses one that it cannot read', async () => {
    const { session, given } = openSession();
    session.add([rivals]);
    await drafted(session);
    await expect(session.useMapping('{}')).rejects.toThrow(AppError);
    const columns = { cust_id: 'customer_id', txn_date: 'txn_date', amount: 'amount' };
    const mapping = {
      version: 1,
      files: [{ match: { name: 'rivals*' }, table: 'transaction', columns }],
      links: [],
    };
    await session.useMapping(JSON.stringify(mapping));
    expect([given.at(-1)?.files.length, session.canRead]).toEqual([1, true]);
  });

  it('takes steps back, the last one first', async () => {
    const { session } = openSession();
    session.add([rivals]);
    await drafted(session);
    await session.setColumn('rivals.csv', 'client_no', 'customer_id');
    await session.setColumn('rivals.csv', 'amount', null);
    expect(session.steps.map((step): readonly string[] => [step.kind, step.about])).toEqual([
      ['column', 'client_no'],
      ['column', 'amount'],
    ]);
    expect(session.canRead).toBe(false);
    expect(await session.undo()).toBe(true);
    expect(session.canRead).toBe(true);
    await session.undo();
    expect([session.draft?.questions.length, await session.undo()]).toEqual([1, false]);
  });

  it('matches the next file with the same headers as the one before, until the proposals are wanted', async () => {
    const templates = remembered();
    const before = openSession({}, null, templates).session;
    before.add([rivals]);
    await drafted(before);
    await before.setColumn('rivals.csv', 'client_no', 'customer_id');
    await before.read();
    await before.load();
    expect(templates.list.map(({ savedOn }) => savedOn)).toEqual(['2026-06-30']);
    expect(templates.kept.text).not.toContain('20.50');

    const { session } = openSession({}, null, remembered(templates.kept.text));
    const july = fileOf(
      'july.csv',
      'cust_id,client_no,txn_date,amount\n7,17,2026-07-05,1.00\n8,18,2026-07-06,2.50\n',
    );
    session.add([july]);
    await drafted(session);
    expect([session.recalled('july.csv')?.savedOn, session.isConfident]).toEqual(['2026-06-30', true]);
    expect(session.draft?.mapping.files[0]?.columns['client_no']).toBe('customer_id');
    await session.useProposals('july.csv');
    expect([session.recalled('july.csv'), session.draft?.questions.length]).toEqual([null, 1]);
    await session.undo();
    expect([session.recalled('july.csv')?.savedOn, session.canRead]).toEqual(['2026-06-30', true]);
  });

  it('leaves files alone that no mapping is known of, and remembers nothing of files without a header', async () => {
    const templates = remembered('{"version":1,"templates":[{"id":"x","savedOn":"2026-01-01","file":{}}]}');
    const { session } = openSession({}, null, templates);
    session.add([fileOf('plain.txt', '1,2026-01-05,10.00\n2,2026-01-06,20.50\n1,2026-02-05,5.25\n')]);
    await drafted(session);
    expect([session.draft?.files[0]?.inspection.dialect.hasHeader, templates.list]).toEqual([false, []]);
    await session.read();
    await session.load();
    expect([session.recalled('plain.txt'), templates.list]).toEqual([null, []]);
  });
});
