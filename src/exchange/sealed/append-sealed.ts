import type { KeyObject } from 'node:crypto'
import type { Result } from '../../kernel/index.ts'
import type { EntryDraft } from '../entry/sign-entry.ts'
import { blobPath } from '../node/absorb.ts'
import type { ExchangeNode } from '../node/node.ts'
import { append, mayAppend } from '../node/own-log.ts'
import { audienceOf } from './recipients.ts'
import { sealBody } from './seal.ts'

/** Adds an entry whose body only its recipients read; the blob is on the disk before the log speaks of it. */
export async function appendSealed(
  node: ExchangeNode,
  draft: EntryDraft,
  to: 'all' | readonly string[],
  officer?: KeyObject,
): Promise<Result<{ readonly sequence: number }>> {
  const allowed = mayAppend(node)
  if (!allowed.ok) return allowed
  const found = audienceOf(node, to)
  if (!found.ok) return found
  const { recipients, audience } = found.value
  const { body, ...rest } = draft
  const made = await sealBody(body, recipients)
  if (!made.ok) return made
  const { blob, sealed } = made.value
  node.files.write(blobPath(sealed.digest), blob)
  return append(node, { handling: 'restricted', ...rest, audience, sealed }, officer)
}
