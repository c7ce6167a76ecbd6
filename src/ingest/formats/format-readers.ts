import type { FormatReaders } from './format-reader';
import { readJson } from './json/read-json';

/** The formats that need nothing but their bytes. */
export const formatReaders: FormatReaders = { json: readJson };
