import { timeOfCosignature } from '../note/cosignature.ts'
import type { SignedNote } from '../note/signed-note.ts'
import type { ExchangeNode } from './node.ts'

/** The last time at which another member's witness saw it (milliseconds). */
export function latestWitnessed(
  node: ExchangeNode,
  member: string,
  note: SignedNote,
): number | undefined {
  const times = node.members
    .filter((witness) => witness !== member)
    .flatMap((witness) => witnessTimes(node, witness, note))
  return times.length === 0 ? undefined : Math.max(...times)
}

/** When that member's witness saw the checkpoint, by a key it had then. */
export function witnessTimes(
  node: ExchangeNode,
  witness: string,
  note: SignedNote,
): readonly number[] {
  return note.signatures.flatMap((signature) => {
    const seconds = timeOfCosignature(signature)
    if (seconds === undefined || !signature.name.endsWith('/witness')) return []
    const key = node
      .witnessKeys(witness, seconds * 1000)
      .find(({ name, keyId }) => name === signature.name && keyId === signature.keyId)
    return key?.verify(note.text, signature.signature) === true ? [seconds * 1000] : []
  })
}
