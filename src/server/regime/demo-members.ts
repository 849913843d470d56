import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  answerExchange,
  append,
  type EntryPolicy,
  ExchangeNode,
  type Files,
  newKey,
  peerOver,
  publicKeyText,
  publish,
  pull,
  readKey,
  readLedger,
  signDocument,
} from '../../exchange/index.ts'
import { type Digest, digestOf, parseShape, unwrap } from '../../kernel/index.ts'
import { proposalContent, readOfficerRoles, readSupersedable } from '../../regime/index.ts'
import type { Rulebook } from '../../rulebook/index.ts'

const STORY = new URL('../../../examples/regime/demo-story.json', import.meta.url)
const MEMBERS = ['JP', 'NL', 'US'] as const
const DAY = 86_400_000

const step = z.strictObject({
  day: z.int(),
  member: z.enum(MEMBERS),
  officer: z.enum(['delegate', 'licensing']),
  type: z.string(),
  as: z.string().exactOptional(),
  refs: z.array(z.string()).default([]),
  body: z.looseObject({}),
})
type Step = z.output<typeof step>

/**
 * Three members in this process, with a fictional story on record: who proposed, voted, refused and asked, in the
 * hundred days before now. Their keys are made for this run and written nowhere.
 */
async function demoMembers(now: () => number, policy: EntryPolicy): Promise<Demo> {
  const start = now()
  const clock = { at: start - 150 * DAY }
  const demo = new Demo(start, () => Math.min(clock.at, now()), policy)
  const story = z.array(step).parse(JSON.parse(readFileSync(STORY, 'utf8')))
  for (const one of story) {
    clock.at = start + one.day * DAY
    await demo.tell(one)
  }
  clock.at = start
  // Twice: what was witnessed now is known to all only after it.
  for (const _ of [1, 2]) for (const member of MEMBERS) await demo.share(member)
  clock.at = Number.POSITIVE_INFINITY
  return demo
}

/** The node of one of them, which shows what all three said. */
export async function demoNode(rulebook: Rulebook, now: () => number): Promise<ExchangeNode> {
  return (await demoRegime(rulebook, now)).node
}

/** That node, and the keys of its member's officers, by their roles. */
export async function demoRegime({ tables }: Rulebook, now: () => number) {
  const roles = tables.get('tables/officer-roles')
  const { nodes, officers } = await demoMembers(now, {
    mayEnter: unwrap(readOfficerRoles(roles)),
    maySupersede: unwrap(readSupersedable(roles)),
    // What a body says is judged where the regime is read.
    check: () => [],
  })
  const node = nodes.get('NL')
  const [delegate, licensing] = [officers.get('NL delegate'), officers.get('NL licensing')]
  if (node === undefined || delegate === undefined || licensing === undefined)
    throw new Error('the demo has no node of NL')
  return { node, officers: { delegate, licensing } }
}

class Demo {
  readonly nodes: ReadonlyMap<string, ExchangeNode>
  private readonly start: number
  readonly officers: ReadonlyMap<string, ReturnType<typeof freshKey>> = new Map(
    MEMBERS.flatMap((member) =>
      (['delegate', 'licensing'] as const).map(
        (role) => [`${member} ${role}`, freshKey()] as const,
      ),
    ),
  )
  private readonly proposals = new Map<string, Digest>()
  private readonly named = new Map<string, Digest>()
  private readonly clock: () => number

  constructor(start: number, clock: () => number, policy: EntryPolicy) {
    this.start = start
    this.clock = clock
    this.nodes = this.open(policy)
  }

