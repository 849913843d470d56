import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  appendAll,
  consistencyProof,
  type EntryDraft,
  ExchangeNode,
  type Files,
  Frontier,
  filesOnDisk,
  hashesOfTiles,
  isWhole,
  leafHash,
  newKey,
  peerOver,
  publicKeyText,
  pull,
  readKey,
  readLedger,
  rootOf,
  sendTo,
  serveExchange,
  signDocument,
  verifyConsistency,
} from 'navicert/exchange'
import { unwrap } from 'navicert/kernel'
import { type Benchmark, round } from './figures.ts'

/** What 45 members write in 30 years, 500 entries a day among them. */
const MIRROR = 5_500_000
const SAMPLE = Number(process.env.NAVICERT_BENCH_ENTRIES ?? 100_000)
/** Six weeks of it. */
const ABSENCE = 20_000
const ENTRY_BYTES = 1_000

/**
 * A mirror of everything: hashes and consistency at full size on one core, signatures of a sample in threads;
 * a node that was away for six weeks; and asking without news. Seconds are of the processor where it says so, since
 * the machine may have other work.
 */
export const benchmark: Benchmark = async (tell) => {
  const folder = mkdtempSync(join(tmpdir(), 'navicert-bench-'))
  try {
    const hashes = hashAll(tell)
    const regime = new Regime(folder)
    const sample = await verifySample(regime, tell)
    const absence = await catchUp(regime, tell)
    return { ...hashes, ...sample, ...absence }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every leaf and node of the whole tree, and that an older tree is its beginning. */
function hashAll(tell: (line: string) => void) {
  const tiles = new Map<string, Uint8Array>()
  const keep = ({ level, index }: { level: number | 'entries'; index: number }, bytes: Buffer) => {
    tiles.set(`${level}/${index}`, bytes)
  }
  const edge = new Frontier()
  const entry = Buffer.alloc(ENTRY_BYTES, 'x')
  const older = Math.floor(MIRROR * 0.8)
  let olderRoot: Buffer = Buffer.alloc(0)
  const clock = processorSeconds()
  for (let at = 0; at < MIRROR; at += 1) {
    if (at === older) olderRoot = edge.root()
    entry.writeUInt32BE(at)
    edge.append(leafHash(entry), keep)
  }
  for (const [tile, bytes] of edge.partialTiles()) keep(tile, bytes)
  const root = edge.root()
  const hashed = clock()
  const hashes = hashesOfTiles(
    ({ level, index }) => tiles.get(`${level}/${index}`) ?? Buffer.alloc(0),
    MIRROR,
  )
  const proof = consistencyProof(hashes, older, MIRROR)
  if (!root.equals(rootOf(hashes, MIRROR))) throw new Error('the tiles give another root')
  if (!verifyConsistency(older, MIRROR, proof, olderRoot, root)) throw new Error('inconsistent')
  const consistent = clock() - hashed
  tell(
    `${MIRROR} entries of ${ENTRY_BYTES} bytes hashed in ${round(hashed)} s of one core; consistency ${round(consistent)} s`,
  )
  return {
    'hashes of the mirror, s': round(hashed),
    'consistency of the mirror, s': round(consistent),
  }
}

/** A log on the disk: its hashes, and both signatures of each entry in as many threads as there are cores. */
async function verifySample(regime: Regime, tell: (line: string) => void) {
  const node = regime.node('NL', withoutWaiting(regime.folderOf('NL')))
  node.learn(regime.documents)
  const writing = processorSeconds()
  unwrap(appendAll(node, drafts(0, SAMPLE), regime.officer('NL')))
  tell(`${SAMPLE} entries written and signed twice in ${round(writing())} s of processor`)
  const before = memory()
  const hashing = processorSeconds()
  if (!isWhole(node, 'NL')) throw new Error('the log is not whole')
  const hashed = hashing()
  const { verifyInThreads } = (await import(
    new URL('../cli/exchange/verify-threads.js', import.meta.url).href
  )) as { readonly verifyInThreads: VerifyInThreads }
  const threads = availableParallelism()
  const verifying = processorSeconds()
  const begun = performance.now()
  const logs = [{ member: 'NL', size: SAMPLE }]
  const found = (await verifyInThreads(regime.folderOf('NL'), logs, threads)).get('NL')
  const seconds = verifying()
  const wall = (performance.now() - begun) / 1000
  if (found?.signatures !== SAMPLE * 2 || found.wrong.length > 0) throw new Error('not verified')
  const whole = (seconds / SAMPLE) * MIRROR
  tell(`${SAMPLE} entries read and hashed in ${round(hashed)} s of processor`)
  tell(
    `${found.signatures} signatures verified by ${threads} threads in ${round(seconds)} s of processor, ${round(wall)} s by the clock`,
  )
  tell(
    `the mirror would take ${round(whole)} s of processor, ${round(whole / threads)} s on ${threads} cores that are free (extrapolated)`,
  )
  return {
    'entries of the sample': SAMPLE,
    'read and hashed, µs of processor an entry': round((hashed / SAMPLE) * 1e6),
    'signatures of an entry, µs of processor': round((seconds / SAMPLE) * 1e6),
    'signatures of the mirror, s of processor (extrapolated)': round(whole),
    threads,
    'memory that hashing and verifying took, MB': memory() - before,
  }
}

type VerifyInThreads = (
  folder: string,
  logs: readonly { readonly member: string; readonly size: number }[],
  threads: number,
) => Promise<
  ReadonlyMap<string, { readonly signatures: number; readonly wrong: readonly number[] }>
>

/** Six weeks of entries over HTTP into a folder on the disk, then judged; and asking again. */
async function catchUp(regime: Regime, tell: (line: string) => void) {
  const author = regime.node('US', withoutWaiting(regime.folderOf('US')))
  author.learn(regime.documents)
  unwrap(appendAll(author, drafts(0, ABSENCE), regime.officer('US')))
  const served = await serveExchange(
    () => regime.node('US', withoutWaiting(regime.folderOf('US'))),
    {
      port: 0,
      host: '127.0.0.1',
      failed: (error) => tell(String(error)),
    },
  )
  let requests = 0
  let bytes = 0
  const send = sendTo(served.address)
  const peer = peerOver('US', async (...asked) => {
    const answer = await send(...asked)
    requests += 1
    bytes += answer?.body.length ?? 0
    return answer
  })
  const absent = regime.node('JP', filesOnDisk(regime.folderOf('JP')))
  absent.learn(regime.documents)
  const working = processorSeconds()
  const begun = performance.now()
  await pull(absent, peer)
  const pulled = (performance.now() - begun) / 1000
  const ledger = await readLedger(absent)
  const judged = (performance.now() - begun) / 1000 - pulled
  const processor = working()
  if (ledger.entries.length !== ABSENCE) throw new Error(`${ledger.entries.length} entries count`)
  const catching = { requests, bytes }
  requests = 0
  bytes = 0
  const polling = performance.now()
  await pull(absent, peer)
  const poll = performance.now() - polling
  await served.stop()
  tell(
    `${ABSENCE} entries taken in ${round(pulled)} s by the clock (${catching.requests} requests, ${round(catching.bytes / 1e6)} MB), judged in ${round(judged)} s; ${round(processor)} s of processor, both sides`,
  )
  tell(`without news ${requests} request, ${bytes} bytes, ${round(poll)} ms`)
  return {
    'absence caught up, s': round(pulled + judged),
    'of processor, both sides, s': round(processor),
    'requests without news': requests,
    'bytes without news': bytes,
  }
}

function* drafts(from: number, to: number): Generator<EntryDraft> {
  for (let at = from; at < to; at += 1) {
    yield {
      id: `entry-${at}`,
      type: 'denial.notify',
      schema: 'denial.notify/1',
      createdAt: '2027-03-01T09:00:00Z',
      body: { regime: 'NSG', denialId: `NSG-XA-${at}`, comment: 'of the length that many have' },
    }
  }
}

/** Members whose roots, nodes and officers have keys made for the run. */
class Regime {
  readonly documents: readonly Buffer[]
  private readonly root: Buffer
  private readonly folder: string
  private readonly keys = new Map<string, string>()

  constructor(folder: string) {
    this.folder = folder
    const members = ['JP', 'NL', 'US']
    const [issued, expires] = ['2027-01-01T00:00:00Z', '2027-12-01T00:00:00Z']
    this.root = signDocument(
      {
        ...{ type: 'regime-root', regime: 'allies', version: 1, issued, expires, threshold: 2 },
        members: members.map((member) => {
          return { member, rootKeys: [this.publicKey(`${member} root`)], threshold: 1 }
        }),
      },
      members.map((member) => this.key(`${member} root`)),
    )
    this.documents = members.map((member) =>
      signDocument(
        {
          ...{ type: 'node-delegation', regime: 'allies', member, notBefore: issued, expires },
          nodeKey: this.publicKey(`${member} node`),
          witnessKey: this.publicKey(`${member} witness`),
          officerKeys: { licensing: [this.publicKey(`${member} officer`)] },
        },
        [this.key(`${member} root`)],
      ),
    )
    for (const member of members) this.writeFolder(member)
  }

  folderOf(member: string): string {
    return join(this.folder, member)
  }

  officer(member: string) {
    return this.key(`${member} officer`)
  }

  node(member: string, files: Files): ExchangeNode {
    return new ExchangeNode({
      member,
      files,
      pinnedRoot: this.root,
      keys: { node: this.key(`${member} node`), witness: this.key(`${member} witness`) },
      policy: { mayEnter: () => true, maySupersede: () => false, check: () => [] },
      now: () => Date.parse('2027-03-01T10:00:00Z'),
    })
  }

  /** As the command keeps a node, for threads that open it. */
  private writeFolder(member: string): void {
    const folder = this.folderOf(member)
    mkdirSync(join(folder, 'keys'), { recursive: true })
    writeFileSync(join(folder, 'keys/node.pem'), this.pem(`${member} node`))
    writeFileSync(join(folder, 'keys/witness.pem'), this.pem(`${member} witness`))
    writeFileSync(join(folder, 'root.json'), this.root)
    writeFileSync(join(folder, 'node.json'), JSON.stringify({ member }))
  }

  private pem(name: string): string {
    const pem = this.keys.get(name) ?? newKey()
    this.keys.set(name, pem)
    return pem
  }

  private key(name: string) {
    return unwrap(readKey(this.pem(name)))
  }

  private publicKey(name: string): string {
    return publicKeyText(this.key(name))
  }
}

/** Files that do not wait for the disk: the sample is made, not measured. */
function withoutWaiting(folder: string): Files {
  const disk = filesOnDisk(folder)
  return {
    ...disk,
    read: (path) => {
      try {
        return readFileSync(join(folder, path))
      } catch {
        return undefined
      }
    },
    write: (path, bytes) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    },
  }
}

/** Seconds of processor, all threads of this process, since it was asked for. */
function processorSeconds(): () => number {
  const begun = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1e6
  }
}

function memory(): number {
  return Math.round(process.memoryUsage().rss / 1e6)
}
