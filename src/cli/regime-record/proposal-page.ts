import type { LegalDate } from '../../kernel/index.ts'
import {
  lawWith,
  type Proposal,
  type ProposalContent,
  type ProposalStanding,
  type Redline,
  redlineOf,
  ruleText,
} from '../../regime/index.ts'
import { lawEntriesOf, type Rulebook } from '../../rulebook/index.ts'
import { heading, type Page, paragraph, section } from '../answer/page.ts'
import { sideBySide } from '../answer/side-by-side.ts'
import { redlineLines } from '../regime/redline-lines.ts'
import { tallyLines } from '../regime/tally-lines.ts'

/** One proposal as a delegate reads it before a ballot: the text, what was said of it, and what it still needs. */
export function proposalPage(
  page: Page,
  proposal: Proposal,
  standing: ProposalStanding,
  redline: readonly Redline[],
): readonly string[] {
  const { id, content, proposer, openedAt, closesAt, extendedFrom, digest, snapshot } = proposal
  const { phase, outcome = phase, tally, awaited, endsAt, reviewBy } = standing
  const moved = extendedFrom === undefined ? '' : ` (moved from ${extendedFrom} by a late quorum)`
  const isOpen = phase === 'open' || phase === 'tallying'
  // Before the close nobody is bound.
  const counted = isOpen ? { ...tally, binds: [] } : tally
  return [
    ...paragraph(page, '', `${id}: ${content.title}`),
    ...paragraph(page, '  ', content.rationale),
    ...content.evidence.flatMap((one) => paragraph(page, '  evidence: ', one)),
    ...paragraph(
      page,
      '  ',
      `${content.matter}, by ${proposer}, open from ${openedAt.replace('.000Z', 'Z')} to ${closesAt}${moved}.`,
    ),
    ...paragraph(page, '  ', `The text that ballots name: ${digest}`),
    ...textOf(page, proposal, redline),
    ...heading(page, `Stands: ${outcome}`),
    ...(awaited.length === 0 ? [] : paragraph(page, '  waits for ', awaited.join(' '))),
    ...(endsAt === undefined ? [] : paragraph(page, '  ends ', endsAt)),
    ...(reviewBy === undefined ? [] : paragraph(page, '  reviewed by ', reviewBy)),
    ...tallyLines(
      page,
      ruleText(snapshot.rule),
      counted,
      proposal.late.map(({ member }) => member),
    ),
    ...saidOf(page, proposal),
  ]
}

/** Against the law that is held here; where that has moved on, as the proposal itself quotes it. */
export function redlineIn(rulebook: Rulebook, content: ProposalContent, on: LegalDate) {
  const law = lawWith(rulebook, content, on)
  if (law.ok) return redlineOf(rulebook, law.value)
  const { old, new: next } = content
  return redlineOf({ entries: lawEntriesOf(old) }, { entries: lawEntriesOf(next) })
}

function textOf(
  page: Page,
  { content: { interprets = [] } }: Proposal,
  redline: readonly Redline[],
): readonly string[] {
  return [
    ...section(page, 'Redline', redlineLines(page, redline)),
    ...section(
      page,
      'How words are read',
      interprets.flatMap(({ entry, words, reading }) =>
        sideBySide(page, ['the words', 'read as'], [{ name: entry, left: words, right: reading }]),
      ),
    ),
  ]
}

/** The last word of each on the text, in the order of time. */
function saidOf(page: Page, { comments, reservations }: Proposal): readonly string[] {
  return [
    ...section(
      page,
      'Comments',
      comments.flatMap(({ member, at, text }) => paragraph(page, `  ${member}  ${at}  `, text)),
    ),
    ...section(
      page,
      'Reservations',
      reservations.flatMap(({ member, at, position, text, clearsBy }) => {
        const until = clearsBy === undefined ? '' : `, until ${clearsBy}`
        return paragraph(page, `  ${member}  ${at}  `, `${position}${until}: ${text}`)
      }),
    ),
  ]
}
