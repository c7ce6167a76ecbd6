import { allDrawn } from './all-drawn';
import { addressOf, aimAt, marksOf, openView, settled } from './analyst';
import { expect, test } from './fixtures';

test('Segments says its sentence and draws its cards', async ({ page }) => {
  for (const [tab, cards] of [
    ['tiers', 2],
    ['rfm', 3],
  ] as const) {
    await openView(page, `segments/${tab}`);
    await allDrawn(page);
    await expect(page.locator('.lead')).toContainText(/\d/);
    await expect(page.locator('figure.card')).toHaveCount(cards);
    await expect(page.locator('figure.card[data-state=ready]')).toHaveCount(cards);
  }
});

test('a cell of the grid filters the other cards, and its customers are those of the list', async ({
  page,
}) => {
  await openView(page, 'segments/rfm');
  const before = await page.locator('#SG4').innerText();
  const { x, y } = await aimAt(marksOf(page, 'SG3').nth(4));
  await page.mouse.click(x, y);
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain('sel=SG3~rfmGrid:5.5');
  await expect(page.locator('#SG4')).not.toHaveText(before);
  const strip = page.locator('#SG3 .strip');
  const customers = /([\d,]+) customers?/.exec(await strip.innerText())?.[1] ?? '';
  await strip.getByRole('button', { name: 'Show customers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await settled(page);
  expect(addressOf(page)).toContain('seg=rfmGrid:5.5');
  await expect(page.locator('.lead')).toContainText(`${customers} customer`);
});

test('a link with a selection means the same in a new visit', async ({ page, newVisitor }) => {
  await openView(page, 'segments/tiers', 'sel=SG2~abcClass:A');
  const tile = (visitor: typeof page) => visitor.locator('.strip.panel').innerText();
  const shown = await tile(page);
  const other = await newVisitor();
  await openView(other, 'segments/tiers', 'sel=SG2~abcClass:A');
  expect(await tile(other)).toBe(shown);
  const first = page.locator('#SG2 tbody tr').first();
  await expect(first).toHaveAttribute('aria-selected', 'true');
});

test('parameters stay in the link; other groups than the default ones are no filters', async ({ page }) => {
  await openView(page, 'segments/rfm');
  await page.getByLabel('Frequency counts').selectOption('months');
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain('a=segmentation.rfm~frequency:months');
  await expect(page.getByText(/cannot be used as filters/)).toBeVisible();
  const { x, y } = await aimAt(marksOf(page, 'SG4').first());
  await page.mouse.click(x, y);
  await expect(page.locator('#SG4 .strip')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to defaults' }).click();
  await settled(page);
  expect(addressOf(page)).not.toContain('a=');

  await page.getByRole('link', { name: 'Tiers' }).click();
  await settled(page);
  await page.getByLabel('Class A ends at %').fill('70');
  await page.getByLabel('Class A ends at %').press('Enter');
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain('segmentation.tiers~cuts:0.7 0.95');
  await page.getByLabel('Class A ends at %').fill('99');
  await page.getByLabel('Class A ends at %').press('Enter');
  await expect(page.getByText('Between 0.1 and 94.9.')).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Class A ends at %')).toHaveValue('80');
});

test('segments are filters on a page that never computed them', async ({ page }) => {
  await openView(page, 'overview');
  await page.getByRole('button', { name: 'Segment' }).click();
  await page.getByRole('button', { name: 'RFM group' }).click();
  await page.getByRole('checkbox', { name: /^Champions/ }).click();
  await page.keyboard.press('Escape');
  await settled(page);
  await expect.poll(() => addressOf(page)).toContain('seg=rfmGroup:champions');
  await expect(page.getByText('RFM group: Champions').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 500 customers$/ })).toBeVisible();
});

for (const [tab, card, filter] of [
  ['tiers', 'SG1', 'abcClass:A'],
  ['rfm', 'SG3', 'rfmGrid:5.1'],
  ['rfm', 'SG4', 'rfmGroup:champions'],
  ['rfm', 'SG10', 'rfmCell:key-value'],
] as const)
  test(`a double-click on ${card} makes its first mark a filter of every page`, async ({ page }) => {
    await openView(page, `segments/${tab}`);
    const { x, y } = await aimAt(marksOf(page, card).first());
    await page.mouse.dblclick(x, y);
    await settled(page);
    await expect.poll(() => addressOf(page)).toContain(`seg=${filter}`);
    expect(addressOf(page)).not.toContain('sel=');
  });
