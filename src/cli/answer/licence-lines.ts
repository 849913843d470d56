import type { JurisdictionFinding, MissingFact, RuleFinding } from '../../determination/index.ts'
import { exceptionLines } from './exception-lines.ts'
import { groupBy, listing, named, type Page, paragraph } from './page.ts'
import { answerWord } from './verdict-words.ts'

/** Open rules shown with what they lack; the rest is named. */
const MOST_OPEN = 6

/** Whether a licence is required, by which rules, and what may lift it. */
export function licenceLines(
  page: Page,
  { licence }: JurisdictionFinding,
  missing: readonly MissingFact[],
): readonly string[] {
  const { asWritten, asAdministered } = licence.required
  const said =
    asWritten === asAdministered
      ? answerWord(asWritten)
      : `by the text ${answerWord(asWritten)}, as administered ${answerWord(asAdministered)}: a person must decide which to follow`
  const applying = licence.by.filter(({ truth }) => truth === 'true')
  const names = new Set(applying.map(({ rule }) => rule))
  const others = licence.by.filter(({ rule }) => !names.has(rule))
  const open = others.filter(({ truth }) => truth === 'unknown')
  const not = others.filter(({ truth }) => truth === 'false')
  return [
    ...named(page, '  ', 'Licence required:', said),
    ...groupBy(applying, (rule) =>
      JSON.stringify([rule.rule, rule.policy, rule.destination]),
    ).flatMap((group) => ruleLines(page, group)),
    ...(asWritten === true
      ? // Where a licence is required anyway, open rules can only add to it: they are named.
        namesOf(page, 'Also open', open)
      : openLines(page, open, missing)),
    ...namesOf(page, 'Tested and not applying', not),
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

/** Open rules with what they lack, each once. */
function openLines(
  page: Page,
  open: readonly RuleFinding[],
  missing: readonly MissingFact[],
): readonly string[] {
  const groups = groupBy(open, ({ rule }) => rule)
  return [
    ...groups.slice(0, MOST_OPEN).flatMap(([first]) => {
      if (first === undefined) return []
      const needed = missing.filter(({ wouldDecide }) => wouldDecide.includes(first.rule))
      const facts = [...new Set(needed.map(({ fact }) => fact))]
      const needs = facts.length === 0 ? '' : `; needs ${listing(facts, 5)}`
      return named(
        page,
        '    ',
        first.rule,
        `open: ${first.title}${needs}. ${first.cite}`,
        'yellow',
      )
    }),
    ...namesOf(page, 'Also open', groups.slice(MOST_OPEN).flat()),
  ]
}

function namesOf(page: Page, title: string, rules: readonly RuleFinding[]): readonly string[] {
  const names = [...new Set(rules.map(({ rule }) => rule))]
  return names.length === 0 ? [] : paragraph(page, '    ', `${title}: ${listing(names, 10)}`)
}
