import type { TransferHandler } from 'comlink';
import { AppError, toAppError, type ErrorCode, type ErrorDetails } from '../base/errors';

/** An {@link AppError} as plain data. */
type SentError = {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
  readonly stack: string | null;
  /** Message of the cause. */
  readonly cause: string | null;
};

export function sendError(thrown: unknown): SentError {
  const { code, message, details, stack, cause } = toAppError(thrown);
  return {
    code,
    message,
    details,
    stack: stack ?? null,
    cause: cause === undefined ? null : toAppError(cause).message,
  };
}

export function receiveError(sent: SentError): AppError {
  const options = sent.cause === null ? {} : { cause: new Error(sent.cause) };
  const error = new AppError(sent.code, sent.message, sent.details, options);
  if (sent.stack !== null) error.stack = sent.stack;
  return error;
}

/** What comlink hands to the handler of thrown values. */
type Thrown = { readonly value: unknown };

/** In place of comlink's own, which keeps only name, message and stack. */
export function throwHandler(stock: TransferHandler<unknown, unknown>): TransferHandler<Thrown, SentError> {
  return {
    canHandle: (value): value is Thrown => stock.canHandle(value),
    serialize: ({ value }) => [sendError(value), []],
    deserialize: (sent) => {
      throw receiveError(sent);
    },
  };
}
