import { AppError } from '../base/errors';
import { cancelled, type Control } from '../base/control';
import { bytesSource, type ByteSource } from './byte-source';
import { columnsOfCutRecord, refuseWide } from './column-limit';
import { damagedIdDoubts } from './damaged-ids';
import { findDecimalMark } from './decimal-mark';
import { detectEncoding } from './detect-encoding';
import { findCut } from './find-cut';
import { findLayout } from './find-layout';
import { findSecondTable } from './find-second-table';
import { notText, refuseOtherFormats, refuseOtherText } from './file-signature';
import { profileColumn } from './profile-column';
import { leftOutLines, readSample, type SampledTable } from './read-sample';
import { SNIFFED_BYTES } from './sniff-delimiter';
import type { Dialect, Inspection, Reject } from './table';

/** Files up to this size are looked at whole; of larger ones the start, the middle and the end. */
const WHOLE_BYTES = 1 << 20;
const HEAD_BYTES = 1 << 18;
const SLICE_BYTES = 1 << 16;
const SHOWN_ROWS = 1000;
const PROFILED_ROWS = 20_000;
const DECIMAL_ROWS = 2000;
/** Rows that are looked at where the first of them is longer than the start of the file. */
const LONG_ROWS = 20;

export type InspectionOptions = {
  readonly quote?: Dialect['quote'];
  readonly encoding?: Dialect['encoding'];
};

/**
 * A first look at a file: how its bytes are cut into cells, what its columns are called and hold. Reads at most 1 MB.
 * What cannot be told is a doubt (`dialect.encoding`, `dialect.decimal`, `dialect.delimiter-tie`, `dialect.header-unsure`, `dialect.header-width`,
 * `dialect.title-rows`, `dialect.ragged`, `date.ambiguous`), never a guess in silence.
 *
 * @param options what a person settled: `quote: null` reads quotes as plain text, the way out of
 *   `ingest.unclosed-quote`; an encoding is taken as it is, the way out of `ingest.garbled-text`
 * @throws `ingest.empty-file`, `ingest.unsupported-format`, `ingest.password-protected`, `ingest.garbled-text`,
 *   `ingest.too-many-columns`, `ingest.unclosed-quote`, `ingest.no-rows`, `ingest.unreadable`, `task.cancelled`
 */
