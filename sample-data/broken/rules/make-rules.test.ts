import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesInFolder, meantText, ruleFiles, pathInFolder } from './make-rules';

describe('the files of rules', () => {
  it('are those that make-rules.ts describes', () => {
    const described = Object.keys(ruleFiles).flatMap((name) => [name, `${name}.json`]);
    expect(filesInFolder().sort()).toEqual(described.sort());
  });
  it.each(Object.entries(ruleFiles))('%s has the bytes and the meaning described', (name, file) => {
    expect([...readFileSync(pathInFolder(name))]).toEqual([...file.bytes]);
    expect(readFileSync(pathInFolder(`${name}.json`), 'utf8')).toBe(meantText(file));
  });
});
