import { expose } from 'comlink';
import { holdLifeLock, type Hello } from './life-lock';
import { installTransferHandlers } from './transfer-handlers';

/** All that a worker file does: answer calls of the API, and be seen to live. */
export function serve(api: object): void {
  installTransferHandlers();
  expose(api);
  void holdLifeLock(self.name).then((holdsLock) => {
    const hello: Hello = { hello: 'clientele', holdsLock };
    self.postMessage(hello);
  });
}
