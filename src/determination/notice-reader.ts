import type { JurisdictionClassification } from '../classification/index.ts'
import {
  codeOf,
  contains,
  disjoin,
  FALSE,
  type LegalDate,
  TRUE,
  type TruthCode,
  UNKNOWN,
} from '../kernel/index.ts'
import { codeMatches, type Rulebook } from '../rulebook/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { type KnownSet, knownSet } from './circumstances.ts'
import type { AssumptionFinding } from './model.ts'
import { bindsOn, reachOfNotice } from './notice-scope.ts'
import type { Transaction } from './transaction.ts'

/** One item under one seat. */
export interface NoticedItem {
  readonly arranged: ArrangedTransaction
  readonly item: ArrangedItem
  readonly classification: JurisdictionClassification
  /** Nothing else lists the item than what is met or undecided. */
  readonly confirmed: boolean
  readonly day: LegalDate
}

export interface NoticesRead {
  /** Value of the circumstance `informed_by`. */
  readonly informedBy: KnownSet
  /** How notices that do not hold the item, or may not, were read. */
  readonly assumptions: readonly AssumptionFinding[]
}

/** Nothing where no notice states what it covers: then it speaks of every item, as the deal has it. */
export type NoticeReader = (noticed: NoticedItem) => NoticesRead | undefined

/** A notice of the transaction says what it covers, so that it may reach one item and not the next. */
export function statesScope({ knowledge }: Transaction): boolean {
  return knowledge?.informed?.some(({ covers }) => covers !== undefined) === true
}

/** Reads which notices of authorities hold an item, where they say what they cover. */
export function createNoticeReader(rulebook: Rulebook): NoticeReader {
  return (noticed) => {
    const { arranged, item, classification, day } = noticed
    if (!statesScope(arranged.transaction)) return undefined
    const informed = arranged.transaction.knowledge?.informed ?? []
    const members: string[] = []
    const undecided: string[] = []
    const assumptions: AssumptionFinding[] = []
    for (const notice of informed.filter((one) => bindsOn(one, day))) {
      const { truth, because } = reachOfNotice(notice, {
        arranged,
        item,
        placed: (named, place) => placed(rulebook, named, place, day),
        listed: (code) => listed(rulebook, code, noticed),
      })
      if (truth !== FALSE) (truth === TRUE ? members : undecided).push(notice.by)
      if (because !== undefined && isOf(rulebook, notice.by, classification.jurisdiction))
        assumptions.push({ cite: CITE, what: because })
    }
    return { informedBy: knownSet(members, new Set(undecided)), assumptions }
  }
}

const CITE = 'Reading rule for the scope of a notice'

/** A Member State's notice is of the law of the Union, too. */
function isOf({ jurisdictions }: Rulebook, by: string, seat: string): boolean {
  return by === seat || jurisdictions.get(seat)?.territory.includes(by) === true
}

/** Hong Kong may be meant by China: what some law treats as another place may be named by it. */
function placed(
  { groups, groupFacts }: Rulebook,
  named: string,
  place: string,
  day: LegalDate,
): TruthCode {
  const isTreated = groupFacts.treated.some(
    (one) => one.country === place && one.as === named && contains(one.effective, day),
  )
  return disjoin(codeOf(groups.membership(named, place, day)), isTreated ? UNKNOWN : FALSE)
}

const UNLISTED: ReadonlySet<string> = new Set(['EAR99', 'not-listed'])

/** Whether the item is on an entry; one that is not of this list, or that nobody knows, may be any. */
function listed(
  rulebook: Rulebook,
  stated: string,
  { classification, confirmed }: NoticedItem,
): TruthCode {
  const { jurisdiction, met, undecided, listed: standing } = classification
  const [, of, code = stated] = /^([A-Z]{2}):(.+)$/.exec(stated) ?? []
  if (of !== undefined && of !== jurisdiction) return UNKNOWN
  if (UNLISTED.has(code)) {
    return met.length > 0 ? FALSE : standing === 'not-listed' && confirmed ? TRUE : UNKNOWN
  }
  if (met.some(({ entry }) => codeMatches(entry.code, code))) return TRUE
  // Of a claim for the whole entry nobody knows which paragraph it means.
  const open = [...undecided, ...met.filter(({ entry }) => codeMatches(code, entry.code))]
  const mayBe = open.some(
    ({ entry }) => codeMatches(entry.code, code) || codeMatches(code, entry.code),
  )
  return mayBe || !confirmed || !isKnown(rulebook, jurisdiction, code) ? UNKNOWN : FALSE
}

function isKnown({ entries, eccnReasons }: Rulebook, jurisdiction: string, code: string): boolean {
  const isCode = (one: string): boolean => codeMatches(one, code) || codeMatches(code, one)
  if (entries.some((one) => one.jurisdiction === jurisdiction && isCode(one.code))) return true
  if (!eccnReasons.jurisdictions.includes(jurisdiction)) return false
  return [...eccnReasons.covered.keys(), ...eccnReasons.notCovered].some(isCode)
}
