import {
  type CertificatePayload,
  issueCertificate,
  keyIdOf,
  publicJwkOf,
} from '../certificate/index.ts'
import type { Determination } from '../determination/index.ts'
import { type Digest, digestOfBytes } from '../kernel/index.ts'
import { writeWholeFile } from './output/whole-file.ts'
import type { Session } from './session.ts'
import { openSigningKey } from './signing-key.ts'

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

/** What a certificate is known by. */
export interface Certified {
  readonly digest: Digest
  readonly keyid: string
}

/** Writes the signed record of an answer. @throws ProblemError */
export async function certify(
  answer: Determination,
  file: string,
  dataFolder: string,
  { surroundings }: Session,
): Promise<Certified> {
  const key = openSigningKey(dataFolder)
  const bytes = issueCertificate(certifiedContent(answer), key)
  await writeWholeFile(file, Buffer.from(bytes).toString('utf8'), surroundings)
  surroundings.stderr.write(`Certificate written to ${file}.\n`)
  return { digest: digestOfBytes(bytes), keyid: keyIdOf(publicJwkOf(key)) }
}
