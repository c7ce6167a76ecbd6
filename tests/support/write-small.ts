import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallFiles } from '../../sample-data/small-files';

const folder = fileURLToPath(new URL('../../sample-data/small', import.meta.url));
for (const [path, bytes] of await smallFiles()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
