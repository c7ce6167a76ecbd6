import { describe, expect, it } from 'vitest';
import { AppError } from '../../base/errors';
import { cancelled } from '../../base/control';
import { SqlSession } from './sql-session.svelte';

type App = ConstructorParameters<typeof SqlSession>[0];
type Sql = App['engine']['sql'];

const rows = { columns: ['a'], rows: [[1]], truncated: false, milliseconds: 3 };
const views = [{ name: 'customers', columns: ['customer_id'] }];

/** The shared state as far as a session uses it, with a console that answers as the test says. */
function appWith(answers: {
  readonly query?: () => Promise<unknown>;
  readonly count?: () => Promise<unknown>;
}) {
  const log: string[] = [];
  const sql = {
    open: ({ isMasked }: { isMasked: boolean }) => {
      log.push(isMasked ? 'open masked' : 'open');
      return Promise.resolve(views);
    },
    query: (text: string, { signal }: { signal: AbortSignal }) => {
      log.push(text);
      return Promise.race([answers.query?.() ?? Promise.resolve(rows), stopped(signal)]);
    },
    count: (_: string, { signal }: { signal: AbortSignal }) =>
      Promise.race([answers.count?.() ?? Promise.resolve(20_000), stopped(signal)]),
    close: () => log.push('close'),
  };
  const app = {
    engine: { sql: sql as unknown as Sql },
    dataset: { version: 1, whenReady: () => Promise.resolve() },
    preferences: { isMasked: true },
  };
  return { app: app as unknown as App, preferences: app.preferences, log };
}

const stopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(cancelled())));
const never = () => new Promise<never>(() => undefined);

describe('a session on the console', () => {
  it('says what can be asked before anything is asked', async () => {
    const { app, log } = appWith({});
    const session = new SqlSession(app, null);
    await session.follow();
    expect([session.views, session.answer, log]).toEqual([views, null, ['open masked']]);
  });

  it('asks the question of the link at once', async () => {
    const { app, log } = appWith({});
    const session = new SqlSession(app, 'SELECT 1');
    await session.follow();
    expect([session.answer, session.total, session.phase]).toEqual([rows, 1, 'idle']);
    expect(log).toEqual(['open masked', 'SELECT 1']);
  });

  it('asks again when personal data are shown or hidden', async () => {
    const { app, preferences, log } = appWith({});
    const session = new SqlSession(app, null);
    await session.run('SELECT 2');
    preferences.isMasked = false;
    await session.follow();
    expect(log).toEqual(['open masked', 'SELECT 2', 'open', 'SELECT 2']);
  });

  it('shows the rows first and counts the others afterwards', async () => {
    const { app } = appWith({ query: () => Promise.resolve({ ...rows, truncated: true }) });
    const session = new SqlSession(app, null);
    await session.run('SELECT 1');
    expect([session.answer?.rows, session.total]).toEqual([[[1]], 20_000]);
  });

  it('stopped while it counts keeps the rows', async () => {
    const { app } = appWith({ query: () => Promise.resolve({ ...rows, truncated: true }), count: never });
    const session = new SqlSession(app, null);
    const run = session.run('SELECT 1');
    await expect.poll(() => session.phase).toBe('counting');
    session.stop();
    await run;
    expect([session.answer?.rows, session.total, session.phase, session.isStopped]).toEqual([
      [[1]],
      null,
      'idle',
      false,
    ]);
  });

  it('stopped while it runs has no answer and says so', async () => {
    const { app } = appWith({ query: never });
    const session = new SqlSession(app, null);
    const run = session.run('SELECT 1');
    await expect.poll(() => session.views.length).toBe(1);
    session.stop();
    await run;
    expect([session.answer, session.error, session.phase, session.isStopped]).toEqual([
      null,
      null,
      'idle',
      true,
    ]);
  });

  it('tells what went wrong, until the next question', async () => {
    let isWrong = true;
    const { app } = appWith({
      query: () =>
        isWrong
          ? Promise.reject(new AppError('database.read-only', 'Queries can only read'))
          : Promise.resolve(rows),
    });
    const session = new SqlSession(app, null);
    await session.run('DELETE FROM customers');
    expect([session.error?.code, session.answer, session.phase]).toEqual([
      'database.read-only',
      null,
      'idle',
    ]);
    isWrong = false;
    await session.run('SELECT 1');
    expect([session.error, session.answer]).toEqual([null, rows]);
  });

  it('frees the copy when the page is left', () => {
    const { app, log } = appWith({});
    new SqlSession(app, null).close();
    expect(log).toEqual(['close']);
  });
});
