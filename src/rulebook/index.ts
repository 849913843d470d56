// The language of criteria and the engine that runs it.
export { type Amount, compareAmounts, printAmount } from './amount.ts'
export { type CompileContext, codeMatches } from './comparison.ts'
export { compileExpression } from './compile.ts'
export {
  type CompiledExpression,
  type Explanation,
  type FactTable,
  type FactValue,
  type Margin,
  PRESUMED_ABSENT,
  STATED_NONE,
  STATED_UNKNOWN,
} from './criteria-model.ts'
export { checkFormula } from './derivation.ts'
export {
  createFactReader,
  type Derived,
  type FactReader,
  type ReadFacts,
  readValue,
} from './facts.ts'
export type {
  Administration,
  Authorisation,
  Condition,
  Coverage,
  CoverageState,
  Effect,
  Entry,
  Expression,
  GroupTable,
  Jurisdiction,
  Kind,
  Mark,
  Parameter,
  ParameterType,
  Place,
  PolicyLine,
  Presumption,
  Reason,
  RequirementRule,
  Rulebook,
  Sourced,
  Wanted,
} from './model.ts'
export { createVocabulary, isKindWithin, type Vocabulary } from './vocabulary.ts'
