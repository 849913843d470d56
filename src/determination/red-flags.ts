import type { Classification } from '../classification/index.ts'
import type { RedFlag } from './model.ts'
import type { Resolution, Transaction } from './transaction.ts'

/** Roles that earn from the deal: what they resolve stays open. */
const NOT_IMPARTIAL = new Set(['sales', 'business-development', 'account-management', 'marketing'])

/** A flag as raised, resolved where an impartial person gave a reason. */
export function flagOf(
  raised: Omit<RedFlag, 'state' | 'resolvedBy'>,
  resolutions: readonly Resolution[],
): RedFlag {
  const resolution = resolutions.find(
    ({ flag, role }) => flag === raised.id && !NOT_IMPARTIAL.has(role.trim().toLowerCase()),
  )
  const { because, cite, id, rule } = raised
  if (resolution === undefined) return { because, cite, id, rule, state: 'open' }
  const { by, role, reason } = resolution
  const resolvedBy = `${by} (${role}): ${reason}`
  return { because, cite, id, resolvedBy, rule, state: 'resolved' }
}

/** What whoever states the transaction noticed. */
export function statedFlags({ knowledge }: Transaction): readonly RedFlag[] {
  return (knowledge?.redFlags ?? []).map((stated) =>
    flagOf(
      { id: stated, rule: 'stated', because: stated, cite: 'knowledge.redFlags' },
      knowledge?.resolved ?? [],
    ),
  )
}

/** Claims under some lists that the characteristics contradict, of the item and of what it contains. */
export function contradictionFlags(
  item: string,
  classification: Classification,
  jurisdictions: readonly string[],
  resolutions: readonly Resolution[],
): readonly RedFlag[] {
  const flags: RedFlag[] = []
  for (const jurisdiction of jurisdictions) {
    const { contradictions = [] } = classification.byJurisdiction.get(jurisdiction) ?? {}
    for (const { claim, because, entries } of contradictions) {
      const raised = {
        id: `claim-contradicted/${item}/${jurisdiction}:${claim.code}`,
        rule: 'claim-contradicted',
        because: `${item}: the claim of ${jurisdiction}:${claim.code} (basis: ${claim.basis}) does not fit what is stated. ${because}`,
        cite: entries.join(', '),
      }
      flags.push(flagOf(raised, resolutions))
    }
  }
  for (const [index, content] of classification.content.entries()) {
    flags.push(
      ...contradictionFlags(`${item}, content ${index + 1}`, content, jurisdictions, resolutions),
    )
  }
  return flags
}

/** Statements of the transaction that cannot both hold. */
export function inconsistencyFlags(transaction: Transaction): readonly RedFlag[] {
  const { endUse, parties = [], knowledge } = transaction
  if (endUse?.military !== false) return []
  const armed = parties.find(({ type }) => type === 'military')
  const because =
    armed !== undefined
      ? `${armed.name} (${armed.role}) is stated to be military, and the end use not to be.`
      : endUse.uses?.includes('military') === true
        ? 'A military use is stated, and the end use is stated not to be military.'
        : undefined
  if (because === undefined) return []
  const raised = {
    id: 'end-use-inconsistent',
    rule: 'end-use-inconsistent',
    because,
    cite: 'endUse',
  }
  return [flagOf(raised, knowledge?.resolved ?? [])]
}
