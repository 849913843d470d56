import { contains, FALSE, isAtOrBelow, type LegalDate } from '../kernel/index.ts'
import {
  type CompiledExpression,
  codeMatches,
  type Entry,
  type FactTable,
  type RequirementRule,
  type Rulebook,
  standingOf,
} from '../rulebook/index.ts'
import { type AuthorisationInForce, authorisationsOn, isSeen } from './authorisations-in-force.ts'
import { Circumstances } from './circumstances.ts'
import type { CircumstanceLanguage, Comparison } from './vocabulary.ts'

/** A requirement rule as it stands on a day. */
export interface RuleInForce {
  readonly rule: RequirementRule
  readonly requires: CompiledExpression
  readonly excluded: CompiledExpression | undefined
  readonly policy: readonly { readonly when: CompiledExpression | undefined; readonly is: string }[]
  /** Nobody read how it stood on the day: whatever it says, it is unknown. */
  readonly notCovered: boolean
  /** Of a rule not covered: what no earlier text of it went beyond. */
  readonly atMost: CompiledExpression | undefined
  /** Without effect on the day. */
  readonly suspended: boolean
  readonly administered:
    | {
        readonly requires: CompiledExpression
        readonly what: string
        readonly cite: string
      }
    | undefined
  /** Speaks of the entry under evaluation, so that it is read once for each. */
  readonly readsEntry: boolean
  /** Controls what persons do, whatever the item is subject to. */
  readonly readsPerson: boolean
  /** All that it compares. */
  readonly comparisons: readonly Comparison[]
}

/** The rules of one jurisdiction as they stand on a day, as known on another. */
export interface LawInForce {
  /** What the jurisdiction calls an item that is on none of its entries. */
  readonly unlisted: string
  /** Whose licences and authorisations are granted under it: its own, and those of the members that it leaves it to. */
  readonly grantors: ReadonlySet<string>
  /**
   * Rules that speak of every item, listed or not, and may hold for the destination: what is false with
   * nothing but the destination known is false whatever else is stated.
   */
  generalFor(destination: string | undefined): readonly RuleInForce[]
  /** Those of any destination, and all rules there are. */
  readonly general: readonly RuleInForce[]
  readonly all: readonly RuleInForce[]
  /** Rules that name entries and hold what persons do, or services: read also where the entry is open. */
  readonly ofPersonsAndServices: readonly RuleInForce[]
  readonly authorisations: ReadonlyMap<string, AuthorisationInForce>
  /** @param oneOf codes of which one is meant and nobody knows which: a rule that names one of them may speak of the entry */
  namedBy(entry: Entry, oneOf?: readonly string[]): EntryLaw
}

export interface EntryLaw {
  /** Rules that the entry's reasons name, and those that name its code. */
  readonly rules: readonly NamedRule[]
  /**
   * Reasons whose rule nobody read for the day, `reasons` where nobody read them at all: what the entry
   * requires is unknown then, however its other rules come out.
   */
  readonly unread: readonly string[]
}

export interface NamedRule {
  readonly inForce: RuleInForce
  /** By a reason for control of the entry; else the rule itself names the code. */
  readonly byReason: boolean
  /** The reason holds only under this condition, which no criterion expresses. */
  readonly onlyWhen: string | undefined
}

export type LawFinder = (jurisdiction: string, day: LegalDate, knownAt: LegalDate) => LawInForce

/** Days kept at once: a batch has few, and a day costs little to work out again. */
const KEPT = 256

export function createLawFinder(rulebook: Rulebook, language: CircumstanceLanguage): LawFinder {
  const kept = new Map<string, LawInForce>()
  return (jurisdiction, day, knownAt) => {
    const key = `${jurisdiction} ${day} ${knownAt}`
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= KEPT) kept.clear()
    const found = lawOn(rulebook, language, jurisdiction, day, knownAt)
    kept.set(key, found)
    return found
  }
}

function lawOn(
  rulebook: Rulebook,
  language: CircumstanceLanguage,
  jurisdiction: string,
  day: LegalDate,
  knownAt: LegalDate,
): LawInForce {
  const home = rulebook.jurisdictions.get(jurisdiction)
  const rules = rulebook.rules
    .filter((rule) => rule.jurisdiction === jurisdiction && isSeen(rule, day, knownAt))
    .map((rule) => ruleOn(rule, language, day))
  const named = new Map(rules.map((rule) => [rule.rule.id, rule]))
  const coded = rules.filter(({ rule }) => rule.entries.length > 0)
  const byEntry = new Map<string, EntryLaw>()
  const byReasons = worksByReasons(rulebook, jurisdiction)
  const general = rules.filter(({ rule }) => rule.reach === 'general')
  const byDestination = new Map<string | undefined, readonly RuleInForce[]>()
  return {
    unlisted: home?.unlisted ?? 'not-listed',
    grantors: new Set([jurisdiction, ...(home?.territory ?? [])]),
    generalFor: (destination) => {
      const known = byDestination.get(destination)
      if (known !== undefined) return known
      const alone = new Circumstances(language.vocabulary, day)
      alone.set('destination', destination)
      const found = general.filter((rule) => mayHold(rule, alone.table))
      byDestination.set(destination, found)
      return found
    },
    general,
    all: rules,
    ofPersonsAndServices: coded.filter(
      ({ rule, readsPerson }) =>
        rule.reach === 'named' && (readsPerson || rule.acts.includes('service')),
    ),
    authorisations: authorisationsOn(rulebook, language, jurisdiction, day, knownAt),
    namedBy: (entry, oneOf = []) => {
      const key = `${entry.code} ${entry.version} ${entry.status} ${oneOf.join()}`
      const known = byEntry.get(key)
      if (known !== undefined) return known
      const found = rulesOfEntry(entry, oneOf, named, coded, byReasons)
      byEntry.set(key, found)
      return found
    },
  }
}

