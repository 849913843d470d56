import { type LegalDate, ProblemError } from '../../kernel/index.ts'
import {
  type Charter,
  disputedResults,
  type ImplementationRow,
  monthsToLaw,
  type Proposal,
  type ProposalStanding,
  type ProposalsState,
  standingAt,
  tracker,
} from '../../regime/index.ts'
import { count } from '../answer/page.ts'
import { openRulebook } from '../engine.ts'
import { DONE, type ExitCode, NOT_CLEAR } from '../exit-code.ts'
import { withExamples } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { withLedger } from './ledger-options.ts'
import { proposalPage, redlineIn } from './proposal-page.ts'
import { type CharterOptions, readProposals } from './read-proposals.ts'
import { tellRefused } from './refused-entries.ts'
import { tableLines } from './table-lines.ts'

/** Proposals and where they stand, and what members made of those adopted: counted anew from the ballots. */
export const addProposals: CommandAdder = (regime, session, finish) => {
  const proposals = regime
    .command('proposals')
    .description(
      'Where each proposal stands: open, tallied or decided, and whom it binds, counted anew from the ballots. Exit 2 where a published result is another one.',
    )
    .argument('[proposal]', 'one of them whole: text, redline, comments, and what it needs to pass')
    .requiredOption('--charter <name>', 'whose rules and members')
  withExamples(
    withLedger(proposals),
    'regime proposals --charter compact --ledger ledger.jsonl',
    'regime proposals 2027-processor-threshold --charter compact --ledger ledger.jsonl',
    'regime proposals --charter compact --ledger ledger.jsonl --on 2027-03-01 --json',
  )
  proposals.action(async (id: string | undefined, options: CharterOptions) =>
    finish(
      id === undefined
        ? await showProposals(options, session)
        : await showProposal(id, options, session),
    ),
  )

  const track = regime
    .command('track')
    .description(
      'What members made of each decision released: in force since when, after how many days.',
    )
    .requiredOption('--charter <name>', 'whose rules and members')
  withExamples(withLedger(track), 'regime track --charter compact --ledger ledger.jsonl')
  track.action(async (options: CharterOptions) => finish(await showTracker(options, session)))
}

async function showProposal(
  id: string,
  options: CharterOptions,
  session: Session,
): Promise<ExitCode> {
  const { charter, state, refused, seen } = await readProposals(options, session)
  const proposal = proposalNamed(state, id, charter)
  const standing = standingAt(charter, state, proposal, seen)
  if (options.json === true)
    session.print(JSON.stringify({ at: seen.at, ...proposal, standing }, null, 2))
  else {
    const page = { width: session.surroundings.columns, paint: session.paint }
    const rulebook = openRulebook(options, session.surroundings)
    const day = seen.at.slice(0, 10) as LegalDate
    session.print(
      ...proposalPage(page, proposal, standing, redlineIn(rulebook, proposal.content, day)),
      session.paint('dim', `Under ${charter.name}, at ${seen.at}.`),
    )
    tellRefused(refused, session)
  }
  return DONE
}

/** @throws ProblemError where none has the name, with those that there are */
function proposalNamed({ proposals }: ProposalsState, id: string, charter: Charter): Proposal {
  const found = Object.hasOwn(proposals, id) ? proposals[id] : undefined
  if (found !== undefined) return found
  throw new ProblemError({
    code: 'proposal.unknown',
    detail: `No proposal on record under ${charter.charter} is called ${JSON.stringify(id.slice(0, 80))}.`,
    remedy: `On record: ${Object.keys(proposals).join(', ') || 'none'}.`,
  })
}

async function showProposals(options: CharterOptions, session: Session): Promise<ExitCode> {
  const { charter, state, refused, seen } = await readProposals(options, session)
  const found = Object.values(state.proposals).map((proposal) => ({
    proposal,
    standing: standingAt(charter, state, proposal, seen),
  }))
  const disputed = disputedResults(charter, state, seen)
  if (options.json === true) {
    const proposals = found.map(({ proposal, standing }) => ({ ...proposal, standing }))
    session.print(JSON.stringify({ at: seen.at, proposals, disputed }, null, 2))
  } else {
    session.print(
      ...tableLines(
        ['Proposal', 'Stands', 'Yes', 'No', 'Silent', 'Closes', 'Binds', 'Title'],
        found.map(({ proposal, standing }) => rowOf(proposal, standing, seen.at)),
        session,
      ),
      ...disputed.map(
        ({ proposal, member, outcome }) =>
          `${session.paint('red', 'disputed')} ${proposal}: ${member} published ${outcome}, which the ballots do not bear out.`,
      ),
      session.paint(
        'dim',
        `${count(found.length, 'proposal')} under ${charter.name}, at ${seen.at}.`,
      ),
    )
    tellRefused(refused, session)
  }
  return disputed.length === 0 ? DONE : NOT_CLEAR
}

function rowOf(
  { id, content, late }: Proposal,
  standing: ProposalStanding,
  at: string,
): readonly string[] {
  const { phase, outcome = phase, tally, closesAt, awaited, endsAt } = standing
  const waiting = phase === 'tallying' ? `, waits for ${awaited.join(' ')}` : ''
  const ending =
    endsAt === undefined ? '' : `, ${endsAt <= at ? 'ended' : 'until'} ${endsAt.slice(0, 10)}`
  const after = late.length === 0 ? '' : `, ${late.length} late`
  const decided = phase === 'decided'
  return [
    id,
    `${outcome}${waiting}${ending}`,
    String(tally.yes.length),
    String(tally.no.length),
    `${tally.silent.length}${after}`,
    closesAt,
    decided ? String(tally.binds.length) : '–',
    content.title,
  ]
}

async function showTracker(options: CharterOptions, session: Session): Promise<ExitCode> {
  const { charter, charters, state, refused, seen } = await readProposals(options, session)
  const rows = tracker(charter, state, seen)
  if (options.json === true) {
    session.print(JSON.stringify({ at: seen.at, rows }, null, 2))
    return DONE
  }
  const published = charters.flatMap(lagsOf).join('')
  session.print(
    ...tableLines(
      ['List', 'Proposal', 'Member', 'State', 'From', 'Days', 'Source'],
      rows.map(trackedRow),
      session,
    ),
    session.paint(
      'dim',
      `Days from the close of the vote to force, to ${seen.at.slice(0, 10)} where it is not.${published}`,
    ),
  )
  tellRefused(refused, session)
  return DONE
}

function trackedRow(row: ImplementationRow): readonly string[] {
  return [
    row.release,
    row.proposal,
    row.member,
    `${row.state}${row.withChanges ? ', with changes' : ''}${row.late ? ', late' : ''}`,
    row.from ?? '–',
    String(row.days),
    row.legalReference ?? '–',
  ]
}

/** What a charter publishes of its own past, to hold the days against. */
function lagsOf(charter: Charter): readonly string[] {
  const lags = monthsToLaw(charter)
  return lags === undefined
    ? []
    : [` Published of ${charter.name}: ${lags.least} to ${lags.most} months.`]
}
