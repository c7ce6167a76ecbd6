import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/root';
import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';
import { startOtherOrigin, type OtherOrigin } from './other-origin';
import { appReady } from './visit';

/** What each worker of the build is called: `import`, `data`, `compute`, `sql` … */
const workers = readdirSync(join(root, 'workers'))
  .map((name) => /^(.+)\.worker\.ts$/.exec(name)?.[1] ?? '')
  .filter((kind) => kind !== '');

let other: OtherOrigin;

test.beforeEach(async () => {
  other = await startOtherOrigin();
});

test.afterEach(async ({ page }) => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await other.close();
});

for (const host of ['a host that sends the policy as a header', 'a host that sends no headers']) {
  test.describe(`on ${host}`, () => {
    // Both are what a refusal looks like from outside.
    test.use({
      expectedRequests: [/^(http|ws):\/\/127\.0\.0\.1:\d+\//],
      expectedErrors: [/Content Security Policy/],
    });

    test.beforeEach(async ({ page }) => {
      if (host.endsWith('no headers')) await dropHeaders(page);
      await page.goto('/');
    });

    test('the page is refused every way to another origin', async ({ page }) => {
      expect(await page.evaluate(tryToLeave, other.url)).toEqual({
        fetch: 'refused',
        request: 'refused',
        socket: 'refused',
        events: 'refused',
        image: 'refused',
        script: 'refused',
      });
      await page.evaluate((url) => navigator.sendBeacon(url, 'x'), other.url);
      await expectNoVisit();
    });

    test('the page runs no code from strings', async ({ page }) => {
      const title = await page.title();
      const answer = await page.evaluate(
        () =>
          new Promise<string>((done) => {
            document.body.setAttribute('onclick', 'document.title = "inline"');
            document.body.click();
            // While a test evaluates, the browser lets it make functions: what the page itself may do is seen later.
            setTimeout(() => {
              try {
                // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to see it refused
                done(typeof new Function('return 1'));
              } catch (error) {
                done(error instanceof Error ? error.name : 'refused');
              }
            });
          }),
      );
      expect([answer, await page.title()]).toEqual(['EvalError', title]);
    });

    for (const kind of workers) {
      test(`the ${kind} worker is refused every way to another origin`, async ({ page }) => {
        const started = page.waitForEvent('worker');
        await page.evaluate(startAsTheAppDoes, workerFile(kind));
        const worker = await started;
        expect(await worker.evaluate(tryToLeave, other.url)).toEqual({
          fetch: 'refused',
          request: 'refused',
          socket: 'refused',
          events: 'refused',
        });
        await expectNoVisit();
      });
    }
  });
}

test('the page asks for nothing at all once it has all its parts', async ({ page, visit }) => {
  await page.goto('/');
  await appReady(page);
  await page.getByRole('button', { name: 'Open the sample bank' }).first().click();
  await expect(page.locator('section.scope')).toContainText('20,000');
  await allDrawn(page);
  for (const route of ['customers', 'settings', 'import', 'explore/sql', 'overview']) {
    await page.evaluate((name) => (location.hash = `#/${name}`), route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const started = page.workers().map((worker) => new URL(worker.url()).protocol);
  expect(started).toContain('blob:');
  expect(new Set(started)).toEqual(new Set(['blob:']));
  expect(await visit.afterReady(page)).toEqual([]);
});

/** The other origin was reachable all the time, but nobody came. */
async function expectNoVisit(): Promise<void> {
  expect(other.hits()).toBe(0);
  await fetch(other.url);
  expect(other.hits()).toBe(1);
}

function workerFile(kind: string): string {
  const built = readdirSync(join(root, 'dist/assets')).find((name) => name.startsWith(`${kind}.worker-`));
  if (built === undefined) throw new Error(`the build has no ${kind} worker`);
  return `./assets/${built}`;
}

async function startAsTheAppDoes(file: string): Promise<void> {
  const script = await (await fetch(file)).blob();
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  Object.assign(window, { startedByTest: new Worker(url, { name: 'started by a test' }) });
}

async function dropHeaders(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const type = response.headers()['content-type'] ?? '';
    await route.fulfill({ response, headers: { 'content-type': type } });
  });
}

/** Runs in the page or in a worker: each way out that exists there, and what became of it. */
async function tryToLeave(url: string): Promise<Record<string, string>> {
  const whether = (attempt: (arrived: () => void, refused: () => void) => void): Promise<string> =>
    new Promise((done) => {
      try {
        attempt(
          () => done('arrived'),
          () => done('refused'),
        );
      } catch {
        done('refused');
      }
    });
  const ways: Record<string, Promise<string>> = {
    fetch: whether((arrived, refused) => void fetch(url).then(arrived, refused)),
    request: whether((arrived, refused) => {
      const asked = new XMLHttpRequest();
      asked.onload = arrived;
      asked.onerror = refused;
      asked.open('GET', url);
      asked.send();
    }),
    socket: whether((arrived, refused) => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      socket.onopen = arrived;
      socket.onerror = refused;
    }),
    events: whether((arrived, refused) => {
      const source = new EventSource(url);
      source.onopen = arrived;
      source.onerror = refused;
    }),
  };
  if ('document' in globalThis) {
    for (const kind of ['img', 'script'] as const) {
      ways[kind === 'img' ? 'image' : kind] = whether((arrived, refused) => {
        const element = document.createElement(kind);
        element.onload = arrived;
        element.onerror = refused;
        element.src = url;
        document.body.append(element);
      });
    }
  }
  const answers: Record<string, string> = {};
  for (const [name, answer] of Object.entries(ways)) answers[name] = await answer;
  return answers;
}
