import { FALSE, UNKNOWN } from '../kernel/index.ts'
import { worse } from './answers.ts'
import type { ItemRequirement } from './item-requirement.ts'
import type { AssumptionFinding, PartyFinding, RedFlag, Verdict } from './model.ts'
import { mayHold } from './nexus.ts'

export interface Judgement {
  readonly verdict: Verdict
  readonly because: readonly string[]
}

/** Gathers what speaks against a clear answer; the worst wins, and only its sentences are kept with it. */
export class Judge {
  #verdict: Verdict = 'clear'
  #because = new Set<string>()

  /** Whether a sentence that speaks for this verdict still counts. */
  minds(verdict: Verdict): boolean {
    return worse(this.#verdict, verdict) === verdict
  }

  say(verdict: Verdict, sentence: string): void {
    if (!this.minds(verdict)) return
    if (verdict !== this.#verdict) this.#because = new Set()
    this.#verdict = verdict
    this.#because.add(sentence)
  }

  sayAll(verdict: Verdict, sentences: readonly string[]): void {
    for (const sentence of sentences) this.say(verdict, sentence)
  }

  judgement(): Judgement {
    return { verdict: this.#verdict, because: [...this.#because] }
  }
}

/** What one jurisdiction concludes. */
export function judgeJurisdiction(
  jurisdiction: string,
  items: readonly ItemRequirement[],
): Judgement {
  const judge = new Judge()
  for (const item of items) {
    if (!mayHold(item.nexus)) continue
    judgeRules(judge, jurisdiction, item)
    judgeClassification(judge, jurisdiction, item)
    judgeConditions(judge, jurisdiction, item)
  }
  return judge.judgement()
}

function judgeRules(judge: Judge, jurisdiction: string, item: ItemRequirement): void {
  for (const { inForce, shownTo, subject } of item.uncovered) {
    const { rule } = inForce
    const what = `${item.item.id} (${subject.label}) to ${shownTo ?? 'a destination not stated'}: ${rule.title} (${rule.cite}).`
    judge.say(rule.effect === 'prohibited' ? 'prohibited' : 'licence-required', what)
  }
  const open = [...new Set(item.undecided.map(({ inForce }) => inForce.rule.id))]
  if (open.length > 0) {
    judge.say('undetermined', `${item.item.id}: undecided under ${open.join(', ')}.`)
  }
  for (const { subject, reasons } of item.requirements.open) {
    judge.say(
      'undetermined',
      `${item.item.id}: out of coverage: what ${jurisdiction}:${subject.label} requires on that day is not held here (${reasons.join(', ')}).`,
    )
  }
}

function judgeClassification(judge: Judge, jurisdiction: string, item: ItemRequirement): void {
  const { classification, confirmed, heldBy, asWritten } = item
  if (!confirmed) {
    const why =
      classification.setAside === true
        ? `out of coverage: entries of the ${jurisdiction} list for military, space, nuclear or missile designs are not encoded, and nobody claims its classification.`
        : `the ${jurisdiction} list is not wholly encoded for this kind of item, and nobody claims its classification.`
    judge.say('undetermined', `${item.item.id}: ${why}`)
  } else if (classification.undecided.length > 0 && asWritten === UNKNOWN && heldBy.length === 0) {
    judge.say('undetermined', `${item.item.id}: its classification under ${jurisdiction} is open.`)
  }
  for (const area of item.openAreas.keys()) {
    judge.say('undetermined', `${jurisdiction} law not decided here may matter: ${area}.`)
  }
}

function judgeConditions(judge: Judge, jurisdiction: string, item: ItemRequirement): void {
  const { classification, heldBy, exceptions, requirements, nexus } = item
  const met = classification.met.filter(({ claim }) => claim !== undefined)
  const claimed = classification.notListedClaim !== undefined || met.length > 0
  const say = (sentence: string): void => judge.say('clear-with-conditions', sentence)
  if (nexus.inside !== undefined) say(`${item.item.id}: ${nexus.inside.what}`)
  else if (claimed) {
    say(`${item.item.id}: its ${jurisdiction} classification rests on a claim.`)
  }
  for (const id of heldBy) say(`${item.item.id}: by licence ${id} and within its conditions.`)
  for (const { id, usable } of exceptions) {
    if (usable === true) say(`${item.item.id}: by ${id} and within its conditions.`)
  }
  for (const { inForce, truth, administered } of requirements.readings) {
    const { rule } = inForce
    if (rule.effect === 'formality' && truth !== FALSE) say(`${rule.title} (${rule.cite}).`)
    if (truth === FALSE && administered !== FALSE) {
      say(`${rule.id} is applied otherwise than it is written; a person decides.`)
    }
  }
}

export interface DealFindings {
  readonly jurisdictions: readonly Judgement[]
  readonly parties: readonly PartyFinding[]
  readonly flags: readonly RedFlag[]
  readonly assumptions: readonly AssumptionFinding[]
  /** Law that has a hold on the deal and is not encoded at all, or acts not decided yet. */
  readonly undecidedAreas: readonly string[]
  readonly workedCase: boolean
}

/** The worst of everything found; its sentences in JSON, as the jurisdictions give theirs. */
export function judgeDeal(findings: DealFindings): Judgement {
  const { jurisdictions, flags, parties, undecidedAreas, workedCase, assumptions } = findings
  const judge = new Judge()
  for (const { verdict, because } of jurisdictions) judge.sayAll(verdict, because)
  const say = (verdict: Verdict, sentence: string): void => {
    if (judge.minds(verdict)) judge.say(verdict, JSON.stringify(sentence))
  }
  for (const flag of flags) {
    if (flag.state === 'open') say('hold', `Open red flag: ${flag.because}`)
    else say('clear-with-conditions', `Red flag resolved: ${flag.id}.`)
  }
  judgeParties(say, parties)
  for (const area of undecidedAreas) say('undetermined', area)
  if (jurisdictions.length === 0 && undecidedAreas.length === 0) {
    say(
      'undetermined',
      'No law that is encoded here has a hold on this deal; what other law asks of it is not known here.',
    )
  }
  if (workedCase) say('undetermined', 'This is a worked case, read as stating all that matters.')
  for (const { what } of assumptions) say('clear-with-conditions', `Assumed: ${what}`)
  return judge.judgement()
}

function judgeParties(
  say: (verdict: Verdict, sentence: string) => void,
  parties: readonly PartyFinding[],
): void {
  if (!parties.some(({ role }) => RECEIVES.has(role))) {
    say('undetermined', 'Nobody states who gets the item and who uses it.')
  }
  for (const party of parties) {
    for (const sentence of partySentences(party)) say('undetermined', sentence)
  }
}

/** What speaks against a clear answer of who is not screened as it should be. */
export function partySentences({ role, name, screening }: PartyFinding): readonly string[] {
  const { state } = screening
  if (state === 'not-screened') return [`${name} (${role}) is not screened.`]
  return state === 'stale' ? [`${name} (${role}) is screened against old lists.`] : []
}

const RECEIVES: ReadonlySet<string> = new Set([
  'end-user',
  'ultimate-consignee',
  'purchaser',
  'service-customer',
])
