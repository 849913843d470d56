import type { Classification } from '../classification/index.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { RedFlag } from './model.ts'
import type { Transaction } from './transaction.ts'

/** What whoever states the transaction noticed. */
export function statedFlags(
  { knowledge }: Transaction,
  resolver: FlagResolver,
): readonly RedFlag[] {
  return (knowledge?.redFlags ?? []).map((stated) =>
    resolver.flagOf({ id: stated, rule: 'stated', because: stated, cite: 'knowledge.redFlags' }),
  )
}

/** Whether the characteristics contradict a claim under one list, of the item or of what it contains. */
export function isContradicted(
  { byJurisdiction, content }: Classification,
  jurisdiction: string,
): boolean {
  const { contradictions = [] } = byJurisdiction.get(jurisdiction) ?? {}
  return contradictions.length > 0 || content.some((one) => isContradicted(one, jurisdiction))
}

/** Claims under one list that the characteristics contradict, of the item and of what it contains. */
export function contradictionFlags(
  item: string,
  classification: Classification,
  jurisdiction: string,
  resolver: FlagResolver,
): readonly RedFlag[] {
  const flags: RedFlag[] = []
  const { contradictions = [] } = classification.byJurisdiction.get(jurisdiction) ?? {}
  for (const { claim, because, entries } of contradictions) {
    const raised = {
      id: `claim-contradicted/${item}/${jurisdiction}:${claim.code}`,
      rule: 'claim-contradicted',
      because: `${item}: the claim of ${jurisdiction}:${claim.code} (basis: ${claim.basis}) does not fit what is stated. ${because}`,
      cite: entries.join(', '),
    }
    flags.push(resolver.flagOf(raised))
  }
  for (const [index, content] of classification.content.entries()) {
    flags.push(
      ...contradictionFlags(`${item}, content ${index + 1}`, content, jurisdiction, resolver),
    )
  }
  return flags
}

/** Statements of the transaction that cannot both hold. */
export function inconsistencyFlags(
  transaction: Transaction,
  resolver: FlagResolver,
): readonly RedFlag[] {
  const because = whatIsInconsistent(transaction)
  if (because === undefined) return []
  const raised = {
    id: 'end-use-inconsistent',
    rule: 'end-use-inconsistent',
    because,
    cite: 'endUse',
  }
  return [resolver.flagOf(raised)]
}

function whatIsInconsistent({ endUse, parties = [] }: Transaction): string | undefined {
  if (endUse?.military === false) {
    const armed = parties.find(({ type }) => type === 'military')
    if (armed !== undefined) {
      return `${armed.name} (${armed.role}) is stated to be military, and the end use not to be.`
    }
    if (endUse.uses?.includes('military') === true) {
      return 'A military use is stated, and the end use is stated not to be military.'
    }
    if (endUse.militaryIntelligence === true) {
      return 'A use for military intelligence is stated, and the end use is stated not to be military.'
    }
  }
  if (endUse?.wmd !== false) return undefined
  return endUse.uses?.includes('wmd') === true || (endUse.wmdKinds ?? []).length > 0
    ? 'A use for weapons of mass destruction is stated, and the end use is stated to be none.'
    : undefined
}
