export { type ComparedParty, type Comparison, compareParties } from './compare-parties.ts'
export type {
  Hit,
  ListedParty,
  PartyQuery,
  RowRule,
  Screener,
  ScreeningResult,
  ScreeningState,
  Snapshot,
  SnapshotReference,
} from './model.ts'
export { type ComparedPair, comparePair, type PairAnswer, parsePair } from './pair-format.ts'
export { ageInDays, type ListDescription, type ListPolicy, type SourcePolicy } from './policy.ts'
export {
  createScreener,
  type ListGap,
  type ListScreener,
  type ScreenerOptions,
} from './screener.ts'
export { MATCH_FROM } from './threshold.ts'
