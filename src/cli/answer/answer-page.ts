import type { Determination, JurisdictionFinding, Transaction } from '../../determination/index.ts'
import { whatWouldChange } from './changes.ts'
import { itemLines } from './entry-lines.ts'
import { licenceLines, type RuleFinder } from './licence-lines.ts'
import { nexusLines } from './nexus-lines.ts'
import { coverageLines, dutyLines, missingLines, redFlagLines } from './open-lines.ts'
import { clause, count, listing, type Page, paragraph, section, shortened } from './page.ts'
import { partyLines } from './party-lines.ts'
import { type Subject, subjectLines } from './subject-lines.ts'
import { paintVerdict, verdictWord } from './verdict-words.ts'

const MOST_REASONS = 4

/** What the page is made of. */
export interface Answered {
  readonly answer: Determination
  readonly transaction: Transaction
  readonly subjects: readonly Subject[]
  /** What to do next. */
  readonly steps: readonly string[]
  /** What the rulebook says of a rule that the answer only names. */
  readonly ruleOf: RuleFinder
}

/** The whole answer for a person: the verdict first, then why, then what to do. */
export function answerPage(page: Page, answered: Answered): readonly string[] {
  const { answer, subjects, steps } = answered
  const points = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => paragraph(page, '  · ', text))
  return [
    ...headline(page, answered),
    ...section(page, 'Red flags', redFlagLines(page, answer)),
    ...section(page, 'Items', subjectLines(page, subjects)),
    ...answer.jurisdictions.flatMap((one) => jurisdictionSection(page, one, answered)),
    ...section(page, 'Parties', partyLines(page, answer.parties)),
    ...section(page, 'Missing, most decisive first', missingLines(page, answer)),
    ...section(
      page,
      'Assumed',
      points(answer.assumptions.map(({ what, cite }) => `${clause(what)}. ${cite}`)),
    ),
    ...section(page, 'What the encoded law does not decide', coverageLines(page, answer)),
    ...section(page, 'Duties', dutyLines(page, answer)),
    ...section(page, 'What would change it', points(whatWouldChange(answer))),
    ...section(
      page,
      'What to do next',
      steps.flatMap((text, at) => paragraph(page, `  ${at + 1}. `, text)),
    ),
    ...footer(page, answer),
  ]
}

function headline(page: Page, { answer, transaction }: Answered): readonly string[] {
  const { kind, route, items } = transaction
  const way = [route?.from, ...(route?.via ?? []), route?.to].filter((place) => place !== undefined)
  const about = [
    answer.id ?? undefined,
    `${kind ?? 'transaction'} ${way.join(' → ')}`.trim(),
    count(items.length, 'item'),
    `law of ${answer.asOf}`,
  ].filter((part) => part !== undefined)
  const word = verdictWord(answer.verdict)
  const [first = '', ...others] = answer.because
  const rest = others.length - MOST_REASONS
  return [
    ...paragraph(
      page,
      `${word}  `,
      about.join(' · '),
      `${paintVerdict(answer.verdict, page.paint)}  `,
    ),
    ...paragraph(page, '', shortened(first)),
    ...others.slice(0, MOST_REASONS).flatMap((reason) => paragraph(page, '· ', shortened(reason))),
    ...(rest > 0 ? [`· ${count(rest, 'more reason')} below`] : []),
  ]
}

function jurisdictionSection(
  page: Page,
  one: JurisdictionFinding,
  { answer: { because, missing }, ruleOf }: Answered,
): readonly string[] {
  const word = verdictWord(one.verdict).toLowerCase()
  const told = because.slice(0, 1 + MOST_REASONS)
  const reasons = one.because.filter((reason) => !told.includes(reason))
  const rest = reasons.length - MOST_REASONS
  return [
    '',
    `${page.paint('bold', one.name)}: ${paintVerdict(one.verdict, page.paint, word)}`,
    ...reasons.slice(0, MOST_REASONS).flatMap((reason) => paragraph(page, '  ', shortened(reason))),
    ...(rest > 0 ? [`  and ${count(rest, 'more reason')}`] : []),
    ...nexusLines(page, one),
    ...one.items.flatMap((item) => itemLines(page, item)),
    ...licenceLines(page, one, missing, ruleOf),
  ]
}

function footer(page: Page, answer: Determination): readonly string[] {
  const lists =
    answer.lists.length === 0
      ? 'no party lists'
      : listing(
          answer.lists.map(({ snapshot, digest }) => `${snapshot} ${short(digest)}`),
          6,
        )
  const said = [
    `law of ${answer.asOf}, as published by ${answer.knownAt}`,
    `rulebook ${answer.rulebook.edition}`,
    lists,
    `navicert ${answer.engine.version}`,
    `answer ${short(answer.digest)}`,
  ]
  const lines = [...paragraph(page, '', said.join(' · ')), 'Information, not legal advice.']
  return ['', ...lines.map((line) => page.paint('dim', line))]
}

function short(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12)
}