function mayHold(rule: RuleInForce, facts: FactTable): boolean {
  if (rule.notCovered) return rule.atMost?.evaluate(facts) !== FALSE
  const { requires, administered } = rule
  return (
    requires.evaluate(facts) !== FALSE ||
    (administered?.requires.evaluate(facts) ?? FALSE) !== FALSE
  )
}

/** Where entries carry reasons for control, one without any is one whose reasons nobody read. */
function worksByReasons({ entries }: Rulebook, jurisdiction: string): boolean {
  return entries.some((entry) => entry.jurisdiction === jurisdiction && entry.reasons.length > 0)
}

function ruleOn(
  rule: RequirementRule,
  language: CircumstanceLanguage,
  day: LegalDate,
): RuleInForce {
  const requires = language.compile(rule.requires)
  const excluded = rule.excluded === undefined ? undefined : language.compile(rule.excluded)
  const applied = rule.administered.findLast((one) => contains(one.effective, day))
  const policy = rule.policy.map(({ when, is }) => ({
    is,
    when: when === undefined ? undefined : language.compile(when),
  }))
  const reads = new Set([
    ...requires.parameters,
    ...(excluded?.parameters ?? []),
    ...policy.flatMap(({ when }) => when?.parameters ?? []),
  ])
  const standing = standingOf(rule, day)
  // Between its first day and the day its text is known for, a rule was in force in words not held.
  const notCovered = standing === 'not-covered' || (rule.coveredFrom ?? day) > day
  const { earlier } = rule
  return {
    rule,
    requires,
    excluded,
    policy,
    notCovered,
    atMost: notCovered && earlier !== undefined ? language.compile(earlier.atMost) : undefined,
    suspended: standing === 'suspended',
    administered: applied && {
      requires: language.compile(applied.requires),
      what: applied.what,
      cite: applied.cite,
    },
    // What may overcome it may do so for one entry of the item and not for another.
    readsEntry: reads.has('entry') || rule.exceptions.length > 0,
    readsPerson: requires.parameters.includes('us_person'),
    comparisons: language.comparisonsOf([
      rule.requires,
      rule.excluded,
      ...rule.policy.map(({ when }) => when),
      earlier?.atMost,
      applied?.requires,
    ]),
  }
}

function rulesOfEntry(
  entry: Entry,
  oneOf: readonly string[],
  named: ReadonlyMap<string, RuleInForce>,
  coded: readonly RuleInForce[],
  byReasons: boolean,
): EntryLaw {
  const found = new Map<string, NamedRule>()
  const read = new Set<string>()
  for (const { reason, rule: id, when } of entry.reasons) {
    const inForce = named.get(id)
    if (inForce === undefined) continue
    read.add(reason)
    if (inForce.rule.reach === 'general') continue
    // A reason without a condition outweighs the same reason with one.
    if (when !== undefined && found.has(id)) continue
    found.set(id, { inForce, byReason: true, onlyWhen: when })
  }
  for (const inForce of coded) {
    const { id, reach, entries } = inForce.rule
    if (reach === 'general') continue
    if (entries.some((pattern) => codeMatches(entry.code, pattern))) {
      found.set(id, { inForce, byReason: found.has(id), onlyWhen: undefined })
    } else if (!found.has(id)) {
      const meant = oneOf.filter((code) => entries.some((pattern) => codeMatches(code, pattern)))
      if (meant.length > 0) found.set(id, { inForce, byReason: false, onlyWhen: meant.join(', ') })
    }
  }
  const unread = new Set(
    entry.reasons
      .filter((one) => !read.has(one.reason) && !isReadByParagraph(one.rule, found))
      .map(({ reason }) => reason),
  )
  if (entry.reasons.length === 0 && (byReasons || found.size === 0)) unread.add('reasons')
  return { rules: [...found.values()], unread: [...unread] }
}

/** An earlier or later text of the same paragraph speaks of the code itself: 742.6(a)(6)(iii) for its (A). */
function isReadByParagraph(rule: string, found: ReadonlyMap<string, NamedRule>): boolean {
  return [...found.keys()].some((id) => isAtOrBelow(rule, id) || isAtOrBelow(id, rule))
}
