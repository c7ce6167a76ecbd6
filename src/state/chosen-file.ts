import { stableJson } from '../dataset/summary-key';
import type { ImportDraft, NamedBlob } from './engine';

export type ImportFailure = ImportDraft['failures'][number];

/** A file on its way in: as it was chosen, or one of the tables or files that were found in it. */
export type ChosenFile = NamedBlob & {
  readonly size: number;
  /** Tells files apart that were chosen: name, size and time. */
  readonly identity: string;
  readonly isOpened: boolean;
  /** Why nothing could be taken out of it. */
  readonly failure: ImportFailure | null;
};

export const identityOf = ({ name, size, lastModified }: File): string =>
  stableJson([name, size, lastModified]);

export const chosenFile = (file: File): ChosenFile => ({
  name: file.name,
  blob: file,
  size: file.size,
  identity: identityOf(file),
  isOpened: false,
  failure: null,
});

/** What the engine needs to know of a file. */
export const blobOf = ({ name, blob, table, container }: ChosenFile): NamedBlob => ({
  name,
  blob,
  ...(table ? { table } : {}),
  ...(container ? { container } : {}),
});

/** Files are told apart by name: a second one of the same name gets a number. */
export function withFreeName(others: readonly ChosenFile[], file: ChosenFile): readonly ChosenFile[] {
  const isTaken = (name: string) => others.some((other) => other.name === name);
  if (!isTaken(file.name)) return [...others, file];
  const [, stem = file.name, ending = ''] = /^(.*?)(\.[^./]*)?$/.exec(file.name) ?? [];
  let number = 2;
  while (isTaken(`${stem} (${number})${ending}`)) number += 1;
  return [...others, { ...file, name: `${stem} (${number})${ending}` }];
}
