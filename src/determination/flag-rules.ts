import { type LegalDate, TRUE } from '../kernel/index.ts'
import {
  type CompiledExpression,
  type Explanation,
  type Expression,
  type RedFlagRule,
  type Rulebook,
  standingOf,
} from '../rulebook/index.ts'
import type { ArrangedItem, ArrangedTransaction } from './arrange.ts'
import { type Circumstances, knownSet } from './circumstances.ts'
import {
  type ComparedWith,
  CrossFacts,
  checkDeal,
  checkItem,
  crossCheckTables,
  type DealView,
  dealView,
  Lexicon,
  OF_ITEMS,
  type PhraseFinder,
  shownOfGoods,
} from './cross-checks/index.ts'
import type { FlagResolver } from './flag-resolver.ts'
import type { OtherEndUser } from './held-licences.ts'
import { otherEndUserIn } from './licence-evidence.ts'
import type { Duty, RedFlag } from './model.ts'
import type { Transaction } from './transaction.ts'
import type { Party } from './transaction-parties.ts'
import type { CircumstanceLanguage } from './vocabulary.ts'

/** What the deal is read from: everything stated, and what was found of it. */
export interface FlaggedDeal extends ComparedWith {
  readonly arranged: ArrangedTransaction
  readonly asOf: LegalDate
  readonly circumstances: Circumstances
  /** Jurisdictions that may hold it. */
  readonly holds: ReadonlySet<string>
  readonly resolver: FlagResolver
}

export interface FlagsRaised {
  readonly flags: readonly RedFlag[]
  readonly duties: readonly Duty[]
}

interface CompiledFlag {
  readonly rule: RedFlagRule
  readonly when: CompiledExpression
  readonly ofItems: boolean
  /** Of each line one has to be known, or the flag cannot rise. */
  readonly needs: readonly (readonly string[])[]
}

const NOTHING = { raised: { flags: [], duties: [] }, ofItems: [] }

/** Things kept that raise nothing in one deal. */
const MOST_SILENT = 512

/** What a deal raises by itself, and what its items are then read with. */
export interface DealFlags {
  readonly raised: FlagsRaised
  readonly table: Circumstances
  readonly facts: CrossFacts
  readonly ofItems: readonly CompiledFlag[]
  /** Items, by what is stated of them and compared, that raise nothing. */
  readonly silent: Set<string>
}

/** The red-flag rules of an edition, read over whole transactions. Only a true criterion raises a flag. */
export class FlagRules {
  readonly #flags: readonly CompiledFlag[]
  readonly #lexicon: Lexicon | undefined

  constructor(rulebook: Rulebook, language: CircumstanceLanguage) {
    const tables = crossCheckTables(rulebook)
    this.#lexicon = tables === undefined ? undefined : new Lexicon(tables, rulebook)
    this.#flags = rulebook.redFlags.map((rule) => {
      const when = language.compile(rule.when)
      const isComputed = (id: string): boolean => rulebook.circumstances.get(id)?.computed === true
      const ofItems = when.parameters.some((id) => OF_ITEMS.has(id))
      return { rule, when, ofItems, needs: needsOf(rule.when, isComputed) }
    })
  }

  /** Words by which a sentence only mentions somebody; undefined where no tables are held. */
  get onlyMentioned(): PhraseFinder | undefined {
    return this.#lexicon?.onlyMentioned
  }

  /** By the words after which the evidence of a licence names its end user. */
  readonly otherEndUser: OtherEndUser = (evidence, parties) => {
    const phrases = this.#lexicon?.tables.words.namesEndUser.phrases ?? []
    return otherEndUserIn(evidence, parties, phrases)
  }

  /** What the names of parties tell of who they are, as a text: all that a deal is read by of a mere name. */
  toldByNames(parties: readonly Party[]): string {
    const lexicon = this.#lexicon
    return lexicon === undefined ? '' : parties.map((party) => toldBy(party, lexicon)).join(';')
  }

  /**
   * Of the deal without its items, where none of its parts is compared with them: the same for all
   * orders that state the same.
   */
  readDeal(flagged: FlaggedDeal): DealFlags {
    const lexicon = this.#lexicon
    if (lexicon === undefined || this.#flags.length === 0)
      return {
        ...NOTHING,
        table: flagged.circumstances,
        facts: new CrossFacts(),
        silent: new Set(),
      }
    const { arranged, asOf, holds, circumstances, resolver } = flagged
    const inForce = this.#flags.filter(
      ({ rule }) =>
        standingOf(rule, asOf) === 'in-force' &&
        (rule.jurisdiction === undefined || holds.has(rule.jurisdiction)),
    )
    const view = dealView(arranged, asOf, lexicon, flagged)
    const facts = checkDeal(view)
    const table = circumstances.copy()
    facts.writeTo(table)
    const raised = new Raised(resolver)
    for (const flag of inForce) {
      if (!flag.ofItems && mayRise(flag, [facts])) raised.read(flag, table, [facts])
    }
    const ofItems = inForce.filter((flag) => flag.ofItems)
    return { raised, table, facts, ofItems, silent: new Set() }
  }

  /** What the items raise, after what the deal does. */
  read(ofDeal: DealFlags, flagged: FlaggedDeal): FlagsRaised {
    const { arranged, asOf, resolver } = flagged
    const { raised, ofItems } = ofDeal
    const lexicon = this.#lexicon
    if (lexicon === undefined || ofItems.length === 0) return raised
    const view = dealView(arranged, asOf, lexicon, flagged)
    const more = new Raised(resolver)
    for (const item of view.items) readItem(view, item, ofDeal, more)
    if (more.flags.length === 0) return raised
    return {
      flags: [...raised.flags, ...more.flags],
      duties: [...raised.duties, ...more.duties],
    }
  }
}

