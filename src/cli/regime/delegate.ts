import { Argument, type Command } from 'commander'
import { digestOf, ProblemError, parseShape, unwrap } from '../../kernel/index.ts'
import {
  CHOICES,
  type Choice,
  lawWith,
  type Proposal,
  type ProposalContent,
  proposalContent,
  ruleFor,
  ruleText,
  standingAt,
} from '../../regime/index.ts'
import { openRulebook } from '../engine.ts'
import { inFile } from '../input/placed.ts'
import { readInputDocument } from '../input/read-input.ts'
import { withData, withExamples, withJson, withLaw } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { type Record, type SpeakOptions, type Speech, speak } from './speak.ts'
import { utcTime } from './utc-time.ts'

/** What a delegate says: a proposal, a word on one, a ballot. Each is one command. */
export const addDelegate: CommandAdder = (regime, session, finish) => {
  for (const add of [addPropose, addComment, addVote]) add(regime, session, finish)
}

export function withOfficer(command: Command): Command {
  return withJson(
    withLaw(
      withData(
        command
          .requiredOption('--charter <name>', 'whose rules and members')
          .requiredOption('--officer <file>', 'private key of the delegate who answers for it')
          .option('--show', 'show what would be signed, and sign nothing'),
      ),
    ),
  )
}

interface ProposeOptions extends SpeakOptions {
  readonly closes?: string
}

const addPropose: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('propose')
    .description('Opens a vote on a proposal: signs it with the delegate’s key, in the own log.')
    .argument('<file>', 'the proposal, as `regime impact` reads it')
    .option('--closes <time>', 'close of the vote (default: a day after the least time)', utcTime)
  withExamples(
    withOfficer(command),
    'regime propose proposal.yaml --charter compact --officer delegate.pem --show',
    'regime propose proposal.yaml --charter compact --officer delegate.pem --closes 2027-03-01T18:00:00Z',
  )
  command.action(async (file: string, options: ProposeOptions) => {
    const content = await readContent(file, session)
    const { surroundings } = session
    // Nobody is to vote on a text that is no law, or changes what nobody reads any more.
    unwrap(lawWith(openRulebook(options, surroundings), content, surroundings.today))
    finish(await speak(options, session, (record) => opening(record, content, options.closes)))
  })
}

async function readContent(file: string, { surroundings }: Session): Promise<ProposalContent> {
  return await inFile(file, async (open) => {
    const document = await readInputDocument(file, surroundings)
    open(document)
    return unwrap(parseShape(proposalContent, document.value, document))
  })
}

const HOUR = 3_600_000

/** The least time runs from when witnesses see it: a day is left for that. */
function dayAfterLeast(open: { days: number } | { hours: number }, at: string): string {
  const hours = 'days' in open ? open.days * 24 : open.hours
  const close = new Date(Date.parse(at) + (hours + 24) * HOUR)
  return close.toISOString().replace(/\.\d+Z$/, 'Z')
}

const addComment: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('comment')
    .description('Comments on a proposal that is open, signed with the delegate’s key.')
    .argument('<proposal>', 'its id, as 2027-processor-threshold')
    .argument('<text>', 'what is said')
  withExamples(
    withOfficer(command),
    'regime comment 2027-processor-threshold "Say at which bit length." --charter compact --officer delegate.pem',
  )
  command.action(async (proposal: string, text: string, options: SpeakOptions) =>
    finish(
      await speak(options, session, (record) => {
        const { content } = openProposal(record, proposal)
        const says = [`Comments on ${proposal}, ${content.title}: ${text}`]
        return { type: 'list.comment', body: { proposal, text }, about: [proposal], says }
      }),
    ),
  )
}

interface VoteOptions extends SpeakOptions {
  readonly explanation?: string
}

const addVote: CommandAdder = (regime, session, finish) => {
  const command = regime
    .command('vote')
    .description(
      'Casts the member’s ballot on the text of a proposal as it stands, signed with the delegate’s key. A later one takes its place until the close.',
    )
    .argument('<proposal>', 'its id, as 2027-processor-threshold')
    .addArgument(new Argument('<choice>', 'the ballot').choices(CHOICES))
    .option('--explanation <text>', 'why')
  withExamples(
    withOfficer(command),
    'regime vote 2027-processor-threshold yes --charter compact --officer delegate.pem --show',
    'regime vote 2027-processor-threshold yes --charter compact --officer delegate.pem',
  )
  command.action(async (proposal: string, choice: Choice, options: VoteOptions) => {
    const { explanation } = options
    finish(await speak(options, session, (record) => ballot(record, proposal, choice, explanation)))
  })
}

/** A vote opened on a text; without a time, as soon as the rule lets it close. */
export function opening(
  { charter, at }: Record,
  content: ProposalContent,
  closes?: string,
): Speech {
  const rule = ruleFor(charter, content.matter)
  const closesAt = closes ?? dayAfterLeast(rule.open, at)
  const { proposal, title, matter } = content
  return {
    type: 'list.proposal.open',
    body: { content, closesAt },
    about: [],
    says: [
      `Proposes ${proposal}, ${title} (${matter}): ${digestOf(content)}.`,
      `Open until ${closesAt}. ${ruleText(rule)}`,
    ],
  }
}

/** A ballot, bound to the text as it stands on record. */
export function ballot(
  record: Record,
  proposal: string,
  choice: Choice,
  explanation?: string,
): Speech {
  const { content, digest, closesAt, snapshot } = openProposal(record, proposal)
  const why = explanation === undefined ? {} : { explanation }
  return {
    type: 'vote.cast',
    body: { proposal, proposalDigest: digest, choice, ...why },
    about: [proposal],
    says: [
      `Votes ${choice} on ${proposal}, ${content.title}: the text ${digest}.`,
      `Open until ${closesAt}. ${ruleText(snapshot.rule)}`,
    ],
  }
}

/** @throws ProblemError where there is none of the name, or nothing more can be said on it */
function openProposal({ charter, state, at }: Record, id: string): Proposal {
  const found = Object.hasOwn(state.proposals, id) ? state.proposals[id] : undefined
  if (found === undefined)
    throw new ProblemError({
      code: 'proposal.unknown',
      detail: `No proposal on record under ${charter.charter} is called ${JSON.stringify(id.slice(0, 80))}.`,
      remedy: `On record: ${Object.keys(state.proposals).join(', ') || 'none'}. Look for news, and have the own log witnessed, with log sync.`,
    })
  const { phase } = standingAt(charter, state, found, { at })
  if (phase === 'open') return found
  throw new ProblemError({
    code: 'proposal.closed',
    detail: `The vote on ${id} is over: it closed at ${found.closesAt}${phase === 'withdrawn' ? ', withdrawn' : ''}.`,
  })
}
