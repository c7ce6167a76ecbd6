/**
 * `npm test`: everything that can be checked, in stages. The steps of a stage run at the same time; the first that fails
 * ends the run with its exit code.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { findChromium } from './find-chromium';
import { root } from './root';

type Step = { readonly name: string; readonly command: readonly string[] };

const playwright = ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts'];

const stages: readonly (readonly Step[])[] = [
  [
    { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
    { name: 'lint', command: ['eslint', '--config', '.config/eslint.config.js', '.'] },
  ],
  [
    { name: 'types', command: ['tsc', '--noEmit'] },
    { name: 'types of components', command: ['svelte-check', '--fail-on-warnings', '--output', 'human'] },
  ],
  [{ name: 'unit, contract, worker, architecture and reference tests', command: ['vitest', 'run'] }],
  [
    { name: 'build of the page', command: ['vite', 'build', '--logLevel', 'warn'] },
    { name: 'build of the command line', command: ['vite', 'build', '--mode', 'cli', '--logLevel', 'warn'] },
  ],
  [{ name: 'browser tests', command: playwright }],
];

async function main(): Promise<number> {
  const started = performance.now();
  // A machine without a browser is told so before anything else takes its minutes.
  const env = { ...process.env, CHROMIUM_PATH: await findChromium() };
  say(`browser: ${env.CHROMIUM_PATH}`);
  for (const stage of stages) {
    const code = await runStage(stage, env);
    if (code !== 0) return code;
  }
  say(`all tests passed in ${seconds(started)}`);
  return 0;
}

async function runStage(stage: readonly Step[], env: NodeJS.ProcessEnv): Promise<number> {
  const isAlone = stage.length === 1;
  const children: ChildProcess[] = [];
  const codes = stage.map(async ({ name, command }) => {
    const started = performance.now();
    if (isAlone) say(name);
    const child = spawn('npx', ['--no-install', ...command], {
      cwd: root,
      env,
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    children.push(child);
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    const code = await exitCode(child);
    if (code !== 0) for (const other of children) if (other !== child) other.kill();
    if (code !== 0 || isAlone) process.stdout.write(Buffer.concat(output));
    say(`${name}: ${code === 0 ? 'passed' : `failed (exit code ${code})`} in ${seconds(started)}`);
    return code;
  });
  const failures = (await Promise.all(codes)).filter((code) => code !== 0);
  return failures.find((code) => code !== constants.signals.SIGTERM + 128) ?? failures[0] ?? 0;
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) =>
      done(code ?? (signal === null ? 1 : constants.signals[signal] + 128)),
    );
  });
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function say(text: string): void {
  process.stdout.write(`▶ ${text}\n`);
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
