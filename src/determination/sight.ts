import type { JurisdictionClassification } from '../classification/index.ts'
import type { FactValue } from '../rulebook/index.ts'
import type { Circumstances } from './circumstances.ts'
import type { ItemNexus } from './nexus.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/**
 * What the law can see, as a text: who looks alike to every rule is answered alike, whatever else sets
 * them apart. Of a number that is where it stands to each comparison of the law, of all else its value.
 */
export function sightOfCircumstances(
  { table }: Circumstances,
  language: CircumstanceLanguage,
): string {
  const { parameters } = language.vocabulary
  const seen: unknown[] = []
  for (let slot = 0; slot < table.slots.length; slot += 1) {
    const value = table.slots[slot]
    const undecided = table.undecided.get(slot)
    if (value === undefined && undecided === undefined) continue
    const isNumber = typeof value === 'object' && 'near' in value
    seen.push(
      slot,
      isNumber
        ? language
            .comparisonsWith(parameters[slot]?.id ?? '')
            .map((comparison) => comparison.evaluate(table))
        : plain(value),
      plain(undecided),
    )
  }
  return JSON.stringify(seen)
}

function plain(value: FactValue | undefined): unknown {
  if (value instanceof Set) return [...value].sort()
  if (typeof value === 'symbol') return { stated: value.description }
  if (Array.isArray(value)) return value.map(({ exact }) => String(exact))
  return value ?? null
}

/** Of one list: which entries it is on or may be on, and how well that is known. */
export function sightOfClassification(found: JurisdictionClassification, claimed: boolean): string {
  const { listed, coverage, contradictions, notListedClaim, setAside, met, undecided } = found
  return JSON.stringify([
    listed,
    coverage,
    claimed,
    contradictions.length,
    notListedClaim !== undefined,
    setAside === true,
    [met, undecided].map((entries) =>
      entries.map(({ entry, oneOf = [], suspended, provisional, claim, missing }) => [
        entry.code,
        entry.version,
        entry.status,
        entry.reasons.length,
        oneOf,
        suspended,
        provisional,
        claim !== undefined,
        missing,
      ]),
    ),
  ])
}

/** How a jurisdiction holds an item; why, in words, is told beside it. */
export function sightOfNexus({ acts, findings, item, person, subjectThrough }: ItemNexus): string {
  const { members, undecided } = subjectThrough
  return JSON.stringify([
    item,
    person,
    [...acts],
    [...members].sort(),
    [...undecided].sort(),
    findings.map(({ kind, truth, because }) => [kind, truth, because]),
  ])
}