  /** Says one thing in its author's log, and has it seen by the others. */
  async tell({ member, officer, type, as, refs, body }: Step): Promise<void> {
    const node = this.node(member)
    const said = JSON.parse(this.filled(JSON.stringify(body))) as Record<string, unknown>
    if (type === 'list.proposal.open') {
      const content = unwrap(parseShape(proposalContent, said.content))
      this.proposals.set(content.proposal, digestOf(content))
    }
    const draft = {
      id: `${type}-${node.log(member).size}`,
      type,
      schema: `${type}/1`,
      createdAt: new Date(this.clock()).toISOString(),
      refs: refs.flatMap((name) => this.named.get(name) ?? []),
      body: said,
    }
    const { sequence } = unwrap(append(node, draft, this.officers.get(`${member} ${officer}`)))
    await this.share(member)
    if (as !== undefined) {
      const { entries } = await readLedger(node)
      const entry = entries.find((one) => one.member === member && one.sequence === sequence)
      if (entry !== undefined) this.named.set(as, entry.digest)
    }
  }

  async share(member: string): Promise<void> {
    const others = MEMBERS.filter((other) => other !== member)
    await publish(
      this.node(member),
      others.map((other) => this.peer(other)),
    )
    for (const other of others) await pull(this.node(other), this.peer(member))
  }

  private filled(text: string): string {
    const at = (days: string): string => new Date(this.start + Number(days) * DAY).toISOString()
    return text
      .replace(/\{day:([+-]\d+)\}/g, (_, days: string) => at(days).slice(0, 10))
      .replace(/\{time:([+-]\d+)\}/g, (_, days: string) => `${at(days).slice(0, 10)}T12:00:00Z`)
      .replace(/\{digest:([a-z0-9-]+)\}/g, (_, id: string) => this.proposals.get(id) ?? '')
  }

  private node(member: string): ExchangeNode {
    const node = this.nodes.get(member)
    if (node === undefined) throw new Error(`no node of ${member}`)
    return node
  }

  private peer(member: string) {
    return peerOver(member, async (method, path, _most, body) =>
      answerExchange(this.node(member), { method, path, ...(body === undefined ? {} : { body }) }),
    )
  }

  private open(policy: EntryPolicy): ReadonlyMap<string, ExchangeNode> {
    const keys = new Map(
      MEMBERS.map((member) => [
        member,
        { root: freshKey(), node: freshKey(), witness: freshKey() },
      ]),
    )
    const time = (days: number): string => new Date(this.start + days * DAY).toISOString()
    const all = [...keys]
    const pinnedRoot = signDocument(
      {
        ...{ type: 'regime-root', regime: 'demo', version: 1, threshold: 2 },
        ...{ issued: time(-160), expires: time(400) },
        members: all.map(([member, { root }]) => ({
          ...{ member, rootKeys: [publicKeyText(root)], threshold: 1 },
        })),
      },
      all.map(([, { root }]) => root),
    )
    const delegations = all.map(([member, { root, node, witness }]) =>
      signDocument(
        {
          ...{ type: 'node-delegation', regime: 'demo', member },
          ...{ nodeKey: publicKeyText(node), witnessKey: publicKeyText(witness) },
          officerKeys: {
            delegate: this.publicOf(`${member} delegate`),
            licensing: this.publicOf(`${member} licensing`),
          },
          ...{ notBefore: time(-160), expires: time(200) },
        },
        [root],
      ),
    )
    return new Map(
      all.map(([member, { root: _, ...own }]) => {
        const opened = new ExchangeNode({
          ...{ member, pinnedRoot, policy, keys: own },
          ...{ files: heldFiles(), now: this.clock },
        })
        opened.learn(delegations)
        return [member, opened]
      }),
    )
  }

  private publicOf(name: string): string[] {
    const key = this.officers.get(name)
    return key === undefined ? [] : [publicKeyText(key)]
  }
}

function freshKey() {
  return unwrap(readKey(newKey()))
}

/** Files in memory: the demo leaves nothing behind. */
function heldFiles(): Files {
  const files = new Map<string, Buffer>()
  return {
    read: (path) => files.get(path),
    write: (path, bytes) => void files.set(path, Buffer.from(bytes)),
    remove: (path) => void files.delete(path),
    list: (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .filter((name) => !name.includes('/'))
        .sort(),
  }
}
