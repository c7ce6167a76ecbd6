import { transfer } from 'comlink';
import type { Control } from '../src/base/control';
import { writeDatasetImage } from '../src/database/dataset-image';
import { maskDataset } from '../src/database/mask-dataset';
import type { Dataset } from '../src/dataset/dataset';
import { describeDataset, type DatasetInfo } from '../src/dataset/dataset-info';
import type { PublishedColumn } from '../src/dataset/published';
import { repairDataset, type Repair } from '../src/dataset/repair';
import { publishedFor, takePublished, type ResultBase, type SharedParameters } from '../src/features/task';
import { sendParcel, takeParcel } from '../src/rpc/parcel';
import type { QueryAnswer, QueryCalls, RunnableTask, RunnableTasks } from './calls';
import { LoadedData } from './loaded-data';
import { SerialQueue } from './serial-queue';
import type { Storage } from './storage';

export type DataApi = QueryCalls & {
  /** Takes the place of what is loaded, in one step; on any failure the old data stay. */
  readonly load: (parcel: MessagePort) => Promise<DatasetInfo>;
  /** Adds columns that a compute worker made from a load, unless other data have been loaded since. */
  readonly publish: (parcel: MessagePort, load: number) => Promise<void>;
  /**
   * The data as a SQLite file, for a thread of its own; nothing of it stays here. null when the data are still those of
   * the edition that is known.
   *
   * @param isMasked whether identifying values are masked in it
   */
  readonly sendImage: (
    known: number | null,
    isMasked: boolean,
    control: Control,
  ) => Promise<DatabaseImage | null>;
  /** Puts one thing right in what is loaded; nothing changes where no row is wrong. */
  readonly repair: (
    repair: Repair,
    control: Control,
  ) => Promise<{ readonly info: DatasetInfo; readonly rows: number }>;
  /** Takes the last repair back. */
  readonly undoRepair: (control: Control) => Promise<DatasetInfo>;
  /** The data as a project file. */
  readonly exportProject: (control: Control) => Promise<Blob>;
};

/** A parcel with the bytes of a database, and the edition of the data in it. */
export type DatabaseImage = { readonly image: MessagePort; readonly edition: number };

/** Everything that needs rows. The rows stay here; one question is worked on at a time. */
export function createDataApi(tasks: RunnableTasks, storage: Storage): DataApi {
  const data = new LoadedData();
  const queue = new SerialQueue();
  const queries = Object.entries(tasks).map(([id, task]) => {
    const query = (parameters: unknown, control: Control) =>
      queue.run(control, () => runQuery(data, tasks, task, parameters, control));
    return [id, query] as const;
  });
  return {
    ...(Object.fromEntries(queries) as QueryCalls),
    load: async (parcel) => {
      const dataset = await takeParcel<Dataset>(parcel);
      const info = describeDataset(dataset);
      data.swap(dataset);
      return info;
    },
    publish: async (parcel, load) => {
      data.publish(await takeParcel<readonly PublishedColumn[]>(parcel), load);
    },
    sendImage: (known, isMasked, control) =>
      queue.run(control, () => {
        const { dataset, edition } = data;
        if (known === edition) return null;
        const image = sendParcel(writeDatasetImage(isMasked ? maskDataset(dataset) : dataset));
        return transfer({ image, edition }, [image]);
      }),
    repair: (repair, control) =>
      queue.run(control, () => {
        const { dataset, rows } = repairDataset(data.dataset, repair);
        if (rows > 0) data.repair(dataset);
        return { info: describeDataset(data.dataset), rows };
      }),
    undoRepair: (control) =>
      queue.run(control, () => {
        data.undoRepair();
        return describeDataset(data.dataset);
      }),
    exportProject: (control) =>
      queue.run(control, async () => {
        const bytes = await storage.writeProject(data.dataset, control);
        return new Blob([bytes], { type: 'application/zip' });
      }),
  };
}

async function runQuery(
  data: LoadedData,
  tasks: RunnableTasks,
  task: RunnableTask,
  parameters: unknown,
  control: Control,
): Promise<QueryAnswer<unknown>> {
  const { load } = data;
  const asked = (parameters ?? {}) as SharedParameters;
  const needed = await publishedFor(Object.values(tasks), data.dataset, asked, control);
  if (needed.length > 0) data.publish(needed, load);
  const { dataset } = data;
  const answer = await task.query(dataset, parameters as never, control);
  if (task.compute) {
    const input = sendParcel(answer, data.givable(answer));
    return transfer({ input, load }, [input]);
  }
  const { result, published } = takePublished(answer as ResultBase);
  data.publish(published, load);
  return data.give({ result });
}
