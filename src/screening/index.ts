export { type ComparedParty, type Comparison, compareParties } from './compare-parties.ts'
export { FiledParties, indexFiled } from './filed-parties.ts'
export { isChecked } from './identifiers.ts'
export { INDEX_FORMAT, openIndex, serialiseIndex } from './index-file.ts'
export { ListedAddresses } from './listed-addresses.ts'
export { measurePair, type PairMeasure } from './measure-pair.ts'
export {
  type Hit,
  type ListedParty,
  PARTY_SCHEMAS,
  type PartyQuery,
  type RowRule,
  type Screener,
  type ScreeningResult,
  type ScreeningState,
  type Snapshot,
  type SnapshotReference,
} from './model.ts'
// Monitoring: parties on file, their hits, and what persons decide of them.
export {
  type CountersignHit,
  countersignHit,
  type DecideHit,
  decideHit,
} from './monitoring/decide-hit.ts'
export { type EventLog, readEventLog } from './monitoring/event-log.ts'
export { fileParty, retireParty } from './monitoring/file-party.ts'
export { chosenRows, keyed, type ListedRows, rowsInForce } from './monitoring/listed-rows.ts'
export {
  type FoundHit,
  type HitStatus,
  type MonitoredHit,
  type MonitoringEvent,
  type MonitoringPorts,
  type MonitoringState,
  OUTCOMES,
  type Outcome,
} from './monitoring/model.ts'
export {
  type GrowingState,
  growingMonitoring,
  isOpen,
  projectMonitoring,
  statusOf,
} from './monitoring/project.ts'
export { type Rescreening, rescreen } from './monitoring/rescreen.ts'
export { NAME_FEATURES } from './name-features.ts'
export { buildIndex, type NameIndex } from './name-index.ts'
export {
  createNameSearch,
  type NameHit,
  type NameSearch,
  type NameSearchOptions,
} from './name-search.ts'
// Owners: who takes the status of listed parties that own it.
export { createOwnershipJudge, type OwnershipJudge } from './ownership/judge-ownership.ts'
export { listingsOf } from './ownership/listings.ts'
export type {
  GraphParty,
  Listing,
  MissingFact,
  OwnershipFinding,
  OwnershipPath,
  PartyOwnership,
  RedFlag,
  ShareRange,
  Stake,
} from './ownership/model.ts'
export { createPartyGraph, type PartyGraph } from './ownership/party-graph.ts'
export { isBods, readBods } from './ownership/read-bods.ts'
export { readGraph } from './ownership/read-graph.ts'
export { type OwnershipRules, readOwnershipRules } from './ownership/rules.ts'
export { type ComparedPair, comparePair, type PairAnswer, parsePair } from './pair-format.ts'
export { ageInDays, type ListDescription, type ListPolicy, type SourcePolicy } from './policy.ts'
export type { NamedParty } from './printed-names.ts'
export { demandInWords } from './row-demand.ts'
export {
  createScreener,
  indexKey,
  indexSnapshots,
  type ListGap,
  type ListScreener,
  type ScreenerOptions,
} from './screener.ts'
export { MATCH_FROM } from './threshold.ts'
export { WEIGHTS } from './weights.ts'
