import { type Digest, digestOf, type LegalDate } from '../kernel/index.ts'
import type { LawContent } from './law-content.ts'

export interface Edition {
  readonly digest: Digest
  readonly edition: string
}

/**
 * An edition is its content: the digest is taken of the validated law in canonical JSON, so that
 * moving an entry to another file or rewording a comment leaves it as it is, and any change of a
 * fact, a day or a citation does not. Its name is the newest day a text was read and the beginning of
 * the digest, for people: `2026-09-24-1f0c77ab`.
 */
export function editionOf(content: LawContent): Edition {
  const digest = digestOf(content)
  const short = digest.slice('sha256:'.length, 'sha256:'.length + 8)
  return { digest, edition: `${lastRead(content) ?? 'undated'}-${short}` }
}

/** The newest day on which a text was read: of what was published later an edition knows nothing. */
export function lastRead({ entries }: Pick<LawContent, 'entries'>): LegalDate | undefined {
  return entries
    .flatMap(({ textAsOf }) => (textAsOf === undefined ? [] : [textAsOf]))
    .reduce<LegalDate | undefined>(
      (latest, day) => (latest === undefined || day > latest ? day : latest),
      undefined,
    )
}
