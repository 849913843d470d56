import { InvalidArgumentError } from 'commander'
import {
  type ImportReport,
  peerOver,
  publish,
  pull,
  recoverOwnLog,
  sendTo,
} from '../../exchange/index.ts'
import { count } from '../answer/page.ts'
import { DONE, type ExitCode, NOT_CLEAR } from '../exit-code.ts'
import { type JsonOption, withData, withExamples, withJson, withLaw } from '../options.ts'
import type { CommandAdder, Session } from '../session.ts'
import { inNode, type NodeOptions } from './node-folder.ts'

interface SyncOptions extends NodeOptions, JsonOption {
  readonly peer: readonly Peer[]
}
interface Peer {
  readonly member: string
  readonly address: string
}

/** What is new at the others, and their witnesses' word on the own log. */
export const addSync: CommandAdder = (log, session, finish) => {
  const command = log
    .command('sync')
    .description(
      'Takes what is new from the other members, and of the own log what a disk that was put back has lost; then has them witness it.',
    )
    .requiredOption('--peer <member=address>', 'where a member’s node is; repeatable', peer, [])
  withExamples(
    withJson(withLaw(withData(command))),
    'regime log sync --peer JP=https://exchange.example.jp --peer US=https://exchange.example.us',
  )
  command.action(async (options: SyncOptions) => finish(await sync(options, session)))
}

function peer(text: string, before: readonly Peer[]): readonly Peer[] {
  const [, member, address] = /^([A-Z]{2,8})=(https?:\/\/\S+)$/.exec(text) ?? []
  if (member === undefined || address === undefined) {
    throw new InvalidArgumentError('Write the member and its address, as JP=https://….')
  }
  return [...before, { member, address }]
}

async function sync(options: SyncOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print } = session
  const silent: { member: string; address: string; reason: string }[] = []
  const peers = options.peer.map(({ member, address }) =>
    peerOver(
      member,
      sendTo(address, (reason) => silent.push({ member, address, reason })),
    ),
  )
  const done = await inNode(options, surroundings, async (node) => {
    const imported: ImportReport[] = []
    for (const one of peers) imported.push(...(await pull(node, one)))
    // Before a word is signed: where others know more of the own log than this disk, they give it back.
    imported.push(...(await recoverOwnLog(node, peers)))
    return { imported, published: await publish(node, peers), silent }
  })
  const { imported, published } = done
  const news = imported.filter(({ from, to }) => to > from)
  const faults = imported.filter(({ problems }) => problems.length > 0)
  if (options.json === true) print(JSON.stringify(done, null, 2))
  else {
    for (const { member, from, to } of news)
      print(`${member}: ${count(to - from, 'new entry', 'new entries')}`)
    for (const { member, outcome, problems } of faults) {
      print(
        `${session.paint('red', member)}: ${outcome}. ${problems.map(({ detail }) => detail).join(' ')}`,
      )
    }
    for (const { member, address, reason } of silent)
      print(`${session.paint('red', member)}: ${address} does not answer (${reason}).`)
    const by = published.cosigned.join(', ') || 'nobody'
    const enough = published.hasQuorum ? '' : ', which is not enough yet'
    print(`Own log: ${count(published.size, 'entry', 'entries')}, witnessed by ${by}${enough}.`)
  }
  return faults.length + silent.length === 0 ? DONE : NOT_CLEAR
}
