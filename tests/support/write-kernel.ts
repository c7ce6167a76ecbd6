import { writeFileSync } from 'node:fs';
import { compileKernel } from './compile-kernel';

writeFileSync(new URL('../../src/ingest/kernel/kernel-bytes.ts', import.meta.url), compileKernel());
