/** What the state needs to know of the engine: its types, from one place. */
export type { CallOptions, EngineClient, PendingImport } from '../rpc/engine-client';
export type { ParametersOf, ResultOf, TaskId } from '../features/tasks';
