import { digestOf, unwrap } from '../kernel/index.ts'
import { keyIdOfEd25519 } from './entry/envelope.ts'
import { peerOver, type Send } from './http/peer.ts'
import { answerExchange } from './http/routes.ts'
import { type Fault, lastingFaults } from './node/health.ts'
import { ledgerDigest, readLedger } from './node/ledger.ts'
import { type EntryPolicy, ExchangeNode } from './node/node.ts'
import { append, rolledBackTo } from './node/own-log.ts'
import { publish } from './node/publish.ts'
import { pull, pullEvidence } from './node/pull.ts'
import { recoverOwnLog } from './node/put-back.ts'
import { settlementDraft } from './node/settled.ts'
import { publicBytesOf } from './note/ed25519.ts'
import { keyOf, REGIME, regimeOf, rootKeys, signed } from './regime.fixture.ts'
import { type FilesInMemory, filesInMemory, PowerCut } from './store/files.fixture.ts'

const MEMBERS = ['JP', 'KR', 'NL', 'US']
const HOUR = 3_600_000
const { pinned, documents } = regimeOf(MEMBERS)

/** Votes need a delegate; the rest the node may send alone. */
const POLICY: EntryPolicy = {
  mayEnter: (type, roles) =>
    type === 'notice' || (type === 'vote.cast' && roles.includes('delegate')),
  maySupersede: () => false,
  check: () => [],
}

interface Machine {
  readonly member: string
  readonly files: FilesInMemory
  node: ExchangeNode
}

/** What became of a run: the digest at each honest node, what each named, and what had been done. */
export interface Outcome {
  readonly digests: ReadonlyMap<string, string>
  readonly faults: ReadonlyMap<string, readonly Fault[]>
  readonly done: ReadonlySet<string>
  readonly forker?: string
  /** Whether the root of the member that tells two histories has said which one stands. */
  readonly isSettled: boolean
  readonly entries: number
}

/** Numbers drawn from a seed: the same run for the same seed, on any machine. */
export function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Members, their machines, a network that loses, repeats and alters, and a clock; all drawn from one seed. */
export class World {
  private readonly draw: (below: number) => number
  private readonly machines: Machine[]
  private readonly saved = new Map<string, FilesInMemory>()
  private readonly cut = new Set<string>()
  private readonly answers = new Map<string, { status: number; body: Buffer }>()
  private readonly done = new Set<string>()
  /** Whose disks were put back, where what they had lost was hidden from them by the member with two machines. */
  private readonly lost = new Set<Machine>()
  private now = Date.parse('2027-03-01T00:00:00Z')
  private count = 0
  private faulty = true
  private twin: Machine | undefined
  private revoked: string | undefined
  private isSettled = false

  constructor(seed: number) {
    this.draw = drawFrom(seed)
    this.machines = MEMBERS.map((member) => this.start(member, filesInMemory()))
    for (const { node } of this.machines) node.learn(documents.map(({ bytes }) => bytes))
  }

  async run(steps: number): Promise<Outcome> {
    for (let step = 0; step < steps; step += 1) {
      this.now += this.draw(6) * HOUR + 60_000
      await this.step()
    }
    await this.heal()
    return await this.outcome()
  }

  private async step(): Promise<void> {
    const machine = this.any()
    const action = this.draw(40)
    if (action < 12) await this.guarded(machine, () => this.write(machine))
    else if (action < 20) await this.guarded(machine, () => this.publish(machine))
    else if (action < 30) await this.guarded(machine, () => this.pullAny(machine))
    else if (action < 32) this.cut.add(pair(machine.member, this.any().member))
    else if (action < 34) this.cut.clear()
    else if (action < 36) this.cutPower(machine)
    else if (action === 36) this.saved.set(machine.member, machine.files.copy())
    else if (action === 37) await this.rollBack(machine)
    else if (action === 38) this.fork(machine)
    else await this.steal()
  }

  private write(machine: Machine, createdAt = this.now): boolean {
    this.count += 1
    const isVote = this.draw(2) === 0
    const backDated = this.draw(12) === 0
    if (backDated) this.done.add('back-dated')
    const at = backDated ? createdAt - 100 * HOUR : createdAt
    const draft = {
      id: `${this.count}`,
      type: isVote ? 'vote.cast' : 'notice',
      schema: 'test/1',
      createdAt: new Date(at).toISOString(),
      body: { number: this.count },
    }
    return append(machine.node, draft, isVote ? keyOf(`${machine.member} delegate`) : undefined).ok
  }

