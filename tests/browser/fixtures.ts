import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { Visit } from './visit';

export { expect };

type Options = {
  /** Requests to other origins that a test makes on purpose, to see them refused. */
  readonly expectedRequests: readonly RegExp[];
  /** Messages of the console that a test provokes on purpose. */
  readonly expectedErrors: readonly RegExp[];
};

type Fixtures = {
  /** What the page asked of the network and complained about so far. */
  readonly visit: Visit;
  /** A page in a new profile, watched like the first. */
  readonly newVisitor: (options?: BrowserContextOptions) => Promise<Page>;
};

/**
 * The `test` of every browser test. A test fails when the page asks another origin for anything, writes an error to the
 * console, or throws.
 */
export const test = base.extend<Options & Fixtures>({
  expectedRequests: [[], { option: true }],
  expectedErrors: [[], { option: true }],

  visit: [
    async ({ context, baseURL, expectedRequests, expectedErrors }, use) => {
      const visit = new Visit(baseURL ?? '');
      visit.watch(context);
      await use(visit);
      expect(visit.offOrigin(expectedRequests), 'requests to other origins').toEqual([]);
      expect(visit.errors(expectedErrors), 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],

  newVisitor: async ({ browser, baseURL, visit }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), ...options });
      contexts.push(context);
      visit.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
