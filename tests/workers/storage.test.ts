import { afterEach, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../src/rpc/engine-client';
import { fakeStorage } from './fake-storage';
import { threadHost } from './thread-host';

const engines: EngineClient[] = [];

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

function engineWithStorage() {
  const storage = fakeStorage();
  let requests = 0;
  const host = {
    ...threadHost({}, 2, storage),
    sqliteBinary: () => {
      requests++;
      return Promise.resolve(new ArrayBuffer(8));
    },
  };
  const engine = createEngine(host);
  engines.push(engine);
  return { engine, log: storage.log, requests: () => requests };
}

const project = (text: string): File => new File([text], 'bank.clientele');

describe('the database', () => {
  it('is opened once, by the SQLite of the page', async () => {
    const { engine, log, requests } = engineWithStorage();
    await engine.openProject(project('first 3'));
    expect(log).toEqual([]);
    await engine.prepareDatabase();
    expect(await engine.sql('SELECT id')).toEqual({ columns: ['id'], rows: [['first']] });
    expect(await engine.sql('SELECT id')).toEqual({ columns: ['id'], rows: [['first']] });
    expect(log).toEqual(['open first by 8 bytes']);
    expect(requests()).toBe(1);
  });

  it('is that of the data that are loaded, and frees the one before', async () => {
    const { engine, log } = engineWithStorage();
    await engine.openProject(project('first 3'));
    await engine.prepareDatabase();
    await engine.openProject(project('second 4'));
    expect(await engine.sql('SELECT id')).toEqual({ columns: ['id'], rows: [['second']] });
    expect(log).toEqual(['open first by 8 bytes', 'close first', 'open second by 8 bytes']);
  });

  it('refuses with code and details', async () => {
    const { engine } = engineWithStorage();
    await engine.openProject(project('first 3'));
    await expect(engine.sql('DELETE FROM customer')).rejects.toMatchObject({
      code: 'database.read-only',
      details: { sql: 'DELETE FROM customer' },
    });
  });
});

describe('a project file', () => {
  it('is written from what is loaded and opened again', async () => {
    const { engine } = engineWithStorage();
    await engine.openProject(project('first 3'));
    const saved = await engine.saveProject();
    expect(await saved.text()).toBe('first 3');
    await engine.openProject(project('second 4'));
    const info = await engine.openProject(new File([saved], 'first.clientele'));
    expect(info).toMatchObject({ id: 'first', rows: { customer: 3 } });
  });

  it('that is none is refused, and what is loaded stays', async () => {
    const { engine } = engineWithStorage();
    await engine.openProject(project('first 3'));
    await expect(engine.openProject(project('words'))).rejects.toMatchObject({
      code: 'storage.not-a-project',
      details: { file: 'bank.clientele' },
    });
    expect(await engine.sql('SELECT id')).toEqual({ columns: ['id'], rows: [['first']] });
  });
});
