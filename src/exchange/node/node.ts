import type { KeyObject } from 'node:crypto'
import { digestOfBytes, type Problem, ProblemError } from '../../kernel/index.ts'
import { keyIdOfEd25519 } from '../entry/envelope.ts'
import { fromBase64 } from '../note/base64.ts'
import { cosignatureVerifier, mlDsaVerifier } from '../note/cosignature.ts'
import { publicBytesOf } from '../note/ed25519.ts'
import { noteVerifier } from '../note/note-key.ts'
import type { NoteVerifier } from '../note/signed-note.ts'
import { OpenedBodies } from '../sealed/opened-bodies.ts'
import type { Files } from '../store/files.ts'
import { LogStore } from '../store/log-store.ts'
import {
  type DelegationDocument,
  parseDocument,
  type RootDocument,
  type SignedDocument,
} from '../trust/documents.ts'
import {
  allMembers,
  compromisedAt,
  countedDocuments,
  currentRoot,
  delegationsAt,
  delegationsOf,
  isSelfSigned,
  readTrust,
  settlementsOf,
  type Trust,
} from '../trust/trust.ts'

/** What the regime says of messages; the exchange knows no meaning. */
export interface EntryPolicy {
  /** Whether an officer in one of these roles (none: the node alone) may send such a message. */
  readonly mayEnter: (type: string, officerRoles: readonly string[]) => boolean
  /** Whether an entry of that type may stand in the place of an earlier one of its author. */
  readonly maySupersede: (type: string) => boolean
  /** What is wrong with its body; nothing for a type that is not known, which is kept as it is. */
  readonly check: (type: string, schema: string, body: unknown) => readonly Problem[]
}

/** Secrets of a node; the root keys of its member are not among them. */
export interface NodeKeys {
  readonly node: KeyObject
  readonly witness: KeyObject
  readonly mlDsa44?: { readonly secretKey: Uint8Array; readonly publicKey: Uint8Array }
  /** An age identity. */
  readonly seal?: string
}

export interface NodeOptions {
  readonly member: string
  readonly files: Files
  /** The regime's root, received another way than through the exchange. */
  readonly pinnedRoot: Uint8Array
  readonly keys: NodeKeys
  readonly policy: EntryPolicy
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A member's node: its own log, its mirrors of the others', whom it trusts and what it witnessed. */
export class ExchangeNode {
  readonly member: string
  readonly regime: string
  readonly files: Files
  readonly keys: NodeKeys
  readonly policy: EntryPolicy
  readonly now: () => number
  readonly opened = new OpenedBodies()
  /** Members whose entries are being taken just now. */
  readonly importing = new Set<string>()
  private readonly pinned: SignedDocument<RootDocument>
  private readonly logs = new Map<string, LogStore>()
  private known: Trust

  constructor(options: NodeOptions) {
    this.member = options.member
    this.files = options.files
    this.keys = options.keys
    this.policy = options.policy
    this.now = options.now
    const pinned = parseDocument(options.pinnedRoot)
    if (!pinned.ok) throw new ProblemError(...pinned.problems)
    if (!isRootDocument(pinned.value) || !isSelfSigned(pinned.value)) {
      throw new ProblemError({
        code: 'exchange.root-not-signed',
        detail: 'The pinned root is not signed by the threshold of its members.',
        remedy: 'Have the others sign it too: navicert regime sign ROOT --key KEY --out FILE.',
      })
    }
    this.pinned = pinned.value
    this.regime = this.pinned.document.regime
    this.known = readTrust(this.pinned, this.storedDocuments())
  }

  get trust(): Trust {
    return this.known
  }

  /** Codes of all members that there are or were. */
  get members(): readonly string[] {
    return allMembers(this.known)
  }

  originOf(member: string): string {
    return `${this.regime}/${member}`
  }

  /** The history of a member's log that this node goes by. */
  log(member: string): LogStore {
    const open = this.logs.get(member) ?? this.history(this.historyOf(member))
    this.logs.set(member, open)
    return open
  }

  /** A history by its name; the others stay as they were. */
  history(name: string): LogStore {
    return new LogStore(this.files, `logs/${name}`)
  }

  /** From now on, and after any restart, this is the history to go by. */
  goBy(member: string, name: string): void {
    this.files.write(`histories/${member}`, Buffer.from(name))
    this.logs.delete(member)
  }

  private historyOf(member: string): string {
    return this.files.read(`histories/${member}`)?.toString() ?? member
  }

