import type { Classification, Classifier, Item } from '../classification/index.ts'
import {
  assert,
  fail,
  type LegalDate,
  ok,
  type Problem,
  type Result,
  unwrap,
} from '../kernel/index.ts'
import type { Entry } from '../rulebook/index.ts'
import type { ArrangedItem } from './arrange.ts'
import { findingOfItem } from './findings.ts'
import { Names } from './identity.ts'
import type { ItemCircumstances } from './item-circumstances.ts'
import type { ItemLook } from './item-look.ts'
import type { LawPeriods } from './law-periods.ts'
import type { LawSight } from './law-sight.ts'
import { Memo } from './memo.ts'
import type { AssumptionFinding } from './model.ts'
import { isContradicted } from './red-flags.ts'
import { sightOfClassification } from './sight.ts'
import { isCommonMark, type Wording, wordingOf } from './wording.ts'

/** An item as the lists see it on a day: worked out once for all orders of the same thing. */
export interface ItemView {
  /** What the list of one jurisdiction says of it. */
  seenBy(jurisdiction: string): SeenItem
  /** In full under one jurisdiction, for who must look closer. */
  classification(jurisdiction: string): Classification
}

export interface SeenItem {
  /** Stands for all that the rules of the jurisdiction can see of it. */
  readonly sight: number
  /** The law that was read for it last in the period, and how. */
  lawRead: { readonly how: string; readonly law: LawSight } | undefined
  /** With the id of the item left open. */
  readonly finding: Wording
  readonly assumptions: readonly AssumptionFinding[]
  /** Stands for the assumptions. */
  readonly assumed: number
  readonly isContradicted: boolean
  /** Entries that list it, or may, without effect on the day. */
  readonly suspended: readonly Entry[]
}

export interface ViewOptions {
  readonly asOf: LegalDate
  readonly knownAt: LegalDate
  readonly jurisdictions: readonly string[]
  /** Stands for the id of the item. */
  readonly mark: string
}

export type ItemViewer = (
  item: ArrangedItem,
  look: ItemLook,
  options: ViewOptions,
) => Result<ItemView>

/** Things kept at once, each under so many lists and periods; things on a day; classifications, which are larger. */
const KEPT = 3072
const KEPT_OF_THING = 64
const KEPT_WHOLE = 256

/** One for any number of transactions. An item is known again by what is stated of it, whatever it is called. */
export function createItemViewer(
  classifier: Classifier,
  circumstances: ItemCircumstances,
  periods: LawPeriods,
): ItemViewer {
  const things = new Memo<SeenThing>(KEPT)
  const views = new Memo<View>(KEPT)
  const tools: ViewTools = {
    classifier,
    circumstances,
    periods,
    whole: new Memo<Classification>(KEPT_WHOLE),
    names: new Names(KEPT),
    assumed: new Names(KEPT),
  }
  return ({ item }, { listed }, options) => {
    const { asOf, knownAt, mark } = options
    const key = isCommonMark(mark) ? `${asOf} ${knownAt} ${listed}` : undefined
    const known = key === undefined ? undefined : views.get(key)
    const view = known ?? new View(item, options, key, seenOf(things, key, listed), tools)
    const problems = view.look(options.jurisdictions)
    if (problems.length > 0) return fail(...problems)
    if (known === undefined && key !== undefined) views.set(key, view)
    return ok(view)
  }
}

function isClaimed({ claims, content = [] }: Item): boolean {
  return claims.length > 0 || content.some(isClaimed)
}

/** What was seen of a thing on any day. */
function seenOf(things: Memo<SeenThing>, key: string | undefined, listed: number): SeenThing {
  if (key === undefined) return new Map()
  const thing = String(listed)
  const known = things.get(thing)
  if (known !== undefined && known.size < KEPT_OF_THING) return known
  const seen: SeenThing = new Map()
  things.set(thing, seen)
  return seen
}

/** By jurisdiction and period of its law. */
type SeenThing = Map<string, SeenItem>

const NONE: readonly Problem[] = []