export async function inspectFile(
  source: ByteSource,
  control: Control,
  options: InspectionOptions = {},
): Promise<Inspection> {
  const { name: file, byteLength } = source;
  if (byteLength === 0) throw new AppError('ingest.empty-file', `${file} is empty (0 bytes)`, { file });
  const slices = await readSlices(source);
  if (control.isCancelled()) throw cancelled();
  const head = slices[0] ?? new Uint8Array(0);
  refuseOtherFormats(file, head, slices.at(-1) ?? head);
  const found = options.encoding === undefined ? detectEncoding(file, slices) : null;
  const encoding = options.encoding ?? found?.encoding ?? 'utf-8';
  const isWhole = byteLength <= WHOLE_BYTES;
  const [sample, ...others] = slices.map((slice, index) => toUtf8(slice, encoding, index === 0, isWhole));
  if (sample === undefined) throw new AppError('internal.unexpected', 'No slice of the file was read');
  if (sample.includes(0)) throw notText(file);
  refuseOtherText(file, new TextDecoder().decode(sample.subarray(0, 4096)));

  const guess = findCut(sample, isWhole, encoding, options.quote);
  const start = sample.subarray(0, SNIFFED_BYTES);
  const isLong = !isWhole || start.length === SNIFFED_BYTES;
  const isCutRecord = isLong && !start.includes(10) && !start.includes(13);
  refuseWide(file, isCutRecord ? columnsOfCutRecord(new TextDecoder().decode(start)) : guess.columnCount);
  const last = others.at(-1);
  const layout = findLayout(sample, guess, isWhole, last === undefined ? null : fromLineStart(last));
  const { titleRows, hasHeader, headerWidth, rowWidth, firstLine } = layout;
  const tableLines =
    isWhole || guess.isRagged || layout.frame !== null
      ? 0
      : await findSecondTable(source, { ...guess, encoding }, layout.rows, rowWidth);
  const footerLines = Math.max(layout.footerLines, tableLines);
  // Names without cells are kept: their cells are empty.
  const columnCount = Math.max(rowWidth, headerWidth);
  const isPadded = guess.isRagged || columnCount > rowWidth;
  const cut: Dialect = {
    format: guess.format,
    encoding,
    delimiter: guess.delimiter,
    quote: guess.quote,
    ...(guess.places === undefined ? {} : { places: guess.places }),
    ...(guess.escape === undefined ? {} : { escape: guess.escape }),
    skippedLines: layout.skippedLines,
    hasHeader,
    ...(layout.headerRows > 1 ? { headerRows: layout.headerRows } : {}),
    ...(footerLines > 0 ? { footerLines } : {}),
    ...(hasHeader && columnCount > 1 ? { skipsRepeated: true } : {}),
    ...(layout.skipsTotals ? { skipsTotals: true } : {}),
    ...(layout.frame === null ? {} : { frame: layout.frame }),
    ...(layout.trims ? { trims: true } : {}),
    columnCount,
    ...(isPadded ? { shortRows: 'pad' as const } : {}),
  };

  const first = await readHead(file, sample, cut, isWhole, control);
  // A record that is longer than the sample has to be read from the file.
  const isCutOff = !isWhole && first.rows.length === 0 && first.rejects.length === 0;
  const body = isCutOff ? await readSample(source, cut, LONG_ROWS, control) : first;
  if (body.rows.length === 0 && body.rejects.length === 0) {
    throw new AppError('ingest.no-rows', `${file} has no rows`, { file });
  }
  refuseUnpaired(file, body);
  const inside = { ...cut, encoding: 'utf-8' as const, skippedLines: 0, hasHeader: false, footerLines: 0 };
  const rows = [...body.rows];
  for (const other of others) {
    const bytes = wholeLines(other);
    if (bytes.length > 0)
      rows.push(...(await readSample(bytesSource(file, bytes), inside, PROFILED_ROWS, control)).rows);
  }
  const decimal = findDecimalMark(rows.slice(0, DECIMAL_ROWS));
  const { header } = body;
  const profiles = header.map((name, column) =>
    profileColumn(
      name,
      rows.map((row) => row[column] ?? ''),
      decimal.mark,
    ),
  );

  const doubts: Doubt[] = [];
  const otherEncoding = found?.rival ?? null;
  if (otherEncoding !== null) {
    doubts.push({ code: 'dialect.encoding', values: { chosen: encoding, rival: otherEncoding } });
  }
  if (guess.rival !== null) {
    doubts.push({ code: 'dialect.delimiter-tie', values: { chosen: guess.delimiter, rival: guess.rival } });
  }
  if (guess.unpaired > 0) doubts.push({ code: 'dialect.quotes', values: { lines: guess.unpaired } });
  if (guess.isRagged) doubts.push({ code: 'dialect.ragged', values: { columns: columnCount } });
  if (titleRows > 0) doubts.push({ code: 'dialect.title-rows', values: { lines: firstLine - 1 } });
  const isTableBelow = tableLines > 0 || layout.isTableBelow;
  if (isTableBelow) doubts.push({ code: 'dialect.table-at-end', values: { lines: footerLines } });
  else if (footerLines > 0) {
    const lines = body.removed.filter(({ rule }) => rule === 'row.after-table').length;
    if (lines > 0 || !isWhole) {
      doubts.push({ code: 'dialect.footer', values: { lines: isWhole ? lines : footerLines } });
    }
  }
  if (layout.secondTable !== null)
    doubts.push({ code: 'dialect.second-table', values: { line: layout.secondTable } });
  if (layout.skipsTotals) doubts.push({ code: 'dialect.totals', values: {} });
  if (!layout.isHeaderSure) {
    doubts.push({ code: 'dialect.header-unsure', values: { header: hasHeader ? 1 : 0 } });
  }
  if (!decimal.isSure) doubts.push({ code: 'dialect.decimal', values: { chosen: decimal.mark } });
  const lastFilled = profiles.findLastIndex(({ filled }) => filled > 0) + 1;
  const isOddHeader = hasHeader && (headerWidth > rowWidth || headerWidth < lastFilled);
  if (isOddHeader) {
    doubts.push({
      code: 'dialect.header-width',
      values: { header: headerWidth, columns: rowWidth },
    });
  }
  const damaged = damagedIdDoubts(header, rows);
  doubts.push(...damaged);
  for (const { name, date } of profiles) {
    if (date.ambiguous !== undefined) doubts.push({ code: 'date.ambiguous', values: { column: name } });
  }

  const seen = body.rows.length + body.rejects.length;
  const isCounted = isWhole && body.rows.length < PROFILED_ROWS;
  const rowsPerByte = seen / Math.max(body.bytesUsed, 1);
  return {
    fileName: file,
    byteLength,
    dialect: decimal.mark === ',' ? { ...cut, decimal: decimal.mark } : cut,
    confidence: Math.min(
      guess.confidence,
      layout.isHeaderSure ? 1 : 0.8,
      layout.secondTable === null && !isTableBelow ? 1 : 0.8,
      otherEncoding === null ? 1 : 0.8,
      isOddHeader || damaged.length > 0 ? 0.8 : 1,
      decimal.isSure ? 1 : 0.8,
    ),
    doubts,
    header,
    leftOut: leftOutLines(body),
    sample: body.rows.slice(0, SHOWN_ROWS),
    profiles,
    estimatedRows: isCounted ? seen : Math.round(rowsPerByte * byteLength * (sample.length / head.length)),
  };
}