  private async publish(machine: Machine): Promise<void> {
    await publish(machine.node, this.peersOf(machine))
  }

  private async pullAny(machine: Machine): Promise<void> {
    const peers = this.peersOf(machine)
    const peer = peers[this.draw(peers.length)]
    if (peer !== undefined) await pull(machine.node, peer)
  }

  /** The next writes of the machine are its last; what it does then starts it anew. */
  private cutPower(machine: Machine): void {
    this.done.add('power cut')
    machine.files.cutAfter(this.draw(7))
  }

  private async rollBack(machine: Machine): Promise<void> {
    const saved = this.saved.get(machine.member)
    if (saved === undefined || machine === this.twin || machine.member === this.twin?.member) return
    this.done.add('rolled back')
    machine.files.restore(saved)
    await this.restart(machine)
    if (this.isHiddenFrom(machine)) this.lost.add(machine)
  }

  /** Whether only a machine that it does not reach knows what its disk has lost: no answer it gets can tell. */
  private isHiddenFrom({ member, node }: Machine): boolean {
    const knows = (other: Machine) => other.node.log(member).size > node.log(member).size
    if (rolledBackTo(node) !== undefined) return false
    const known = this.reachedBy(member).filter(knows)
    if (known.length > 0) throw new Error(`${member} does not know what ${known[0]?.member} has`)
    return [...this.machines, ...(this.twin === undefined ? [] : [this.twin])].some(knows)
  }

  /** From now on one member tells two histories: its twin has its keys and its log so far. */
  private fork(machine: Machine): void {
    if (this.twin !== undefined || machine.node.log(machine.member).size === 0) return
    machine.files.cutAfter(Number.POSITIVE_INFINITY)
    const files = machine.files.copy()
    if (!this.write(machine)) return
    this.done.add('fork')
    this.twin = this.start(machine.member, files)
    this.write(this.twin)
  }

  /** The twin is a thief with the node's key; its member's root takes the key back. */
  private async steal(): Promise<void> {
    if (this.twin === undefined || this.revoked !== undefined) return
    const { member } = this.twin
    this.done.add('key taken back')
    this.revoked = member
    const keyId = keyIdOfEd25519(publicBytesOf(keyOf(`${member} node`)))
    const compromisedAt = new Date(this.now).toISOString()
    const document = {
      type: 'key-revocation' as const,
      regime: REGIME,
      member,
      keyId,
      compromisedAt,
    }
    const { bytes } = signed(document, rootKeys(member))
    for (const machine of this.machines) {
      await this.guarded(machine, () => machine.node.learn([bytes]))
      if (this.draw(2) === 0) break
    }
    const [first] = this.machines
    if (first !== undefined) await this.guarded(first, () => first.node.learn([bytes]))
  }

