// Transaction to determination: may this go there, to them, for that, on this day?

export { determinationSchema } from './determination-schema.ts'
export {
  createDeterminer,
  type DetermineOptions,
  type Determiner,
  type DeterminerOptions,
} from './determine.ts'
export { determinationJsonSchemas } from './json-schemas.ts'
export { liftingAll } from './lifting.ts'
export {
  type Answer,
  type AssumptionFinding,
  type ConditionFinding,
  type CoverageFinding,
  type Determination,
  type Duty,
  type EntryAnswer,
  type ExceptionFinding,
  type HitFinding,
  type ItemFinding,
  type JurisdictionFinding,
  type LicenceFinding,
  type MissingFact,
  type NexusFinding,
  type PartyFinding,
  type ReasonFinding,
  type RedFlag,
  type ReferenceFinding,
  type RuleFinding,
  VERDICTS,
  type Verdict,
} from './model.ts'
export { screenedQueries } from './named-in-text.ts'
export { nextSteps } from './next-steps.ts'
export { createTransactionParser, type TransactionParser } from './parse-transaction.ts'
export { type PartyScreener, SAME_PARTY } from './parties.ts'
export { Sheet } from './sheet.ts'
export { KINDS, TRANSFER_MEANS, type Transaction, transactionSchema } from './transaction.ts'
export {
  facility as facilitySchema,
  ownerSchema,
  PARTY_TYPES,
  type Party,
  person as personSchema,
  ROLES as PARTY_ROLES,
} from './transaction-parties.ts'
