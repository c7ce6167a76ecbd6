import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenFiles } from '../../sample-data/broken/make-files';
import { errorCodes, type Provoked } from '../../sample-data/broken/rules/error-codes';
import { ruleFiles } from '../../sample-data/broken/rules/make-rules';
import { silentControl } from '../../src/base/control';
import { shortCodes, toAppError, type ErrorCode } from '../../src/base/errors';
import { errorText } from '../../src/i18n/error-text';
import { formatsFor } from '../../src/i18n/formats';
import { bytesSource } from '../../src/ingest/byte-source';
import { inspectFile } from '../../src/ingest/inspect-file';
import { root } from '../support/root';

const provoked = <K extends string>(kind: K) =>
  Object.entries(errorCodes).filter(
    (entry): entry is [string, Extract<Provoked, Record<K, string>>] => kind in entry[1],
  );

describe('the codes that people see', () => {
  it('are 24, each with what provokes it', () => {
    expect(Object.keys(errorCodes)).toHaveLength(24);
  });

  it.each(provoked('broken'))(
    '%s: a file is refused with it, in words of both languages',
    async (short, { broken }) => {
      const source = bytesSource(broken, brokenFiles[broken] ?? new Uint8Array());
      const { code, details } = toAppError(
        await inspectFile(source, silentControl).catch((thrown: unknown) => thrown),
      );
      expect(shortCodes[code]).toBe(short);
      for (const locale of ['en', 'zh'] as const) {
        const f = formatsFor({ locale, units: locale === 'zh' ? 'wan' : 'kmb', currency: 'CNY' });
        expect(errorText({ code, details }, { f }).title).not.toMatch(/\{|undefined|null/);
      }
    },
  );

  it.each(provoked('rule'))('%s: a file of rules is about it', (short, { rule }) => {
    const { meant } = ruleFiles[rule] ?? {};
    expect(meant?.about).toMatch(new RegExp(`^${short}:`));
    if (meant?.error) expect(shortCodes[meant.error[0] as ErrorCode]).toBe(short);
  });

  it.each(provoked('test'))('%s: no file can, a test does', (_, { test, code }) => {
    const path = join(root, test);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(code);
  });

  it.each(provoked('notYet'))('%s: nothing of the product says it', (short) => {
    expect(Object.values(shortCodes)).not.toContain(short);
  });
});