  private async guarded(machine: Machine, act: () => unknown): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
      await this.restart(machine)
    }
  }

  private async restart(machine: Machine): Promise<void> {
    machine.node = this.open(machine.member, machine.files)
    const held = [...this.cut]
    const wasFaulty = this.faulty
    this.cut.clear()
    this.faulty = false
    await recoverOwnLog(machine.node, this.peersOf(machine))
    this.faulty = wasFaulty
    for (const between of held) this.cut.add(between)
  }

  private async heal(): Promise<void> {
    this.cut.clear()
    this.faulty = false
    for (const machine of this.machines) machine.files.cutAfter(Number.POSITIVE_INFINITY)
    for (let round = 0; round < 10; round += 1) {
      this.now += HOUR
      if (round === 2) this.settle()
      if (round === 2) this.goOnFromWhatIsLeft()
      for (const machine of this.machines) {
        for (const peer of this.peersOf(machine)) {
          await pullEvidence(machine.node, peer)
          await pull(machine.node, peer)
        }
        if (round < 8) await this.publish(machine)
      }
    }
  }

  /** Of half the forks, the root of the member says that the history stands which one of the members holds. */
  private settle(): void {
    const { twin } = this
    if (twin === undefined || this.draw(2) === 0) return
    const holder = this.machines[this.draw(this.machines.length)] as Machine
    this.isSettled = this.settleOn(holder, twin.member)
  }

  /** Where nobody who can be asked has what a disk has lost, the root of its member says that what is left stands. */
  private goOnFromWhatIsLeft(): void {
    for (const machine of this.machines) {
      const isSilenced = rolledBackTo(machine.node) !== undefined
      if (machine.member !== this.twin?.member && (isSilenced || this.lost.has(machine)))
        this.settleOn(machine, machine.member)
    }
  }

  private settleOn(holder: Machine, member: string): boolean {
    const { size } = holder.node.log(member)
    if (size === 0) return false
    const draft = unwrap(settlementDraft(holder.node, member, size))
    const first = this.machines.find((machine) => machine.member !== member) as Machine
    first.node.learn([signed(draft, rootKeys(member)).bytes])
    return true
  }

  private async outcome(): Promise<Outcome> {
    const honest = this.machines.filter(({ member }) => member !== this.twin?.member)
    const digests = new Map<string, string>()
    const faults = new Map<string, readonly Fault[]>()
    let entries = 0
    for (const { member, node } of honest) {
      const ledger = await readLedger(node)
      digests.set(
        member,
        digestOf([
          ledgerDigest(ledger),
          ledger.refused.filter((one) => one.member !== this.twin?.member).length,
        ]),
      )
      faults.set(member, lastingFaults(node, ledger))
      entries = ledger.entries.length
    }
    return {
      digests,
      faults,
      done: this.done,
      entries,
      isSettled: this.isSettled,
      ...(this.twin === undefined ? {} : { forker: this.twin.member }),
    }
  }

  private async answer(target: Machine, request: Parameters<typeof answerExchange>[1]) {
    try {
      return answerExchange(target.node, request)
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
      await this.restart(target)
      return undefined
    }
  }

  private any(): Machine {
    const all = this.twin === undefined ? this.machines : [...this.machines, this.twin]
    return all[this.draw(all.length)] as Machine
  }

  private start(member: string, files: FilesInMemory): Machine {
    return { member, files, node: this.open(member, files) }
  }

  private open(member: string, files: FilesInMemory): ExchangeNode {
    return new ExchangeNode({
      member,
      files,
      pinnedRoot: pinned.bytes,
      keys: { node: keyOf(`${member} node`), witness: keyOf(`${member} witness`) },
      policy: POLICY,
      now: () => this.now,
    })
  }

  /** The others as this machine reaches them: of a member with a twin, some see one and some the other. */
  private peersOf(asking: Machine) {
    return this.reachedBy(asking.member).map((target) =>
      peerOver(target.member, this.sendBetween(asking, target)),
    )
  }

  private reachedBy(asking: string): readonly Machine[] {
    return this.machines
      .filter(({ member }) => member !== asking)
      .map((machine, at) => {
        const isTwin =
          machine.member === this.twin?.member &&
          (at + asking.length + asking.charCodeAt(0)) % 2 === 0
        return isTwin && this.twin !== undefined ? this.twin : machine
      })
  }

  private sendBetween(asking: Machine, target: Machine): Send {
    return async (method, path, _most, body) => {
      if (this.faulty && this.cut.has(pair(asking.member, target.member))) return undefined
      if (this.faulty && this.draw(15) === 0) return undefined
      const name = `${target.member} ${path}`
      const before = this.answers.get(name)
      if (this.faulty && method === 'GET' && before !== undefined && this.draw(10) === 0)
        return before
      const request = { method, path, ...(body === undefined ? {} : { body }) }
      const answer = await this.answer(target, request)
      if (answer === undefined) return undefined
      this.answers.set(name, answer)
      return this.faulty && this.draw(20) === 0 ? altered(answer, this.draw) : answer
    }
  }
}

function altered(answer: { status: number; body: Buffer }, draw: (below: number) => number) {
  if (answer.body.length === 0) return answer
  const body = Buffer.from(answer.body)
  const at = draw(body.length)
  body.writeUInt8(body.readUInt8(at) ^ (1 + draw(255)), at)
  return { status: answer.status, body: draw(2) === 0 ? body : body.subarray(0, at) }
}

function pair(one: string, other: string): string {
  return [one, other].sort().join(' ')
}
