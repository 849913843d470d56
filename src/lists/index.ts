export { contentOfListed } from './content-of-listed.ts'
export {
  type ChangedParty,
  diffSnapshots,
  type FieldChange,
  type SnapshotDelta,
} from './diff-snapshots.ts'
export { download, type Fetch } from './download.ts'
export { findSnapshot } from './find-snapshot.ts'
export { FTM_NUMBERS, FTM_SCHEMAS } from './ftm.ts'
export { importList, readSnapshot } from './import-list.ts'
export { listStatus } from './list-status.ts'
export { loadListPolicy } from './load-policy.ts'
export type {
  ImportOptions,
  ImportReport,
  ListCount,
  ListStatus,
  ReadList,
  SnapshotRow,
} from './model.ts'
export { keptNameIndex } from './name-index-store.ts'
export {
  keepIndexOf,
  type OpenScreenerOptions,
  openScreener,
  openSnapshots,
  snapshotRowsOn,
} from './open-screener.ts'
export { splitRow } from './separated-rows.ts'
export { loadSnapshot } from './snapshot-store.ts'
export { LIST_SOURCES } from './sources.ts'
export { type UpdateOptions, type UpdateReport, updateList } from './update-list.ts'
