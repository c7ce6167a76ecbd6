import { AppError } from '../base/errors';
import type { Control } from '../base/control';
import type { ByteSource } from './byte-source';
import { CellIssues } from './cell-issues';
import type { BadCell, ColumnEncoder } from './cells/column-encoder';
import { makeEncoder } from './cells/make-encoder';
import type { CellRule } from './cells/parse-number';
import { TextColumnEncoder } from './cells/text-encoder';
import { columnNames } from './column-names';
import { noteDamagedIds } from './damaged-ids';
import { withOriginalBytes } from './delimited/original-bytes';
import { removeRecords, type RecordChunk } from './delimited/record-chunk';
import { openRecords, type ReaderOptions, type RecordReader } from './delimited/record-reader';
import { refuseGarbledText } from './garbled-text';
import { openKernel, type Kernel } from './kernel/kernel';
import { LineNumbers } from './line-numbers';
import { splitLeftOut } from './row-rules';
import { FileHash } from './sha256';
import type { ColumnPlan, Dialect, ParsedTable, Reject } from './table';

type PlannedColumn = { readonly plan: ColumnPlan; readonly index: number; readonly encoder: ColumnEncoder };

/**
 * Reads a file in full: bytes → typed columns, in one pass over blocks, without a string or an object per row. Each chunk
 * is first cut into cells, then read column by column.
 * The clean part of it runs in WebAssembly where that is to be had; the columns are the same without (`kernel: null`).
 *
 * A record of the wrong width, and one whose cell in a `required` column is missing or unreadable, is rejected with its
 * line, rule and bytes; an unreadable cell elsewhere becomes null and is counted in `issues`.
 * `rowsRead = rowCount + rejects.length + removed.length`; what is left out stands in the order of lines.
 *
 * @throws `ingest.empty-file`, `ingest.unclosed-quote`, `ingest.garbled-text`, `ingest.bad-mapping` (a plan for a column
 *   that the file has not), `ingest.unreadable`, `task.cancelled`
 */
export async function readTable(
  source: ByteSource,
  dialect: Dialect,
  plans: readonly ColumnPlan[],
  control: Control,
  options: Pick<ReaderOptions, 'blockBytes' | 'kernel'> & { readonly hashStreaming?: boolean } = {},
): Promise<ParsedTable> {
  const hash = new FileHash(
    source,
    options.hashStreaming === undefined ? {} : { streaming: options.hashStreaming },
  );
  const kernel = options.kernel === undefined ? await openKernel() : options.kernel;
  const reader = await openRecords(source, dialect, control, {
    kernel,
    ...(options.blockBytes === undefined ? {} : { blockBytes: options.blockBytes }),
    onBytes: (bytes) => {
      hash.update(bytes);
    },
  });
  const header = columnNames(reader.header, reader.columnCount);
  const columns = planColumns(plans, header, source.name, kernel);
  const table = new TableInProgress(reader, columns);
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) table.add(chunk);

  const { rowCount, lines } = table;
  const finished = columns.map(({ plan, encoder }) => ({ plan, column: encoder.finish(rowCount) }));
  refuseGarbledText(source.name, dialect, finished, rowCount, lines, table.issues);
  noteDamagedIds(finished, rowCount, lines, table.issues);
  const found = [...reader.rejects, ...table.rejects];
  const { rejects, removed } = splitLeftOut(await withOriginalBytes(found, source, dialect.encoding));
  return {
    fileName: source.name,
    sha256: await hash.finish(),
    byteLength: source.byteLength,
    dialect,
    header,
    rowCount,
    rowsRead: rowCount + rejects.length + removed.length,
    columns: finished,
    firstLine: lines.firstLine,
    lines: lines.finish(),
    rejects,
    removed,
    issues: table.issues.list(),
  };
}

