import { issueCertificate, keyIdOf, publicJwkOf } from '../certificate/index.ts'
import { certifiedContent, openSigningKey } from '../desk/index.ts'
import type { Determination } from '../determination/index.ts'
import { type Digest, digestOfBytes } from '../kernel/index.ts'
import { writeWholeFile } from './output/whole-file.ts'
import type { Session } from './session.ts'

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
