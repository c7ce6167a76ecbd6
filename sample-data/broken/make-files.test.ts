import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenFiles, filesInFolder, pathInFolder } from './make-files';

describe('the broken files', () => {
  it('are those that make-files.ts describes', () => {
    expect(filesInFolder().sort()).toEqual(Object.keys(brokenFiles).sort());
  });
  it.each(Object.keys(brokenFiles))('%s has the bytes described', (name) => {
    expect([...readFileSync(pathInFolder(name))]).toEqual([...(brokenFiles[name] ?? [])]);
  });
});
