// The desk: law, lists and key put together to what answers, for whoever asks (command or server).

export { certifiedContent } from './certified-content.ts'
export { type Checker, type CheckerOptions, createChecker } from './checker.ts'
export { classificationAnswer } from './classification-answer.ts'
export { type ClassificationRequest, readClassificationRequests } from './classification-request.ts'
export { type CertifiedPoint, compareCertified } from './compare-certified.ts'
export {
  type Engine,
  engineVersion,
  OWN_LAW,
  openEngine,
  openRulebook,
  ownEdition,
} from './engine.ts'
export { EDITION_NAME, readPublisher, signEdition } from './law/edition-file.ts'
export {
  type Installed,
  LawEditions,
  nameOf,
  type Publisher,
  RELEASE,
  unknownEdition,
} from './law/editions.ts'
export { fetchEdition } from './law/fetch-edition.ts'
export { type LawStatus, lawStatus } from './law/law-status.ts'
export {
  type Line,
  LineSplitter,
  linesOf,
  MAX_LINE_BYTES,
  notText,
  unreadableLine,
} from './lines.ts'
export { readAllStated, transactionsOf } from './on-file/all-or-none.ts'
export { type FiledRow, ON_FILE } from './on-file/index-projection.ts'
export {
  KIND_TABLES,
  numbersOnFile,
  openStated,
  tableReadingOf,
} from './on-file/kind-tables.ts'
export { oldRecordOf, takeInOldRecord } from './on-file/old-monitoring.ts'
export { PartyBook, type PlacedEvent } from './on-file/party-book.ts'
export {
  type Rechecked,
  type RecheckParts,
  type RecheckProgress,
  recheck,
} from './on-file/recheck.ts'
export { findRun, lastRuns, type RecheckState, recheckState } from './on-file/recheck-run.ts'
export {
  isClearOfHits,
  type MonitoringRun,
  type ScreenedParties,
} from './on-file/screen-parties.ts'
export { type Filed, Shelf } from './on-file/shelf.ts'
export { toldChanges } from './on-file/told.ts'
export { openOwnTypesetter } from './open-typesetter.ts'
export {
  AUDIT,
  AuditBook,
  type AuditEntry,
  type AuditLine,
  type AuditSearch,
} from './people/audit-book.ts'
export { Directory, type PeopleStore } from './people/directory.ts'
export { RecordWatch } from './people/record-watch.ts'
export { SessionBook, type SessionStore } from './people/session-book.ts'
export { Recent } from './recent.ts'
export { caseBlockOn } from './regime/case-block-on.ts'
export { charterNamed, openCharters } from './regime/open-charters.ts'
export { consultationRules } from './regime/regime-law.ts'
export { entriesBy, seenAt, timeOn } from './regime/seen.ts'
export {
  createScreeners,
  type GivenList,
  type Screeners,
  type SharedIndex,
  screenersOf,
} from './screeners.ts'
export { screeningAnswer } from './screening-answer.ts'
export { partyQuerySchema } from './screening-request.ts'
export { openSigningKey, readSigningKey } from './signing-key.ts'
export { stepsOf } from './steps.ts'
