export type { Backup } from './backup/backup.ts'
export { emptyStoreFile } from './database/empty-store.ts'
export { writeEmptyStore } from './database/open-pglite.ts'
export type {
  DeadLetter,
  Job,
  JobHandler,
  Jobs,
  NewJob,
  Queue,
  Worker,
  WorkerOptions,
} from './jobs/job.ts'
export { OnDemand } from './on-demand.ts'
export { openStore, type StoreOptions, type StorePlace } from './open-store.ts'
export type { Projection, ProjectionStatus } from './projections/projection.ts'
export type { Append } from './record/append.ts'
export type { BriefEvent, Json, NewEvent, RecordedEvent } from './record/event.ts'
export type { Command } from './record/once.ts'
export type { RecordRange, StreamRange } from './record/read.ts'
export type { NotedRecord, Verification } from './record/verify.ts'
export { masterKeyOf, openMasterKey } from './sealed/master-key.ts'
export type { Sealed, Unsealed } from './sealed/sealed.ts'
export type { Reading, Store, StoreStatus, Work } from './store.ts'
export type { Tallies, Tally } from './tallies/tallies.ts'
