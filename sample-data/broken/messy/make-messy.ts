import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { delimiterFiles } from './delimiters';
import { encodingFiles } from './encodings';
import { fixedWidthFiles } from './fixed-width';
import { layoutFiles } from './layouts';
import type { MessyFile } from './messy-file';
import { quoteFiles } from './quotes';
import { rowFiles } from './rows';

/**
 * Files as people and old systems write them, each with the table that its author meant. Made up; run
 * `npx tsx sample-data/broken/messy/make-messy.ts` to write them again: the bytes under their name, beside them what was
 * meant as `.json`.
 */
export const messyFiles: Readonly<Record<string, MessyFile>> = {
  ...encodingFiles,
  ...delimiterFiles,
  ...quoteFiles,
  ...layoutFiles,
  ...fixedWidthFiles,
  ...rowFiles,
};

const folder = fileURLToPath(new URL('.', import.meta.url));

export const filesInFolder = (): string[] => readdirSync(folder).filter((name) => !name.endsWith('.ts'));
export const pathInFolder = (name: string): string => join(folder, name);
export const meantText = ({ meant }: MessyFile): string => `${JSON.stringify(meant, null, 1)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, file] of Object.entries(messyFiles)) {
    writeFileSync(pathInFolder(name), file.bytes);
    writeFileSync(pathInFolder(`${name}.json`), meantText(file));
  }
}
