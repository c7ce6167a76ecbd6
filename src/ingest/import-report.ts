import type { Assumption } from '../dataset/dataset';
import type { MappedFile } from '../model/mapping';
import type { Container } from './byte-source';
import type { TableFormat } from './formats/text-table';
import type { CellIssue, Dialect } from './table';

/**
 * What a person changed in how a file is taken: how it is cut (`cut`, about a member of the dialect), what the sign of
 * amounts means (`sign`), which of several rows with one id counts (`repeated`), a column that is left out (`left-out`).
 */
export type Fix = {
  readonly code: 'cut' | 'sign' | 'repeated' | 'left-out';
  readonly about: string;
  readonly value: string;
};

/** One file in the report of an import (architecture.md §10). rows.read = loaded + rejected + Σ removed. */
export type FileReport = {
  readonly name: string;
  /** Of the bytes that were read: of a table of a workbook or a database, those of its text. */
  readonly sha256: string;
  /** The archive, workbook or database in which it was found. */
  readonly container?: Container;
  readonly format: Dialect['format'] | TableFormat;
  readonly encoding: Dialect['encoding'];
  readonly delimiter: string;
  readonly header: boolean;
  readonly table: string;
  readonly rows: {
    readonly read: number;
    readonly loaded: number;
    readonly rejected: number;
    readonly removed: Readonly<Record<string, number>>;
  };
  /** File column → field, as it was taken. */
  readonly columns: Readonly<Record<string, string>>;
  /** The entry of the mapping by which it was read. */
  readonly mapping?: MappedFile;
  readonly fixes?: readonly Fix[];
  /** Columns that are kept under their own names. */
  readonly unused?: readonly string[];
  /** Proposals below 0.9 that nobody confirmed. */
  readonly assumed: readonly {
    readonly column: string;
    readonly field: string;
    readonly confidence: number;
  }[];
  /** Columns that are never imported (passwords and the like). */
  readonly refused: readonly string[];
  /** Cells that could not be read and became empty. */
  readonly issues: readonly CellIssue[];
  readonly rejects: readonly ReportedLine[];
  /** Lines that are no rows of the table: titles, totals, headers that come again, what stands below it. */
  readonly leftOut?: readonly ReportedLine[];
};

/** A line of a file that was not loaded, as it stood there. */
export type ReportedLine = {
  readonly line: number;
  readonly column: string | null;
  readonly rule: string;
  readonly reason: string;
  readonly raw: string;
};

export type LinkReport = {
  readonly from: string;
  readonly to: string;
  /** Rows that refer to something, and those of them that find it. */
  readonly rows: number;
  readonly matched: number;
  /** matched / rows; null without rows. */
  readonly matchRate: number | null;
};

/** What an import did with every row: the audit trail of the data. */
export type ImportReport = {
  /** That of the data: what exports of them refer to. */
  readonly id: string;
  readonly files: readonly FileReport[];
  readonly links: readonly LinkReport[];
  /** ISO 4217, `XXX` when no file says. */
  readonly currency: string;
  /** ISO days. */
  readonly asOf: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly rows: Readonly<Record<string, number>>;
  readonly assumptions: readonly Assumption[];
};