/** Parts of a transaction that are compared with its items. */
export function comparesItems({ filing, statement, history, knowledge }: Transaction): boolean {
  const isInformed = (knowledge?.informed ?? []).length > 0
  return filing !== undefined || statement !== undefined || history !== undefined || isInformed
}

/** Of parties that were read once and are frozen, by the lexicon that they are read with. */
const toldBefore = new WeakMap<Party, { readonly lexicon: Lexicon; readonly told: string }>()

function toldBy(party: Party, lexicon: Lexicon): string {
  const known = toldBefore.get(party)
  if (known?.lexicon === lexicon) return known.told
  const functions = [...lexicon.functionsOf(party).keys()].join()
  const told = `${functions} ${lexicon.nobodyNamed(party.name) === undefined}`
  if (Object.isFrozen(party)) toldBefore.set(party, { lexicon, told })
  return told
}

function readItem(view: DealView, item: ArrangedItem, ofDeal: DealFlags, raised: Raised): void {
  const shown = shownOfGoods(view, item)
  if (shown !== undefined && ofDeal.silent.has(shown)) return
  const before = raised.flags.length
  readGoods(view, item, ofDeal, raised)
  if (shown === undefined || raised.flags.length > before) return
  if (ofDeal.silent.size < MOST_SILENT) ofDeal.silent.add(shown)
}

function readGoods(view: DealView, item: ArrangedItem, ofDeal: DealFlags, raised: Raised): void {
  const { table, facts, ofItems } = ofDeal
  const own = checkItem(view, item)
  const risen = ofItems.filter((flag) => mayRise(flag, [own, facts]))
  if (risen.length === 0) return
  const ownTable = table.copy()
  own.writeTo(ownTable)
  ownTable.set('item_kind', item.item.kind === 'unknown' ? undefined : item.item.kind)
  for (const flag of risen) raised.read(flag, ownTable, [own, facts], item.id)
}

/**
 * What a criterion cannot be true without: of computed circumstances only, since the rest is not made
 * here. A comparison of something that is not known is not true, nor is its negation.
 */
function needsOf(
  when: Expression,
  isComputed: (id: string) => boolean,
): readonly (readonly string[])[] {
  if ('all' in when) return limbsOf(when.all).flatMap((limb) => needsOf(limb, isComputed))
  if ('any' in when) {
    const limbs = limbsOf(when.any).map((limb) => needsOf(limb, isComputed))
    const isFree = limbs.some((needs) => needs.length === 0)
    return isFree ? [] : [[...new Set(limbs.flatMap((needs) => needs.flat()))]]
  }
  if ('not' in when) {
    const needs = needsOf(when.not as Expression, isComputed).flat()
    return needs.length === 0 ? [] : [needs]
  }
  return Object.keys(when)
    .filter(isComputed)
    .map((id) => [id])
}

function limbsOf(limbs: unknown): readonly Expression[] {
  return limbs as readonly Expression[]
}

function mayRise({ needs }: CompiledFlag, facts: readonly CrossFacts[]): boolean {
  return needs.every((ids) => ids.some((id) => facts.some((found) => found.has(id))))
}

class Raised implements FlagsRaised {
  readonly flags: RedFlag[] = []
  readonly duties: Duty[] = []
  readonly #resolver: FlagResolver

  constructor(resolver: FlagResolver) {
    this.#resolver = resolver
  }

  read(
    { rule, when }: CompiledFlag,
    circumstances: Circumstances,
    facts: readonly CrossFacts[],
    item?: string,
  ): void {
    if (when.evaluate(circumstances.table) !== TRUE) return
    const grounds = groundsOf(when, circumstances, facts)
    this.flags.push(
      this.#resolver.flagOf({
        because: sentence(rule.title, grounds),
        cite: rule.cite,
        id: item === undefined ? rule.id : `${rule.id}/${item}`,
        raises: rule.raises,
        rule: rule.id,
      }),
    )
    const { duty } = rule
    if (duty === undefined) return
    this.duties.push({ by: duty.by ?? null, cite: rule.cite, to: duty.to, what: duty.what })
  }
}

function sentence(title: string, grounds: readonly string[]): string {
  const text = `${title}: ${grounds.join('; ')}`
  return /[.!?]”?$/.test(text) ? text : `${text}.`
}

/** The comparisons that decide, in words; a circumstance as stated where nothing was compared. */
function groundsOf(
  when: CompiledExpression,
  circumstances: Circumstances,
  facts: readonly CrossFacts[],
): readonly string[] {
  const grounds = leavesOf(when.explain(circumstances.table)).flatMap(({ parameter, got }) => {
    const compared = facts.flatMap((found) => {
      const members = found.membersOf(parameter)
      const deciding = members.filter((one) => isEnough(when, circumstances, parameter, one))
      return found.because(parameter, deciding.length > 0 ? deciding : members)
    })
    return compared.length > 0 ? compared : [`${parameter.replaceAll('_', ' ')}: ${got}`]
  })
  return [...new Set(grounds)]
}

/** Whether the flag would rise with this one member of a set alone: the others are no ground for it. */
function isEnough(
  when: CompiledExpression,
  circumstances: Circumstances,
  parameter: string,
  member: string,
): boolean {
  const alone = circumstances.copy()
  alone.setMembers(parameter, knownSet([member]))
  return when.evaluate(alone.table) === TRUE
}

type Leaf = Extract<Explanation, { readonly kind: 'fact' }>

function leavesOf(why: Explanation): readonly Leaf[] {
  if (why.kind === 'fact') return [why]
  if (why.kind === 'not') return leavesOf(why.child)
  return why.kind === 'all' || why.kind === 'any' ? why.children.flatMap(leavesOf) : []
}
