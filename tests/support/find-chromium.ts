import { chromium, type LaunchOptions } from '@playwright/test';
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root';
import { unpackPackagedChromium } from './packaged-chromium';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;

/** Arguments of every launch: no graphics card, no traffic of its own, and no sandbox only where there is none. */
export const launchArguments: readonly string[] = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  ...(isRoot ? ['--no-sandbox'] : []),
];

type Source = { readonly name: string; readonly find: () => Promise<readonly string[]> };

/** Where a browser may come from, the cheapest first. The last three are tried only when nothing is installed. */
const sources: readonly Source[] = [
  { name: "Playwright's own", find: () => Promise.resolve([chromium.executablePath()]) },
  { name: 'a system Chromium, Chrome or Edge', find: () => Promise.resolve(systemBrowsers()) },
  { name: 'the package @sparticuz/chromium', find: unpackPackagedChromium },
  { name: 'npx playwright install chromium', find: installByPlaywright },
  { name: 'apt-get install chromium', find: installByApt },
];

/**
 * The path of a Chromium that has just been started once. `CHROMIUM_PATH`, when set, is the only candidate; otherwise
 * the first of {@link sources} that works.
 */
export async function findChromium(): Promise<string> {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    const failure = await launchFailure(given);
    if (failure === null) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which does not start: ${failure}`);
  }
  const tried: string[] = [];
  for (const { name, find } of sources) {
    try {
      for (const path of await find()) {
        if (!(await isExecutable(path))) continue;
        const failure = await launchFailure(path);
        if (failure === null) return path;
        tried.push(`${name} (${path}: ${failure})`);
      }
    } catch (error) {
      tried.push(`${name} (${firstLine(error)})`);
    }
  }
  throw new Error(
    'The browser tests need a Chromium, and none was found or could be installed: install Chromium or Chrome, or set ' +
      `CHROMIUM_PATH to one. Tried: ${tried.join('; ') || 'the usual places'}.`,
  );
}

/** Options that start the browser found. */
export function launchOptions(executablePath: string): LaunchOptions {
  return { executablePath, args: [...launchArguments] };
}

async function launchFailure(executablePath: string): Promise<string | null> {
  try {
    const browser = await chromium.launch({ ...launchOptions(executablePath), timeout: 30_000 });
    try {
      const page = await browser.newPage();
      await page.goto('data:text/html,<title>started</title>');
      return (await page.title()) === 'started' ? null : 'it shows no page';
    } finally {
      await browser.close();
    }
  } catch (error) {
    return firstLine(error);
  }
}

function systemBrowsers(): string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  if (process.platform === 'darwin') {
    return [...onPath, ...['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap(macBrowser)];
  }
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const below = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'];
    return bases.flatMap((base) =>
      [...below, 'Microsoft/Edge/Application/msedge.exe'].map((end) => join(base, end)),
    );
  }
  return onPath;
}

function macBrowser(name: string): string[] {
  const place = join('Applications', `${name}.app`, 'Contents', 'MacOS', name);
  return [join('/', place), join(homedir(), place)];
}

async function installByPlaywright(): Promise<readonly string[]> {
  await run('npx', ['playwright', 'install', 'chromium'], { cwd: root, timeout: 180_000 });
  return [chromium.executablePath()];
}

async function installByApt(): Promise<readonly string[]> {
  if (process.platform !== 'linux' || !isRoot) throw new Error('only as root on Debian');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, timeout: 180_000, maxBuffer: 1 << 26 });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    env,
    timeout: 600_000,
    maxBuffer: 1 << 26,
  });
  return ['/usr/bin/chromium'];
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n').find((line) => line.trim() !== '') ?? message).trim().slice(0, 200);
}
