import type { Control } from '../../base/control';
import { piecesSource, type ByteSource } from '../byte-source';
import { passwordProtected, refusedZip, unsupported } from '../file-signature';
import { hashFile } from '../sha256';
import { gunzip } from './archive/gunzip';
import { isContent, safePath } from './archive/safe-path';
import { unzipMember } from './archive/unzip-member';
import { readZipDirectory, type ZipEntry } from './archive/zip-directory';
import { damagedFile, refusingDamage } from './damaged-file';
import { detectFormat } from './detect-format';
import type { FormatReaders } from './format-reader';
import { textSource, type TableFormat } from './text-table';
import { UnpackLimit } from './unpack-limit';

/** An archive inside an archive is opened; what is packed a third time is not. */
const DEEPEST = 2;

type Opening = {
  readonly readers: FormatReaders;
  readonly limit: UnpackLimit;
  readonly control: Control;
};

/**
 * What a file holds: each table of a workbook, a database or a JSON document, each file of an archive, or the file itself
 * where it is text. What is no table at all is left as it is: the first look at it says so.
 *
 * @throws `ingest.damaged-file`, `ingest.password-protected`, `ingest.unsupported-format`, `ingest.too-large`,
 *   `ingest.too-many-columns`, `ingest.too-many-files`, `ingest.unreadable`, `task.cancelled`
 */
export async function openFile(
  source: ByteSource,
  readers: FormatReaders,
  control: Control,
  limit = new UnpackLimit(source.name),
): Promise<readonly ByteSource[]> {
  const found = await open(source, 0, { readers, limit, control });
  if (found.length === 1 && found[0] === source) return found;
  const container = { name: source.name, sha256: await hashFile(source) };
  return found.map((one) => ({ ...one, container }));
}

/** The same of several files, in their order. */
export async function openFiles(
  sources: readonly ByteSource[],
  readers: FormatReaders,
  control: Control,
): Promise<readonly ByteSource[]> {
  const opened: ByteSource[] = [];
  for (const source of sources) opened.push(...(await openFile(source, readers, control)));
  return opened;
}

async function open(source: ByteSource, depth: number, opening: Opening): Promise<readonly ByteSource[]> {
  const { limit, control } = opening;
  const format = await detectFormat(source);
  if (format === null) return [source];
  if ((format === 'gz' || format === 'zip') && depth === DEEPEST) throw unsupported(source.name, format);
  if (format === 'gz') return await open(await gunzip(source, limit, control), depth + 1, opening);
  if (format === 'zip') return await openZip(source, depth, opening);
  return await openTables(source, format, opening);
}

async function openTables(
  source: ByteSource,
  format: TableFormat,
  { readers, limit, control }: Opening,
): Promise<readonly ByteSource[]> {
  const read = readers[format];
  if (read === undefined) throw unsupported(source.name, format);
  const tables = await refusingDamage(source, format.toUpperCase(), () => read(source, limit, control));
  limit.files(tables.length);
  // Of several tables those without a row have nothing to say; of none the first look says so.
  const filled = tables.filter(({ rowCount }) => rowCount > 0);
  const told = filled.length > 0 ? filled : tables.slice(0, 1);
  return told.map((table) => {
    const { table: name } = table.origin;
    return textSource(name === null ? source.name : `${source.name}/${safePath(name)}`, table);
  });
}

async function openZip(source: ByteSource, depth: number, opening: Opening): Promise<readonly ByteSource[]> {
  const { limit, control } = opening;
  const entries = await directoryOf(source);
  const office = officeFormat(entries);
  if (office === 'xlsx') return await openTables(source, 'xlsx', opening);
  if (office !== null) throw unsupported(source.name, office);
  const members = entries.filter(({ path }) => isContent(path));
  if (members.some(({ isEncrypted }) => isEncrypted)) throw passwordProtected(source.name);
  limit.foresee(members.reduce((sum, { size }) => sum + size, 0));
  limit.files(members.length);
  const opened: ByteSource[] = [];
  for (const entry of members) {
    if (entry.method !== 0 && entry.method !== 8) {
      throw unsupported(source.name, `zip (method ${String(entry.method)})`);
    }
    const pieces = await refusingDamage(source, 'ZIP', () => unzipMember(source, entry, limit, control));
    const member = piecesSource(`${source.name}/${safePath(entry.path)}`, pieces);
    opened.push(...(await open(member, depth + 1, opening)));
  }
  if (opened.length === 0) throw damagedFile(source.name, 'ZIP', new Error('the archive holds no file'));
  return opened;
}

/** A cut-off archive may still show that it is locked. */
async function directoryOf(source: ByteSource): Promise<readonly ZipEntry[]> {
  try {
    return await readZipDirectory(source);
  } catch (cause) {
    const refused = refusedZip(source.name, await source.slice(0, Math.min(4096, source.byteLength)));
    if (refused.code === 'ingest.password-protected') throw refused;
    const isWorkbook = refused.details['ext'] === 'xlsx';
    throw damagedFile(source.name, isWorkbook ? 'XLSX' : 'ZIP', cause);
  }
}

/** Documents of office programs are archives too. */
function officeFormat(entries: readonly ZipEntry[]): string | null {
  const has = (pattern: RegExp): boolean => entries.some(({ path }) => pattern.test(path));
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'ods';
  if (!has(/^\[Content_Types\]\.xml$/)) return null;
  if (has(/^xl\/[^/]*\.xml$/)) return 'xlsx';
  if (has(/^xl\/[^/]*\.bin$/)) return 'xlsb';
  if (has(/^word\//)) return 'docx';
  return has(/^ppt\//) ? 'pptx' : null;
}
