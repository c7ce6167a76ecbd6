import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { launchArguments } from '../support/find-chromium';
import { root } from '../support/root';

/** Both variables are set by `global-setup.ts`; the processes that run tests inherit them. */
const { CHROMIUM_PATH: executablePath, CLIENTELE_URL: baseURL } = process.env;

export default defineConfig({
  testDir: '..',
  testMatch: '{browser,architecture}/**/*.spec.ts',
  globalSetup: './global-setup.ts',
  outputDir: join(root, 'test-results'),
  reporter: [['list']],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...(baseURL === undefined ? {} : { baseURL }),
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [...launchArguments],
    },
  },
});
