import { overlap, printInterval } from './intervals.ts'
import { type LintProblem, lintError, lintWarning } from './lint-problem.ts'
import type {
  Authorisation,
  Entry,
  RedFlagRule,
  RequirementRule,
  Restriction,
  Rulebook,
  Sourced,
} from './model.ts'

const LONGEST_TITLE = 160

type Titled = Entry | RequirementRule | Authorisation | Restriction | RedFlagRule

/** Titles are short and own words, citations lead somewhere, days fit together, tables cite. */
export function lintTexts(rulebook: Rulebook): readonly LintProblem[] {
  const { entries, rules, authorisations, restrictions, groupFacts, presumptions } = rulebook
  const titled: readonly (readonly [string, Titled])[] = [
    ...entries.map((one) => [nameOf(one), one] as const),
    ...rules.map((one) => [one.id, one] as const),
    ...authorisations.map((one) => [`${one.jurisdiction}:${one.id}`, one] as const),
    ...rulebook.redFlags.map((one) => [one.id, one] as const),
    ...restrictions.map((one) => [one.id, one] as const),
  ]
  const cited: readonly (readonly [string, Sourced])[] = [
    ...titled,
    ...groupFacts.groups.map((one) => [one.name, one] as const),
    ...presumptions.map((one) => [one.id, one] as const),
  ]
  return [
    ...titled.flatMap(([name, one]) => [
      ...lintTitle(name, one),
      ...lintDays(name, one),
      ...lintPublication(name, one),
    ]),
    ...cited.flatMap(([name, one]) => lintCitation(name, one)),
    ...[...rulebook.tables].flatMap(([name, table]) => lintTable(name, table)),
  ]
}

export function nameOf(entry: Entry): string {
  return entry.version === 'current' ? entry.id : `${entry.id} (${entry.version})`
}

function lintTitle(name: string, { title }: Titled): readonly LintProblem[] {
  if (title.length <= LONGEST_TITLE) return []
  return [
    lintError(
      'long-title',
      name,
      `The title has ${title.length} characters.`,
      `Say it in own words in at most ${LONGEST_TITLE}; details belong in notes.`,
    ),
  ]
}

/** An answer for a day before the publication knows of no such law unless it is told a later knowledge. */
function lintPublication(name: string, one: Titled): readonly LintProblem[] {
  const { from } = one.effective
  const published = 'published' in one ? one.published : undefined
  const isVoid = 'criteria' in one && 'never' in one.criteria
  if (from === undefined || published === undefined || published <= from || isVoid) return []
  const detail = `It is in effect from ${from} and published on ${published}: on the days between no answer sees it.`
  const remedy =
    'State the day on which the text could first be read; law in effect was made public.'
  return [lintError('published-late', name, detail, remedy)]
}

function lintDays(name: string, one: Titled): readonly LintProblem[] {
  const found: LintProblem[] = []
  const { effective, coveredFrom } = one
  // Of a rule alone: between the two days it held in words that nobody read.
  const isRuleRead = 'effect' in one && coveredFrom !== undefined
  if (
    effective.from !== undefined &&
    coveredFrom !== undefined &&
    !(isRuleRead && coveredFrom > effective.from)
  ) {
    found.push(
      lintWarning(
        'idle-covered-from',
        name,
        'coveredFrom says nothing beside effective.from.',
        'Remove one: coveredFrom is for a text whose first day is not known.',
      ),
    )
  }
  for (const days of 'suspended' in one ? one.suspended : []) {
    if (overlap(days, effective)) continue
    const detail = `It is suspended ${printInterval(days)}, and in effect ${printInterval(effective)}.`
    const remedy = 'Suspend it on days on which it would have effect.'
    found.push(lintError('suspended-outside', name, detail, remedy))
  }
  return found
}

/** A citation without a number names a book and no place in it. */
function lintCitation(name: string, { cite }: Sourced): readonly LintProblem[] {
  if (/\d/.test(cite)) return []
  const detail = `The citation ${JSON.stringify(cite)} has no number.`
  return [lintWarning('vague-citation', name, detail, 'Cite section, article or notice.')]
}

/** The list of party lists cites their publishers by address instead. */
const UNCITED_TABLES: ReadonlySet<string> = new Set(['lists'])

function lintTable(name: string, table: unknown): readonly LintProblem[] {
  if (UNCITED_TABLES.has(name) || mentions(table, 'cite') || mentions(table, 'mark')) return []
  const detail = 'The table nowhere says where it comes from or how well it was checked.'
  return [lintError('uncited-table', name, detail, 'Give it, or each of its rows, cite or mark.')]
}

function mentions(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, key) || Object.values(value).some((inner) => mentions(inner, key))
}
