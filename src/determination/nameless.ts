import type { ArrangedTransaction } from './arrange.ts'
import { canonicalInput } from './canonical.ts'
import type { Transaction } from './transaction.ts'
import type { Party } from './transaction-parties.ts'

/** Parts of a deal in which nobody is named but its parties. */
const WITHOUT_NAMES: ReadonlySet<string> = new Set<keyof Transaction>([
  'id',
  'date',
  'kind',
  'route',
  'items',
  'parties',
  'endUse',
])

/** What is asked of nobody in particular is asked of the deal, by this word. */
const DEAL = 'transaction'

/**
 * The parties of a deal but for their names, as a text: deals that have it in common differ in nothing that
 * the law reads, where nobody is screened. Undefined where a name may be held against something else that is
 * stated: another name, an owner, an address, a paper.
 */
export function partiesWithoutNames({
  transaction,
  parties,
}: Pick<ArrangedTransaction, 'transaction' | 'parties'>): string | undefined {
  if (Object.keys(transaction).some((key) => !WITHOUT_NAMES.has(key))) return undefined
  const names = new Set([DEAL])
  let text = ''
  for (const party of parties) {
    const own = withoutName(party)
    if (own === undefined || names.has(party.name)) return undefined
    names.add(party.name)
    text += own
  }
  return text
}

/** Of parties that were read once and are frozen. */
const written = new WeakMap<Party, string>()

function withoutName(party: Party): string | undefined {
  const known = written.get(party)
  if (known !== undefined) return known
  const { name: _name, ...rest } = party
  const { nativeName, owners, contacts, identifiers, address } = rest
  const compared = [nativeName, owners, contacts, identifiers, address]
  if (compared.some((one) => one !== undefined)) return undefined
  const text = canonicalInput(rest)
  if (Object.isFrozen(party)) written.set(party, text)
  return text
}
