// A member shows one history to one and another to the other; when the two compare, all three hold the proof.
import { MEMBERS, timeOf } from './members.mjs'
import { heading, print } from './output.mjs'
import { contentOf } from './proposal-story.mjs'

/** Whether every node names the same fork and has the same state. */
export async function tellFork(members) {
  heading('One member shows two histories')
  const { content, proposalDigest } = contentOf('2027-mask-writers', 'Multi-beam mask writers')
  const { proposal } = content
  const opened = { content, closesAt: timeOf(140) }
  await members.say(104, 'JP', 'delegate', 'list.proposal.open', opened, `proposes ${proposal}`)
  await members.on(106)
  const vote = (choice) => ({
    ...{ type: 'vote.cast', officer: 'delegate' },
    body: { proposal, proposalDigest, choice },
  })
  await members.ask('US', 'part', { one: vote('yes'), other: vote('no') })
  const { JP, NL, US } = members.peers
  await members.ask('US', 'show', { which: 'one' })
  await members.ask('NL', 'sync', { peers: { US } })
  members.tell('US', 'shows NL a log in which it votes yes')
  await members.ask('US', 'show', { which: 'other' })
  await members.ask('JP', 'sync', { peers: { US } })
  members.tell('US', 'shows JP a log in which it votes no')
  await members.on(107)
  await members.ask('NL', 'sync', { peers: { JP } })
  await members.ask('JP', 'sync', { peers: { NL } })
  // Twice: what is witnessed now is known to all only after it.
  for (const _ of [1, 2]) await members.share()
  return agree(members, await members.all('state'))
}

function agree(members, states) {
  const named = states.map(({ faults }) =>
    faults
      .filter(({ kind }) => kind === 'forked')
      .map(({ member, detail }) => `forked ${member}: ${detail}`)
      .join('; '),
  )
  for (const [at, member] of MEMBERS.entries()) members.tell(member, named[at] || 'names no fork')
  for (const [at, member] of MEMBERS.entries()) print(member, `state ${states[at].digest}`)
  const isSame = (values) => new Set(values).size === 1
  return (
    isSame(states.map(({ digest }) => digest)) && isSame(named) && named[0].startsWith('forked US')
  )
}
