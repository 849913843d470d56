import { ok, type Result } from '../../kernel/index.ts'
import type { EntryHeader } from '../entry/header.ts'
import type { ExchangeNode } from '../node/node.ts'
import { refuse } from '../refusal.ts'
import type { RootDocument } from '../trust/documents.ts'
import { currentRoot, delegationsAt } from '../trust/trust.ts'

export interface Audience {
  /** Age recipients, the author's own among them. */
  readonly recipients: readonly string[]
  readonly audience: EntryHeader['audience']
}

/**
 * Who may read a body sealed now: of the members in the root in force, those named, or all. Its version is the
 * epoch: a member that left, or that the root suspends, is no recipient of what is sealed from then on. What it
 * could read before, it keeps.
 */
export function audienceOf(node: ExchangeNode, to: 'all' | readonly string[]): Result<Audience> {
  const root = currentRoot(node.trust)
  const members = activeMembers(root)
  const named = to === 'all' ? members : to
  const stranger = named.find((member) => !members.includes(member))
  if (stranger !== undefined) {
    return refuse(
      'recipient-not-a-member',
      `${stranger.slice(0, 20)} is no member that the root of version ${root.version} lets read.`,
      `Members: ${members.join(', ')}.`,
    )
  }
  const readers = [...new Set([...named, node.member])].sort()
  const keys = readers.map((member) => sealKeysOf(node, member))
  const without = readers.filter((_, at) => keys[at]?.length === 0)
  if (without.length > 0) {
    return refuse(
      'recipient-unknown',
      `No delegation in force names a seal key of ${without.join(', ')}.`,
      'Take in their delegations first: navicert regime log learn FILE.',
    )
  }
  const kind = to === 'all' ? 'all' : readers.length > 2 ? 'group' : 'pair'
  return ok({ recipients: keys.flat(), audience: { class: kind, epoch: root.version } })
}

/** Members of a root that are not suspended. */
function activeMembers({ members }: RootDocument): readonly string[] {
  return members.flatMap(({ member, suspended }) => (suspended === true ? [] : [member]))
}

/** Of the delegation that begins last: the key that its node has now. */
function sealKeysOf(node: ExchangeNode, member: string): readonly string[] {
  const found = delegationsAt(node.trust, member, node.now())
    .filter(({ sealKey }) => sealKey !== undefined)
    .toSorted((one, other) => Date.parse(one.notBefore) - Date.parse(other.notBefore))
    .at(-1)
  return found?.sealKey === undefined ? [] : [found.sealKey]
}
