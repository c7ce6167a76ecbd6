import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Measured } from './page/measured';

const here = dirname(fileURLToPath(import.meta.url));

/** One run of a Python script beside this file on what it reads; the reason in words when there is no such run. */
export function runPython(script: string, input: unknown): Promise<Measured | string> {
  return new Promise((resolve) => {
    const child = spawn('python3', [join(here, script)]);
    let [written, complaint] = ['', ''];
    child.stdout.on('data', (data) => (written += String(data)));
    child.stderr.on('data', (data) => (complaint += String(data)));
    child.on('error', () => {
      resolve('python3 is not there');
    });
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(written) as Measured);
      else resolve(complaint.trim().split('\n').at(-1) ?? `python3 ended with ${String(code)}`);
    });
    child.stdin.end(JSON.stringify(input));
  });
}