type Doubt = Inspection['doubts'][number];

/**
 * More lines lost to open quotes than rows read: the quotes mean something else, and a person has to say what.
 * @throws `ingest.unclosed-quote`
 */
function refuseUnpaired(file: string, { rows, rejects }: SampledTable): void {
  const open = rejects.filter(({ rule }) => rule === 'row.unclosed-quote');
  const [first] = open;
  if (first === undefined || open.length <= rows.length) return;
  const row = rejects.at(-1)?.line ?? first.line;
  throw new AppError(
    'ingest.unclosed-quote',
    `Reading stopped at line ${String(row)}: the quote opened on line ${String(first.line)} never closes`,
    { file, row, openedAt: first.line },
  );
}

/** The rows at the start of a file; a last record that the sample cuts says nothing. */
async function readHead(
  file: string,
  sample: Uint8Array,
  cut: Dialect,
  isWhole: boolean,
  control: Control,
): Promise<SampledTable> {
  const dialect = { ...cut, encoding: 'utf-8' as const };
  if (isWhole) return readSample(bytesSource(file, sample), dialect, PROFILED_ROWS, control);
  const lineEnd = sample.lastIndexOf(10);
  const bytes = lineEnd < 0 ? sample : sample.subarray(0, lineEnd + 1);
  const head = await readSample(
    bytesSource(file, bytes),
    { ...dialect, footerLines: 0 },
    PROFILED_ROWS,
    control,
  );
  const isCut = ({ rule }: Reject): boolean => rule === 'row.cut-off' || rule === 'row.unclosed-quote';
  const last = head.rejects.at(-1);
  return last !== undefined && isCut(last) ? { ...head, rejects: head.rejects.slice(0, -1) } : head;
}

async function readSlices(source: ByteSource): Promise<Uint8Array[]> {
  const { byteLength, name: file } = source;
  const middle = Math.floor(byteLength / 4) * 2;
  const end = Math.floor((byteLength - SLICE_BYTES) / 2) * 2;
  const parts =
    byteLength <= WHOLE_BYTES
      ? [[0, byteLength] as const]
      : [[0, HEAD_BYTES] as const, [middle, middle + SLICE_BYTES] as const, [end, byteLength] as const];
  try {
    return await Promise.all(parts.map(([from, to]) => source.slice(from, to)));
  } catch (cause) {
    throw new AppError('ingest.unreadable', `${file} could not be read`, { file }, { cause });
  }
}

/** A slice as UTF-8 without byte order mark. A later slice of an encoding that cannot be entered
 * anywhere starts behind its first line end. */
function toUtf8(
  slice: Uint8Array,
  encoding: Dialect['encoding'],
  isFirst: boolean,
  isWhole: boolean,
): Uint8Array {
  const isSelfSynchronising = encoding.startsWith('utf-') || encoding === 'windows-1252';
  const from = isFirst || isSelfSynchronising ? 0 : slice.indexOf(10) + 1;
  const decoder = new TextDecoder(encoding);
  const text = decoder.decode(slice.subarray(from), { stream: true });
  return new TextEncoder().encode(isWhole ? text + decoder.decode() : text);
}

/** From behind the first line end to behind the last one. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.indexOf(10) + 1, bytes.lastIndexOf(10) + 1);
}

/** From behind the first line end. */
const fromLineStart = (bytes: Uint8Array): Uint8Array => bytes.subarray(bytes.indexOf(10) + 1);