interface ViewTools {
  readonly classifier: Classifier
  readonly circumstances: ItemCircumstances
  readonly periods: LawPeriods
  readonly whole: Memo<Classification>
  readonly names: Names
  readonly assumed: Names
}

class View implements ItemView {
  readonly #item: Item
  readonly #days: Omit<ViewOptions, 'jurisdictions'>
  readonly #key: string | undefined
  readonly #tools: ViewTools
  readonly #seen = new Map<string, SeenItem>()
  readonly #thing: SeenThing
  /** Of what has no key, which is not looked up again. */
  #own: Classification | undefined

  constructor(
    item: Item,
    { asOf, knownAt, mark }: ViewOptions,
    key: string | undefined,
    thing: SeenThing,
    tools: ViewTools,
  ) {
    this.#item = item
    this.#days = { asOf, knownAt, mark }
    this.#key = key
    this.#thing = thing
    this.#tools = tools
  }

  /** Under the lists that nobody looked at before. */
  look(jurisdictions: readonly string[]): readonly Problem[] {
    if (jurisdictions.every((code) => this.#seen.has(code))) return NONE
    const lacking = jurisdictions.filter((code) => !this.#seen.has(code) && !this.#isSeen(code))
    if (lacking.length === 0) return NONE
    const found = this.#classify(lacking)
    if (!found.ok) return found.problems
    const seen = this.#tools.circumstances.sightOfThing(this.#item, found.value)
    const facts = `${this.#item.kind ?? ''} ${seen}`
    for (const code of lacking) {
      const seen = this.#seenIn(code, found.value, facts)
      this.#seen.set(code, seen)
      this.#thing.set(this.#period(code), seen)
    }
    return NONE
  }

  seenBy(jurisdiction: string): SeenItem {
    const seen = this.#seen.get(jurisdiction)
    assert(seen !== undefined, 'an item is looked at under each list that is asked for')
    return seen
  }

  classification(jurisdiction: string): Classification {
    const known = this.#known()
    if (known?.byJurisdiction.has(jurisdiction) === true) return known
    // What is claimed under one list may bear on what is presumed under all that are asked.
    const isAlone = isClaimed(this.#item)
    return unwrap(this.#classify(isAlone ? [jurisdiction] : [...this.#seen.keys()]))
  }

  #seenIn(code: string, found: Classification, facts: string): SeenItem {
    const { mark } = this.#days
    const one = found.byJurisdiction.get(code)
    assert(one !== undefined, 'what is asked for is classified')
    const claimed = this.#item.claims.some(({ jurisdiction }) => jurisdiction === code)
    const assumptions = found.assumptionsIn(code).map(({ cite, what }) => ({ cite, what }))
    const { names, assumed } = this.#tools
    return {
      sight: names.of(`${code} ${facts} ${sightOfClassification(one, claimed)}`),
      lawRead: undefined,
      finding: wordingOf(findingOfItem(mark, one), mark),
      assumptions,
      assumed: assumed.of(JSON.stringify(assumptions)),
      isContradicted: isContradicted(found, code),
      suspended: [...one.met, ...one.undecided].flatMap(({ entry, suspended }) =>
        suspended ? [entry] : [],
      ),
    }
  }

  /** On another day of the same period. */
  #isSeen(jurisdiction: string): boolean {
    const seen = this.#thing.get(this.#period(jurisdiction))
    if (seen !== undefined) this.#seen.set(jurisdiction, seen)
    return seen !== undefined
  }

  #period(jurisdiction: string): string {
    const { asOf, knownAt } = this.#days
    return this.#tools.periods.of(jurisdiction, asOf, knownAt)
  }

  #known(): Classification | undefined {
    return this.#key === undefined ? this.#own : this.#tools.whole.get(this.#key)
  }

  #classify(jurisdictions: readonly string[]): Result<Classification> {
    const { asOf, knownAt } = this.#days
    const found = this.#tools.classifier.classify(this.#item, { asOf, knownAt, jurisdictions })
    if (!found.ok) return found
    if (this.#key === undefined) this.#own = found.value
    else this.#tools.whole.set(this.#key, found.value)
    return found
  }
}
