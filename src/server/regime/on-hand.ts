import {
  consultationRules,
  type Engine,
  entriesBy,
  openCharters,
  seenAt,
  timeOn,
} from '../../desk/index.ts'
import {
  appendSigned,
  type EntryPlace,
  type ExchangeNode,
  type Health,
  healthOf,
  type Ledger,
  missingBlobs,
  nextPlace,
  readLedger,
  type TakenEntry,
} from '../../exchange/index.ts'
import { type LegalDate, type Problem, ProblemError, unwrap } from '../../kernel/index.ts'
import { type AsSeen, type LedgerEntry, readAlertDecay, readStreams } from '../../regime/index.ts'
import { Refusal } from '../http/refusal.ts'
import { objectionsTo } from './objections.ts'
import type { RegimeLaw } from './regime-law.ts'

/** The record of the regime as its logs are held here, on a day. */
export interface RecordOn {
  readonly on: LegalDate
  readonly entries: readonly LedgerEntry[]
  readonly seen: AsSeen
}

/** Works in the node of this server, as it stands then, while no other process writes in it. */
export type AsOnlyWriter = <T>(work: (node: ExchangeNode) => Promise<T>) => Promise<T>

export interface RegimeOnHandOptions {
  readonly engine: Engine
  readonly lawFolder: string
  /** The node of the member whose server this is, as it stands; undefined where there is none. */
  readonly node: () => Promise<ExchangeNode | undefined>
  /** Works in it as its only writer; without it the node is nobody else's. */
  readonly asOnlyWriter?: AsOnlyWriter
  readonly now: () => Date
}

/** The regime's law and record, each read when it is first asked for. */
export class RegimeOnHand {
  private readonly options: RegimeOnHandOptions
  private known: RegimeLaw | undefined
  private writing: Promise<unknown> = Promise.resolve()
  private held: { readonly heads: string; readonly ledger: Promise<Ledger> } | undefined

  constructor(options: RegimeOnHandOptions) {
    this.options = options
  }

  law(): RegimeLaw {
    const { engine, lawFolder } = this.options
    const { rulebook } = engine
    if (this.known === undefined) {
      const charters = openCharters(lawFolder, rulebook)
      this.known = {
        charters,
        rules: consultationRules(rulebook, charters),
        decays: unwrap(readAlertDecay(rulebook.tables.get('tables/alerts'))),
        streams: unwrap(readStreams(rulebook.tables.get('tables/workstreams'))),
      }
    }
    return this.known
  }

  /** @throws Refusal where this server has no node */
  async recordOn(day: LegalDate | undefined): Promise<RecordOn> {
    const moment = this.options.now().toISOString()
    const today = moment.slice(0, 10) as LegalDate
    const on = day ?? today
    const { entries } = await this.ledger(await this.node())
    const seen = entriesBy(entries, on)
    return { on, entries: seen, seen: seenAt(timeOn(on, today, moment), seen) }
  }

  /** @throws Refusal where this server has no node */
  async health(): Promise<Health & { readonly member: string }> {
    const node = await this.node()
    return { member: node.member, ...healthOf(node, await this.ledger(node)) }
  }

  /** Where the next entry of the own log stands. @throws Refusal where this server has no node */
  async nextPlace(): Promise<EntryPlace> {
    return nextPlace(await this.node())
  }

  /** Adds what an officer signed to the own log. @throws Refusal, ProblemError with why it is not added */
  async append(envelope: Uint8Array): Promise<TakenEntry> {
    const node = await this.node()
    const { asOnlyWriter = (work) => work(node) } = this.options
    const added = this.writing.then(() =>
      asOnlyWriter(async (own) => {
        const { entries } = await this.ledger(own)
        return await appendSigned(own, envelope, (entry) =>
          objectionsTo(entry, entries, this.law()),
        )
      }),
    )
    this.writing = added.catch(() => undefined)
    const taken = await added
    if (taken.ok) return taken.value
    throw new ProblemError(...taken.problems.map(withPlace))
  }

  private async node(): Promise<ExchangeNode> {
    const node = await this.options.node()
    if (node !== undefined) return node
    throw new Refusal(404, {
      code: 'regime.no-node',
      detail: 'This server has no node of a member, so that it holds no record of a regime.',
      remedy: 'Make one in its data folder: navicert regime log init (docs/exchange.md).',
    })
  }

  /** Every signature is verified once, and again when a log has grown or others were taken in. */
  private ledger(node: ExchangeNode): Promise<Ledger> {
    const logs = node.members.map((member) => {
      const { size, head } = node.log(member)
      return [member, size, head?.checkpoint.root.toString('hex') ?? '']
    })
    // Blobs come after the entries that name them, and the logs do not show it.
    const missing = missingBlobs(node).length
    const forks = node.files.list('forks').length
    const heads = JSON.stringify([logs, node.documents().length, forks, missing])
    if (this.held?.heads !== heads) {
      const held = { heads, ledger: readLedger(node) }
      this.held = held
      // A disk that would not be read just now may be read when the next one asks.
      held.ledger.catch(() => {
        if (this.held === held) this.held = undefined
      })
    }
    return this.held.ledger
  }
}

/** Who signed for a place that another entry has taken since asks for the next one, and signs again. */
function withPlace(problem: Problem): Problem {
  if (problem.remedy !== undefined || !PLACES.includes(problem.code)) return problem
  return { ...problem, remedy: 'Ask GET /api/v1/regime/log/next for the place, and sign anew.' }
}

const PLACES = [
  'exchange.entry-out-of-sequence',
  'exchange.entry-not-chained',
  'exchange.entry-of-another-log',
]
