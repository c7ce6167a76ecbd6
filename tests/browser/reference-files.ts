import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './fixtures';

const variable = 'CLIENTELE_REFERENCE_DATA';

/** Tests with public data that the project does not carry. Without the variable they say that they were not run. */
export function describeReference(name: string, body: (pathOf: (path: string) => string) => void): void {
  test.describe(name, () => {
    const folder = process.env[variable] ?? '';
    if (folder === '') {
      test.skip(`not run: ${variable} is not set`, () => undefined);
      return;
    }
    test('the folder is there', () => {
      expect(existsSync(resolve(folder))).toBe(true);
    });
    body((path) => join(resolve(folder), path));
  });
}
