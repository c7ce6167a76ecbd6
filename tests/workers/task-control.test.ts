import { expose, wrap } from 'comlink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Control, Progress } from '../../src/base/control';
import { AppError } from '../../src/base/errors';
import { TaskControl } from '../../src/rpc/task-control';
import { installTransferHandlers } from '../../src/rpc/transfer-handlers';
import { gate } from './thread-host';

const ports: MessagePort[] = [];

type Work = (control: Control) => Promise<unknown>;

/** A remote function over two ports. */
function remote(work: Work): Work {
  installTransferHandlers();
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  expose({ work }, port2);
  const api: { work: Work } = wrap<{ work: Work }>(port1);
  return (control) => api.work(control);
}

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  vi.restoreAllMocks();
});

describe('a call with a control', () => {
  it('hears progress in its order, under the last stage named', async () => {
    const work = remote(async (control) => {
      vi.spyOn(performance, 'now').mockImplementation(() => clock);
      let clock = 0;
      for (let done = 0; done <= 5; done++, clock += 100) {
        await control.yield(done, 5, done === 0 ? 'read' : undefined);
      }
    });
    const heard: Progress[] = [];
    const control = new TaskControl((progress) => heard.push(progress));
    await work(control);
    control.close();
    expect(heard).toEqual([0, 1, 2, 3, 4, 5].map((done) => ({ done, total: 5, stage: 'read' })));
  });

  it('stops within the work of 100 ms after it was asked to', async () => {
    const slices = Math.floor(100 / 12);
    const started = gate();
    let done = 0;
    const work = remote(async (control) => {
      for (;;) {
        await control.yield(done++, 1e6);
        started.open();
      }
    });
    const control = new TaskControl();
    const answer = work(control);
    await started.isOpen;
    const before = done;
    control.cancel();
    await expect(answer).rejects.toMatchObject({ code: 'task.cancelled' });
    expect(done - before).toBeLessThanOrEqual(slices);
    control.close();
  });

  it('knows of a wish to stop that came before it was sent', async () => {
    const work = remote((control) => control.yield(0, 1));
    const control = new TaskControl();
    control.cancel();
    await expect(work(control)).rejects.toMatchObject({ code: 'task.cancelled' });
    control.close();
  });

  it('is heard no more once it is closed', async () => {
    let late: () => Promise<void> = () => Promise.resolve();
    const work = remote((control) => {
      late = () => control.yield(1, 1);
      return Promise.resolve();
    });
    const onprogress = vi.fn();
    const control = new TaskControl(onprogress);
    await work(control);
    control.close();
    await late();
    expect(onprogress).not.toHaveBeenCalled();
  });

  it('may hold its thread for 12 ms', async () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const work = remote(async (control) => {
      const asked: boolean[] = [];
      for (const time of [0, 11, 12, 13]) {
        clock = time;
        asked.push(control.shouldYield());
      }
      await control.yield(0, 1);
      asked.push(control.shouldYield());
      return asked;
    });
    const control = new TaskControl();
    expect(await work(control)).toEqual([false, false, true, true, false]);
    control.close();
  });
});

describe('an error on the wire', () => {
  const thrown = async (error: unknown): Promise<unknown> => {
    const control = new TaskControl();
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- libraries do reject with plain text
    const answer = remote(() => Promise.reject(error))(control);
    return await answer.catch((caught: unknown) => caught).finally(() => control.close());
  };

  it('keeps code, message, details and the message of its cause', async () => {
    const details = { file: 'a.csv', row: 3, names: ['x', 'y'] };
    const cause = new Error('disk gone');
    const error = await thrown(
      new AppError('ingest.unreadable', 'a.csv could not be read', details, { cause }),
    );
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'ingest.unreadable', message: 'a.csv could not be read', details });
    expect(error).toHaveProperty('cause.message', 'disk gone');
  });

  it('is unexpected when it is not one of ours', async () => {
    expect(await thrown(new TypeError('x is not a function'))).toMatchObject({
      code: 'internal.unexpected',
      message: 'x is not a function',
    });
    expect(await thrown('no such table: t')).toMatchObject({
      code: 'internal.unexpected',
      message: 'no such table: t',
      cause: { message: 'no such table: t' },
    });
  });
});
