import type { LegalDate } from '../kernel/index.ts'
import type { Rulebook } from '../rulebook/index.ts'
import type { OwnershipRules } from '../screening/index.ts'
import type { ArrangedTransaction } from './arrange.ts'
import { type Circumstances, knownSet } from './circumstances.ts'
import { circumstancesOfDeal } from './deal-circumstances.ts'
import {
  ADVANCED_NODE,
  createDefinitionReader,
  type DefinitionReader,
  isNodePartlyStated,
  setNodeStatedUnknown,
} from './definitions.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { AssumptionFinding } from './model.ts'
import { judgeOwners, type OwnersJudged, ownershipRulesOf } from './owners.ts'
import { type PartiesScreened, statusIn } from './parties.ts'
import { partyStatus } from './party-status.ts'
import { createReleaseReader, type ReleaseReader } from './release.ts'
import { createUnstatedReader, type UnstatedReader } from './unstated-readings.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** What of one transaction its circumstances are read from. */
interface DealToRead {
  readonly arranged: ArrangedTransaction
  readonly asOf: LegalDate
  /** Circumstances that nobody states are read as not given. */
  readonly closed: boolean
}

export interface DealCircumstances {
  readonly circumstances: Circumstances
  readonly owners: OwnersJudged
  readonly assumptions: readonly AssumptionFinding[]
}

/** Reads the circumstances of deals: as stated, as found, as defined, and as the law reads silence. */
export class DealReader {
  readonly #language: CircumstanceLanguage
  readonly #define: DefinitionReader
  readonly #ownership: OwnershipRules | undefined
  readonly #unstated: UnstatedReader
  readonly #isSentAbroad: ReleaseReader

  constructor(rulebook: Rulebook, language: CircumstanceLanguage) {
    this.#language = language
    this.#define = createDefinitionReader(rulebook, language)
    this.#ownership = ownershipRulesOf(rulebook)
    this.#unstated = createUnstatedReader(rulebook, language)
    this.#isSentAbroad = createReleaseReader(rulebook)
  }

  /** Circumstances of the deal, with what screening found and what is read where nobody speaks. */
  read(deal: DealToRead, screened: PartiesScreened, resolver: FlagResolver): DealCircumstances {
    const { arranged, asOf, closed } = deal
    const made = circumstancesOfDeal(arranged, this.#language.vocabulary, asOf, this.#isSentAbroad)
    made.setMembers(
      'party_status',
      partyStatus(arranged.parties, (name) => statusIn(screened.status, name)),
    )
    const ofOwners = this.#unstated.ofOwners(asOf)
    const owners = judgeOwners({
      parties: arranged.parties,
      screened: screened.status,
      rules: this.#ownership,
      asOf,
      othersUnlisted: ofOwners !== undefined,
      resolver,
    })
    made.setMembers('owner_status', owners.status)
    this.#define(made, asOf)
    setNodeStatedUnknown(made)
    if (closed) readAsLocal(made, arranged)
    if (closed) made.closeExcept(isNodePartlyStated(made) ? NODE_STAYS_OPEN : STAYS_OPEN)
    const assumptions = [
      ...this.#unstated.fill(made, asOf),
      ...(owners.isAssumed && ofOwners !== undefined ? [ofOwners] : []),
    ]
    return { circumstances: made, owners, assumptions }
  }
}

/**
 * Facts of the item itself, where it goes and how it is held, and acts that may still follow: no worked
 * case leaves them out by meaning.
 */
const STAYS_OPEN: ReadonlySet<string> = new Set([
  'notice_days',
  'registered_for',
  'assurance_held',
  'destination',
  'exporting_country',
  'subject_through',
  'item_kind',
])

const NODE_STAYS_OPEN: ReadonlySet<string> = new Set([...STAYS_OPEN, ADVANCED_NODE])

/** Of a worked case: who gets the item is from where it goes, unless something else is stated. */
function readAsLocal(circumstances: Circumstances, { transaction }: ArrangedTransaction): void {
  const to = transaction.route?.to
  if (to === undefined) return
  const known = circumstances.get('headquarters')
  if (known === undefined || (known instanceof Set && known.size === 0)) {
    circumstances.setMembers('headquarters', knownSet([to]))
  }
  if (!circumstances.isStated('end_user_country')) circumstances.set('end_user_country', to)
}
