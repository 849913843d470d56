// One member of the story, as a process: its keys are made here and never leave it.
//   fork(member.mjs, [code, folder]); it answers messages {id, act, …}
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import * as exchange from '../../dist/exchange/index.js'
import { unwrap } from '../../dist/kernel/index.js'
import { readOfficerRoles, readSupersedable } from '../../dist/regime/index.js'

const [member, home] = process.argv.slice(2)
const key = () => unwrap(exchange.readKey(exchange.newKey()))
const publicOf = exchange.publicKeyText
const keys = { node: key(), witness: key() }
const root = key()
const officers = { delegate: key(), licensing: key() }
let clock = 0
let folder = join(home, member)
let open

function say(node, { type, body, officer, refs = [] }) {
  const draft = {
    ...{ id: `${type}-${node.log(member).size}`, type, schema: `${type}/1`, refs, body },
    createdAt: new Date(clock).toISOString(),
  }
  unwrap(exchange.append(node, draft, officers[officer]))
}

/** A way to open the node, and its delegation, signed by the member's root. */
function begin({ pinnedRoot, notBefore, expires, roles }) {
  const policy = {
    mayEnter: unwrap(readOfficerRoles(roles)),
    maySupersede: unwrap(readSupersedable(roles)),
    check: () => [],
  }
  open = () =>
    new exchange.ExchangeNode({
      ...{ member, keys, policy, now: () => clock },
      ...{ files: exchange.filesOnDisk(folder), pinnedRoot: Buffer.from(pinnedRoot) },
    })
  const officerKeys = {
    delegate: [publicOf(officers.delegate)],
    licensing: [publicOf(officers.licensing)],
  }
  const delegation = {
    ...{ type: 'node-delegation', regime: 'federation', member, officerKeys, notBefore, expires },
    ...{ nodeKey: publicOf(keys.node), witnessKey: publicOf(keys.witness) },
  }
  return exchange.signDocument(delegation, [root]).toString('utf8')
}

async function serve() {
  const failed = (error) => process.stderr.write(`${member}: ${error}\n`)
  const { address } = await exchange.serveExchange(() => open(), {
    ...{ port: 0, host: '127.0.0.1', failed },
  })
  return address
}

async function sync({ peers }) {
  const node = open()
  const others = Object.entries(peers).map(([of, address]) =>
    exchange.peerOver(of, exchange.sendTo(address)),
  )
  for (const peer of others) {
    await exchange.pullEvidence(node, peer)
    await exchange.pull(node, peer)
  }
  const { cosigned } = await exchange.publish(node, others)
  return { cosigned }
}

/** The dishonest member writes one thing in one copy of its log, and another in a second. */
function part({ one, other }) {
  cpSync(folder, `${folder}-other`, { recursive: true })
  say(open(), one)
  folder = `${folder}-other`
  say(open(), other)
}

async function state() {
  const node = open()
  const ledger = await exchange.readLedger(node)
  const { faults } = exchange.healthOf(node, ledger)
  return { digest: exchange.ledgerDigest(ledger), entries: ledger.entries, faults }
}

const ACTS = {
  ...{ begin, serve, sync, part, state },
  rootKey: () => publicOf(root),
  sign: ({ document }) => unwrap(exchange.countersign(document, [root])).toString('utf8'),
  learn: ({ documents }) => open().learn(documents.map((text) => Buffer.from(text))),
  clock: ({ at }) => {
    clock = at
  },
  say: (said) => say(open(), said),
  show: ({ which }) => {
    folder = join(home, which === 'other' ? `${member}-other` : member)
  },
}

process.on('message', async ({ id, act, ...more }) => {
  try {
    process.send({ id, value: await ACTS[act](more) })
  } catch (error) {
    process.send({ id, error: String(error?.stack ?? error) })
  }
})
