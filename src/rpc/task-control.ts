import type { TransferHandler } from 'comlink';
import type { Control, Progress } from '../base/control';
import { AppError } from '../base/errors';
import { budgetedControl } from './budgeted-control';
import { limitProgress } from './progress-limit';

/**
 * The caller's end of a call: hears its progress and can ask it to stop. As the last argument of a remote call it
 * arrives in the worker as a {@link Control}; one MessagePort per call carries progress out and the wish to stop in.
 * It must be an argument of its own: comlink looks for handlers in no object.
 */
export class TaskControl implements Control {
  readonly shouldYield: Control['shouldYield'];
  readonly yield: Control['yield'];
  readonly report: Control['report'];
  readonly isCancelled: Control['isCancelled'];
  readonly #onprogress: (progress: Progress) => void;
  readonly #ports: MessagePort[] = [];
  #isCancelled = false;

  constructor(onprogress: (progress: Progress) => void = () => undefined) {
    this.#onprogress = onprogress;
    const local = budgetedControl(onprogress, () => this.#isCancelled);
    this.shouldYield = local.shouldYield;
    this.yield = local.yield;
    this.report = local.report;
    this.isCancelled = local.isCancelled;
  }

  /** The port that travels with the call. */
  sendPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<Progress>) => {
      this.#onprogress(event.data);
    };
    this.#ports.push(port1);
    if (this.#isCancelled) port1.postMessage(null);
    return port2;
  }

  /** Asks to stop; the task does so when it next gives way. */
  cancel(): void {
    this.#isCancelled = true;
    for (const port of this.#ports) port.postMessage(null);
  }

  /** The call is settled: nothing more is said or heard. */
  close(): void {
    for (const port of this.#ports.splice(0)) port.close();
  }
}

/** The worker's end. The only message that comes in means "stop". */
function controlAt(port: MessagePort): Control {
  let isCancelled = false;
  port.onmessage = () => {
    isCancelled = true;
  };
  const send = (progress: Progress): void => port.postMessage(progress);
  return budgetedControl(
    limitProgress(send, () => performance.now()),
    () => isCancelled,
  );
}

export const taskControlHandler: TransferHandler<Control, MessagePort> = {
  canHandle: (value): value is TaskControl => value instanceof TaskControl,
  serialize: (control) => {
    if (!(control instanceof TaskControl))
      throw new AppError('internal.unexpected', 'Not the control of a call');
    const port = control.sendPort();
    return [port, [port]];
  },
  deserialize: controlAt,
};
