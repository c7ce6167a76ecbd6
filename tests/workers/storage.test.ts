import { afterEach, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../src/rpc/engine-client';
import { fakeStorage } from './fake-storage';
import { threadHost } from './thread-host';

const engines: EngineClient[] = [];

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

function engineWithStorage(): EngineClient {
  const engine = createEngine(threadHost({}, 2, fakeStorage()));
  engines.push(engine);
  return engine;
}

const project = (text: string): File => new File([text], 'bank.clientele');

describe('a project file', () => {
  it('is written from what is loaded and opened again', async () => {
    const engine = engineWithStorage();
    await engine.openProject(project('first 3'));
    const saved = await engine.saveProject();
    expect(await saved.text()).toBe('first 3');
    await engine.openProject(project('second 4'));
    const info = await engine.openProject(new File([saved], 'first.clientele'));
    expect(info).toMatchObject({ id: 'first', rows: { customer: 3 } });
  });

  it('that is none is refused, and what is loaded stays', async () => {
    const engine = engineWithStorage();
    await engine.openProject(project('first 3'));
    await expect(engine.openProject(project('words'))).rejects.toMatchObject({
      code: 'storage.not-a-project',
      details: { file: 'bank.clientele' },
    });
    expect(await (await engine.saveProject()).text()).toBe('first 3');
  });
});
