import AxeBuilder from '@axe-core/playwright';
import { allDrawn } from './all-drawn';
import { expect, test } from './fixtures';
import { languages, routes } from './routes';

for (const { name, link } of routes)
  for (const language of languages)
    test(`axe finds nothing serious on ${name}, ${language}, light and dark`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto(`${link}lang=${language}`);
      await allDrawn(page);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await expect
          .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
          .toBe(theme === 'dark');
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => ({ id, targets: nodes.slice(0, 5).map(({ target }) => target.join(' ')) }));
        expect.soft(serious, theme).toEqual([]);
      }
    });
