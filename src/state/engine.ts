/** What the state and the pages need to know of the engine: its types, from one place. */
export type {
  CallOptions,
  EngineClient,
  NamedBlob,
  PendingImport,
  SqlAnswer,
  SqlFile,
  SqlView,
} from '../rpc/engine-client';
export type { ParametersOf, ResultOf, TaskId } from '../features/tasks';
export type {
  DraftColumn,
  DraftFile,
  DraftLink,
  Evidence,
  ImportDraft,
  Question,
} from '../ingest/import-draft';
export type { FileReport, ImportReport, LinkReport } from '../ingest/import-report';
