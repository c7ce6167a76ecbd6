import { AppError } from '../base/errors';
import { cancelled, type Control } from '../base/control';
import type { ByteSource } from './byte-source';
import { columnNames } from './column-names';
import { damagedIdDoubts } from './damaged-ids';
import { detectEncoding } from './detect-encoding';
import { detectHeader } from './detect-header';
import { notText, refuseOtherFormats, refuseOtherText } from './file-signature';
import { profileColumn } from './profile-column';
import { sampleRows, type SampleRows } from './sample-rows';
import { sniffDelimiter } from './sniff-delimiter';
import type { Dialect, Inspection } from './table';

/** Files up to this size are looked at whole; of larger ones the start, the middle and the end. */
const WHOLE_BYTES = 1 << 20;
const HEAD_BYTES = 1 << 18;
const SLICE_BYTES = 1 << 16;
const SHOWN_ROWS = 1000;
const PROFILED_ROWS = 20_000;

export type InspectionOptions = {
  readonly quote?: Dialect['quote'];
  readonly encoding?: Dialect['encoding'];
};

/**
 * A first look at a file: how its bytes are cut into cells, what its columns are called and hold. Reads at most 1 MB.
 * What cannot be told is a doubt (`dialect.delimiter-tie`, `dialect.header-unsure`, `dialect.header-width`,
 * `dialect.title-rows`, `dialect.ragged`, `date.ambiguous`), never a guess in silence.
 *
 * @param options what a person settled: `quote: null` reads quotes as plain text, the way out of
 *   `ingest.unclosed-quote`; an encoding is taken as it is, the way out of `ingest.garbled-text`
 * @throws `ingest.empty-file`, `ingest.unsupported-format`, `ingest.password-protected`, `ingest.garbled-text`,
 *   `ingest.unclosed-quote`, `ingest.no-rows`, `ingest.unreadable`, `task.cancelled`
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
  const encoding = options.encoding ?? detectEncoding(file, slices);
  const isWhole = byteLength <= WHOLE_BYTES;
  const [sample, ...others] = slices.map((slice, index) => toUtf8(slice, encoding, index === 0, isWhole));
  if (sample === undefined) throw new AppError('internal.unexpected', 'No slice of the file was read');
  if (sample.includes(0)) throw notText(file);
  refuseOtherText(file, new TextDecoder().decode(sample.subarray(0, 4096)));

  const guess = sniffDelimiter(sample, file, isWhole, options.quote);
  const { format, delimiter, quote } = guess;
  const loose = sampleRows(sample, guess, { fileName: file, isWhole, maxRows: SHOWN_ROWS + 32 });
  const { titleRows, hasHeader, isSure } = detectHeader(loose.rows, guess.columnCount);
  const firstLine = loose.lines[titleRows] ?? 1;
  const headerCells = hasHeader ? (loose.rows[titleRows] ?? []) : null;
  const headerWidth = headerCells === null ? 0 : headerCells.findLastIndex((cell) => cell.trim() !== '') + 1;
  // Names without cells are kept: their cells are empty.
  const columnCount = Math.max(guess.columnCount, headerWidth);
  const isPadded = guess.isRagged || columnCount > guess.columnCount;
  const cut = { format, delimiter, quote, ...(isPadded ? { shortRows: 'pad' as const } : {}) };

  const linesBefore = firstLine - 1 + (headerCells === null ? 0 : linesOf(headerCells));
  const parts = { fileName: file, maxRows: PROFILED_ROWS, columnCount };
  const body = sampleRows(behindLines(sample, linesBefore), cut, {
    ...parts,
    isWhole,
    firstLine: linesBefore + 1,
  });
  if (body.rows.length === 0 && body.rejected === 0) {
    throw new AppError('ingest.no-rows', `${file} has no rows`, { file });
  }
  const rows = [...body.rows, ...others.flatMap((other) => rowsInside(other, cut, parts))];
  const header = columnNames(headerCells, columnCount);
  const profiles = header.map((name, column) =>
    profileColumn(
      name,
      rows.map((row) => row[column] ?? ''),
    ),
  );

  const doubts: Doubt[] = [];
  if (guess.rival !== null) {
    doubts.push({ code: 'dialect.delimiter-tie', values: { chosen: delimiter, rival: guess.rival } });
  }
  if (guess.isRagged) doubts.push({ code: 'dialect.ragged', values: { columns: columnCount } });
  if (titleRows > 0) doubts.push({ code: 'dialect.title-rows', values: { lines: firstLine - 1 } });
  if (!isSure) doubts.push({ code: 'dialect.header-unsure', values: { header: hasHeader ? 1 : 0 } });
  const lastFilled = profiles.findLastIndex(({ filled }) => filled > 0) + 1;
  const isOddHeader = headerCells !== null && (headerWidth > guess.columnCount || headerWidth < lastFilled);
  if (isOddHeader) {
    doubts.push({
      code: 'dialect.header-width',
      values: { header: headerWidth, columns: guess.columnCount },
    });
  }
  const damaged = damagedIdDoubts(header, rows);
  doubts.push(...damaged);
  for (const { name, date } of profiles) {
    if (date.ambiguous !== undefined) doubts.push({ code: 'date.ambiguous', values: { column: name } });
  }

  const seen = body.rows.length + body.rejected;
  const isCounted = isWhole && body.rows.length < PROFILED_ROWS;
  const rowsPerByte = seen / Math.max(body.bytesUsed, 1);
  return {
    fileName: file,
    byteLength,
    dialect: { ...cut, encoding, skippedLines: firstLine - 1, hasHeader, columnCount },
    confidence: Math.min(guess.confidence, isSure ? 1 : 0.8, isOddHeader || damaged.length > 0 ? 0.8 : 1),
    doubts,
    header,
    sample: body.rows.slice(0, SHOWN_ROWS),
    profiles,
    estimatedRows: isCounted ? seen : Math.round(rowsPerByte * byteLength * (sample.length / head.length)),
  };
}

type Doubt = Inspection['doubts'][number];

/** Rows of a slice from the middle of a file. One that begins inside a quoted cell may look broken: it says nothing. */
function rowsInside(
  slice: Uint8Array,
  cut: Parameters<typeof sampleRows>[1],
  options: Omit<Parameters<typeof sampleRows>[2], 'isWhole'>,
): SampleRows['rows'] {
  try {
    return sampleRows(wholeLines(slice), cut, { ...options, isWhole: false }).rows;
  } catch (error) {
    if (error instanceof AppError && error.code === 'ingest.unclosed-quote') return [];
    throw error;
  }
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

/** A slice as UTF-8 without byte order mark. A later slice of GB18030 starts behind its first line end. */
function toUtf8(
  slice: Uint8Array,
  encoding: Dialect['encoding'],
  isFirst: boolean,
  isWhole: boolean,
): Uint8Array {
  const from = isFirst || encoding !== 'gb18030' ? 0 : slice.indexOf(10) + 1;
  const text = new TextDecoder(encoding).decode(slice.subarray(from), { stream: !isWhole });
  return new TextEncoder().encode(text);
}

/** From behind the first line end to behind the last one. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.indexOf(10) + 1, bytes.lastIndexOf(10) + 1);
}

/** Physical lines of a record: quoted cells may hold line ends. */
function linesOf(cells: readonly string[]): number {
  return 1 + (cells.join('').match(/\r\n?|\n/g)?.length ?? 0);
}

/** The bytes behind the first `count` physical lines. */
function behindLines(bytes: Uint8Array, count: number): Uint8Array {
  let at = 0;
  for (let line = 0; line < count; line++) {
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    at += bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1;
  }
  return bytes.subarray(Math.min(at, bytes.length));
}
