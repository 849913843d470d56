import { sameHash } from '../merkle/hash.ts'
import { fromBase64 } from '../note/base64.ts'
import { refuse } from '../refusal.ts'
import { readHead } from '../store/log-store.ts'
import { addCheckpoint, type WitnessAnswer, type WitnessRecord } from '../witness/witness.ts'
import { type ExchangeNode, witnessName } from './node.ts'
import { quarantine } from './quarantine.ts'
import { isStanding, lastSettlement, settledName } from './settled.ts'

/** The node as a witness of the others' logs: what it cosigned last is on the disk before it answers. */
export function witnessCheckpoint(node: ExchangeNode, body: Uint8Array): WitnessAnswer {
  const memberOf = (origin: string) =>
    node.members.find((member) => member !== node.member && node.originOf(member) === origin)
  return addCheckpoint(
    {
      name: witnessName(node.regime, node.member),
      key: () => (node.isDelegated() && !node.isFrozen() ? node.keys.witness : undefined),
      verifiersOf: (origin) => {
        const member = memberOf(origin)
        return member === undefined
          ? undefined
          : node.checkpointKeys(member, node.now()).flatMap(([ed25519]) => ed25519 ?? [])
      },
      recall: (origin) => recall(node, memberOf(origin) ?? ''),
      keep: ({ origin }, note) => {
        const name = settledName(node, memberOf(origin) ?? '')
        node.files.write(`witnessed/${name}`, Buffer.from(note))
      },
      suspect: (note) => {
        const member = memberOf(readHead(Buffer.from(note))?.checkpoint.origin ?? '') ?? ''
        const detail = `${member} asked for a cosignature on a history other than the one witnessed.`
        quarantine(node, { member, ...problemsOf(detail), content: note })
      },
      now: () => Math.floor(node.now() / 1000),
    },
    body,
  )
}

/** The note, signed by its member, that this witness cosigned last of a history. */
export function lastWitnessed(node: ExchangeNode, history: string): Buffer | undefined {
  return node.files.read(`witnessed/${history}`)
}

/**
 * What this witness cosigned last. Where the member's root has since settled on a history, that of before holds as
 * far as it belongs to it; else the witness goes on from what the root said.
 */
function recall(node: ExchangeNode, member: string): WitnessRecord | undefined {
  const read = (name: string) => readHead(lastWitnessed(node, name) ?? Buffer.alloc(0))?.checkpoint
  const settled = lastSettlement(node, member)
  const known = read(settledName(node, member))
  if (settled === undefined || known !== undefined) return known
  const before = read(member)
  const log = node.log(member)
  const belongs =
    before !== undefined &&
    before.size <= log.size &&
    isStanding(node, member) &&
    sameHash(log.rootAt(before.size), before.root)
  if (belongs) return before
  return { size: settled.size, root: fromBase64(settled.root) ?? Buffer.alloc(0) }
}

function problemsOf(detail: string) {
  const { problems } = refuse('witnessed-another', detail)
  return { problems }
}
