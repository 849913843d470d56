import { InvalidArgumentError } from 'commander'
import {
  append,
  type ExchangeNode,
  exportBundle,
  healthOf,
  importBundle,
  peerOver,
  publish,
  pull,
  pullEvidence,
  readLedger,
  receiptOf,
  recoverOwnLog,
  sendTo,
} from '../../exchange/index.ts'
import { type Digest, ProblemError, readJson, unwrap } from '../../kernel/index.ts'
import { count } from '../answer/page.ts'
import { DONE, type ExitCode, NOT_CLEAR } from '../exit-code.ts'
import { readInput } from '../input/read-input.ts'
import { type JsonOption, withData, withExamples, withJson, withLaw } from '../options.ts'
import { writeWholeFile } from '../output/whole-file.ts'
import { tableLines } from '../regime-record/table-lines.ts'
import type { CommandAdder, Session } from '../session.ts'
import { inFileAll, readKeyFile } from './keys.ts'
import { addInit, addLearn } from './log-init.ts'
import { addServeLog } from './log-serve.ts'
import { inNode, type NodeOptions, openNode } from './node-folder.ts'

interface LogOptions extends NodeOptions, JsonOption {}

/** A member's signed log and its mirrors of the others'. */
export const addLog: CommandAdder = (regime, session, finish) => {
  const log = regime
    .command('log')
    .description('The signed log of a member, and its verified mirrors of the others’ logs.')
  for (const add of [
    addInit,
    addLearn,
    addAppend,
    addEntries,
    addHealth,
    addSync,
    addServeLog,
    addExport,
    addImport,
  ])
    add(log, session, finish)
}

interface AppendOptions extends LogOptions {
  readonly type: string
  readonly body: string
  readonly officer: string
  readonly id?: string
  readonly schema?: string
  readonly ref: readonly Digest[]
}

const addAppend: CommandAdder = (log, session, finish) => {
  const command = log
    .command('append')
    .description('Adds a message to the member’s own log, signed by an officer and the node.')
    .requiredOption('--type <type>', 'of the message, as denial.notify')
    .requiredOption('--body <file>', 'what it says, JSON')
    .requiredOption('--officer <file>', 'private key of the officer who answers for it')
    .option('--id <text>', 'its name in this log (default: a new one)')
    .option(
      '--ref <digest>',
      'an entry that it speaks of; repeatable',
      (digest: string, before: readonly Digest[]) => [...before, reference(digest)],
      [],
    )
  withExamples(
    withJson(withLaw(withData(command))),
    'regime log append --type denial.notify --body denial.json --officer licensing.pem',
  )
  command.action(async (options: AppendOptions) => finish(await add(options, session)))
}

function reference(digest: string): Digest {
  if (/^sha256:[0-9a-f]{64}$/.test(digest)) return digest as Digest
  throw new InvalidArgumentError('Write sha256: and 64 hexadecimal digits.')
}

async function add(options: AppendOptions, session: Session): Promise<ExitCode> {
  const { surroundings, print } = session
  const body = readJson(Buffer.from(await readInput(options.body, surroundings)).toString('utf8'))
  if (!body.ok) throw new ProblemError(...inFileAll(body.problems, options.body))
  const officer = await readKeyFile(options.officer, surroundings)
  const sequence = await inNode(options, surroundings, async (node) => {
    const draft = {
      id: options.id ?? crypto.randomUUID(),
      type: options.type,
      schema: `${options.type}/1`,
      createdAt: new Date().toISOString(),
      refs: options.ref,
      body: body.value,
    }
    return unwrap(append(node, draft, officer)).sequence
  })
  if (options.json === true) print(JSON.stringify({ sequence }))
  else print(`Entry ${sequence} of the own log. Others see it at their next pull.`)
  return DONE
}

const addEntries: CommandAdder = (log, session, finish) => {
  const command = log
    .command('entries')
    .description(
      'Prints the verified entries of all logs as JSON lines, which the commands on denials, consultations and alerts read; what counts for nothing goes to standard error.',
    )
  withExamples(withLaw(withData(command)), 'regime log entries > ledger.jsonl')
  command.action(async (options: NodeOptions) => {
    const { entries, refused } = await readLedger(openNode(options, session.surroundings))
    for (const { unknownFields: _, ...entry } of entries) session.print(JSON.stringify(entry))
    for (const { member, sequence, problems } of refused) {
      const why = problems.map(({ detail }) => detail).join(' ')
      session.surroundings.stderr.write(`${member} ${sequence} counts for nothing: ${why}\n`)
    }
    finish(DONE)
  })
}

