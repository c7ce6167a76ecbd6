import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  dropFiles,
  dropLargeFile,
  exactFigure,
  expectSmallBank,
  load,
  openSmallBank,
  primary,
} from './import';

declare global {
  interface Window {
    /** Every import worker that the page has started, and not ended. */
    importWorkers: Worker[];
    /** Ends one as the browser does, unknown to the page. */
    kill: (worker: Worker) => void;
  }
}

/** Keeps the import workers where a test can end them. */
function keepWorkers(): void {
  window.importWorkers = [];
  const Original = window.Worker;
  window.kill = (worker) => {
    Reflect.apply(Reflect.get(Original.prototype, 'terminate') as () => void, worker, []);
  };
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name?.startsWith('clientele import') === true) window.importWorkers.push(this);
    }

    override terminate(): void {
      super.terminate();
      window.importWorkers = window.importWorkers.filter((worker) => worker !== this);
    }
  };
}

/** Lets import workers read 4 MB of files; more is refused as an engine without memory refuses it. */
function starveWorkers(): void {
  const starve = `if (self.name.startsWith('clientele import')) {
    const read = Blob.prototype.arrayBuffer;
    let left = 4_000_000;
    Blob.prototype.arrayBuffer = function () {
      left -= this.size;
      return left > 0 ? read.call(this) : Promise.reject(new RangeError('Array buffer allocation failed'));
    };
  }\n`;
  const original = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) =>
    original(
      object instanceof Blob && object.type === 'text/javascript'
        ? new Blob([starve, object], { type: object.type })
        : object,
    );
}

/** Waits until reading is under way, neither just begun nor nearly done; then does something at once, in the page. */
async function halfWay(page: Page, then: 'kill' | 'nothing'): Promise<void> {
  await page.waitForFunction((what) => {
    const bar = document.querySelector('[role=progressbar]');
    const percent = Number(bar?.getAttribute('aria-valuenow') ?? 0);
    if (!location.hash.includes('import/check') || percent < 1 || percent > 90) return false;
    if (what === 'kill') for (const worker of window.importWorkers) window.kill(worker);
    return true;
  }, then);
}

test.describe('an import whose worker can be ended', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(keepWorkers);
  });

  test('a worker that is killed half-way: F-07, the data before stay, trying again works', async ({
    page,
  }) => {
    await openSmallBank(page);
    await dropLargeFile(page);
    await halfWay(page, 'kill');
    const alert = page.getByRole('alert').filter({ hasText: 'F-07' });
    await expect(alert).toContainText('Reading stopped: the browser ended the import');
    await expect(alert).toContainText('Nothing was changed');
    await expect(page.locator('body')).not.toContainText(/Error:|undefined|Worker/);
    await page.evaluate(() => (location.hash = '#/import/check?lang=zh'));
    await expect(alert).toContainText('原有数据未改动');
    await expectSmallBank(page);
    await page.evaluate(() => (location.hash = '#/import/check?lang=en'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(primary(page)).toBeEnabled({ timeout: 60_000 });
    await load(page);
    expect(await exactFigure(page, 'Customers')).toContain('5,000');
  });

  test('cancelled half-way: nothing is changed and no worker stays', async ({ page }) => {
    await openSmallBank(page);
    await dropLargeFile(page);
    await halfWay(page, 'nothing');
    await page.getByRole('button', { name: 'Cancel import' }).click();
    await expect(page.getByText('Import cancelled. Nothing was changed.')).toBeVisible();
    await expect(page).toHaveURL(/#\/overview/);
    expect(await page.evaluate(() => window.importWorkers.length)).toBe(0);
    await expectSmallBank(page);
  });

  test('stopped half-way: the match is as it was, and can be read again', async ({ page }) => {
    await openSmallBank(page);
    await dropLargeFile(page);
    await halfWay(page, 'nothing');
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page).toHaveURL(/#\/import\/map/);
    await expect(primary(page)).toBeEnabled();
    await primary(page).click();
    await expect(primary(page)).toBeEnabled({ timeout: 60_000 });
    await expectSmallBank(page);
  });
});

test('without memory half-way: F-07, and the sample that was open stays', async ({ page }) => {
  await page.addInitScript(starveWorkers);
  await page.goto('/#/overview?b=sample-500-12-3&lang=en&p=all');
  const before = await exactFigure(page, 'Inflow');
  expect(await exactFigure(page, 'Customers')).toContain('= 500');
  await dropLargeFile(page);
  const alert = page.getByRole('alert').filter({ hasText: 'F-07' });
  await expect(alert).toContainText('Out of memory');
  await expect(alert).toContainText('Nothing was changed');
  await page.evaluate(() => (location.hash = '#/import/check?lang=zh'));
  await expect(alert).toContainText('内存不足，原有数据未改动');
  await expect(page.locator('body')).not.toContainText(/RangeError|allocation/);
  await page.getByRole('button', { name: '取消导入' }).click();
  await page.evaluate(() => (location.hash = '#/overview?b=sample-500-12-3&lang=en&p=all'));
  expect(await exactFigure(page, 'Inflow')).toBe(before);
});

test('files dropped on any page lead to the import', async ({ page }) => {
  await page.goto('/#/customers?b=sample-500-12-3&lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await dropFiles(page, ['sample-data/broken/empty.csv']);
  await expect(page).toHaveURL(/#\/import\/files/);
  await expect(page.getByRole('alert').filter({ hasText: 'F-01' })).toBeVisible();
});
