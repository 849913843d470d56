import { digestOf, fail, ok, type Problem, type Result } from '../../kernel/index.ts'
import { charterDigest, electorateFor, ruleOf } from '../charter.ts'
import type { Charter } from '../charter-format.ts'
import type { VotingRule } from '../voting/rule-format.ts'
import { membersAt } from './membership.ts'
import type { Message, ProposalContent } from './messages.ts'
import { refusal, type Said } from './said.ts'
import { standingAt } from './standing.ts'
import type { Proposal, ProposalsState } from './state.ts'
import { notBefore, plusDays, plusHours } from './times.ts'
import { makersProblems, questionOf, ratificationProblems, sameQuestion } from './whose-question.ts'

/** Opens a vote: who may vote, with which weight and by which rule, is taken now and stays. */
export function open(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'list.proposal.open'>>,
): Result<ProposalsState> {
  const { content, closesAt } = said.body
  if (state.proposals[content.proposal] !== undefined)
    return fail(refusal('proposal.known', `The proposal ${content.proposal} was opened before.`))
  const members = membersAt(charter, state, said.at)
  if (!members.includes(said.member))
    return fail(refusal('regime.no-member', `${said.member} is no member in good standing.`))
  const rule = ruleOfProposal(charter, state, content, said.at)
  if (!rule.ok) return rule
  const problems = [
    ...contentProblems(charter, content),
    ...questionProblems(charter, state, rule.value, content),
    ...deadlineProblems(rule.value, said.at, closesAt),
  ]
  if (problems.length > 0) return fail(...problems)
  const proposal: Proposal = {
    id: content.proposal,
    proposer: said.member,
    content,
    digest: digestOf(content),
    texts: [digestOf(content)],
    earlier: [],
    openedAt: said.at,
    closesAt,
    snapshot: {
      charter: charterDigest(charter),
      rule: rule.value,
      electorate: electorateFor(charter, members, questionOf(content)),
    },
    ballots: [],
    late: [],
    comments: [],
    reservations: [],
  }
  return ok(withProposal(state, proposal))
}

/** A new text: votes and reservations were about the old one and fall, unless only wording changed. */
export function amend(
  charter: Charter,
  state: ProposalsState,
  said: Said<Message<'list.proposal.amend'>>,
): Result<ProposalsState> {
  const { content, supersedes, editorial, closesAt } = said.body
  const found = ownOpen(state, content.proposal, said)
  if (!found.ok) return found
  const proposal = found.value
  const problems = [
    ...(supersedes === proposal.digest ? [] : [notThatText(proposal)]),
    ...contentProblems(charter, content),
    ...sameQuestion(proposal, content),
    ...questionProblems(charter, state, proposal.snapshot.rule, content),
    ...(editorial && !onlyWording(proposal.content, content) ? [NOT_EDITORIAL] : []),
    ...(editorial
      ? closesAt === undefined
        ? []
        : [refusal('proposal.editorial-keeps-time', 'An editorial change does not move the close.')]
      : deadlineProblems(proposal.snapshot.rule, said.at, closesAt ?? proposal.closesAt)),
  ]
  if (problems.length > 0) return fail(...problems)
  const digest = digestOf(content)
  // The votes that moved the close fall with the text that they were about.
  const { extendedFrom, ...before } = proposal
  const amended: Proposal = {
    ...before,
    content,
    digest,
    closesAt: closesAt ?? proposal.closesAt,
    ...(editorial
      ? {
          texts: [...proposal.texts, digest],
          ...(extendedFrom === undefined ? {} : { extendedFrom }),
        }
      : {
          texts: [digest],
          earlier: [...proposal.earlier, ...proposal.texts],
          ballots: [],
          reservations: [],
        }),
  }
  return ok(withProposal(state, amended))
}

/** Its author takes it back while it is open. */
export function withdraw(
  state: ProposalsState,
  said: Said<Message<'list.proposal.withdraw'>>,
): Result<ProposalsState> {
  const found = ownOpen(state, said.body.proposal, said)
  if (!found.ok) return found
  return ok(withProposal(state, { ...found.value, withdrawnAt: said.at }))
}

export function withProposal(state: ProposalsState, proposal: Proposal): ProposalsState {
  return { ...state, proposals: { ...state.proposals, [proposal.id]: proposal } }
}

/** A proposal on which something may still be said at a time. */
export function openProposal(state: ProposalsState, id: string, at: string): Result<Proposal> {
  const proposal = state.proposals[id]
  if (proposal === undefined)
    return fail(refusal('proposal.unknown', `No proposal is called ${id}.`))
  if (proposal.withdrawnAt !== undefined)
    return fail(refusal('proposal.withdrawn', `The proposal ${id} was withdrawn.`))
  if (!notBefore(proposal.closesAt, at))
    return fail(refusal('proposal.closed', `The vote on ${id} closed at ${proposal.closesAt}.`))
  return ok(proposal)
}

