import { isSignedBy, keyIdOfEd25519, parseEnvelope } from '../entry/envelope.ts'
import { Frontier } from '../merkle/frontier.ts'
import { leafHash, sameHash } from '../merkle/hash.ts'
import type { ExchangeNode } from '../node/node.ts'
import { fromBase64 } from '../note/base64.ts'
import { delegationsOf } from '../trust/trust.ts'

/** Whether the entries that are on the disk are those of the signed head: read once, tile by tile. */
export function isWhole(node: ExchangeNode, member: string): boolean {
  const log = node.log(member)
  const edge = new Frontier()
  for (const entry of log.entries(0)) edge.append(leafHash(entry), () => undefined)
  return sameHash(edge.root(), log.head?.checkpoint.root ?? edge.root())
}

/** What a look at all signatures of some entries found. */
export interface SignaturesFound {
  readonly entries: number
  readonly signatures: number
  /** Places of entries without a node's signature, or with one that does not hold; the first of them. */
  readonly wrong: readonly number[]
}

const MOST_WRONG = 20

/**
 * Verifies every signature of the entries from one place to another, by all keys that the member ever delegated.
 * Whether a key counted at that time, and for such a message, is for `readLedger`.
 */
export function verifySignatures(
  node: ExchangeNode,
  member: string,
  from: number,
  to: number,
): SignaturesFound {
  const keys = keysOf(node, member)
  const wrong: number[] = []
  let signatures = 0
  let sequence = from
  for (const bytes of node.log(member).entries(from, to)) {
    const envelope = parseEnvelope(bytes)
    const signed = envelope.ok ? envelope.value.signatures : []
    signatures += signed.length
    const holds = signed.every(({ keyId }) => {
      const key = keys.all.get(keyId)
      return key !== undefined && envelope.ok && isSignedBy(envelope.value, key)
    })
    const byNode = signed.some(({ keyId }) => keys.nodes.has(keyId))
    if ((!holds || !byNode) && wrong.length < MOST_WRONG) wrong.push(sequence)
    sequence += 1
  }
  return { entries: sequence - from, signatures, wrong }
}

/** Keys of a member by their names: of its nodes, and with those of its officers. */
function keysOf(node: ExchangeNode, member: string) {
  const delegations = delegationsOf(node.trust, member)
  const named = (texts: readonly string[]) =>
    new Map<string, Buffer>(
      texts.map((text) => {
        const key = fromBase64(text) ?? Buffer.alloc(0)
        return [keyIdOfEd25519(key), key]
      }),
    )
  const nodes = named(delegations.map(({ nodeKey }) => nodeKey))
  const officers = named(
    delegations.flatMap(({ officerKeys }) => Object.values(officerKeys).flat()),
  )
  return { nodes, all: new Map([...officers, ...nodes]) }
}
