import type { JurisdictionFinding, MissingFact, RuleFinding } from '../../determination/index.ts'
import { exceptionLines } from './exception-lines.ts'
import { groupBy, listing, named, type Page, paragraph, shortened } from './page.ts'
import { answerWord } from './verdict-words.ts'

/** Open rules shown with what they lack; the rest is named. */
const MOST_OPEN = 6

/** Title and citation of a rule, by its id. */
export type RuleFinder = (id: string) => RuleText | undefined

export interface RuleText {
  readonly title: string
  readonly cite: string
}

type Required = JurisdictionFinding['licence']['required']['asWritten']

function requirementSaid(
  asWritten: Required,
  asAdministered: Required,
  verdict: JurisdictionFinding['verdict'],
): string {
  if (asWritten !== asAdministered) {
    return `by the text ${answerWord(asWritten)}, as administered ${answerWord(asAdministered)}: a person must decide which to follow`
  }
  // A plain "no" would speak for law that is not here.
  return asWritten === false && verdict === 'undetermined'
    ? 'no rule encoded here asks for one; what is not encoded or not stated may'
    : answerWord(asWritten)
}

/** Whether a licence is required, by which rules, and what may lift it. */
export function licenceLines(
  page: Page,
  { jurisdiction, licence, verdict }: JurisdictionFinding,
  missing: readonly MissingFact[],
  ruleOf: RuleFinder,
): readonly string[] {
  const { asWritten, asAdministered } = licence.required
  const said = requirementSaid(asWritten, asAdministered, verdict)
  const applying = licence.by.filter(({ truth }) => truth === 'true')
  const names = new Set(applying.map(({ rule }) => rule))
  const open = openRules(jurisdiction, licence, missing, ruleOf).filter(({ id }) => !names.has(id))
  const not = licence.by.filter(({ rule, truth }) => truth === 'false' && !names.has(rule))
  return [
    ...named(page, '  ', 'Licence required:', said),
    ...groupBy(applying, (rule) =>
      JSON.stringify([rule.rule, rule.policy, rule.destination]),
    ).flatMap((group) => ruleLines(page, group)),
    ...(asWritten === true
      ? // Where a licence is required anyway, open rules can only add to it: they are named.
        namesOf(
          page,
          'Also open',
          open.map(({ id }) => id),
        )
      : openLines(page, open)),
    ...namesOf(
      page,
      'Tested and not applying',
      not.map(({ rule }) => rule),
    ),
    ...(licence.heldBy.length === 0
      ? []
      : paragraph(page, '    Held and fitting: ', listing(licence.heldBy, 8))),
    ...licence.notFitting.flatMap(({ id, item, because }) =>
      paragraph(page, '    Held and not fitting: ', `${id} for ${item}: ${because.join(' ')}`),
    ),
    ...exceptionLines(page, licence),
    ...paragraph(page, '    Authority: ', licence.authority),
  ]
}

interface OpenRule extends RuleText {
  readonly id: string
  /** Facts that would decide it. */
  readonly needs: readonly string[]
  /** What no fact decides here. */
  readonly undecided: readonly string[]
}

/** Each once: those told of, then those that are only named by what would decide them. */
function openRules(
  jurisdiction: string,
  { by }: JurisdictionFinding['licence'],
  missing: readonly MissingFact[],
  ruleOf: RuleFinder,
): readonly OpenRule[] {
  const texts = new Map<string, RuleText>()
  for (const { rule, truth, title, cite } of by) {
    if (truth === 'unknown') texts.set(rule, { title, cite })
  }
  for (const id of missing.flatMap(({ wouldDecide }) => [...wouldDecide]).sort()) {
    const text = texts.get(id) ?? (id.startsWith(`${jurisdiction}:`) ? ruleOf(id) : undefined)
    if (text !== undefined) texts.set(id, text)
  }
  return [...texts].map(([id, { title, cite }]) => {
    const needed = missing.filter(({ wouldDecide }) => wouldDecide.includes(id))
    const undecided = by.filter(({ rule }) => rule === id).flatMap(({ open = [] }) => open)
    return {
      ...{ id, title, cite, needs: [...new Set(needed.map(({ fact }) => fact))] },
      undecided: [...new Set(undecided)],
    }
  })
}

/** One rule for several items or entries is told once. */
function ruleLines(page: Page, group: readonly RuleFinding[]): readonly string[] {
  const [rule] = group
  if (rule === undefined) return []
  const { title, destination, policy, cite } = rule
  const of = listing(group.map(({ item, entry }) => `${item} as ${entry}`))
  const to = destination === null ? '' : ` to ${destination}`
  return [
    ...named(page, '    ', rule.rule, title),
    ...paragraph(page, '      ', `${effectOf(rule)} for ${of}${to}. ${cite}`),
    ...(policy === null ? [] : paragraph(page, '      Review policy: ', policy)),
    ...administeredLines(page, rule),
  ]
}

function effectOf({ effect }: RuleFinding): string {
  switch (effect) {
    case 'licence-required':
      return 'Requires a licence'
    case 'prohibited':
      return 'Prohibits it'
    case 'relief':
      return 'Relieves of a licence'
    case 'formality':
      return 'Asks for a formality, not a licence,'
  }
}

function administeredLines(page: Page, { administered }: RuleFinding): readonly string[] {
  if (administered === undefined) return []
  const applied = { true: 'applied', false: 'not applied', unknown: 'not known whether applied' }
  const { truth, what, cite } = administered
  return paragraph(page, '      ', `As administered: ${applied[truth]}. ${what} ${cite}`)
}

/** Open rules with what they lack; beyond the first few their names. */
function openLines(page: Page, open: readonly OpenRule[]): readonly string[] {
  return [
    ...open.slice(0, MOST_OPEN).flatMap(({ id, title, cite, needs, undecided }) => {
      const lacking = needs.length === 0 ? '' : `; needs ${listing(needs, 5)}`
      return [
        ...named(page, '    ', id, `open: ${title}${lacking}. ${cite}`, 'yellow'),
        ...undecided.flatMap((one) => paragraph(page, '      ', shortened(one))),
      ]
    }),
    ...namesOf(
      page,
      'Also open',
      open.slice(MOST_OPEN).map(({ id }) => id),
    ),
  ]
}

function namesOf(page: Page, title: string, rules: readonly string[]): readonly string[] {
  const names = [...new Set(rules)]
  return names.length === 0 ? [] : paragraph(page, '    ', `${title}: ${listing(names, 10)}`)
}
