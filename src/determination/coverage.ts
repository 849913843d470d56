import { UNKNOWN } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { ItemRequirement } from './item-requirement.ts'
import type { CoverageFinding } from './model.ts'
import { mayHold } from './nexus.ts'
import type { Transaction, TransactionKind } from './transaction.ts'

/** What is decided by list, destination and circumstance; of the rest only what its rules say of it. */
const DECIDED: ReadonlySet<TransactionKind> = new Set(['export', 'reexport'])

/** Services are decided where the law of the country they come from has rules on services. */
function isDecided({ kind = 'export', route }: Transaction, rulebook: Rulebook): boolean {
  if (kind !== 'service') return DECIDED.has(kind)
  const homes = [...rulebook.jurisdictions.values()].filter(
    ({ binding, territory }) => binding && isWithin(route?.from ?? '', territory),
  )
  return (
    homes.length > 0 &&
    homes.every(({ code }) =>
      rulebook.rules.some(
        ({ jurisdiction, acts }) => jurisdiction === code && acts.includes('service'),
      ),
    )
  )
}

function isWithin(place: string, territory: readonly string[]): boolean {
  return territory.some((home) => place === home || place.startsWith(`${home}-`))
}

/** What of a jurisdiction's law stands behind its answer, by kind of item and by area. */
export function coverageOfJurisdiction(
  jurisdiction: string,
  items: readonly ItemRequirement[],
  transaction: Transaction,
): readonly CoverageFinding[] {
  const found = new Map<string, CoverageFinding>()
  const add = (area: string, state: CoverageFinding['state']): void => {
    found.set(area, { area, jurisdiction, state })
  }
  for (const { item, classification, openAreas, nexus } of items) {
    if (!mayHold(nexus)) continue
    add(`entries for ${item.item.kind ?? 'items of no stated kind'}`, classification.coverage)
    for (const area of openAreas) add(area, 'none')
    for (const { kind, truth } of nexus.findings) {
      if (truth !== 'unknown' || nexus.item !== UNKNOWN) continue
      if (kind === 'de-minimis' || kind === 'direct-product') add(`${kind} rules`, 'none')
    }
  }
  const kind = transaction.kind ?? 'export'
  if (!DECIDED.has(kind)) add(`transactions of kind ${kind}`, 'partly')
  return [...found.values()]
}

/** Law that has a hold on the deal and stands in no file, in sentences. */
export function undecidedAreas(
  transaction: Transaction,
  rulebook: Rulebook,
): { readonly sentences: readonly string[]; readonly coverage: readonly CoverageFinding[] } {
  const sentences: string[] = []
  const coverage: CoverageFinding[] = []
  const kind = transaction.kind ?? 'export'
  if (!isDecided(transaction, rulebook)) {
    sentences.push(`Transactions of kind ${kind} are not wholly decided yet.`)
  }
  const from = transaction.route?.from
  if (from !== undefined && !isEncoded(from, rulebook)) {
    sentences.push(`The export law of ${from}, from which the item leaves, is not encoded.`)
    coverage.push({
      area: 'export law of the country of departure',
      jurisdiction: from,
      state: 'none',
    })
  }
  return { sentences, coverage }
}

function isEncoded(place: string, rulebook: Rulebook): boolean {
  return [...rulebook.jurisdictions.values()].some(
    ({ binding, territory }) => binding && isWithin(place, territory),
  )
}
