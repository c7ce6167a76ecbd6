import { AppError } from '../base/errors';

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** First bytes of formats that are not text, with the extension people know them by. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', ascii('%PDF')],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', ascii('GIF8')],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['gz', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rar', ascii('Rar!')],
  ['bz2', ascii('BZh')],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['parquet', ascii('PAR1')],
  ['arrow', ascii('ARROW1')],
  ['sqlite', ascii('SQLite format 3')],
  ['rtf', ascii('{\\rtf')],
];

/** Beginnings of text formats that are no tables of lines. */
const textSignatures: readonly (readonly [string, RegExp])[] = [
  ['html', /^\s*<(?:!doctype html|html|table|head|body|meta)\b/i],
  ['xml', /^\s*<\?xml\b/i],
  ['json', /^\s*(?:\[\s*[[{]|\{\s*(?:"[^"]*"\s*:|\}))/],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const includes = (bytes: Uint8Array, text: string, step: 1 | 2): boolean => {
  const wanted = ascii(text);
  for (let i = 0; i + wanted.length * step <= bytes.length; i++) {
    if (wanted.every((byte, index) => bytes[i + index * step] === byte)) return true;
  }
  return false;
};

/** The extension of a format that is not text, by its first bytes; null for all others. */
export function signatureOf(head: Uint8Array): string | null {
  return signatures.find(([, signature]) => startsWith(head, signature))?.[0] ?? null;
}

/** The same of a format that is text but no lines of a table. */
export function textSignatureOf(text: string): string | null {
  return textSignatures.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/**
 * Refuses what is no delimited text: known binary formats, and JSON, XML and HTML. `head` and `tail` are the first and
 * last bytes of the file.
 * @throws `ingest.unsupported-format` {file, ext}, `ingest.password-protected` {file}
 */
export function refuseOtherFormats(fileName: string, head: Uint8Array, tail: Uint8Array): void {
  const found = signatureOf(head);
  if (found === 'zip') throw refusedZip(fileName, head);
  if (found === 'xls') {
    // A workbook with a password is a compound file, whatever its name says; its directory names the stream in UTF-16.
    const isLocked = includes(head, 'EncryptedPackage', 2) || includes(tail, 'EncryptedPackage', 2);
    throw isLocked ? passwordProtected(fileName) : unsupported(fileName, extensionOf(fileName) ?? 'xls');
  }
  if (found !== null) throw unsupported(fileName, found);
}

/** The same for text: `text` is its beginning, decoded. */
export function refuseOtherText(fileName: string, text: string): void {
  const found = textSignatureOf(text);
  if (found !== null) throw unsupported(fileName, found);
}

export function unsupported(fileName: string, ext: string): AppError {
  return new AppError('ingest.unsupported-format', `${ext} files cannot be read: ${fileName}`, {
    file: fileName,
    ext,
  });
}

/** For bytes that are no text and no known format: the name's extension is all there is to say. */
export function notText(fileName: string): AppError {
  return unsupported(fileName, extensionOf(fileName) ?? 'binary');
}

export function passwordProtected(fileName: string): AppError {
  return new AppError('ingest.password-protected', `${fileName} is password-protected`, { file: fileName });
}

export function refusedZip(fileName: string, head: Uint8Array): AppError {
  // APPNOTE.TXT 4.3.7 and 4.4.4: bit 0 of the flags in a local header means encrypted.
  if (((head[6] ?? 0) & 1) === 1) return passwordProtected(fileName);
  const kinds: readonly (readonly [string, string])[] = [
    ['xl/', 'xlsx'],
    ['word/', 'docx'],
    ['ppt/', 'pptx'],
  ];
  const kind = kinds.find(([folder]) => includes(head, folder, 1))?.[1];
  return unsupported(fileName, kind ?? extensionOf(fileName) ?? 'zip');
}

function extensionOf(fileName: string): string | null {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? null;
}
