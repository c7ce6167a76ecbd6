import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Made in a moment, two years long. */
const smallBank = 'sample-200-24-7';

/** Links of each of the two tests, which run side by side. */
const states = 30;

/** A seeded generator: the same states in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values of the sample bank by key of the link. */
const values: Readonly<Record<string, readonly string[]>> = {
  p: ['L3M', 'L6M', 'L24M', 'YTD', 'QTD', 'all', '2025-09..2026-02'],
  asof: ['2026-03-31', '2025-12-31'],
  c: ['py', 'pp', 'none', '2024-07..2024-12'],
  org: ['br:BR001', 'br:BR001,BR003', '~br:BR002', 'br:BR001/rm:RM0001'],
  prod: ['savings', 'term_deposit,fund', '~wealth'],
  ch: ['atm', 'mobile', '~atm'],
  f: ['type:personal', 'age:30-45', 'gender:female', '~type:corporate', 'tenure_years:1-5;type:personal'],
  seg: ['monthsSinceLastTransaction:0-1'],
  m: ['customers', 'aum', 'inflow', 'outflow', 'transactions', 'active'],
  sel: ['OV2~branch:BR001', 'OV6~channel:atm', 'OV7~month:2026-03', 'OV4~month:2026-04;OV5~product:savings'],
  t: ['OV2', 'OV1,OV7'],
  sort: ['-aum', 'customerId', '-transactions'],
};

/** A link in the order in which the view writes it. */
function linkOf(random: () => number): string {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const route = random() < 0.75 ? 'overview' : 'customers';
  const chosen: Record<string, string> = { b: smallBank };
  for (const [key, list] of Object.entries(values)) {
    const isOfPage =
      key === 'sel' || key === 't' ? route === 'overview' : key !== 'sort' || route !== 'overview';
    if (isOfPage && random() < 0.3) chosen[key] = one(list);
  }
  const query = Object.entries(chosen).sort(([a], [b]) => (a < b ? -1 : 1));
  return `#/${route}?v=1&${query.map(([key, value]) => `${key}=${value}`).join('&')}`;
}

/** Everything that the page shows as numbers, once the engine has answered all that it was asked. */
async function shown(page: Page): Promise<string> {
  const handle = await page.waitForFunction(() => {
    // The page before stays until the code of the next one is there.
    const mark = location.hash.startsWith('#/customers') ? 'main section.list' : '#OV2';
    if (document.querySelector(mark) === null) return null;
    const parts = document.querySelectorAll(
      'section.scope, .lead, main dl, main figure, main section.panel, [class*=kpi]',
    );
    const isBusy = document.querySelector(
      'figure[data-state=loading], figure[data-state=updating], main [aria-busy=true]',
    );
    const cards = document.querySelectorAll('main figure, main section.panel');
    const isCounting = document.querySelector('section.scope')?.textContent.includes('Counting') ?? true;
    if (isBusy !== null || isCounting || cards.length === 0) return null;
    const spoken = [...document.querySelectorAll('main [role=option]')].map((mark) => mark.ariaLabel);
    const texts = [...parts].map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    return [...texts, ...spoken].join('\n');
  });
  // Which filter was the last one is known where they were set, not from a link.
  return ((await handle.jsonValue()) ?? '').replace(/Remove .{0,60}? Reset filters/g, 'Reset filters');
}

/** Follows a link inside a visit, as a person does who clicks from view to view. */
async function go(page: Page, link: string): Promise<void> {
  await page.evaluate(
    (hash) =>
      new Promise<void>((done) => {
        const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => done()));
        if (decodeURIComponent(location.hash) === hash) drawn();
        else addEventListener('hashchange', drawn, { once: true });
        location.hash = hash;
      }),
    link,
  );
}

for (const seed of [20260630, 20251231]) {
  test(`random links of seed ${seed} show in a fresh visit what they showed where they were copied`, async ({
    page,
    newVisitor,
  }) => {
    test.setTimeout(420_000);
    const random = randomFrom(seed);
    const links = Array.from({ length: states }, () => linkOf(random));
    const copied: { readonly address: string; readonly text: string }[] = [];
    await page.goto(`/#/overview?v=1&b=${smallBank}`);
    await shown(page);
    for (const link of links) {
      await go(page, link);
      const text = await shown(page);
      copied.push({ address: await page.evaluate(() => location.hash), text });
    }
    const other = await newVisitor({ locale: 'en-GB', viewport: { width: 1280, height: 720 } });
    for (const [index, { address, text }] of copied.entries()) {
      expect(decodeURIComponent(address), 'the link is what the view writes').toBe(links[index]);
      await other.goto('about:blank');
      await other.goto(`/${address}`);
      await expect.poll(() => shown(other), { message: address, timeout: 15_000 }).toBe(text);
      expect(await other.evaluate(() => location.hash)).toBe(address);
    }
  });
}
