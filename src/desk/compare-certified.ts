import type { CertificatePayload } from '../certificate/index.ts'
import type { Determination } from '../determination/index.ts'
import { certifiedContent } from './certified-content.ts'

/** One thing that holds or does not, for a person. */
export interface CertifiedPoint {
  readonly what: string
  readonly holds: boolean
  readonly detail: string
}

/** What went into the answer is compared first, so that a difference in the answer has its cause. */
export function compareCertified(
  payload: CertificatePayload,
  again: Determination,
): readonly CertifiedPoint[] {
  const { digests, engine, verdict } = certifiedContent(again)
  const certified = payload.digests
  const same = (what: string, was: string, is: string, cause: string): CertifiedPoint => ({
    what,
    holds: was === is,
    detail: was === is ? is : `certified ${was}, here ${is}: ${cause}`,
  })
  return [
    same('input', certified.input, digests.input, 'the transaction is not the one certified'),
    same('engine version', payload.engine.version, engine.version, 'another release determined it'),
    same('rulebook', certified.rulebook, digests.rulebook, 'the law folder is another edition'),
    ...snapshotPoints(certified.snapshots, digests.snapshots),
    same('verdict', payload.verdict, verdict, 'the answer is another one'),
    same('answer', certified.answer, digests.answer, 'the answer is not the same to the byte'),
  ]
}

type Snapshots = CertificatePayload['digests']['snapshots']

function snapshotPoints(certified: Snapshots, here: Snapshots): readonly CertifiedPoint[] {
  const lacking = certified.filter(({ digest }) => !here.some((one) => one.digest === digest))
  const others = here.filter(({ digest }) => !certified.some((one) => one.digest === digest))
  const used = certified.filter(({ digest }) => here.some((one) => one.digest === digest))
  const name = ({ source, published }: Snapshots[number]): string => `${source} ${published}`
  return [
    ...used.map((one) => ({ what: `list ${name(one)}`, holds: true, detail: one.digest })),
    ...lacking.map((one) => ({
      what: `list ${name(one)}`,
      holds: false,
      detail: `the snapshot ${one.digest} is not used here: import the file of that day`,
    })),
    ...others.map((one) => ({
      what: `list ${name(one)}`,
      holds: false,
      detail: `is used here and was not when it was certified`,
    })),
  ]
}
