import type { KeyObject } from 'node:crypto'
import type { Problem } from '../../kernel/index.ts'
import { keyIdOfEd25519 } from '../entry/envelope.ts'
import { fromBase64 } from '../note/base64.ts'
import { publicBytesOf } from '../note/ed25519.ts'
import { compromisedAt, delegationsAt } from '../trust/trust.ts'
import type { ExchangeNode } from './node.ts'

/** Why all would count for nothing a message that this key signs now; nothing where its officer may send it. */
export function officerProblems(
  node: ExchangeNode,
  type: string,
  officer: KeyObject,
): readonly Problem[] {
  const { member } = node
  const own = publicBytesOf(officer)
  const now = node.now()
  const lost = compromisedAt(node.trust, member, keyIdOfEd25519(own))
  const roles = delegationsAt(node.trust, member, now).flatMap(({ officerKeys }) =>
    Object.entries(officerKeys).flatMap(([role, keys]) =>
      keys.some((key) => fromBase64(key)?.equals(own) === true) ? [role] : [],
    ),
  )
  const held = lost !== undefined && now >= lost ? [] : [...new Set(roles)].sort()
  if (node.policy.mayEnter(type, held)) return []
  return [
    {
      code: 'exchange.officer-not-entitled',
      detail:
        held.length === 0
          ? `${member} has delegated this key to no officer now.`
          : `Officers of ${member} in the role of ${held.join(' and ')} do not send ${type}.`,
      remedy: 'Sign with the key of an officer who does: law/tables/officer-roles.yaml.',
    },
  ]
}