/** The text that was spoken of is not the one that stands. */
export function notThatText({ id, digest }: Proposal): Problem {
  return refusal(
    'proposal.other-text',
    `This speaks of another text of ${id} than the one that stands.`,
    `Read the text ${digest} and say it again.`,
  )
}

function ownOpen(state: ProposalsState, id: string, said: Said<unknown>): Result<Proposal> {
  const found = openProposal(state, id, said.at)
  if (!found.ok || found.value.proposer === said.member) return found
  return fail(refusal('proposal.not-your-own', `${id} is a proposal of ${found.value.proposer}.`))
}

function ruleOfProposal(
  charter: Charter,
  state: ProposalsState,
  content: ProposalContent,
  at: string,
): Result<VotingRule> {
  const { ratifies, matter } = content
  if (ratifies === undefined) {
    const rule = ruleOf(charter, matter)
    if (rule !== undefined) return ok(rule)
    return fail(refusal('charter.no-rule', `The charter does not say how ${matter} is decided.`))
  }
  const decided = state.proposals[ratifies]
  const ratifyBy = decided?.snapshot.rule.provisional?.ratifyBy
  const rule = charter.rules.find(({ id }) => id === ratifyBy)
  if (decided !== undefined && rule !== undefined) {
    const { phase, outcome } = standingAt(charter, state, decided, { at })
    // Within the time of grace the outcome is not final yet, and time for ratification already runs.
    if (phase === 'tallying' || outcome === 'provisional') return ok(rule)
  }
  return fail(refusal('proposal.nothing-to-ratify', `${ratifies} is no provisional decision.`))
}

function questionProblems(
  charter: Charter,
  state: ProposalsState,
  rule: VotingRule,
  content: ProposalContent,
): readonly Problem[] {
  const decided = content.ratifies === undefined ? undefined : state.proposals[content.ratifies]
  return decided === undefined
    ? makersProblems(charter, rule, content)
    : ratificationProblems(decided.content, content)
}

function contentProblems(charter: Charter, content: ProposalContent): readonly Problem[] {
  const { matter, technology, concerns, ratifies, interprets, until } = content
  const problems: Problem[] = []
  if (technology !== undefined && !charter.technologies.some(({ id }) => id === technology))
    problems.push(refusal('proposal.technology', `The charter knows no technology ${technology}.`))
  if (matter.startsWith('member-') && concerns === undefined)
    problems.push(refusal('proposal.concerns', 'Say under concerns which member it is about.'))
  if (until !== undefined && matter !== 'member-suspend')
    problems.push(refusal('proposal.until', 'Only a suspension has a last day under until.'))
  const changesList = matter.startsWith('list-') && ratifies === undefined
  const hasText = content.old !== undefined || content.new !== undefined
  if (interprets !== undefined && (matter !== 'list-note' || hasText)) problems.push(NOTE_ALONE)
  if (changesList && !hasText && interprets === undefined)
    problems.push(
      refusal(
        'proposal.no-text',
        'A change of the list has an old or a new text.',
        'A list-note may say under interprets how words are read, and change no text.',
      ),
    )
  return problems
}

function deadlineProblems(rule: VotingRule, at: string, closesAt: string): readonly Problem[] {
  const least = 'days' in rule.open ? plusDays(at, rule.open.days) : plusHours(at, rule.open.hours)
  if (notBefore(closesAt, least)) return []
  return [
    refusal(
      'proposal.too-short',
      `By the rule ${rule.id} the vote cannot close before ${least}.`,
      'Set a later close.',
    ),
  ]
}

const NOTE_ALONE = refusal(
  'proposal.note-alone',
  'How words are read is decided as list-note, and with no change of an entry: else the vote would be on both.',
  'Propose the change of the entry for itself.',
)

const NOT_EDITORIAL = refusal(
  'proposal.not-editorial',
  'The change of the law text is more than wording.',
  'Amend it without editorial, so that members vote again.',
)

/** Criteria, days, readings, list and term as they were: titles, notes, rationale and evidence may be mended without a new vote. */
function onlyWording(before: ProposalContent, after: ProposalContent): boolean {
  const weighs = ({ old, new: next, interprets, until }: ProposalContent): unknown => [
    ...[old, next].map((file) =>
      file === undefined
        ? null
        : {
            ...file,
            entries: file.entries.map(
              ({ title: _title, notes: _notes, cite: _cite, mark: _mark, ...rest }) => rest,
            ),
          },
    ),
    interprets ?? null,
    until ?? null,
  ]
  return digestOf(weighs(before)) === digestOf(weighs(after))
}
