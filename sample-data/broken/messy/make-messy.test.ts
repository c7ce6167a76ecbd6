import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesInFolder, meantText, messyFiles, pathInFolder } from './make-messy';

describe('the messy files', () => {
  it('are those that make-messy.ts describes', () => {
    const described = Object.keys(messyFiles).flatMap((name) => [name, `${name}.json`]);
    expect(filesInFolder().sort()).toEqual(described.sort());
  });
  it.each(Object.entries(messyFiles))('%s has the bytes and the meaning described', (name, file) => {
    expect([...readFileSync(pathInFolder(name))]).toEqual([...file.bytes]);
    expect(readFileSync(pathInFolder(`${name}.json`), 'utf8')).toBe(meantText(file));
  });
});
