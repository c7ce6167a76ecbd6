import { AppError } from '../base/errors';
import type { Column, Float64Column, Int32Column, TextColumn } from './column';

/** A table in memory: named columns of the same length. Read-only and replaced whole. */
export type Frame = {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, Column>>;
};

export function hasColumn(frame: Frame | undefined, name: string): frame is Frame {
  return frame !== undefined && frame.columns[name] !== undefined;
}

function mustBe(frame: Frame, name: string, kind: Column['kind']): Column {
  const column = frame.columns[name];
  if (column?.kind !== kind) {
    throw new AppError('internal.unexpected', `${frame.name}.${name} is not a ${kind} column`, {
      table: frame.name,
      column: name,
    });
  }
  return column;
}

export function float64Column(frame: Frame, name: string): Float64Column {
  return mustBe(frame, name, 'float64') as Float64Column;
}

export function int32Column(frame: Frame, name: string): Int32Column {
  return mustBe(frame, name, 'int32') as Int32Column;
}

export function textColumn(frame: Frame, name: string): TextColumn {
  return mustBe(frame, name, 'text') as TextColumn;
}