function planColumns(
  plans: readonly ColumnPlan[],
  header: readonly string[],
  file: string,
  kernel: Kernel | null,
): PlannedColumn[] {
  const columns: PlannedColumn[] = [];
  for (const plan of plans) {
    const index = header.indexOf(plan.name);
    if (index < 0) {
      throw new AppError('ingest.bad-mapping', `${file} has no column “${plan.name}”`, {
        file,
        column: plan.name,
      });
    }
    const encoder = makeEncoder(plan, kernel);
    if (encoder !== null) columns.push({ plan, index, encoder });
  }
  return columns;
}

/** The columns read so far, and the rows that were left out because of a cell. */
class TableInProgress {
  readonly #reader: RecordReader;
  readonly #required: readonly PlannedColumn[];
  readonly #optional: readonly PlannedColumn[];
  readonly rejects: Reject[] = [];
  readonly issues = new CellIssues();
  readonly lines = new LineNumbers();
  rowCount = 0;
  #capacity = 0;

  constructor(reader: RecordReader, columns: readonly PlannedColumn[]) {
    this.#reader = reader;
    this.#required = columns.filter(({ plan }) => plan.required === true);
    this.#optional = columns.filter(({ plan }) => plan.required !== true);
  }

  add(chunk: RecordChunk): void {
    this.#reserve(this.rowCount + chunk.recordCount);
    this.#leaveOutUnusable(chunk);
    for (const { encoder, index, plan } of this.#optional) {
      encoder.encode(chunk, index, this.#reader.columnCount, this.rowCount, (record, rule) => {
        const cell = record * this.#reader.columnCount + index;
        const bytes = chunk.bytes.subarray(chunk.starts[cell], chunk.ends[cell]);
        this.issues.add(plan.name, rule, chunk.lines[record] as number, bytes);
      });
    }
    this.lines.add(chunk.lines, chunk.recordCount);
    this.rowCount += chunk.recordCount;
  }

  /** Encodes the required columns; records that fail one are rejected and taken out of the chunk. */
  #leaveOutUnusable(chunk: RecordChunk): void {
    const { columnCount } = this.#reader;
    let failed: Uint8Array | null = null;
    for (const { encoder, index, plan } of this.#required) {
      const onBad: BadCell = (record, rule) => {
        failed ??= new Uint8Array(chunk.recordCount);
        if (failed[record] === 1) return;
        failed[record] = 1;
        const raw = chunk.bytes.slice(chunk.recordStarts[record], chunk.recordEnds[record]);
        const line = chunk.lines[record] as number;
        this.rejects.push({ line, column: plan.name, rule, reason: reasons[rule], raw });
      };
      if (encoder instanceof TextColumnEncoder) encoder.findMissing(chunk, index, columnCount, onBad);
      else encoder.encode(chunk, index, columnCount, this.rowCount, onBad);
    }
    const marked = failed as Uint8Array | null;
    if (marked !== null) removeRecords(chunk, marked, columnCount);
    for (const { encoder, index } of this.#required) {
      if (marked !== null || encoder instanceof TextColumnEncoder) {
        encoder.encode(chunk, index, columnCount, this.rowCount, () => undefined);
      }
    }
  }

  /** Makes room, guessing the rows of the whole file from those read so far. */
  #reserve(rowCount: number): void {
    if (rowCount <= this.#capacity) return;
    const share = this.#reader.shareRead;
    const expected = share > 0 ? Math.ceil((rowCount / share) * 1.03) + 64 : 0;
    const grown = Math.min(expected, Math.max(this.#capacity * 16, 1 << 24));
    this.#capacity = Math.max(rowCount, grown, Math.ceil(this.#capacity * 1.25));
    for (const { encoder } of [...this.#required, ...this.#optional]) encoder.reserve(this.#capacity);
  }
}

const reasons: Readonly<Record<CellRule, string>> = {
  'cell.missing': 'A required cell is empty',
  'cell.not-a-number': 'Not a number',
  'cell.too-many-decimals': 'More decimals than the currency has',
  'cell.not-a-date': 'Not a date of the format of this column',
  'cell.not-a-time': 'Not a time of day',
  'cell.not-a-rate': 'Not a rate',
  'cell.not-yes-or-no': 'Neither yes nor no',
  'cell.garbled': 'Bytes that are no text in this encoding',
};
