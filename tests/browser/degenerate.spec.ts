import type { Page } from '@playwright/test';
import { degenerateFiles } from '../support/degenerate-files';
import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';
import { chooseFiles, confirmUntilCheck, load, textFile } from './import';
import { languages, routes } from './routes';

/** The pages for the bank that is open, and what they ask by name besides. */
const paths = [
  ...routes.map(({ name, link }) => {
    const [path = ''] = link.split('?');
    return name === 'customer' ? '#/customers/C001' : path;
  }),
  '#/churn/survival?a=churn.survival~event:silence',
  '#/value?a=customer-value.btyd~model:bg-nbd',
  '#/value?a=customer-value.btyd~model:mbg-nbd',
  '#/segments/tiers?a=segmentation.tiers~scheme:pyramid',
  '#/segments/rfm?m=money',
];

/** Goes on without loading anew: what was imported is in memory only. */
async function turnTo(page: Page, path: string, language: string): Promise<void> {
  const link = `${path}${path.includes('?') ? '&' : '?'}lang=${language}&p=all`;
  await page.evaluate(async (hash) => {
    location.hash = hash;
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
  }, link);
  await allDrawn(page);
}

/** Words of machines that stand where a person reads or hears, or in what is drawn. */
function machineWords(): string[] {
  const found: string[] = [];
  const look = (text: string, where: string) => {
    for (const [word] of text.matchAll(/\b(?:NaN|undefined|Infinity|null)\b|∞|\[object/g))
      found.push(`${word} in ${where}: ${text.slice(0, 80)}`);
  };
  for (const element of document.querySelectorAll('body *')) {
    for (const { name, value } of element.attributes) look(value, `${element.tagName} ${name}`);
    for (const node of element.childNodes)
      if (node.nodeType === Node.TEXT_NODE) look(node.textContent ?? '', element.tagName);
  }
  return found;
}

/** States in which a card may rest: nobody filtered anything here, and nothing fails. */
const legal: ReadonlySet<string> = new Set(['ready', 'needs', 'not-enough']);

/** What shows that a page of cards is there; where data are missing, a page may say so as a whole. */
const signs: Readonly<Record<string, string>> = {
  '#/overview': '#OV2',
  '#/churn/risk': '#CH1',
  '#/churn/survival': '#CH4',
  '#/customers/C001': '#C5',
  '#/value': '#VA1, main section.panel:not(.strip)',
  '#/segments/tiers': '#SG1',
  '#/segments/rfm': '#SG3',
};

type SeenCard = { readonly id: string; readonly state: string; readonly text: string };

const cardsOf = (page: Page): Promise<readonly SeenCard[]> =>
  page.locator('main figure.card').evaluateAll((cards) =>
    cards.map((card) => ({
      id: card.id,
      state: card.getAttribute('data-state') ?? '',
      text: card.querySelector<HTMLElement>('.body')?.innerText.trim() ?? '',
    })),
  );

test.use({ viewport: { width: 1280, height: 3000 } });

for (const [name, files] of Object.entries(degenerateFiles))
  test(`every page has numbers or a message for a bank with ${name}`, async ({ page }) => {
    await chooseFiles(
      page,
      files.map(({ name, text }) => textFile(name, text)),
    );
    await confirmUntilCheck(page);
    await load(page);
    for (const language of languages)
      for (const path of paths) {
        await turnTo(page, path, language);
        const place = `${language} ${path}`;
        const sign = signs[path.split('?')[0] ?? ''];
        if (sign !== undefined) await expect(page.locator(sign).first(), place).toBeVisible();
        const unfit = async () =>
          (await cardsOf(page)).filter(({ state, text }) => !legal.has(state) || text === '');
        await expect.poll(unfit, place).toEqual([]);
        expect(await page.evaluate(machineWords), place).toEqual([]);
      }
  });
