import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkFiles, patternFiles } from './checks';
import { codeFiles } from './codes';
import { currencyFiles } from './currencies';
import { dateFiles } from './dates';
import { directionFiles } from './directions';
import { idFiles } from './ids';
import { moneyFiles } from './money';
import { refusalFiles } from './refusals';
import type { RuleFile, RuleFiles } from './rule-file';
import { tableFiles } from './tables';

/**
 * One small file for each rule and quirk of bank exports, with the fate of each of its rows as its author meant it. Made
 * up; run `npx tsx sample-data/broken/rules/make-rules.ts` to write them again: the bytes under their name, beside them
 * what was meant as `.json`.
 */
export const ruleFiles: RuleFiles = {
  ...dateFiles,
  ...moneyFiles,
  ...idFiles,
  ...codeFiles,
  ...directionFiles,
  ...tableFiles,
  ...currencyFiles,
  ...checkFiles,
  ...patternFiles,
  ...refusalFiles,
};

const folder = fileURLToPath(new URL('.', import.meta.url));

export const filesInFolder = (): string[] => readdirSync(folder).filter((name) => !name.endsWith('.ts'));
export const pathInFolder = (name: string): string => join(folder, name);
export const meantText = ({ meant }: RuleFile): string => `${JSON.stringify(meant, null, 1)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, file] of Object.entries(ruleFiles)) {
    writeFileSync(pathInFolder(name), file.bytes);
    writeFileSync(pathInFolder(`${name}.json`), meantText(file));
  }
}
