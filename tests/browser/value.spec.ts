import { allDrawn } from './all-drawn';
import { axeFindings } from './axe';
import { expect, test } from './fixtures';
import { chooseFiles, confirmUntilCheck, load, primary } from './import';
import { describeReference } from './reference-files';
import { languages } from './routes';

describeReference('Value', (referenceFile) => {
  test('shows the published model of CDNOW and what came true of it, and keeps the choice in the link', async ({
    page,
  }) => {
    await chooseFiles(page, [referenceFile('cdnow/CDNOW_sample.txt')]);
    await expect(primary(page)).toBeEnabled();
    await primary(page).click();
    if (/import\/read/.test(page.url())) await primary(page).click();
    await page.getByRole('region', { name: 'Questions' }).getByRole('radio').nth(1).check();
    await confirmUntilCheck(page);
    await load(page);

    await page.evaluate(() => (location.hash = '#/value?lang=en'));
    await expect(page.locator('.lead')).toContainText('Of 2,357 customers, about');
    await page.getByLabel('Model', { exact: true }).selectOption('bg-nbd');
    await page.getByLabel('Learns until').selectOption('1997-09-30');
    await allDrawn(page);
    expect(page.url()).toContain('customer-value.btyd~calibrationEnd:1997-09-30');
    expect(page.url()).toContain('customer-value.btyd~model:bg-nbd');

    // Fader, Hardie & Lee 2005, table 2, with more digits of the same likelihood.
    const how = page.getByRole('region', { name: 'How it was computed' });
    await expect(how).toContainText('r 0.242595 · α 4.41360 · a 0.792922 · b 2.42591');
    await expect(how).toContainText('−9,582.43');
    await expect(how).toContainText('1,653.41 · 1,882');
    await expect(
      page.getByRole('heading', { name: /1,882 purchases came where 1,653 were expected/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: '1,411 of 2,357 customers never came back' }),
    ).toBeVisible();
    await expect(
      page.getByText(/takes the 1,411 customers with a single event for certainly active/),
    ).toBeVisible();

    await page.goBack();
    await expect(page.getByLabel('Learns until')).toHaveValue('auto');
    await page.goForward();
    await expect(page.getByLabel('Learns until')).toHaveValue('1997-09-30');

    for (const language of languages) {
      await page.evaluate(
        (lang) => (location.hash = `${location.hash.replace(/&lang=\w+/, '')}&lang=${lang}`),
        language,
      );
      await allDrawn(page);
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  test('says of bank accounts that they are no purchases, and runs the model that is asked for', async ({
    page,
  }) => {
    const files = ['account', 'client', 'disp', 'district', 'loan', 'order', 'card', 'trans'];
    await chooseFiles(
      page,
      files.map((name) => referenceFile(`berka/${name}.asc`)),
    );
    await confirmUntilCheck(page);
    await load(page);
    await page.evaluate(() => (location.hash = '#/value?lang=en'));
    await expect(page.locator('.lead')).toContainText(
      'These are the transactions of bank accounts, not purchases',
    );
    await page.getByRole('button', { name: 'Run MBG/NBD all the same' }).first().click();
    await expect(page.getByText(/the model runs because it was asked for/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'How it was computed' })).toContainText('MBG/NBD');
    expect(page.url()).toContain('customer-value.btyd~model:mbg-nbd');
  });
});
