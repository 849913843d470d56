// From draft to force: a proposal, its ballots, counted by each for itself, its release and three members' laws.
import { seenAt } from '../../dist/desk/index.js'
import { digestOf, parseShape, unwrap } from '../../dist/kernel/index.js'
import {
  proposalContent,
  proposalsSubject,
  readSubject,
  standingAt,
  tracker,
} from '../../dist/regime/index.js'
import { dayOf, MEMBERS, timeOf } from './members.mjs'
import { heading } from './output.mjs'

/** A text to vote on, and the digest that ballots name. */
export function contentOf(proposal, title) {
  const entry = {
    ...{ code: '3.B.1.z', family: 'tools', title, criteria: { kind: ['sme'] } },
    ...{ cite: 'Invented', mark: 'unverified' },
  }
  const content = {
    ...{ proposal, title, matter: 'list-add', technology: 'chip-tools', rationale: 'Invented.' },
    new: { list: 'Invented list', jurisdiction: 'WA', entries: [entry] },
  }
  return { content, proposalDigest: digestOf(unwrap(parseShape(proposalContent, content))) }
}

/** Whether each member counted the same, and it was adopted by all three. */
export async function tellProposal(members, charter) {
  heading(`One proposal, under the charter ${charter.charter}: whoever agrees adopts it`)
  const { content, proposalDigest } = contentOf('2027-cryogenic-etch', 'Etch tools, cooled chuck')
  const { proposal } = content
  const delegate = (day, member, type, body, words) =>
    members.say(day, member, 'delegate', type, body, words)
  const opened = { content, closesAt: timeOf(35) }
  const words = `proposes ${proposal}, open until ${dayOf(35)}`
  await delegate(0, 'NL', 'list.proposal.open', opened, words)
  const text = 'Say where the temperature is measured.'
  await delegate(3, 'JP', 'list.comment', { proposal, text }, 'comments')
  const ballot = { proposal, proposalDigest, choice: 'yes' }
  for (const [day, member] of [
    [10, 'NL'],
    [12, 'JP'],
    [20, 'US'],
  ])
    await delegate(day, member, 'vote.cast', ballot, `votes yes on ${proposalDigest.slice(0, 19)}`)
  const outcomes = await counted(members, charter, proposal)
  const release = {
    ...{ version: '2027.1', edition: digestOf('the edition of this story') },
    ...{ effectiveFrom: dayOf(60), proposals: [proposal] },
  }
  await delegate(51, 'NL', 'list.release', release, 'releases the list 2027.1')
  await written(members, proposal)
  await tracked(members, charter)
  return outcomes.every((one) => one === 'coalition by JP NL US')
}

async function recordOf(members, member, charter) {
  const { entries } = await members.ask(member, 'state')
  const { state } = readSubject(proposalsSubject(charter), entries)
  return { state, seen: seenAt(timeOf(members.today), entries) }
}

/** After the time of grace for members that voted not: eight are silent. */
async function counted(members, charter, proposal) {
  await members.on(50)
  const outcomes = []
  for (const member of MEMBERS) {
    const { state, seen } = await recordOf(members, member, charter)
    const { outcome, tally } = standingAt(charter, state, state.proposals[proposal], seen)
    outcomes.push(`${outcome} by ${tally.binds.join(' ')}`)
    members.tell(member, `counts for itself: ${outcomes.at(-1)}`)
  }
  return outcomes
}

async function written(members, proposal) {
  for (const [day, member, from] of [
    [55, 'NL', 60],
    [58, 'JP', 80],
    [70, 'US', 75],
  ]) {
    const law = {
      ...{ release: '2027.1', proposal, state: 'adopted' },
      ...{ from: dayOf(from), legalReference: 'Invented' },
    }
    const words = `writes it into its law, in force from ${dayOf(from)}`
    await members.say(day, member, 'delegate', 'national.implementation', law, words)
  }
}

async function tracked(members, charter) {
  await members.on(81)
  const { state, seen } = await recordOf(members, 'US', charter)
  for (const { member, from, days } of tracker(charter, state, seen))
    members.tell(member, `in force since ${from}, ${days} days after the close of the vote`)
}
