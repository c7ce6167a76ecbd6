import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';
import { bytesSource, type ByteSource } from '../../src/ingest/byte-source';

const variable = 'CLIENTELE_REFERENCE_DATA';

/** A file of the public reference data. Only inside {@link describeReference}. */
export function referenceSource(path: string): ByteSource {
  return bytesSource(path.replace(/^.*\//, ''), new Uint8Array(readFileSync(referencePath(path))));
}

export function referenceText(path: string): string {
  return readFileSync(referencePath(path), 'utf8');
}

export function referenceJson(path: string): unknown {
  return JSON.parse(referenceText(path));
}

/** Where a file of the reference data stands. Only inside {@link describeReference}. */
export function referencePath(path: string): string {
  return join(resolve(process.env[variable] ?? ''), path);
}

/**
 * Tests against public data that the project does not carry: with the variable set the folder must be there, without
 * it the suite says that it was not run.
 */
export function describeReference(name: string, folder: string, body: () => void): void {
  describe(name, () => {
    if (process.env[variable] === undefined || process.env[variable] === '') {
      it.skip(`not run: ${variable} is not set`, () => undefined);
      return;
    }
    if (!existsSync(referencePath(folder))) {
      it('finds its data', () => {
        throw new Error(`${variable} is set, but ${referencePath(folder)} is not there`);
      });
      return;
    }
    body();
  });
}
