/**
 * Every way in which Clientele refuses or fails, as data. The code is also the key of the message that a person
 * reads (see `i18n/errors.messages.ts`); the short code of that message (F-01 … X-01) stands in {@link shortCodes}.
 */
export const shortCodes = {
  'ingest.empty-file': 'F-01',
  'ingest.too-large': 'F-02',
  'ingest.password-protected': 'F-03',
  'ingest.unsupported-format': 'F-04',
  'ingest.unclosed-quote': 'F-05',
  'ingest.garbled-text': 'F-06',
  'ingest.out-of-memory': 'F-07',
  'ingest.stopped': 'F-07',
  'ingest.unreadable': 'F-08',
  'ingest.no-rows': 'F-09',
  'ingest.damaged-file': 'F-10',
  'ingest.too-many-columns': 'F-11',
  'ingest.too-many-files': 'F-12',
  'ingest.ragged-rows': 'R-01',
  'ingest.not-a-date': 'R-02',
  'ingest.ambiguous-date': 'R-03',
  'ingest.damaged-id': 'R-04',
  'ingest.missing-role': 'M-01',
  'ingest.ambiguous-role': 'M-04',
  'ingest.bad-mapping': 'M-05',
  'query.no-match': 'Q-01',
  'query.needs': 'Q-02',
  'query.not-enough': 'Q-03',
  'database.query-failed': 'Q-04',
  'database.too-large': 'Q-05',
  'database.read-only': 'Q-06',
  'database.malformed': 'Q-07',
  'database.stopped': 'Q-08',
  'task.cancelled': 'T-01',
  'task.unknown': 'T-02',
  'task.bad-parameters': 'T-03',
  'storage.not-a-project': 'S-03',
  'storage.damaged-project': 'S-04',
  'storage.newer-project': 'S-05',
  'storage.unreadable-path': 'S-06',
  'internal.card': 'X-01',
  'internal.unexpected': 'X-02',
} as const;

export type ErrorCode = keyof typeof shortCodes;

/** Values that the message of a code names: numbers, file names, column names. Never a customer's data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The only error class. It survives the wire between threads with its code and details. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** The same error, or an `internal.unexpected` that keeps the original as its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AppError('internal.unexpected', message, {}, { cause: error });
}
