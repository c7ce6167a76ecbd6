import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root';

const options = ['--optimizeLevel', '3', '--noAssert', '--runtime', 'minimal', '--enable', 'simd'];

/** The text of `src/ingest/kernel/kernel-bytes.ts`, compiled anew from the kernel's source. */
export function compileKernel(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-kernel-'));
  try {
    const file = join(folder, 'kernel.wasm');
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
    const source = 'src/ingest/kernel/assembly/index.ts';
    execFileSync(process.execPath, [compiler, source, '--outFile', file, ...options], { cwd: root });
    const lines =
      readFileSync(file)
        .toString('base64')
        .match(/.{1,100}/g) ?? [];
    const text = lines.map((line) => `  '${line}'`).join(' +\n');
    return `// Made of assembly/index.ts by \`npm run kernel\`; a test compares.\nexport const kernelBytes =\n${text};\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
