import type { Item, ProductionInput } from '../../classification/index.ts'
import {
  conjoin,
  disjoin,
  FALSE,
  isAtOrBelow,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../../kernel/index.ts'
import type { Jurisdiction, Rulebook } from '../../rulebook/index.ts'
import { matches } from './product-scope.ts'
import type { InputKind, Limb } from './reach-tables.ts'
import { anyOf, originatesIn } from './reached-item.ts'

/** What is asked of the production of one item. */
export type Asked = 'madeWith' | 'madeWith.origin' | 'madeWith.claimed'

export interface Made {
  readonly truth: TruthCode
  /** The input that decides, in words; what would decide where it is open. */
  readonly because: string
  readonly asked: Asked | undefined
}

const LEAST: Readonly<Record<InputKind, string>> = {
  technology: 'technology',
  software: 'software',
  'plant-equipment': 'plant or its major equipment',
}

/**
 * Whether an item is the direct product of what a limb names: technology or software of the territory,
 * or a plant or major component that is itself such a product. What of the three is not stated is open;
 * an origin elsewhere excludes.
 */
export class ProductionReader {
  readonly #home: Jurisdiction
  readonly #reasons: (code: string) => ReadonlySet<string>

  constructor(rulebook: Rulebook, home: Jurisdiction) {
    this.#home = home
    this.#reasons = reasonsByCode(rulebook, home.code)
  }

  read({ madeWith }: Item, limb: Limb): Made {
    let truth: TruthCode = FALSE
    const open: { readonly what: string; readonly asked: Asked }[] = []
    for (const kind of limb.by) {
      const inputs = madeWith.filter(({ what }) => what === kind)
      if (inputs.length === 0) open.push({ what: `${LEAST[kind]} not stated`, asked: 'madeWith' })
      for (const input of inputs) {
        const { truth: one, asked } = this.#readInput(input, limb)
        if (one === TRUE) return { truth: TRUE, because: describe(input), asked: undefined }
        if (asked !== undefined) open.push({ what: describe(input), asked })
        truth = disjoin(truth, one)
      }
    }
    const [first] = open
    if (first === undefined) return { truth, because: 'made with nothing named', asked: undefined }
    return { truth: UNKNOWN, because: open.map(({ what }) => what).join(', '), asked: first.asked }
  }

  #readInput(input: ProductionInput, limb: Limb): { truth: TruthCode; asked?: Asked } {
    const from = originatesIn(input, this.#home)
    if (from === FALSE) return { truth: FALSE }
    const named = this.#isNamed(input, limb)
    if (named === FALSE) return { truth: FALSE }
    const truth = conjoin(from, named)
    if (truth === TRUE) return { truth }
    return { truth, asked: from === UNKNOWN ? 'madeWith.origin' : 'madeWith.claimed' }
  }

  #isNamed({ what, claims }: ProductionInput, limb: Limb): TruthCode {
    if (limb.entries === undefined && limb.reasons === undefined) return TRUE
    const own = claims.filter(({ jurisdiction }) => jurisdiction === this.#home.code)
    if (own.length === 0) return UNKNOWN
    return anyOf(own, ({ code }) => this.#isCodeNamed(code, what, limb))
  }

  #isCodeNamed(code: string, what: InputKind, limb: Limb): TruthCode {
    const { entries = [], equipment = [], reasons } = limb
    const patterns = what === 'plant-equipment' ? [...entries, ...equipment] : entries
    const byCode = matches(code, patterns)
    if (byCode === TRUE || reasons === undefined) return byCode
    const found = this.#reasons(code)
    if (reasons.some((reason) => found.has(reason))) return TRUE
    return found.size === 0 && /^\d/.test(code) ? UNKNOWN : byCode
  }
}

function describe({ what, name, origin, claims }: ProductionInput): string {
  const codes = claims.map(({ jurisdiction, code }) => `${jurisdiction}:${code}`).join(', ')
  return [
    LEAST[what],
    name === undefined ? '' : ` ${name}`,
    origin === undefined ? ' of no stated origin' : ` from ${origin}`,
    codes === '' ? ' of no stated entry' : ` (${codes})`,
  ].join('')
}

/** Reasons for control of a code as claimed: of entries at, above or below it, and of its ECCN. */
function reasonsByCode(
  rulebook: Rulebook,
  jurisdiction: string,
): (code: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return (code) => {
    const found = known.get(code)
    if (found !== undefined) return found
    const reasons = new Set<string>()
    for (const entry of rulebook.entries) {
      if (entry.jurisdiction !== jurisdiction) continue
      if (!isAtOrBelow(entry.code, code) && !isAtOrBelow(code, entry.code)) continue
      for (const { reason } of entry.reasons) reasons.add(reason)
    }
    const { jurisdictions, covered } = rulebook.eccnReasons
    const head = code.split('.')[0] ?? code
    const read = jurisdictions.includes(jurisdiction) ? covered.get(head) : undefined
    for (const { reason } of read?.reasons ?? []) reasons.add(reason)
    known.set(code, reasons)
    return reasons
  }
}
