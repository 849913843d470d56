import { isAtOrBelow, TRUE } from '../../kernel/index.ts'
import type { ItemRequirement } from '../item-requirement.ts'
import type { Transaction } from '../transaction.ts'
import type { DealView } from './deal-view.ts'
import type { CrossFacts } from './facts.ts'

type Filing = NonNullable<Transaction['filing']>

/** The list code that is declared against the entries that the items are on. */
export function compareCode(view: DealView, filing: Filing, facts: CrossFacts): void {
  const { lexicon } = view
  const found = itemsOfFiling(view, filing)
  const { declaredCode } = filing
  const says = declaredNotListed(view, filing)
  if (says !== undefined) {
    compareNotListed(says, found, facts)
    return
  }
  if (declaredCode === undefined || lexicon.notListed(declaredCode) !== undefined) return
  const listed = found.filter(isListed)
  const decided = found.length > 0 && found.every((one) => isListed(one) || isNotListed(one))
  if (!decided) return
  const agrees = listed.some((one) => codesOf(one).some((code) => isSameBranch(code, declaredCode)))
  const because = `${declaredCode} is declared, and found: ${found.map(foundText).join('; ')}`
  facts.say('filing_code_agrees', agrees, because)
}

/** What of the filing says that nothing lists the goods: the code itself, or a document code. */
function declaredNotListed(view: DealView, filing: Filing): string | undefined {
  const { declaredCode, documentCodes = [] } = filing
  if (declaredCode !== undefined && view.lexicon.notListed(declaredCode) !== undefined) {
    return declaredCode
  }
  return documentCodes.find((code) =>
    view.lexicon.tables.filing.documentCodes.some(
      (row) => row.code === code && row.states === 'not-listed',
    ),
  )
}

function compareNotListed(
  says: string,
  found: readonly ItemRequirement[],
  facts: CrossFacts,
): void {
  const listed = found.filter(isListed)
  if (listed.length > 0) {
    const because = `the filing says ${says}, and found: ${listed.map(foundText).join('; ')}`
    facts.say('filing_code_agrees', false, because)
    return
  }
  const open = found.filter((one) => !isNotListed(one) && !isClaimed(one))
  if (open.length === 0) {
    if (found.length > 0) facts.say('filing_code_agrees', true, `the filing says ${says}`)
    return
  }
  const items = [...new Set(open.map(({ item }) => item.id))].join(', ')
  facts.say(
    'filing_not_listed_supported',
    false,
    `the filing says ${says}, and nobody has classified ${items}: no claim, and no list encoded that would decide it`,
  )
}

/** Of the jurisdiction whose system it is filed in, or of those whose land the goods leave. */
export function itemsOfFiling(view: DealView, { system }: Filing): readonly ItemRequirement[] {
  const { systems } = view.lexicon.tables.filing
  const of = system === undefined ? undefined : systems[system.toUpperCase()]?.jurisdiction
  const codes = of === undefined ? leaving(view) : [of]
  return codes.flatMap((code) => view.required.get(code) ?? [])
}

function leaving({ required }: DealView): readonly string[] {
  return [...required].flatMap(([code, items]) =>
    items.some(({ nexus }) => nexus.findings.some(isTerritory)) ? [code] : [],
  )
}

function isTerritory({ kind, truth }: { readonly kind: string; readonly truth: string }): boolean {
  return kind === 'territory' && truth === 'true'
}

function isListed({ classification }: ItemRequirement): boolean {
  return codes(classification).length > 0
}

function isNotListed({ classification }: ItemRequirement): boolean {
  return classification.listed === 'not-listed'
}

function isClaimed({ item, classification }: ItemRequirement): boolean {
  return item.item.claims.some(({ jurisdiction }) => jurisdiction === classification.jurisdiction)
}

function codes({ met }: ItemRequirement['classification']): readonly string[] {
  return met.filter(({ suspended }) => !suspended).map(({ entry }) => entry.code)
}

function codesOf({ classification }: ItemRequirement): readonly string[] {
  return codes(classification)
}

/** 3A001 for 3A001.a.5, or the other way round: a declaration names the entry, not always its paragraph. */
function isSameBranch(found: string, declared: string): boolean {
  const bare = declared.replace(/^[A-Z]{2}:/, '').trim()
  return isAtOrBelow(found, bare) || isAtOrBelow(bare, found)
}

function foundText(one: ItemRequirement): string {
  const { jurisdiction } = one.classification
  const on = codesOf(one)
  return `${one.item.id} is ${on.length === 0 ? `on no ${jurisdiction} entry` : `${jurisdiction}:${on.join(', ')}`}`
}

export function isRequired({ asWritten }: ItemRequirement): boolean {
  return asWritten === TRUE
}
