import { refuse } from '../refusal.ts'
import { readHead } from '../store/log-store.ts'
import { addCheckpoint, type WitnessAnswer } from '../witness/witness.ts'
import { type ExchangeNode, witnessName } from './node.ts'
import { quarantine } from './quarantine.ts'

/** The node as a witness of the others' logs: what it cosigned last is on the disk before it answers. */
export function witnessCheckpoint(node: ExchangeNode, body: Uint8Array): WitnessAnswer {
  const memberOf = (origin: string) =>
    node.members.find((member) => member !== node.member && node.originOf(member) === origin)
  const fileOf = (origin: string) => `witnessed/${memberOf(origin)}`
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
      recall: (origin) => readHead(node.files.read(fileOf(origin)) ?? Buffer.alloc(0))?.checkpoint,
      keep: ({ origin }, note) => node.files.write(fileOf(origin), Buffer.from(note)),
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

function problemsOf(detail: string) {
  const { problems } = refuse('witnessed-another', detail)
  return { problems }
}
