import type { Control } from '../base/control';
import { AppError } from '../base/errors';
import type { ReadFile } from './assemble-tables';
import type { ByteSource } from './byte-source';
import type { FileReader } from './file-reader';
import type { ImportDraft } from './import-draft';
import { planColumns } from './plan-columns';

export type ExactFiles = {
  readonly files: readonly ReadFile[];
  /** Minor units of one major unit that hold every amount without rounding. */
  readonly minorPerMajor: number;
};

/** Finer minor units than those of the currency, in the order in which they are tried. */
const finer = [10_000, 1_000_000];

/**
 * Reads files in full. Amounts finer than the currency are read once more in finer minor units: nothing is rounded
 * (data.md §5.3). Finer units reach less far, so those are kept with which the most amounts can be read.
 *
 * @param minorPerMajor of the currency, or of the project that the files are added to
 */
export async function readExactly(
  sources: readonly ByteSource[],
  draft: ImportDraft,
  reader: FileReader,
  minorPerMajor: number,
  control: Control,
): Promise<ExactFiles> {
  let best: ExactFiles = {
    files: await readAll(sources, draft, reader, minorPerMajor, control),
    minorPerMajor,
  };
  for (const unit of finer) {
    if (unit <= minorPerMajor || !best.files.some(isTooFine)) continue;
    const files = await readAll(sources, draft, reader, unit, control);
    if (unreadAmounts(files) < unreadAmounts(best.files)) best = { files, minorPerMajor: unit };
  }
  return best;
}

const tooFine = 'cell.too-many-decimals';

const isTooFine = ({ parsed }: ReadFile): boolean =>
  parsed.rejects.some(({ rule }) => rule === tooFine) ||
  (parsed.issues ?? []).some(({ rule }) => rule === tooFine);

const unreadAmounts = (files: readonly ReadFile[]): number =>
  files.reduce((sum, { parsed }) => {
    const isAmount = ({ rule }: { readonly rule: string }) =>
      rule === tooFine || rule === 'cell.not-a-number';
    const cells = (parsed.issues ?? []).filter(isAmount).reduce((all, { count }) => all + count, 0);
    return sum + cells + parsed.rejects.filter(isAmount).length;
  }, 0);

async function readAll(
  sources: readonly ByteSource[],
  draft: ImportDraft,
  reader: FileReader,
  minorPerMajor: number,
  control: Control,
): Promise<readonly ReadFile[]> {
  const bytes = sources.reduce((sum, source) => sum + source.byteLength, 0);
  const files: ReadFile[] = [];
  let before = 0;
  for (const [index, source] of sources.entries()) {
    const file = draft.files[index];
    if (!file) throw new AppError('internal.unexpected', `no draft for ${source.name}`);
    const part = partOf(control, before, source.byteLength, bytes);
    const parsed = await reader.read(source, file.inspection.dialect, planColumns(file, minorPerMajor), part);
    files.push({ draft: file, parsed, ...(source.container ? { container: source.container } : {}) });
    before += source.byteLength;
  }
  return files;
}

/** The control of one file among several: its share of the bytes of all. */
function partOf(control: Control, before: number, length: number, bytes: number): Control {
  const overall = (done: number, all: number) => before + (all > 0 ? (done / all) * length : 0);
  return {
    shouldYield: control.shouldYield,
    isCancelled: control.isCancelled,
    yield: (done, all, stage) => control.yield(overall(done, all), bytes, stage ?? 'read'),
    report: (done, all, stage) => {
      control.report(overall(done, all), bytes, stage ?? 'read');
    },
  };
}
