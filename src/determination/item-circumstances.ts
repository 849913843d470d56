import {
  type Claim,
  type Classification,
  type Item,
  readClaimedCode,
} from '../classification/index.ts'
import type { LegalDate } from '../kernel/index.ts'
import { createVocabulary, type Rulebook } from '../rulebook/index.ts'
import {
  ANYTHING,
  Circumstances,
  createItemFactCopier,
  type ItemFactCopier,
  type KnownSet,
  knownSet,
} from './circumstances.ts'
import { sightOfCircumstances } from './sight.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** Numbers compare alike on all days. */
const DAY_OF_NO_MATTER = '2000-01-01' as LegalDate

/** What rules read of an item as circumstances: of the thing itself, and of the line of the order. */
export class ItemCircumstances {
  readonly #language: CircumstanceLanguage
  readonly #facts: ItemFactCopier

  constructor(rulebook: Rulebook, language: CircumstanceLanguage) {
    this.#language = language
    const characteristics = createVocabulary(rulebook.characteristics.values(), rulebook.kinds)
    this.#facts = createItemFactCopier(rulebook, characteristics)
  }

  set(circumstances: Circumstances, item: Item, facts: Classification): void {
    this.#setThing(circumstances, item, facts)
    this.#setLine(circumstances, item)
  }

  /** All that rules see of the thing, whatever the order. */
  sightOfThing(item: Item, facts: Classification): string {
    const own = new Circumstances(this.#language.vocabulary, facts.asOf)
    this.#setThing(own, item, facts)
    return sightOfCircumstances(own, this.#language)
  }

  /** All that rules see of the line of the order. */
  sightOfLine(item: Pick<Item, 'value' | 'hs'>): string {
    if (item.value === undefined && item.hs === undefined) return ''
    const own = new Circumstances(this.#language.vocabulary, DAY_OF_NO_MATTER)
    this.#setLine(own, item)
    return sightOfCircumstances(own, this.#language)
  }

  #setThing(circumstances: Circumstances, { kind, claims }: Item, facts: Classification): void {
    // What nobody claims may still be so; where a rule turns on it, it is asked for.
    circumstances.setMembers('claimed_unlisted', knownSet(unlistedBy(claims), ANYTHING))
    circumstances.set('item_kind', kind === 'unknown' ? undefined : kind)
    this.#facts.copy(facts.facts, contentTables(facts), circumstances)
  }

  #setLine(circumstances: Circumstances, { value, hs }: Pick<Item, 'value' | 'hs'>): void {
    if (hs !== undefined) circumstances.setMembers('item_hs', tariffNumber(hs.replaceAll('.', '')))
    circumstances.setStated('value_usd', value?.currency === 'USD' ? value.amount : undefined)
  }
}

/** A heading of four digits may be any of its subheadings. */
function tariffNumber(digits: string): KnownSet {
  return knownSet([digits], digits.length < 6 ? ANYTHING : undefined)
}

/** Whose lists somebody claims not to hold the item. */
function unlistedBy(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ code, jurisdiction }) =>
    readClaimedCode(jurisdiction, code).kind === 'unlisted' ? [jurisdiction] : [],
  )
}

function contentTables(classification: Classification): readonly Classification['facts'][] {
  return classification.content.flatMap((one) => [one.facts, ...contentTables(one)])
}
