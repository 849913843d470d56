// Item to entries: met, undecided, eliminated, with reasons, margins and the questions to ask next.
export { readClaimedCode } from './claim-code.ts'
export { createClassifier } from './classifier.ts'
export { kindsSpokenOf, mayBeOfKind } from './entry-reading.ts'
export {
  type Assumption,
  CLAIMED_NOT_ENCODED,
  CLAIMED_PARAGRAPH,
  type Claim,
  type ClaimBasis,
  type Classification,
  type Classifier,
  type ClassifyOptions,
  type Contradiction,
  type DerivedValue,
  type EntryBasis,
  type EntryFinding,
  type Item,
  type ItemFacts,
  type JurisdictionClassification,
  type ProductionInput,
  type Question,
  type StatedQuantity,
  type StatedValue,
} from './model.ts'
export { itemSchema, parseItem } from './parse-item.ts'
