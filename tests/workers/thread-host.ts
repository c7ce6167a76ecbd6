import { expose } from 'comlink';
import { installTransferHandlers } from '../../src/rpc/transfer-handlers';
import type { WorkerFault, WorkerHost, WorkerKind, WorkerLink } from '../../src/rpc/worker-link';
import type { RunnableTasks } from '../../workers/calls';
import { createComputeApi } from '../../workers/compute.api';
import { createDataApi } from '../../workers/data.api';
import { createImportApi } from '../../workers/import.api';
import { createSqlApi, type SqlApi } from '../../workers/sql.api';
import type { Storage } from '../../workers/storage';
import { fakeStorage } from './fake-storage';

export type Started = {
  readonly kind: WorkerKind;
  /** What the browser does to a worker that takes too much. */
  readonly die: (fault: WorkerFault) => void;
  isTerminated: boolean;
};

/** The real APIs behind real ports, in the thread of the test. */
export function threadHost(
  tasks: Partial<RunnableTasks>,
  cores = 3,
  storage: Storage = fakeStorage(),
  createSql: () => SqlApi = createSqlApi,
): WorkerHost & { started: Started[] } {
  installTransferHandlers();
  const all = tasks as RunnableTasks;
  const apis = {
    import: () => createImportApi(storage),
    data: () => createDataApi(all, storage),
    compute: () => createComputeApi(all),
    sql: createSql,
  };
  const started: Started[] = [];
  return {
    started,
    cores,
    start: (kind) => {
      const { port1, port2 } = new MessageChannel();
      expose(apis[kind](), port2);
      let listener: (fault: WorkerFault) => void = () => undefined;
      const entry: Started = {
        kind,
        isTerminated: false,
        die: (fault) => {
          port2.close();
          listener(fault);
        },
      };
      started.push(entry);
      const link: WorkerLink = {
        endpoint: port1,
        terminate: () => {
          entry.isTerminated = true;
          port1.close();
          port2.close();
        },
        onfault: (given) => (listener = given),
      };
      return Promise.resolve(link);
    },
    sqliteBinary: () => Promise.resolve(null),
    preload: () => Promise.resolve(),
    dispose: () => undefined,
  };
}

/** A promise that the test settles. */
export function gate(): { readonly open: () => void; readonly isOpen: Promise<void> } {
  let open: () => void = () => undefined;
  const isOpen = new Promise<void>((resolve) => (open = resolve));
  return { open, isOpen };
}
