import type { BrowserContext, Page, Request } from '@playwright/test';

type Asked = { readonly url: string; readonly at: () => number };

/** What pages asked of the network and complained about, from the first request on. */
export class Visit {
  readonly #origin: string;
  readonly #asked: Asked[] = [];
  readonly #errors: string[] = [];

  constructor(baseURL: string) {
    this.#origin = new URL(baseURL).origin;
  }

  watch(context: BrowserContext): void {
    context.on('request', (request) => this.#note(request));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    context.on('weberror', (error) => this.#errors.push(String(error.error())));
    context.on('page', (page) => {
      page.on('websocket', (socket) => {
        const seen = Date.now();
        this.#asked.push({ url: socket.url(), at: () => seen });
      });
      page.on('crash', () => this.#errors.push('the page crashed'));
    });
  }

  /** Requests that left for another origin. */
  offOrigin(expected: readonly RegExp[] = []): string[] {
    return this.#asked
      .map(({ url }) => url)
      .filter((url) => new URL(url).origin !== this.#origin)
      .filter((url) => !expected.some((pattern) => pattern.test(url)));
  }

  errors(expected: readonly RegExp[] = []): string[] {
    return this.#errors.filter((text) => !expected.some((pattern) => pattern.test(text)));
  }

  /** Requests, to wherever, that began after the page said that it has all it needs. */
  async afterReady(page: Page): Promise<string[]> {
    const readyAt = await appReady(page);
    return this.#asked.filter(({ at }) => at() > readyAt).map(({ url }) => url);
  }

  #note(request: Request): void {
    const url = request.url();
    // Blob and data addresses name memory of the page, not the network.
    if (!/^(https?|wss?|ftp):/.test(url)) return;
    const seen = Date.now();
    // The browser tells its own time with the answer; a request that got none has only ours.
    this.#asked.push({ url, at: () => (request.timing().startTime > 0 ? request.timing().startTime : seen) });
  }
}

/** Waits until all code of the build is in memory; gives the time of it in milliseconds since 1970. */
export async function appReady(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('app-ready').length > 0);
  return page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('app-ready')[0]?.startTime ?? 0),
  );
}