const addHealth: CommandAdder = (log, session, finish) => {
  const command = log
    .command('health')
    .description(
      'Verifies what is held and names every fault: forks, back-dated entries, lost keys, silence. Exit 2 where there is one.',
    )
  withExamples(withJson(withLaw(withData(command))), 'regime log health')
  command.action(async (options: LogOptions) => {
    const node = openNode(options, session.surroundings)
    const health = healthOf(node, await readLedger(node))
    const code = health.faults.length === 0 ? DONE : NOT_CLEAR
    if (options.json === true) {
      session.print(JSON.stringify(health, null, 2))
      finish(code)
      return
    }
    const rows = health.logs.map(({ member, size, lastWitnessed, root }) => [
      member,
      String(size),
      lastWitnessed ?? 'never',
      root.slice(0, 16) || '–',
    ])
    session.print(...tableLines(['Log', 'Entries', 'Last witnessed', 'Root'], rows, session))
    for (const { kind, member, detail } of health.faults) {
      session.print(`${session.paint('red', kind)} ${member}: ${detail}`.trim())
    }
    session.print(
      session.paint(
        'dim',
        `${count(health.faults.length, 'fault')}, ${health.quarantined} in quarantine, ${count(health.missingBlobs, 'sealed body', 'sealed bodies')} not yet here.`,
      ),
    )
    finish(code)
  })
}

interface SyncOptions extends LogOptions {
  readonly peer: readonly Peer[]
}
interface Peer {
  readonly member: string
  readonly address: string
}

const addSync: CommandAdder = (log, session, finish) => {
  const command = log
    .command('sync')
    .description(
      'Takes what is new from the other members, then has them witness the own log. Without news it is one small request a member.',
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
    const imported = [...(await recoverOwnLog(node, peers))]
    for (const one of peers) {
      await pullEvidence(node, one)
      imported.push(...(await pull(node, one)))
    }
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

const addExport: CommandAdder = (log, session, finish) => {
  const command = log
    .command('export')
    .description('Writes what this node holds into one signed file, for where no network goes.')
    .requiredOption('--out <file>', 'where the bundle goes')
    .option('--since <bundle>', 'only beyond what the maker of this bundle held')
  withExamples(
    withLaw(withData(command)),
    'regime log export --out to-jp.bundle',
    'regime log export --since from-jp.bundle --out to-jp.bundle',
  )
  command.action(
    async (options: NodeOptions & { readonly out: string; readonly since?: string }) => {
      const { surroundings, print } = session
      const node = openNode(options, surroundings)
      const since =
        options.since === undefined ? undefined : await heldBy(options.since, node, session)
      await writeWholeFile(options.out, exportBundle(node, since), surroundings)
      print(session.paint('dim', `Bundle of ${node.member}: ${options.out}.`))
      finish(DONE)
    },
  )
}

/** A bundle says what its maker held: that much needs no sending back. */
async function heldBy(
  file: string,
  node: ExchangeNode,
  { surroundings }: Session,
): Promise<ReadonlyMap<string, number>> {
  const held = receiptOf(node, await readInput(file, surroundings))
  if (held.ok) return held.value
  throw new ProblemError(...inFileAll(held.problems, file))
}

const addImport: CommandAdder = (log, session, finish) => {
  const command = log
    .command('import')
    .description('Verifies a bundle and takes what is new in it; a second time it changes nothing.')
    .argument('<bundle>', 'the file')
  withExamples(withJson(withLaw(withData(command))), 'regime log import from-jp.bundle')
  command.action(async (bundle: string, options: LogOptions) => {
    const { surroundings, print } = session
    const bytes = await readInput(bundle, surroundings)
    const report = await inNode(options, surroundings, (node) => importBundle(node, bytes))
    if (!report.ok) throw new ProblemError(...inFileAll(report.problems, bundle))
    const { logs, manifest } = report.value
    const faults = logs.filter(({ problems }) => problems.length > 0)
    if (options.json === true) print(JSON.stringify(report.value, null, 2))
    else {
      print(`From ${manifest.from}, made ${manifest.createdAt}.`)
      for (const { member, outcome, from, to } of logs)
        print(`${member}: ${outcome}, ${to - from} new`)
    }
    finish(faults.length === 0 ? DONE : NOT_CLEAR)
  })
}
