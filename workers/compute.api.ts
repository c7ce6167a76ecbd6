import { transfer } from 'comlink';
import type { Control } from '../src/base/control';
import { AppError } from '../src/base/errors';
import { buffersOf } from '../src/columns/transferables';
import { takePublished } from '../src/features/task';
import { sendParcel, takeParcel } from '../src/rpc/parcel';
import type { ComputeAnswer, ComputeCalls, RunnableTask, RunnableTasks } from './calls';

export type ComputeApi = ComputeCalls;

/** Every task's `compute`, on what its `query` sent. Nothing is kept between calls. */
export function createComputeApi(tasks: RunnableTasks): ComputeApi {
  const calls = Object.entries(tasks).map(([id, task]) => [id, computeCall(id, task)] as const);
  return Object.fromEntries(calls) as ComputeApi;
}

function computeCall(id: string, task: RunnableTask) {
  return async (
    parcel: MessagePort,
    parameters: unknown,
    control: Control,
  ): Promise<ComputeAnswer<unknown>> => {
    if (!task.compute) throw new AppError('internal.unexpected', `${id} has nothing to compute`);
    const input = await takeParcel<unknown>(parcel);
    const { result, published } = takePublished(
      await task.compute(input as never, parameters as never, control),
    );
    if (published.length === 0) return transfer({ result, published: null }, buffersOf(result));
    const columns = sendParcel(published);
    return transfer({ result, published: columns }, [...buffersOf(result), columns]);
  };
}
