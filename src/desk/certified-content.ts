import type { CertificatePayload } from '../certificate/index.ts'
import type { Determination } from '../determination/index.ts'

/** What a certificate says of a determination. */
export function certifiedContent(
  answer: Determination,
): Omit<CertificatePayload, 'type' | 'signer'> {
  return {
    verdict: answer.verdict,
    asOf: answer.asOf,
    knownAt: answer.knownAt,
    engine: { version: answer.engine.version },
    digests: {
      answer: answer.digest,
      input: answer.input,
      rulebook: answer.rulebook.digest,
      snapshots: answer.lists.map(({ source, digest, date }) => ({
        source,
        digest,
        published: date,
      })),
    },
  }
}
