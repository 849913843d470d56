import type {
  ExceptionFinding,
  JurisdictionFinding,
  LicenceFinding,
  RuleFinding,
} from '../../determination/index.ts'
import { count, listing, type Page, paragraph } from './page.ts'
import { answerWord } from './verdict-words.ts'

/** Open rules shown with what they lack; the rest is named. */
const MOST_OPEN = 6

/** Whether a licence is required, by which rules, and what may lift it. */
export function licenceLines(page: Page, { licence }: JurisdictionFinding): readonly string[] {
  const { asWritten, asAdministered } = licence.required
  const differs = asWritten !== asAdministered
  const said = differs
    ? `by the text ${answerWord(asWritten)}, as administered ${answerWord(asAdministered)}: a person decides which to follow`
    : answerWord(asWritten)
  const rules = group(licence.by)
  const applying = rules.filter((rule) => rule.truth === 'true')
  const open = rules.filter((rule) => rule.truth === 'unknown')
  const not = rules.filter((rule) => rule.truth === 'false')
  return [
    ...paragraph(
      page,
      '  Licence required: ',
      said,
      `  ${page.paint('bold', 'Licence required:')} `,
    ),
    ...applying.flatMap((rule) => ruleLines(page, rule)),
    ...openLines(page, open),
    ...(not.length === 0
      ? []
      : paragraph(
          page,
          '    ',
          `Tested and not applying: ${listing(
            not.map((r) => r.rule),
            8,
          )}`,
        )),
    ...heldLines(page, licence),
    ...licence.exceptions.flatMap((exception) => exceptionLines(page, exception)),
  ]
}

/** One rule for several items or entries is told once. */
type RuleGroup = Omit<RuleFinding, 'item' | 'entry'> & { readonly for: readonly string[] }

function group(rules: readonly RuleFinding[]): readonly RuleGroup[] {
  const groups = new Map<string, RuleGroup>()
  for (const { item, entry, ...rule } of rules) {
    const key = JSON.stringify([rule.rule, rule.truth, rule.policy, rule.destination, rule.missing])
    const before = groups.get(key)?.for ?? []
    groups.set(key, { ...rule, for: [...before, `${item} as ${entry}`] })
  }
  return [...groups.values()]
}

function ruleLines(page: Page, rule: RuleGroup): readonly string[] {
  const head = `    ${rule.rule}  `
  const to = rule.destination === null ? '' : ` to ${rule.destination}`
  const policy = rule.policy === null ? '' : ` Review policy: ${rule.policy}.`
  return [
    ...paragraph(page, head, rule.title, `    ${page.paint('bold', rule.rule)}  `),
    ...paragraph(
      page,
      '      ',
      `${effectOf(rule)} for ${listing(rule.for)}${to}.${policy} ${rule.cite}`,
    ),
    ...administeredLines(page, rule),
  ]
}

function effectOf({ effect }: RuleGroup): string {
  switch (effect) {
    case 'licence-required':
      return 'Requires a licence'
    case 'prohibited':
      return 'Prohibits it'
    case 'relief':
      return 'Relieves of a licence'
    case 'formality':
      return 'A duty, no licence,'
  }
}

function administeredLines(page: Page, { administered }: RuleGroup): readonly string[] {
  if (administered === undefined) return []
  const applied = { true: 'applied', false: 'not applied', unknown: 'not known whether applied' }
  const text = `${applied[administered.truth]}: ${administered.what} (${administered.cite})`
  return paragraph(page, '      As administered ', text)
}

function openLines(page: Page, open: readonly RuleGroup[]): readonly string[] {
  const rest = open.slice(MOST_OPEN)
  return [
    ...open.slice(0, MOST_OPEN).flatMap((rule) => {
      const needs = rule.missing.length === 0 ? '' : ` Needs ${listing(rule.missing, 5)}.`
      const text = `${rule.title}: not decided.${needs} ${rule.cite}`
      return paragraph(page, `    ${rule.rule}  `, text, `    ${page.paint('yellow', rule.rule)}  `)
    }),
    ...(rest.length === 0
      ? []
      : paragraph(
          page,
          '    ',
          `${count(rest.length, 'more rule')} not decided: ${listing(
            rest.map((r) => r.rule),
            10,
          )}`,
        )),
  ]
}

function heldLines(page: Page, { heldBy, authority }: LicenceFinding): readonly string[] {
  return [
    ...(heldBy.length === 0
      ? []
      : paragraph(page, '    ', `Held and fitting: ${listing(heldBy, 8)}`)),
    ...paragraph(page, '    ', `Authority: ${authority}`),
  ]
}

function exceptionLines(page: Page, exception: ExceptionFinding): readonly string[] {
  const usable = {
    true: 'may be used',
    false: 'may not be used',
    unknown: 'not decided whether it may be used',
  }
  const state = usable[String(exception.usable) as 'true' | 'false' | 'unknown']
  const overcomes =
    exception.overcomes.length === 0 ? '' : `, lifts ${listing(exception.overcomes)}`
  const marks = { true: '✓', false: '✗', unknown: '?' }
  const head = `    ${exception.id}  `
  return [
    ...paragraph(
      page,
      head,
      `${exception.title}: ${state} for ${exception.item}${overcomes}. ${exception.cite}`,
      `    ${page.paint('bold', exception.id)}  `,
    ),
    ...(exception.usable === false
      ? exception.conditions.filter((condition) => condition.met === false)
      : exception.conditions
    ).flatMap(({ met, text }) =>
      paragraph(page, `      ${marks[String(met) as 'true' | 'false' | 'unknown']} `, text),
    ),
    ...(exception.usable === false
      ? []
      : exception.formalities.flatMap((act) => paragraph(page, '      owed: ', act))),
  ]
}
