import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '../base/calendar-day';
import { textColumnOf } from '../dataset/make-column';
import { publish } from '../dataset/published';
import { hashOf } from '../../tests/support/dataset-hash';
import { tableOf, tinyBank } from '../../tests/support/build-bank';
import { readProject, writeProject, type ProjectParts } from './project-file';

const bank = tinyBank();

/** Everything that a project can hold. */
const full: ProjectParts = {
  dataset: {
    ...publish(bank, [
      {
        column: 'customer.tier',
        unit: null,
        model: 'made-up',
        version: 1,
        asOf: '2026-06-30',
        values: textColumnOf(['A', 'B', null, 'A']),
      },
    ]),
    others: { '网点/map *': tableOf('网点/map *', ['place', 'height'], [['上海', 4.5]]) },
    rejects: {
      ...bank.rejects,
      rowCount: 1,
      columns: {
        file: textColumnOf(['a.csv']),
        line: { kind: 'int32', values: Int32Array.of(7), nulls: null },
        column: textColumnOf([null]),
        rule: textColumnOf(['row.cut-off']),
        reason: textColumnOf(['The file ends within this row']),
        raw: textColumnOf(['1;"x']),
      },
    },
    sources: [
      { name: 'a.csv', sha256: 'ab', byteLength: 12, table: 'customer', rowsLoaded: 4, rowsRejected: 1 },
    ],
    assumptions: [{ code: 'link.orphans', values: { from: 'a.b', to: 'c.d', rows: 3 } }],
  },
  mapping: {
    version: 1,
    files: [{ match: { name: 'a.csv' }, table: 'customer', columns: { id: 'customer_id', pin: null } }],
    links: [{ from: 'account.customer_id', to: 'customer.customer_id' }],
  },
  report: { files: [], links: [], currency: 'CNY' },
  views: [{ name: '我的视图', link: '#/overview?p=L12M' }],
  segments: [{ name: 'Young' }],
  lists: { 'calls of June': { members: ['A', 'B'] } },
};

const bytes = writeProject(full);
const text = new TextDecoder('latin1').decode(bytes);

/** The archive with other bytes from a place on. */
function withBytes(at: number, ...values: readonly number[]): Uint8Array {
  const changed = bytes.slice();
  changed.set(values, at);
  return changed;
}

function archiveOf(manifest: unknown): Uint8Array {
  return zipSync({ 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) });
}

describe('a project file', () => {
  it('gives back everything that was put in', () => {
    expect(readProject(bytes, 'bank.clientele')).toEqual(full);
    expect(hashOf(readProject(bytes, 'bank.clientele').dataset)).toBe(hashOf(full.dataset));
  });

  it('keeps the order of tables and columns', () => {
    const { tables } = readProject(bytes, 'bank.clientele').dataset;
    expect(Object.keys(tables)).toEqual(Object.keys(bank.tables));
    for (const [name, frame] of Object.entries(bank.tables)) {
      expect(Object.keys(tables[name]?.columns ?? {})).toEqual(Object.keys(frame.columns));
    }
  });

  it('needs nothing but the data', () => {
    expect(readProject(writeProject({ dataset: bank }), 'x')).toEqual({
      dataset: bank,
      mapping: null,
      report: null,
      views: null,
      segments: null,
      lists: {},
    });
  });

  it('is the same bytes for the same project', () => {
    expect(writeProject(full)).toEqual(bytes);
    expect(writeProject(readProject(bytes, 'x'))).toEqual(bytes);
  });

  it('stores tables as they are, under names that every system takes', () => {
    expect(Object.keys(unzipSync(bytes))).toEqual(
      expect.arrayContaining([
        'manifest.json',
        'tables/customer.arrow',
        'tables/transaction.arrow',
        'others/网点%2fmap%20%2a.arrow',
        'rejects.arrow',
        'published/customer.tier.arrow',
        'views.json',
        'segments.json',
        'lists/calls%20of%20June.json',
      ]),
    );
    expect(text).toContain('ARROW1');
  });
});

describe('a file that is no project of this version', () => {
  it.each<[string, string, Uint8Array]>([
    ['nothing', 'storage.not-a-project', new Uint8Array(0)],
    ['a CSV file', 'storage.not-a-project', new TextEncoder().encode('customer_id,amount\n'.repeat(9))],
    ['another archive', 'storage.not-a-project', zipSync({ 'a.txt': Uint8Array.of(1, 2, 3) })],
    ['an archive with a manifest of another program', 'storage.not-a-project', archiveOf({ name: 'app' })],
    ['a project cut off', 'storage.damaged-project', bytes.slice(0, bytes.length / 2)],
    ['a project cut at its very end', 'storage.damaged-project', bytes.slice(0, -1)],
    [
      'a table with one other byte',
      'storage.damaged-project',
      withBytes(text.indexOf('ARROW1') + 2000, 1, 2),
    ],
    ['a manifest with one other byte', 'storage.damaged-project', withBytes(60, 0x55, 0xaa)],
    [
      'a manifest that names what is not there',
      'storage.damaged-project',
      archiveOf({ format: 'clientele-project', formatVersion: 1, schemaVersion: 1 }),
    ],
  ])('%s: %s', (_, code, content) => {
    expect(() => readProject(content, 'x.clientele')).toThrow(
      expect.objectContaining({ code, details: { file: 'x.clientele' } }) as Error,
    );
  });

  it('says which format a newer one has', () => {
    const newer = archiveOf({ format: 'clientele-project', formatVersion: 2, schemaVersion: 1 });
    expect(() => readProject(newer, 'x.clientele')).toThrow(
      expect.objectContaining({
        code: 'storage.newer-project',
        details: { file: 'x.clientele', version: 2 },
      }) as Error,
    );
  });

  it('is refused wherever one byte of a project has changed', () => {
    const step = Math.floor(bytes.length / 400);
    for (let at = 30; at < bytes.length; at += step) {
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ 0x10;
      let again: unknown;
      try {
        again = readProject(changed, 'x');
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^storage\./) as string });
        continue;
      }
      // Times, attributes and second copies of names in the archive carry nothing of the project.
      expect(again, `byte ${at}`).toEqual(full);
    }
  });
});

describe('the project file of version 1', () => {
  it('is read for ever, with everything in it', () => {
    const kept = new Uint8Array(readFileSync(new URL('fixtures/version-1.clientele', import.meta.url)));
    const project = readProject(kept, 'version-1.clientele');
    const { tables, asOf, currency } = project.dataset;
    expect(currency).toBe('CNY');
    expect(asOf).toBe(parseIsoDay('2026-06-30'));
    expect(Object.entries(tables).map(([name, { rowCount }]) => [name, rowCount])).toEqual([
      ['branch', 3],
      ['manager', 2],
      ['customer', 4],
      ['account', 6],
      ['holder', 2],
      ['transaction', 9],
      ['balance', 10],
      ['product', 4],
    ]);
    expect(project.lists).toEqual({ 'calls of June': { members: ['A', 'B'] } });
    expect(hashOf(project)).toBe('84952f0b666cf173342f20107bdcbefaf5ebd2d63372a00ddd3b60c494ca4157');
  });
});
