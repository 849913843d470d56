import { type Problem, parseEntryId } from '../kernel/index.ts'
import { checkDictionary } from './check-dictionary.ts'
import { checkExpression, type ExpressionNames, unknownName } from './check-expression.ts'
import { checkGroups } from './check-groups.ts'
import { checkUnique, checkVersions } from './check-identity.ts'
import { createGroupTable, WORLDWIDE } from './groups.ts'
import type { LawContent } from './law-content.ts'
import type { LawProblems } from './law-problems.ts'
import type {
  Authorisation,
  Entry,
  Expression,
  Parameter,
  RequirementRule,
  Restriction,
} from './model.ts'
import { createVocabulary } from './vocabulary.ts'

/**
 * Holds the joined content against itself: names exist, ids are unique, versions of one entry do not
 * hold on the same day. What is only questionable is left to `lintRulebook`.
 */
export function checkLaw(content: LawContent, problems: LawProblems): void {
  checkDictionary(content, problems)
  checkUnique(content, problems)
  checkVersions(content.entries, problems)
  checkGroups(content, problems)
  const [characteristics, circumstances] = namesOf(content)
  const rules = new Set(content.rules.map((rule) => rule.id))
  const jurisdictions = content.jurisdictions.map((one) => one.code)
  const { entries, authorisations, restrictions } = content
  for (const piece of [...entries, ...content.rules, ...authorisations, ...restrictions]) {
    if (!jurisdictions.includes(piece.jurisdiction)) {
      const where = 'the jurisdiction.yaml files'
      problems.at(piece, [], unknownName('jurisdiction', piece.jurisdiction, jurisdictions, where))
    }
  }
  for (const presumption of content.presumptions) {
    checkAt(presumption, ['unless'], presumption.unless, characteristics, problems)
  }
  for (const entry of entries) checkEntry(entry, characteristics, problems)
  checkReasons(entries, rules, problems)
  checkEccnRules(content, rules, problems)
  for (const rule of content.rules) checkRule(rule, circumstances, problems)
  for (const one of authorisations) checkAuthorisation(one, circumstances, problems)
  for (const one of restrictions) checkRestriction(one, content, circumstances, problems)
  checkRedFlags(content, circumstances, jurisdictions, problems)
}

function namesOf(content: LawContent): readonly [ExpressionNames, ExpressionNames] {
  const kinds = new Map(content.kinds.map((kind) => [kind.id, kind]))
  const places = new Map(content.places.map((place) => [place.code, place]))
  const groups = new Set([...content.groupFacts.groups.map((group) => group.name), WORLDWIDE])
  const table = createGroupTable(content.groupFacts, places)
  const names = (parameters: readonly Parameter[], dictionary: string): ExpressionNames => ({
    context: { vocabulary: createVocabulary(parameters, kinds), groups: table },
    dictionary,
    places,
    groups,
  })
  return [
    names(content.characteristics, 'law/characteristics.yaml'),
    names(content.circumstances, 'law/circumstances.yaml'),
  ]
}

function checkAt(
  piece: object,
  path: readonly PropertyKey[],
  expression: Expression | undefined,
  names: ExpressionNames,
  problems: LawProblems,
): void {
  if (expression === undefined) return
  for (const found of checkExpression(expression, names)) {
    problems.at(piece, [...path, ...found.path], found.problem)
  }
}

/** A rule that is missing is often missing for a hundred entries: it is reported at the first. */
function checkReasons(
  entries: readonly Entry[],
  rules: ReadonlySet<string>,
  problems: LawProblems,
): void {
  const missing = new Map<string, { entry: Entry; index: number; times: number }>()
  for (const entry of entries) {
    entry.reasons.forEach(({ rule }, index) => {
      if (rules.has(rule)) return
      const first = missing.get(rule) ?? { entry, index, times: 0 }
      missing.set(rule, { ...first, times: first.times + 1 })
    })
  }
  for (const [rule, { entry, index, times }] of missing) {
    const problem = unknownName('rule', rule, [...rules], 'the requirements.yaml files')
    const detail = times === 1 ? problem.detail : `${problem.detail} ${times} reasons name it.`
    problems.at(entry, ['reasons', index, 'rule'], { ...problem, detail })
  }
}

function checkEccnRules(
  content: LawContent,
  rules: ReadonlySet<string>,
  problems: LawProblems,
): void {
  for (const control of Object.values(content.eccnReasons.covered)) {
    control.reasons.forEach(({ rule }, index) => {
      if (rule === undefined || rules.has(rule)) return
      const problem = unknownName('rule', rule, [...rules], 'the requirements.yaml files')
      problems.at(control, ['reasons', index, 'rule'], problem)
    })
  }
}

function checkEntry(entry: Entry, names: ExpressionNames, problems: LawProblems): void {
  const id = parseEntryId(entry.id)
  if (!id.ok) problems.at(entry, ['code'], id.problems[0] as Problem)
  checkAt(entry, ['criteria'], entry.criteria, names, problems)
  checkAt(entry, ['excluded'], entry.excluded, names, problems)
  entry.related.forEach((related, index) => {
    const parsed = parseEntryId(related)
    if (!parsed.ok) problems.at(entry, ['related', index], parsed.problems[0] as Problem)
  })
}

function checkRule(rule: RequirementRule, names: ExpressionNames, problems: LawProblems): void {
  checkAt(rule, ['requires'], rule.requires, names, problems)
  checkAt(rule, ['excluded'], rule.excluded, names, problems)
  checkAt(rule, ['earlier', 'atMost'], rule.earlier?.atMost, names, problems)
  rule.policy.forEach((line, index) => {
    checkAt(rule, ['policy', index, 'when'], line.when, names, problems)
  })
  rule.administered.forEach((line, index) => {
    checkAt(rule, ['administered', index, 'requires'], line.requires, names, problems)
  })
}

function checkRedFlags(
  { redFlags, clearances }: LawContent,
  names: ExpressionNames,
  jurisdictions: readonly string[],
  problems: LawProblems,
): void {
  for (const flag of redFlags) {
    checkAt(flag, ['when'], flag.when, names, problems)
    if (flag.jurisdiction === undefined || jurisdictions.includes(flag.jurisdiction)) continue
    const where = 'the jurisdiction.yaml files'
    problems.at(flag, [], unknownName('jurisdiction', flag.jurisdiction, jurisdictions, where))
  }
  for (const one of clearances.slice(1)) {
    problems.at(one, [], {
      code: 'law.duplicate',
      detail: 'Who may resolve a flag is said twice.',
      remedy: 'Say it once, in red-flags.yaml.',
    })
  }
}

function checkAuthorisation(
  one: Authorisation,
  names: ExpressionNames,
  problems: LawProblems,
): void {
  checkAt(one, ['available'], one.available, names, problems)
  one.conditions.forEach((condition, index) => {
    checkAt(one, ['conditions', index, 'met'], condition.met, names, problems)
  })
}

/** A restriction that names what does not exist would bar, or spare, nothing in silence. */
function checkRestriction(
  one: Restriction,
  { authorisations }: LawContent,
  names: ExpressionNames,
  problems: LawProblems,
): void {
  checkAt(one, ['bars'], one.bars, names, problems)
  const known = authorisations
    .filter(({ jurisdiction }) => jurisdiction === one.jurisdiction)
    .map(({ id }) => id)
  for (const key of ['only', 'spares'] as const) {
    one[key].forEach((id, index) => {
      if (known.includes(id)) return
      const where = 'the authorisations.yaml files'
      problems.at(one, [key, index], unknownName('authorisation', id, known, where))
    })
  }
}