  /** Takes in what counts of these documents and keeps it; the rest is left. */
  learn(documents: readonly Uint8Array[]): void {
    const parsed = documents.map(parseDocument).flatMap((read) => (read.ok ? [read.value] : []))
    if (parsed.length === 0) return
    const held = this.storedDocuments()
    const heldBytes = new Set([this.pinned, ...held].map(({ bytes }) => digestOfBytes(bytes)))
    if (parsed.every(({ bytes }) => heldBytes.has(digestOfBytes(bytes)))) return
    const trust = this.trustWith(documents)
    for (const { bytes } of countedDocuments(trust)) {
      if (heldBytes.has(digestOfBytes(bytes))) continue
      this.files.write(`trust/${digestOfBytes(bytes).slice(7)}`, bytes)
    }
    this.known = readTrust(this.pinned, this.storedDocuments())
  }

  /** Whom it would trust if it went by these documents too; nothing is kept. */
  trustWith(documents: readonly Uint8Array[]): Trust {
    const parsed = documents.map(parseDocument).flatMap((read) => (read.ok ? [read.value] : []))
    return readTrust(this.pinned, [...this.storedDocuments(), ...parsed])
  }

  /** All documents that this node goes by, to hand on. */
  documents(): readonly Buffer[] {
    return countedDocuments(this.known).map(({ bytes }) => bytes)
  }

  /** Keys whose signature makes a checkpoint that member's, at a time; each set is needed whole. */
  checkpointKeys(member: string, at: number): readonly (readonly NoteVerifier[])[] {
    return delegationsAt(this.known, member, at)
      .filter(({ nodeKey }) => !this.isLost(member, nodeKey, at))
      .map((delegation) => this.verifiersOf(delegation))
  }

  /**
   * Every key that the member ever delegated to its node, for what it must answer for whenever it signed:
   * a checkpoint brings entries, and each of those is judged by the keys of its own time. Beyond the size up to
   * which its root has settled the log, lost keys sign nothing: else a thief could dispute it for ever.
   */
  everyCheckpointKey(member: string, size = 0): readonly (readonly NoteVerifier[])[] {
    const settled = settlementsOf(this.known, member).at(-1)
    const isBeyond = settled !== undefined && size > settled.size
    return delegationsOf(this.known, member)
      .filter(({ nodeKey }) => !isBeyond || !this.isLost(member, nodeKey, Number.POSITIVE_INFINITY))
      .map((delegation) => this.verifiersOf(delegation))
  }

  witnessKeys(member: string, at: number): readonly NoteVerifier[] {
    return delegationsAt(this.known, member, at)
      .filter(({ witnessKey }) => !this.isLost(member, witnessKey, at))
      .map(({ witnessKey }) =>
        cosignatureVerifier(witnessName(this.regime, member), keyBytes(witnessKey)),
      )
  }

  /** Whether this node's own keys are delegated now. */
  isDelegated(): boolean {
    const own = publicBytesOf(this.keys.node)
    return delegationsAt(this.known, this.member, this.now()).some(
      ({ nodeKey }) =>
        keyBytes(nodeKey).equals(own) && !this.isLost(this.member, nodeKey, this.now()),
    )
  }

  /** An expired root freezes the regime: nothing new is taken until its members sign the next. */
  isFrozen(): boolean {
    return Date.parse(currentRoot(this.known).expires) <= this.now()
  }

  private verifiersOf(delegation: DelegationDocument): readonly NoteVerifier[] {
    const { member, nodeKey, nodeKeyMlDsa44 } = delegation
    const name = this.originOf(member)
    const ed25519 = noteVerifier(name, keyBytes(nodeKey))
    if (nodeKeyMlDsa44 === undefined) return [ed25519]
    return [ed25519, mlDsaVerifier(name, keyBytes(nodeKeyMlDsa44))]
  }

  private isLost(member: string, key: string, at: number): boolean {
    const lost = compromisedAt(this.known, member, keyIdOfEd25519(keyBytes(key)))
    return lost !== undefined && at >= lost
  }

  private storedDocuments(): readonly SignedDocument[] {
    return this.files.list('trust').flatMap((name) => {
      const parsed = parseDocument(this.files.read(`trust/${name}`) ?? Buffer.alloc(0))
      return parsed.ok ? [parsed.value] : []
    })
  }
}

export function witnessName(regime: string, member: string): string {
  return `${regime}/${member}/witness`
}

function keyBytes(encoded: string): Buffer {
  return fromBase64(encoded) ?? Buffer.alloc(0)
}

function isRootDocument(signed: SignedDocument): signed is SignedDocument<RootDocument> {
  return signed.document.type === 'regime-root'
}
