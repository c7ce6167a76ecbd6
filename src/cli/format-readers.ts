import { openDatabase } from '../database/open-database';
import type { FormatReaders } from '../ingest/formats/format-reader';
import { readersWith } from '../ingest/formats/format-readers';
import type { CommandIo } from './command-io';

/** The formats that the command line reads. */
export const readersFor = ({ sqlite }: Pick<CommandIo, 'sqlite'>): FormatReaders =>
  readersWith((image) => openDatabase(image, sqlite()));
