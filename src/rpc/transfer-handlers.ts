import { transferHandlers } from 'comlink';
import { AppError } from '../base/errors';
import { throwHandler } from './app-error-handler';
import { taskControlHandler } from './task-control';

let areInstalled = false;

/** Teaches comlink of this thread our controls and errors. Both ends of every wire need it. */
export function installTransferHandlers(): void {
  if (areInstalled) return;
  const stock = transferHandlers.get('throw');
  if (!stock) throw new AppError('internal.unexpected', 'comlink has no handler of thrown values');
  transferHandlers.set('throw', throwHandler(stock));
  transferHandlers.set('control', taskControlHandler);
  areInstalled = true;
}
