import {
  consultationRules,
  type Engine,
  entriesBy,
  openCharters,
  seenAt,
  timeOn,
} from '../../desk/index.ts'
import {
  type ExchangeNode,
  type Health,
  healthOf,
  type Ledger,
  readLedger,
} from '../../exchange/index.ts'
import { type LegalDate, unwrap } from '../../kernel/index.ts'
import {
  type AlertDecay,
  type AsSeen,
  type Charter,
  type ConsultationRules,
  type LedgerEntry,
  readAlertDecay,
  readStreams,
  type Streams,
} from '../../regime/index.ts'
import { Refusal } from '../http/refusal.ts'

/** What the law says of regimes. */
export interface RegimeLaw {
  readonly charters: readonly Charter[]
  readonly rules: ConsultationRules
  readonly decays: AlertDecay
  readonly streams: Streams
}

/** The record of the regime as its logs are held here, on a day. */
export interface RecordOn {
  readonly on: LegalDate
  readonly entries: readonly LedgerEntry[]
  readonly seen: AsSeen
}

export interface RegimeOnHandOptions {
  readonly engine: Engine
  readonly lawFolder: string
  /** The node of the member whose server this is, as it stands; undefined where there is none. */
  readonly node: () => Promise<ExchangeNode | undefined>
  readonly now: () => Date
}

/** The regime's law and record, each read when it is first asked for. */
export class RegimeOnHand {
  private readonly options: RegimeOnHandOptions
  private known: RegimeLaw | undefined
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
    const heads = JSON.stringify([logs, node.documents().length, node.files.list('forks').length])
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
