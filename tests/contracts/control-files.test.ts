import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOf, controlSets, meantText, pathInFolder } from '../../sample-data/broken/control/make-control';
import { silentControl } from '../../src/base/control';
import { bytesSource } from '../../src/ingest/byte-source';
import { draftImport, importFiles } from '../../src/ingest/import-files';

describe('a table with a file beside it that says how many rows it has', () => {
  it.each(Object.entries(controlSets))(
    '%s: the number is compared, the file is no table',
    async (name, set) => {
      const { table, loaded, code, values } = set.meant;
      const sources = Object.entries(set.files).map(([file, text]) => {
        expect([...readFileSync(pathInFolder(file))]).toEqual([...bytesOf(set, text)]);
        return bytesSource(file, bytesOf(set, text));
      });
      expect(readFileSync(pathInFolder(`${name}.json`), 'utf8')).toBe(meantText(set));
      const { files, controls } = await draftImport(sources, silentControl);
      expect(files.map((file) => file.name)).toEqual([table]);
      expect(controls).toEqual([{ name: values['control'], about: table }]);
      const { dataset, report } = await importFiles(sources, null, {}, silentControl);
      expect(report.files.map((file) => [file.name, file.rows.loaded])).toEqual([[table, loaded]]);
      expect(report.assumptions).toContainEqual({ code, values });
      expect(dataset.assumptions).toContainEqual({ code, values });
    },
  );
});
