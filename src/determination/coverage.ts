import { UNKNOWN } from '../kernel/index.ts'
import { officialTexts, type Rulebook } from '../rulebook/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import type { ItemRequirement } from './item-requirement.ts'
import { kindOf, type Movements, movementsOf, staysInside } from './jurisdiction/movements.ts'
import type { CoverageFinding } from './model.ts'
import { mayHold } from './nexus.ts'

/** What of a jurisdiction's law stands behind its answer, by kind of item and by area. */
export function coverageOfJurisdiction(
  jurisdiction: string,
  items: readonly ItemRequirement[],
): readonly CoverageFinding[] {
  const found = new Map<string, CoverageFinding>()
  const add = (area: string, state: CoverageFinding['state']): void => {
    found.set(area, { area, jurisdiction, state })
  }
  for (const { item, classification, openAreas, nexus, requirements } of items) {
    if (!mayHold(nexus) || nexus.inside !== undefined) continue
    add(`entries for ${item.item.kind ?? 'items of no stated kind'}`, classification.coverage)
    for (const area of openAreas.keys()) add(area, 'none')
    for (const { subject } of requirements.open) {
      add(`what ${jurisdiction}:${subject.label} requires`, 'none')
    }
    for (const { kind, truth } of nexus.findings) {
      if (truth !== 'unknown' || nexus.item !== UNKNOWN) continue
      if (kind === 'de-minimis' || kind === 'direct-product') add(`${kind} rules`, 'none')
    }
  }
  return [...found.values()]
}

/** Law that has a hold on the deal and stands in no file, in sentences. */
export function undecidedAreas(
  arranged: ArrangedTransaction,
  rulebook: Rulebook,
): { readonly sentences: readonly string[]; readonly coverage: readonly CoverageFinding[] } {
  const sentences: string[] = []
  const coverage: CoverageFinding[] = []
  const kind = kindOf(arranged)
  if (!decidingSeats(rulebook).some(({ decided }) => decided.includes(kind))) {
    sentences.push(`Transactions of kind ${kind} are decided by no law here.`)
  }
  const from = arranged.transaction.route?.from
  if (from !== undefined && !staysInside(arranged) && !isEncoded(from, rulebook)) {
    sentences.push(notEncoded(from, rulebook))
    coverage.push({
      area: 'export law of the country of departure',
      jurisdiction: from,
      state: 'none',
    })
  }
  return { sentences, coverage }
}

/** A kind that no seat decides may be held through persons by any law. */
function decidingSeats(rulebook: Rulebook): readonly Movements[] {
  const known = seats.get(rulebook)
  if (known !== undefined) return known
  const found = [...rulebook.jurisdictions.values()]
    .filter(({ binding }) => binding)
    .map(({ code }) => movementsOf(rulebook, code))
  seats.set(rulebook, found)
  return found
}

const seats = new WeakMap<Rulebook, readonly Movements[]>()

function notEncoded(place: string, rulebook: Rulebook): string {
  const text = officialTexts(rulebook).find(({ code }) => code === place)
  const said = `The export law of ${place}, from which the item leaves, is not encoded`
  return text === undefined ? `${said}.` : `${said}; read ${text.what}: ${text.url}`
}

function isEncoded(place: string, rulebook: Rulebook): boolean {
  return [...rulebook.jurisdictions.values()].some(
    ({ binding, territory }) =>
      binding && territory.some((home) => place === home || place.startsWith(`${home}-`)),
  )
}
