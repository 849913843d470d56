// The language of criteria and the engine that runs it.
export { type Amount, compareAmounts, printAmount } from './amount.ts'
export {
  type EntriesChange,
  type LawEntriesFile,
  lawEntriesOf,
  withChangedEntries,
} from './changed-entries.ts'
export { changesBetween, type LawChange } from './changes.ts'
export { type CompileContext, codeMatches } from './comparison.ts'
export { compileExpression } from './compile.ts'
// The law folder: loading, editions, coverage, differences, cases.
export { coverageOf } from './coverage.ts'
export { coverageMarkdown } from './coverage-markdown.ts'
export {
  type CoverageReport,
  coverageReport,
  type EntryCounts,
  type JurisdictionReport,
  type KindCoverage,
} from './coverage-report.ts'
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
export { diffDays, diffRulebooks, type FieldDifference, type LawDifference } from './diff.ts'
export { lastRead } from './edition.ts'
export {
  createFactReader,
  type Derived,
  type FactReader,
  type ReadFacts,
} from './facts.ts'
export { createGroupTable, WORLDWIDE } from './groups.ts'
export { jsonSchemas } from './json-schemas.ts'
export { deserialiseRulebook, editionNoted, serialiseRulebook, sourceDigest } from './law-cache.ts'
export { type LawCase, type LawExpectation, parseLawCases } from './law-cases.ts'
// What every file of law/ is made of, for readers of their own.
export {
  expression,
  interval,
  jurisdictionCode,
  legalDay,
  mark,
  sourced,
  text,
  texts,
  textUpTo,
} from './law-format-basics.ts'
export { entriesFile as lawEntriesSchema } from './law-format-rules.ts'
export { lintRulebook } from './lint.ts'
export type { LintProblem } from './lint-problem.ts'
export {
  type LoadOptions,
  loadLawCases,
  loadLawFolder,
  readLawFiles,
  writeLawCache,
} from './load-folder.ts'
export type {
  Act,
  Administration,
  Authorisation,
  Condition,
  Coverage,
  CoverageState,
  Effect,
  Entry,
  Expression,
  FlagClearance,
  Formality,
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
  RedFlagRule,
  RequirementRule,
  Restriction,
  Rulebook,
  Sourced,
  Wanted,
} from './model.ts'
export { officialTexts } from './official-texts.ts'
export { type LawFile, parseLaw } from './parse-law.ts'
export { readValue } from './read-value.ts'
export { contentOf } from './rulebook-content.ts'
export { type DatedLaw, type Standing, standingOf } from './standing.ts'
export type {
  EccnControl,
  EccnReason,
  EccnReasons,
  Group,
  GroupFacts,
  GroupMove,
  HeldMembership,
  Treatment,
} from './tables-model.ts'
export { createVocabulary, isKindWithin, type Vocabulary } from './vocabulary.ts'
