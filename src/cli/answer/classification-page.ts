import type {
  Classification,
  EntryFinding,
  JurisdictionClassification,
} from '../../classification/index.ts'
import { marginText } from './entry-lines.ts'
import { count, heading, listing, named, type Page, paragraph, section } from './page.ts'

const MOST_QUESTIONS = 8
const MOST_UNDECIDED = 8
const LISTED: Readonly<Record<JurisdictionClassification['listed'], string>> = {
  listed: 'listed',
  'not-listed': 'on no entry',
  undecided: 'not decided',
  'not-covered': 'not decided; the encoded entries do not cover its kind',
}

/** The entries of one item for a person. */
export function classificationPage(
  page: Page,
  name: string,
  answer: Classification,
): readonly string[] {
  return [
    ...paragraph(page, '', `${name}, by the law of ${answer.asOf}`).map((line) =>
      page.paint('bold', line),
    ),
    ...answer.derived.flatMap(({ parameter, value, unit = '', formula }) =>
      paragraph(page, '  ', `${parameter} = ${value} ${unit === '1' ? '' : unit} (${formula})`),
    ),
    ...[...answer.byJurisdiction.values()].flatMap((one) => jurisdictionLines(page, one)),
    ...section(page, 'Questions, most decisive first', questionLines(page, answer)),
    ...section(
      page,
      'Assumed',
      answer.assumptions.flatMap(({ what, cite }) => paragraph(page, '  · ', `${what} ${cite}`)),
    ),
    ...answer.content.flatMap((one, at) => [
      '',
      ...classificationPage(page, `Contained in ${name}: item ${at + 1}`, one),
    ]),
  ]
}

function jurisdictionLines(page: Page, one: JurisdictionClassification): readonly string[] {
  const claim = one.notListedClaim === undefined ? '' : `, by claim ${one.notListedClaim.code}`
  const eliminated =
    one.eliminated === 0 ? '' : `; ${count(one.eliminated, 'entry', 'entries')} not met`
  const rest = one.undecided.slice(MOST_UNDECIDED)
  return [
    ...heading(page, `${one.jurisdiction}: ${LISTED[one.listed]}${claim}${eliminated}`),
    ...one.met.flatMap((finding) => findingLines(page, finding)),
    ...one.undecided.slice(0, MOST_UNDECIDED).flatMap((finding) => findingLines(page, finding)),
    ...(rest.length === 0
      ? []
      : paragraph(
          page,
          '  ',
          `also open: ${listing(
            rest.map(({ entry }) => entry.code),
            12,
          )}`,
        )),
    ...one.contradictions.flatMap(({ claim: { code, basis }, because }) =>
      paragraph(page, '  Contradiction: ', `claimed ${code} (${basis}), but ${because}`),
    ),
    ...one.nearMisses.slice(0, 2).flatMap((finding) => nearMissLines(page, finding)),
  ]
}

function findingLines(page: Page, finding: EntryFinding): readonly string[] {
  const { entry, truth, claim, margins, missing, suspended, provisional } = finding
  const version = entry.version === 'current' ? '' : ` (${entry.version})`
  const state = [
    truth === 'true' ? (finding.basis === 'claim' ? 'by claim' : 'met') : 'open',
    ...(missing.length > 0 && truth !== 'true' ? [`needs ${listing(missing, 6)}`] : []),
    ...(claim === undefined ? [] : [`claimed ${claim.code} (${claim.basis})`]),
    ...(suspended ? ['suspended on the day'] : []),
    ...(provisional ? ['only if nothing else lists it'] : []),
    entry.cite,
  ]
  return [
    ...named(page, '  ', `${entry.code}${version}`, entry.title),
    ...paragraph(page, '    ', state.join(' · ')),
    ...margins.flatMap((margin) => paragraph(page, '    · ', marginText(margin))),
  ]
}

function nearMissLines(page: Page, { entry, margins }: EntryFinding): readonly string[] {
  const failed = margins.filter(({ truth }) => truth === 'false').map(marginText)
  if (failed.length === 0) return []
  return paragraph(page, '  Near miss: ', `${entry.code}: ${failed.join('; ')}`)
}

function questionLines(page: Page, { questions }: Classification): readonly string[] {
  const rest = questions.length - MOST_QUESTIONS
  return [
    ...questions
      .slice(0, MOST_QUESTIONS)
      .flatMap(({ text, parameter, of, wouldDecide }, at) => [
        ...paragraph(page, `  ${at + 1}. `, text),
        ...paragraph(
          page,
          '     ',
          `${of === '' ? '' : `${of}.`}${parameter}; decides ${listing(wouldDecide, 5)}`,
        ),
      ]),
    ...(rest > 0 ? [`  and ${count(rest, 'more question')}; --json lists all`] : []),
  ]
}
