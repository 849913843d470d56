export { assert, assertNever } from './assert.ts'
export { type EntryId, isAtOrBelow, paragraphsAbove, parseEntryId } from './codes.ts'
export {
  contains,
  daysAfter,
  daysBetween,
  type Interval,
  type LegalDate,
  parseLegalDate,
} from './date.ts'
export { type Decimal, decimal, formatDecimal, parseDecimal } from './decimal.ts'
export { canonicalJson, type Digest, digestOf, digestOfBytes } from './digest.ts'
export { type Document, printPath, readDocument, readPath } from './document.ts'
export { readJson } from './json-text.ts'
export { remedyForAnswer, remedyForDay, remedyForNumber, withRemedy } from './misspelt.ts'
export { nearWord } from './near-word.ts'
export {
  describeProblem,
  fail,
  ok,
  type Place,
  type Problem,
  ProblemError,
  type Result,
  unwrap,
} from './problem.ts'
export { parseQuantity } from './quantity.ts'
export { parseShape, type ShapeSource } from './shape.ts'
export {
  codeOf,
  conjoin,
  disjoin,
  FALSE,
  negate,
  TRUE,
  type Truth,
  type TruthCode,
  truthOf,
  UNKNOWN,
} from './truth.ts'
export { convert, isUnit, unitsKnown, unitsLike } from './unit.ts'
