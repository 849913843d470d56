import { peerOver } from '../http/peer.ts'
import { answerExchange } from '../http/routes.ts'
import { keyOf, regimeOf } from '../regime.fixture.ts'
import { type FilesInMemory, filesInMemory } from '../store/files.fixture.ts'
import type { Files } from '../store/files.ts'
import { type EntryPolicy, ExchangeNode, type NodeKeys } from './node.ts'
import { append } from './own-log.ts'
import { publish } from './publish.ts'

const POLICY: EntryPolicy = {
  mayEnter: (type, roles) =>
    type === 'notice' || (type === 'vote.cast' && roles.includes('delegate')),
  maySupersede: (type) => type === 'notice',
  check: (_type, _schema, body) =>
    body === 'wrong' ? [{ code: 'test.wrong', detail: 'It is wrong.' }] : [],
}

/** Some members' nodes in one process, which reach each other as over HTTP. */
export class Members {
  now = Date.parse('2027-03-01T00:00:00Z')
  readonly nodes = new Map<string, ExchangeNode>()
  readonly files = new Map<string, FilesInMemory>()
  private readonly pinnedRoot: Buffer
  private readonly documents: readonly Buffer[]
  private count = 0

  private readonly policy: EntryPolicy

  constructor(members: readonly string[], regime?: string, policy = POLICY) {
    this.policy = policy
    const { pinned, documents } = regimeOf(members, regime)
    this.pinnedRoot = pinned.bytes
    this.documents = documents.map(({ bytes }) => bytes)
    for (const member of members) {
      const files = filesInMemory()
      this.files.set(member, files)
      this.nodes.set(member, this.open(member, files))
    }
  }

  open(
    member: string,
    files: Files,
    keys: Partial<NodeKeys> = {},
    documents: readonly Buffer[] = this.documents,
  ): ExchangeNode {
    const node = new ExchangeNode({
      member,
      files,
      pinnedRoot: this.pinnedRoot,
      keys: { node: keyOf(`${member} node`), witness: keyOf(`${member} witness`), ...keys },
      policy: this.policy,
      now: () => this.now,
    })
    node.learn(documents)
    return node
  }

  node(member: string): ExchangeNode {
    const node = this.nodes.get(member)
    if (node === undefined) throw new Error(member)
    return node
  }

  peer(member: string, node = this.node(member), asked: string[] = []) {
    return peerOver(member, async (method, path, _most, body) => {
      asked.push(`${method} ${path}`)
      return answerExchange(node, { method, path, ...(body === undefined ? {} : { body }) })
    })
  }

  others(member: string) {
    return [...this.nodes.keys()]
      .filter((other) => other !== member)
      .map((other) => this.peer(other))
  }

  /** Appends so many notices and has them witnessed. */
  async say(member: string, notices = 1, node = this.node(member)): Promise<void> {
    for (let at = 0; at < notices; at += 1) this.write(node, 'notice')
    await publish(node, this.others(member))
  }

  write(node: ExchangeNode, type: string, more: Partial<Parameters<typeof append>[1]> = {}) {
    this.count += 1
    const draft = {
      id: `${this.count}`,
      type,
      schema: 'test/1',
      createdAt: new Date(this.now).toISOString(),
      body: { number: this.count },
      ...more,
    }
    return append(node, draft, type === 'vote.cast' ? keyOf(`${node.member} delegate`) : undefined)
  }
}
