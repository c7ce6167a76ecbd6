import AxeBuilder from '@axe-core/playwright';
import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';
import { languages, routes } from './routes';

for (const { name, link } of routes)
  for (const language of languages)
    for (const theme of ['light', 'dark'] as const)
      test(`axe finds nothing serious on ${name}, ${language}, ${theme}`, async ({ page }) => {
        await page.goto(`${link}lang=${language}&th=${theme}`);
        await allDrawn(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => ({ id, targets: nodes.slice(0, 5).map(({ target }) => target.join(' ')) }));
        expect(serious).toEqual([]);
      });
